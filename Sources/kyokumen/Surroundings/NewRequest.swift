import Catalogues
import Domain
import Store

/// A workspace to be made, from the command line or the start screen.
struct NewRequest {
  let path: String
  let scope: Scope
  let title: String
  let entrants: [Entrant]
  var agreements: [AgreementPair]?
  var catalogues: [String]?

  /// Makes the file, or nothing.
  func make(_ surroundings: Surroundings) throws {
    let context = surroundings.context()
    let plan = try NewWorkspace(
      scope, title: title, entrants: entrants, agreements: agreements, catalogues: catalogues,
      language: surroundings.language, today: context.today)
    let made = try Workspace.create(at: path) { workspace in
      var assessment = try workspace.load()
      do {
        _ = try workspace.perform(plan.commands, on: &assessment, in: context, at: surroundings.clock.now)
      } catch let refusal as Refusal {
        throw Failure(.data, refusal: refusal, assessment)
      }
    }
    try made.close()
  }
}
