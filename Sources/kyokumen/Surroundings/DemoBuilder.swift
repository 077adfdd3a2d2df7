import Catalogues
import Domain
import Store

/// Builds a worked case in a workspace, act by act, as people would.
struct DemoBuilder {
  private let demo: WorkedCase
  private let surroundings: Surroundings

  init(_ demo: WorkedCase, _ surroundings: Surroundings) {
    self.demo = demo
    self.surroundings = surroundings
  }

  /// Builds it in an empty workspace.
  func build(in workspace: Workspace, _ assessment: inout Assessment) throws {
    let context = surroundings.context()
    let moment = surroundings.clock.now
    // All but the acts of today lie a day back: the minutes of today tell only what today brought.
    let before = Moment(milliseconds: moment.milliseconds - 86_400_000)
    try demo.buildSteps(language: surroundings.language, today: context.today) { step in
      var context = context
      context.actor = step.actor
      context.party = step.party
      do {
        return try workspace.perform(
          step.commands, on: &assessment, in: context, at: step.isToday ? moment : before)
      } catch let refusal as Refusal {
        throw Failure(.data, refusal: refusal, assessment)
      }
    }
  }

  /// Builds it as a new file.
  func write(to path: String) throws -> Workspace {
    try Workspace.create(at: path) { workspace in
      var assessment = try workspace.load()
      try build(in: workspace, &assessment)
    }
  }
}
