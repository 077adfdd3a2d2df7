import Canvas
import Domain
import Foundation
import Interface
import Store

/// What the program does between a key and a frame, without a terminal.
struct Inside {
  let openToFrame: Double
  let cursorDown: Double
  let page: Double
  let search: Double
  let sort: Double
  /// `level>=high owner:佐藤` typed and taken over.
  let filter: Double
  /// The matrix opened over all risks.
  let matrix: Double
  /// A thousand rows of a spreadsheet, to the finished preview.
  let paste: Double
  let edit: Double
  /// The same without what the disk takes.
  let editProcessor: Double
  let peak: Int

  static func measure(_ path: String) throws -> Inside {
    let (open, loaded) = try Clock.milliseconds { () -> (Workspace, Seat) in
      let workspace = try Workspace.open(at: path)
      var seat = Seat(
        Model(
          assessment: try workspace.load(), context: Generator.context, language: .japanese,
          glyphs: .neutral, size: Size(columns: 120, rows: 40)))
      seat.press("x")
      return (workspace, seat)
    }
    let workspace = loaded.0
    var seat = loaded.1
    let down = Clock.median((0..<200).map { _ in press(.down, &seat) })
    let page = Clock.median((0..<50).map { _ in press(.pageDown, &seat) })
    let search = find(&seat)
    let sort = press(.character("s"), &seat)
    let filter = narrow(&seat)
    let matrix = press(.character("m"), &seat)
    let paste = paste(&seat)
    let (edit, editProcessor) = try edit(workspace, &seat)
    return Inside(
      openToFrame: open, cursorDown: down, page: page, search: search, sort: sort,
      filter: filter, matrix: matrix, paste: paste, edit: edit, editProcessor: editProcessor,
      peak: Process.status("VmHWM", of: getpid()) ?? 0)
  }

  /// Milliseconds from the key to the finished frame.
  private static func press(_ key: Key, _ seat: inout Seat) -> Double {
    Clock.milliseconds { seat.press(key: key) }.0
  }

  /// The whole needle typed: the sum over its keys from the top of the list.
  private static func find(_ seat: inout Seat) -> Double {
    _ = press(.character("g"), &seat)
    _ = press(.character("/"), &seat)
    let typed = Generator.needle.reduce(0) { $0 + press(.character($1), &seat) }
    _ = press(.enter, &seat)
    return typed
  }

  /// A filter typed and taken over: the sum over its keys.
  private static func narrow(_ seat: inout Seat) -> Double {
    let keys = Array("flevel>=high owner:佐藤").map(Key.character) + [.enter]
    return keys.reduce(0) { $0 + press($1, &seat) }
  }

  private static func paste(_ seat: inout Seat) -> Double {
    let rows = (0..<1_000).map { "停止 \($0)\tO-1\t\($0 % 5 + 1)\t\($0 % 4 + 1)\t佐藤 0" }
    let text = (["事象\t目的\t起こりやすさ\t結果の大きさ\tリスク所有者"] + rows).joined(separator: "\n")
    _ = press(.character("x"), &seat)
    _ = press(.character("n"), &seat)
    let time = Clock.milliseconds {
      _ = seat.model.update(.terminal(.paste(text)))
      return seat.model.view()
    }.0
    _ = press(.escape, &seat)
    // What was pasted may go.
    _ = press(.character("y"), &seat)
    return time
  }

  private static func edit(_ workspace: Workspace, _ seat: inout Seat) throws -> (Double, Double) {
    let risks = seat.model.assessment.ids(.risk)
    let context = seat.model.context
    var processor: [Double] = []
    let times = try (0..<20).map { step in
      try Clock.milliseconds {
        processor.append(
          try Clock.processorMilliseconds {
            let command = Command.set(
              risks[risks.count / 2 + step], Slot(Risk.likelihood.key), .integer(step % 5 + 1))
            let changes = try workspace.perform(
              [command], on: &seat.model.assessment, in: context, at: Moment(milliseconds: 0))
            _ = seat.model.update(.performed(.done(changes), .action))
            return seat.model.view()
          })
      }.0
    }
    return (Clock.median(times), Clock.median(processor))
  }
}
