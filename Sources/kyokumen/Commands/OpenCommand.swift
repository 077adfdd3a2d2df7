import ArgumentParser
import Domain
import Glibc
import Store

/// `kyokumen [WORKSPACE]`
struct OpenCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: Words("Open a workspace, or the start screen.", "ワークスペース又は開始画面を開く。").said)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var interface: InterfaceOptions

  @Argument(
    help: .said("The workspace file; without one, the start screen opens.", "ワークスペースのファイル。省略時は開始画面。"),
    completion: .workspace)
  var workspace: String?

  var isPlain: Bool { interface.plain }

  func carryOut(in surroundings: Surroundings) throws {
    let live = LiveSession(surroundings: surroundings)
    // A name mistyped, perhaps a command's, is the likelier mistake than no terminal.
    if let workspace, access(workspace, F_OK) != 0 { throw WorkspaceError.notFound(path: workspace) }
    try live.admit()
    guard let workspace else { return try StartSession(live: live).run() }
    try live.open(workspace)
  }
}
