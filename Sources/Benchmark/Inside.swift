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
    let (open, loaded) = try Clock.milliseconds { () -> (Workspace, Model) in
      let workspace = try Workspace.open(at: path)
      var model = Model(
        assessment: try workspace.load(), context: Generator.context, language: .japanese, glyphs: .neutral,
        size: Size(columns: 120, rows: 40))
      _ = press(.character("x"), &model)
      return (workspace, model)
    }
    let workspace = loaded.0
    var model = loaded.1
    let down = Clock.median((0..<200).map { _ in press(.down, &model) })
    let page = Clock.median((0..<50).map { _ in press(.pageDown, &model) })
    let search = find(&model)
    let sort = press(.character("s"), &model)
    let filter = narrow(&model)
    let matrix = press(.character("m"), &model)
    let paste = paste(&model)
    let (edit, editProcessor) = try edit(workspace, &model)
    return Inside(
      openToFrame: open, cursorDown: down, page: page, search: search, sort: sort,
      filter: filter, matrix: matrix, paste: paste, edit: edit, editProcessor: editProcessor,
      peak: Process.status("VmHWM", of: getpid()) ?? 0)
  }

  /// Milliseconds from the key to the finished frame.
  private static func press(_ key: Key, _ model: inout Model) -> Double {
    Clock.milliseconds {
      _ = model.update(.terminal(.key(key)))
      return model.view()
    }.0
  }

  /// The whole needle typed: the sum over its keys from the top of the list.
  private static func find(_ model: inout Model) -> Double {
    _ = press(.character("g"), &model)
    _ = press(.character("/"), &model)
    let typed = Generator.needle.reduce(0) { $0 + press(.character($1), &model) }
    _ = press(.enter, &model)
    return typed
  }

  /// A filter typed and taken over: the sum over its keys.
  private static func narrow(_ model: inout Model) -> Double {
    let keys = Array("flevel>=high owner:佐藤").map(Key.character) + [.enter]
    return keys.reduce(0) { $0 + press($1, &model) }
  }

  private static func paste(_ model: inout Model) -> Double {
    let rows = (0..<1_000).map { "停止 \($0)\tO-1\t\($0 % 5 + 1)\t\($0 % 4 + 1)\t佐藤 0" }
    let text = (["事象\t目的\t起こりやすさ\t結果の大きさ\tリスク所有者"] + rows).joined(separator: "\n")
    _ = press(.character("x"), &model)
    _ = press(.character("n"), &model)
    let time = Clock.milliseconds {
      _ = model.update(.terminal(.paste(text)))
      return model.view()
    }.0
    _ = press(.escape, &model)
    // What was pasted may go.
    _ = press(.character("y"), &model)
    return time
  }

  private static func edit(_ workspace: Workspace, _ model: inout Model) throws -> (Double, Double) {
    let risks = model.assessment.ids(.risk)
    let context = model.context
    var processor: [Double] = []
    let times = try (0..<20).map { step in
      try Clock.milliseconds {
        processor.append(
          try Clock.processorMilliseconds {
            let command = Command.set(
              risks[risks.count / 2 + step], Slot(Risk.likelihood.key), .integer(step % 5 + 1))
            let changes = try workspace.perform(
              [command], on: &model.assessment, in: context, at: Moment(milliseconds: 0))
            _ = model.update(.performed(.done(changes), .action))
            return model.view()
          })
      }.0
    }
    return (Clock.median(times), Clock.median(processor))
  }
}
