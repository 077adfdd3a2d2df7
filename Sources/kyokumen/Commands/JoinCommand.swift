import ArgumentParser
import Domain
import Foundation

/// `kyokumen join`
struct JoinCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "join", abstract: "Take part in blind estimates from a terminal of your own.",
    discussion: """
      Shows the estimate card of the round in front and nothing else:

        kyokumen join ours.kyokumen --as Sato

      An estimate is sealed until the facilitator reveals the round: log, search and export only tell that it was \
      cast. It is no secret from someone who opens the file itself with sqlite3.
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: "The workspace file.")
  var file: String

  @Option(
    help: ArgumentHelp("For which organisation, by the party's key; else it is asked.", valueName: "key"))
  var party: String?

  func carryOut(in surroundings: Surroundings) throws {
    let name = (options.actor ?? "").trimmingCharacters(in: .whitespaces)
      .precomposedStringWithCanonicalMapping
    guard !name.isEmpty else {
      throw Failure(
        .usage, "join: who takes part? Add --as NAME, the name the others know you by",
        "join: 参加する人の名前を --as 氏名 で指定してください")
    }
    let source = try WorkspaceFile.change(file)
    defer { source.close() }
    let party = try self.party.map(source.party)
    let live = LiveSession(surroundings: surroundings)
    try live.admit()
    try JoinSession(live: live).run(source, name: name, party: party)
  }
}
