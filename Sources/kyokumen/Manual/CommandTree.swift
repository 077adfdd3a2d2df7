import ArgumentParser
import Foundation

/// The commands as the argument parser itself describes them: what is not defined there is not in the manual.
struct CommandTree: Decodable {
  struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let subcommands: [Command]?
    let arguments: [Argument]?

    /// Those that help lists, without `help` and `version`, which every command has.
    var own: [Argument] {
      (arguments ?? []).filter { $0.shouldDisplay && !Self.global.contains($0.valueOrName) }
    }

    private static let global: Set<String> = ["help", "version", "lang", "theme", "as"]
  }

  struct Argument: Decodable {
    enum Kind: String, Decodable { case positional, option, flag }
    struct Name: Decodable {
      let kind: String
      let name: String
    }

    let kind: Kind
    let shouldDisplay: Bool
    let isOptional: Bool
    let isRepeating: Bool
    let preferredName: Name?
    let valueName: String?
    let defaultValue: String?
    let allValues: [String]?
    let abstract: String?
    let discussion: String?

    var valueOrName: String { preferredName?.name ?? valueName ?? "" }

    /// As it is typed: `FILE`, `--party KEY`, `--json`.
    var spelling: String {
      let value = (valueName ?? "").uppercased().replacing(">X<", with: "x")
      return switch kind {
      case .positional: value + (isRepeating ? "…" : "")
      case .option: "--\(valueOrName) \(value)"
      case .flag: "--\(valueOrName)"
      }
    }

    var synopsis: String { isOptional ? "[\(spelling)]" : spelling }
  }

  let command: Command

  /// What is defined, in the language of the command line's help.
  static func read() throws -> Command {
    try JSONDecoder().decode(CommandTree.self, from: Data(Kyokumen._dumpHelp().utf8)).command
  }
}
