import ArgumentParser
import Glibc
import Store

/// `kyokumen walk`
struct WalkCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "walk", abstract: "Open a workspace for an auditor: to look at, and to write findings.",
    discussion: """
      Nothing but findings and the walk's own records is written; the auditor's working notes go to a file of \
      their own:

        kyokumen walk ours.kyokumen --as Suzuki --notes notes.md
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: "The workspace file.")
  var file: String

  @Option(help: ArgumentHelp("The auditor's own file; what is there stays.", valueName: "path"))
  var notes: String?

  @Option(help: ArgumentHelp("A closed cycle to walk through, as it was closed.", valueName: "number"))
  var cycle: Int?

  func carryOut(in surroundings: Surroundings) throws {
    if access(file, F_OK) != 0 { throw WorkspaceError.notFound(path: file) }
    let live = LiveSession(surroundings: surroundings)
    try live.admit()
    if let notes { try Self.probe(notes, surroundings) }
    try live.open(file, as: .auditor(notes: notes, cycle: cycle))
  }

  /// Before the terminal is taken: a path that cannot be written to is said at once.
  private static func probe(_ path: String, _ surroundings: Surroundings) throws {
    var desk = AuditDesk(workspace: try Workspace.inMemory(), surroundings: surroundings)
    try desk.openNotes(path)
  }
}
