import Canvas
import Domain
import Foundation
import Interface
import Journal
import Store

/// The work whose instructions are counted under callgrind: a function of its own each, by whose name it is told apart
/// from what only leads to it.
enum Instructions {
  enum Work: String, CaseIterable {
    case update, view, fold, gates
  }

  /// What the work is about: 200 risks and their journal.
  struct Ground {
    let assessment: Assessment
    let entries: [Entry]
    var model: Model
  }

  /// Does one kind of work; whoever counts starts and stops at its function.
  static func run(_ work: Work) throws {
    let workspace = try Workspace.open(at: try Generator.workspace(risks: 200), readOnly: true)
    let assessment = try workspace.load()
    var entries: [Entry] = []
    try workspace.eachEntry { entries.append($0) }
    var model = Model(
      assessment: assessment, context: Generator.context, language: .japanese, glyphs: .neutral,
      size: Size(columns: 120, rows: 40))
    _ = model.update(.terminal(.key(.character("x"))))
    _ = model.view()
    ground = Ground(assessment: assessment, entries: entries, model: model)
    switch work {
    case .update: kyokumen_counted_update()
    case .view: kyokumen_counted_view()
    case .fold: kyokumen_counted_fold()
    case .gates: kyokumen_counted_gates()
    }
  }

  fileprivate nonisolated(unsafe) static var ground: Ground?
}

/// Keys of moving about: down, a page, the other end.
@_cdecl("kyokumen_counted_update")
func kyokumen_counted_update() {
  guard var ground = Instructions.ground else { return }
  Instructions.ground = nil
  let keys: [Key] = [.down, .down, .pageDown, .up, .end, .home]
  for _ in 0..<5 { for key in keys { _ = ground.model.update(.terminal(.key(key))) } }
  Instructions.ground = ground
}

/// The register, drawn.
@_cdecl("kyokumen_counted_view")
func kyokumen_counted_view() {
  guard let ground = Instructions.ground else { return }
  for _ in 0..<4 { _ = ground.model.view() }
}

/// The journal, folded into an assessment from nothing.
@_cdecl("kyokumen_counted_fold")
func kyokumen_counted_fold() {
  guard let ground = Instructions.ground else { return }
  var assessment = Assessment()
  for entry in ground.entries { assessment.fold(entry) }
}

/// What stands in the way of every phase of every party.
@_cdecl("kyokumen_counted_gates")
func kyokumen_counted_gates() {
  guard let ground = Instructions.ground else { return }
  _ = ground.assessment.allGateFindings(phases: Phase.allCases, Generator.context)
}
