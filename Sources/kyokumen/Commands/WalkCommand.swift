import ArgumentParser
import Domain
import Glibc
import Store

/// `kyokumen walk`
struct WalkCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "walk",
    abstract: Words(
      "Open a workspace for an auditor: to look at, and to write findings.", "監査員のために開く。閲覧と所見の記入だけができる。"
    ).said,
    discussion: Words(
      """
      Nothing but findings and the walk's own records is written; the auditor's working notes go to a file of \
      their own:

        kyokumen walk ours.kyokumen --as Suzuki --notes notes.md
      """,
      """
      書き込まれるのは所見と巡回の記録だけで、監査員の手控えは別のファイルに残る:

        kyokumen walk ours.kyokumen --as 鈴木 --notes notes.md
      """
    ).said)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var interface: InterfaceOptions

  @Argument(help: .said("The workspace file.", "ワークスペースのファイル。"), completion: .workspace)
  var file: String

  @Option(
    help: .said("The auditor's own file; what is there stays.", "監査員自身のファイル。既にある内容は残る。", "path"),
    completion: .file())
  var notes: String?

  @Option(help: .said("A closed cycle to walk through, as it was closed.", "巡回する、締めた期（締めた時点のまま）。", "number"))
  var cycle: Int?

  var isPlain: Bool { interface.plain }

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
