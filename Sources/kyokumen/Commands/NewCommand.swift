import ArgumentParser
import Catalogues
import Domain
import Foundation
import Store

/// `kyokumen new`
struct NewCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a new workspace.",
    discussion: """
      kyokumen new ours.kyokumen --scope cloud --title "Cloud 2026" \\
        --party csc:"Our Company" --party csp:"The Data Centre"
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: "The file to make.")
  var file: String

  @Option(help: "What kind of meeting is assessed: single, cloud or cyberspace.")
  var scope: ScopeName

  @Option(help: "The assessment's title.")
  var title: String

  @Option(
    help: ArgumentHelp(
      "A party; the role is standalone, csc, csp, user or operator. Repeat for each.", valueName: "role:name")
  )
  var party: [PartyArgument]

  @Option(
    help: ArgumentHelp(
      "Who is customer and who provider; by default csc>csp, csp>csp2, ….", valueName: "customer>provider"))
  var agreement: [AgreementPair] = []

  @Option(help: ArgumentHelp("A control catalogue for every party, instead of the usual.", valueName: "key"))
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
