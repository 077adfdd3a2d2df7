import ArgumentParser
import Domain

/// The program: which commands there are, and what is done when none is named.
struct Kyokumen: ParsableCommand {
  /// The program with its version, as `--version` says it.
  static let version = "kyokumen 0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "kyokumen",
    abstract: Words(
      "局面: a workbench in the terminal for information-security management assessments.",
      "局面: 情報セキュリティマネジメントのアセスメントを端末で進める道具。"
    ).said,
    discussion: Words(
      "Without a command the workspace is opened; without a workspace, the start screen.",
      "コマンドがなければワークスペースを開く。それもなければ開始画面を開く。"
    ).said,
    version: version,
    subcommands: [
      OpenCommand.self, DemoCommand.self, NewCommand.self, ShowCommand.self, CheckCommand.self,
      PhaseCommand.self, AddCommand.self, ImportCommand.self, ExportCommand.self, LogCommand.self,
      ReportCommand.self, VerifyCommand.self, BackupCommand.self, RepairCommand.self, JoinCommand.self,
      WalkCommand.self, TutorialCommand.self, ThemeCommand.self, KeysCommand.self, ManualCommand.self,
      DoctorCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  /// Parses and runs; never returns.
  static func start(_ arguments: [String]) -> Never {
    do {
      var command = try parseAsRoot(arranged(Array(arguments.dropFirst())))
      try command.run()
      exit()
    } catch {
      exit(withError: error)
    }
  }

  private static let globalNames: Set<String> = ["--lang", "--theme", "--as"]
  private static let flags: Set<String> = ["--plain"]

  /// Options that every command takes may also stand before its name, as people type them.
  static func arranged(_ arguments: [String]) -> [String] {
    var leading: [String] = []
    var rest = arguments[...]
    while let first = rest.first {
      if globalNames.contains(first), rest.count > 1 {
        leading += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else if flags.contains(first) {
        leading.append(first)
        rest = rest.dropFirst()
      } else if globalNames.contains(where: { first.hasPrefix($0 + "=") }) {
        leading.append(first)
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    let names = path(of: Array(rest))
    return names.isEmpty ? arguments : names + leading + rest.dropFirst(names.count)
  }

  /// The command's name at the beginning, and that of the command below it where there is one.
  private static func path(of words: [String]) -> [String] {
    var names: [String] = []
    var commands = configuration.subcommands
    for word in words {
      guard let command = commands.first(where: { $0.configuration.commandName == word }) else { break }
      names.append(word)
      commands = command.configuration.subcommands
    }
    return names
  }
}
