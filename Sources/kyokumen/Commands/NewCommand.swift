import ArgumentParser
import Catalogues
import Domain
import Foundation
import Store

/// `kyokumen new`
struct NewCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: Words("Make a new workspace.", "新しいワークスペースを作る。").said,
    discussion: Words(
      """
      kyokumen new ours.kyokumen --scope cloud --title "Cloud 2026" \\
        --party csc:"Our Company" --party csp:"The Data Centre"
      """,
      """
      kyokumen new ours.kyokumen --scope cloud --title "クラウド移行 2026" \\
        --party csc:"サンプル商事" --party csp:"例示データセンター"
      """
    ).said)

  @OptionGroup var options: GlobalOptions

  @Argument(help: .said("The file to make.", "作成するファイル。"), completion: .workspace)
  var file: String

  @Option(
    help: .said(
      "What kind of meeting is assessed: single, cloud or cyberspace.", "対象の種類: single、cloud、cyberspace。"))
  var scope: ScopeName

  @Option(help: .said("The assessment's title.", "アセスメントの表題。"))
  var title: String

  @Option(
    help: .said(
      "A party; the role is standalone, csc, csp, user, operator or coordinator. Repeat for each.",
      "組織。役割は standalone、csc、csp、user、operator、coordinator。組織の数だけ繰り返す。", "role:name")
  )
  var party: [PartyArgument]

  @Option(
    help: .said(
      "Who is customer and who provider; by default csc>csp, csp>csp2, ….",
      "誰が顧客で誰が提供者か。既定は csc>csp、csp>csp2 など。", "customer>provider"))
  var agreement: [AgreementPair] = []

  @Option(
    help: .said(
      "A control catalogue for every party, instead of the usual.", "通常のものに代えて全組織に使う管理策カタログ。", "key"))
  var catalogue: [String] = []

  func carryOut(in surroundings: Surroundings) throws {
    let request = NewRequest(
      path: file, scope: scope.scope, title: title,
      entrants: party.map { Entrant($0.role, $0.name) }, agreements: agreement.isEmpty ? nil : agreement,
      catalogues: catalogue.isEmpty ? nil : catalogue)
    try request.make(surroundings)
  }
}

/// `ROLE:NAME` of the command line.
struct PartyArgument: ExpressibleByArgument {
  let role: EntrantRole
  let name: String

  init?(argument: String) {
    let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let role = EntrantRole(rawValue: String(parts[0])) else { return nil }
    self.role = role
    name = String(parts[1]).precomposedStringWithCanonicalMapping
  }
}

extension AgreementPair: ExpressibleByArgument {
  /// Reads `csc>csp`.
  package init?(argument: String) { self.init(text: argument) }
}
