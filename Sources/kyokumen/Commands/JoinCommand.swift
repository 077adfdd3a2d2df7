import ArgumentParser
import Domain
import Foundation

/// `kyokumen join`
struct JoinCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "join",
    abstract: Words("Take part in blind estimates from a terminal of your own.", "自分の端末から、伏せた見積りに参加する。").said,
    discussion: Words(
      """
      Shows the estimate card of the round in front and nothing else:

        kyokumen join ours.kyokumen --as Sato

      An estimate is sealed until the facilitator reveals the round: log, search and export only tell that it was \
      cast. It is no secret from someone who opens the file itself with sqlite3.
      """,
      """
      今の回の見積りカードだけを表示する:

        kyokumen join ours.kyokumen --as 佐藤

      見積りは進行役が開示するまで伏せられ、履歴・検索・書き出しには提出の事実だけが出る。ファイルを sqlite3 で直接\
      開く人に対する秘密ではない。
      """
    ).said)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var interface: InterfaceOptions

  @Argument(help: .said("The workspace file.", "ワークスペースのファイル。"), completion: .workspace)
  var file: String

  @Option(
    help: .said("For which organisation, by the party's key; else it is asked.", "参加する組織の略号。省略時は尋ねる。", "key"),
    completion: .party)
  var party: String?

  var isPlain: Bool { interface.plain }

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
