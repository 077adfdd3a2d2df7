import ArgumentParser
import Domain
import Interface

/// The options every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(
    name: .customLong("lang"), help: .said("Language of the program's words: en or ja.", "表示する言語: en 又は ja。"))
  var language: Language?

  @Option(help: .said("Colour theme.", "配色のテーマ。", "name"), completion: .theme)
  var theme: String?

  @Option(
    name: .customLong("as"),
    help: .said("Who is acting; else the login name.", "操作する人の名前。省略時はログイン名。", "name"))
  var actor: String?
}

extension Language: ExpressibleByArgument {}

/// How the interface shows itself, for the commands that open it.
struct InterfaceOptions: ParsableArguments {
  @Flag(
    help: .said(
      "Line by line, for screen readers, simple terminals and scripts: nothing is drawn.",
      "画面を描かず行単位で表示する（スクリーンリーダー、簡易端末、スクリプト向け）。"))
  var plain = false
}

/// A command of this program: it knows its surroundings, and its failures are sentences with an exit status.
protocol WorkbenchCommand: ParsableCommand {
  var options: GlobalOptions { get }
  /// Whether it is carried out although the configuration or the clock make no sense.
  static var isTolerant: Bool { get }
  /// Whether it was asked to speak in lines.
  var isPlain: Bool { get }
  /// Does what was asked; throws `Failure`, or what `Failure` can put into words.
  func carryOut(in surroundings: Surroundings) throws
}

extension WorkbenchCommand {
  static var isTolerant: Bool { false }
  var isPlain: Bool { false }

  /// Carries out, and turns what went wrong into a line on stderr and an exit status.
  func run() throws {
    let surroundings = Surroundings(options: options, isPlain: isPlain)
    Interrupt.clearsDrafts(surroundings.language)
    do {
      if !Self.isTolerant { try surroundings.admit() }
      try carryOut(in: surroundings)
    } catch let code as ExitCode {
      throw code
    } catch let error as ValidationError {
      throw error
    } catch {
      let failure = Failure(error)
      let keymap = (try? surroundings.keymap()) ?? .usual
      Output.diagnose("kyokumen: " + keymap.say(failure.words, surroundings.language))
      throw ExitCode(failure.status.rawValue)
    }
  }
}
