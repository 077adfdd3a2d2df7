import ArgumentParser
import Domain
import Glibc

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
    let words = Array(arguments.dropFirst())
    if let slip = slip(in: words) {
      Output.diagnose("kyokumen: " + slip.said)
      exit(withError: ExitCode(ExitStatus.usage.rawValue))
    }
    do {
      var command = try parseAsRoot(arranged(words))
      try command.run()
      exit()
    } catch {
      end(fullMessage(for: error), exitCode(for: error))
    }
  }

  /// Says what the library has to say, in the person's language, and ends.
  private static func end(_ message: String, _ code: ExitCode) -> Never {
    let said = CompletionScript.finished(UsageWords.said(message, in: Spoken.language)) + "\n"
    if !message.isEmpty {
      _ = FileText.writeAll(Array(said.utf8), to: code.isSuccess ? STDOUT_FILENO : STDERR_FILENO)
    }
    exit(withError: code)
  }

  /// Before the name of a command as `--help` behind it.
  private static let helpName = "help"
  private static let globalNames: Set<String> = ["--lang", "--theme", "--as"]
  private static let flags: Set<String> = ["--plain"]

  /// Options that every command takes may also stand before its name, as people type them.
  static func arranged(_ arguments: [String]) -> [String] {
    let (leading, rest) = parted(arguments)
    if rest.first == helpName { return path(of: Array(rest.dropFirst())).names + ["--help"] }
    let names = path(of: rest).names
    // Help of the program, not of the command that stands in where none is named.
    if names.isEmpty, ["--help", "-h", "--version"].contains(rest.first) { return rest }
    return names.isEmpty ? arguments : names + leading + rest.dropFirst(names.count)
  }

  /// A word that stands for a command, is none, and is like one; nil where the line makes sense, or none at all.
  private static func slip(in arguments: [String]) -> Words? {
    var rest = parted(arguments).rest
    if rest.first == helpName { rest.removeFirst() }
    let (names, below) = path(of: rest)
    let known = below + (names.isEmpty ? [helpName] : [])
    guard rest.count > names.count else { return nil }
    let word = rest[names.count]
    guard !word.contains(where: { "-./:".contains($0) }), !FileText.exists(word),
      let name = NearestName.find(word, among: known)
    else { return nil }
    let whole = (["kyokumen"] + names + [name]).joined(separator: " ")
    return Words(
      "\(word): there is no such command or file; `\(whole)` is like it",
      "\(word): そのようなコマンドもファイルもありません。`\(whole)` でしょうか")
  }

  /// The options of every command before a command's name, and what follows them.
  private static func parted(_ arguments: [String]) -> (leading: [String], rest: [String]) {
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
    return (leading, Array(rest))
  }

  /// The command's name at the beginning, that of the command below it where there is one, and the names that may follow.
  private static func path(of words: [String]) -> (names: [String], below: [String]) {
    var names: [String] = []
    var commands = configuration.subcommands
    for word in words {
      guard let command = commands.first(where: { $0.configuration.commandName == word }) else { break }
      names.append(word)
      commands = command.configuration.subcommands
    }
    return (names, commands.compactMap { $0.configuration.commandName })
  }
}
