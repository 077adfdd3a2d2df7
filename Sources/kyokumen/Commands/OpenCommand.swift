import ArgumentParser
import Glibc
import Store

/// `kyokumen [WORKSPACE]`
struct OpenCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open a workspace, or the start screen.")

  @OptionGroup var options: GlobalOptions

  @Argument(help: "The workspace file; without one, the start screen opens.")
  var workspace: String?

  func carryOut(in surroundings: Surroundings) throws {
    let live = LiveSession(surroundings: surroundings)
    // A name mistyped, perhaps a command's, is the likelier mistake than no terminal.
    if let workspace, access(workspace, F_OK) != 0 { throw WorkspaceError.notFound(path: workspace) }
    try live.admit()
    guard let workspace else { return try StartSession(live: live).run() }
    try live.open(workspace)
  }
}
