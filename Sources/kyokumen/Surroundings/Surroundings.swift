import Canvas
import Catalogues
import Domain
import Glibc
import Interface
import Terminal
import Themes

/// What the program finds around it when it starts: environment, clock, language, who sits there.
struct Surroundings {
  let environment: [String: String]
  let folders: Folders
  let clock: Clock
  let language: Language
  /// Who acts, as they are called.
  let actor: String
  /// Which theme is shown where.
  let themeChoice: ThemeChoice
  /// Whether the interface speaks in lines instead of drawing.
  let isPlain: Bool
  private let configuration: Configuration
  private let isThemeOption: Bool

  init(options: GlobalOptions, isPlain: Bool = false) {
    environment = Self.readEnvironment()
    self.isPlain = isPlain || environment["ACCESSIBLE"].map { !["", "0"].contains($0) } ?? false
    folders = Folders(environment: environment)
    clock = Clock(environment: environment)
    configuration = .own
    isThemeOption = options.theme != nil
    language = options.language ?? configuration.language ?? Self.language(environment)
    actor = options.actor ?? Self.loginName(environment)
    themeChoice = ThemeChoice(
      library: ThemeLibrary(userDirectory: folders.themes),
      asked: options.theme.map { ThemeChoice.Asked($0) } ?? configuration.theme,
      wishes: configuration.terminal,
      environment: environment)
  }

  /// Looks whether what was found can be worked with.
  ///
  /// - Throws: `Failure` for a configuration file or clock that makes no sense.
  func admit() throws {
    // A theme named by an option makes up for one that the file names and nobody knows.
    if let problem = isThemeOption ? configuration.problem : configurationProblem { throw problem }
    if let problem = clock.problem { throw problem }
  }

  /// The theme where there is no terminal to ask: the one asked for, else the usual one.
  ///
  /// - Throws: `ThemeError`.
  func theme() throws -> Theme { try themeChoice.theme(depth: .truecolor) }

  /// Takes the terminal, asks it about itself and does not wait for the answers.
  ///
  /// - Throws: `SessionError`, and `ThemeError` before the terminal is touched.
  func takeTerminal() throws -> Session {
    let wishes = themeChoice.wishes
    let session = try Session(
      theme: try theme(), synchronized: wishes.isSynchronized, depth: wishes.depth, environment: environment)
    session.inquire()
    return session
  }

  /// What is wrong with the configuration file; nil when nothing is.
  var configurationProblem: Failure? { configuration.problem(among: themeChoice.library.names) }

  /// The person's own keys; the usual ones, and a word about it, where theirs cannot be used and nobody presses them.
  func keymapToTell() -> Keymap {
    do {
      return try keymap()
    } catch {
      Output.diagnose("kyokumen: " + Failure(error).words[language])
      return .usual
    }
  }

  /// The person's own keys, or the usual ones.
  ///
  /// - Throws: `Failure` that tells what is wrong with their file.
  func keymap() throws -> Keymap { try ownKeys.keymap() }

  /// Where they are written.
  var ownKeys: KeysFile { KeysFile(path: folders.configuration + "/keys.yaml") }

  /// Who acts, today, on behalf of nobody yet.
  func context(readOnly: Bool = false) -> Context {
    Context(today: clock.today, actor: actor, catalogues: Catalogues.shelf, readOnly: readOnly)
  }

  /// Who acts, today, with the catalogues that came into an assessment beside the program's own.
  func context(of assessment: Assessment, readOnly: Bool = false) -> Context {
    var context = context(readOnly: readOnly)
    context.follow(assessment)
    return context
  }

  /// POSIX: the first that is set and not empty counts.
  static func language(_ environment: [String: String]) -> Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.hasPrefix("ja") == true ? .japanese : .english
  }

  private static func loginName(_ environment: [String: String]) -> String {
    if let entry = getpwuid(getuid()), let name = entry.pointee.pw_name { return String(cString: name) }
    return environment["LOGNAME"] ?? environment["USER"] ?? "user"
  }

  /// The environment as the program was started with it.
  static func readEnvironment() -> [String: String] {
    var found: [String: String] = [:]
    var place = environ
    while let line = place.pointee {
      let parts = String(cString: line).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { found[String(parts[0])] = String(parts[1]) }
      place += 1
    }
    return found
  }
}
