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
    try demo.build(language: surroundings.language, today: context.today) { commands, actor, party in
      var context = context
      context.actor = actor
      context.party = party
      do {
        return try workspace.perform(commands, on: &assessment, in: context, at: moment)
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
