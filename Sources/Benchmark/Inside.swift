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
  let edit: Double
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
    let edit = try edit(workspace, &model)
    return Inside(
      openToFrame: open, cursorDown: down, page: page, search: search, sort: sort, edit: edit,
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

  private static func edit(_ workspace: Workspace, _ model: inout Model) throws -> Double {
    let risks = model.assessment.ids(.risk)
    let context = model.context
    let times = try (0..<20).map { step in
      try Clock.milliseconds {
        let command = Command.set(
          risks[risks.count / 2 + step], Slot(Risk.likelihood.key), .integer(step % 5 + 1))
        let changes = try workspace.perform(
          [command], on: &model.assessment, in: context, at: Moment(milliseconds: 0))
        _ = model.update(.performed(.done(changes), .action))
        return model.view()
      }.0
    }
    return Clock.median(times)
  }
}
