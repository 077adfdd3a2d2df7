import Canvas
import Catalogues
import Domain
import Glibc
import Themes

/// What the program finds around it when it starts: environment, clock, language, who sits there.
struct Surroundings {
  let environment: [String: String]
  let folders: Folders
  let clock: Clock
  let language: Language
  /// Who acts, as they are called.
  let actor: String
  /// Nil when nobody chose one.
  private let chosenTheme: String?
  private let configuration: Configuration

  /// The theme taken when none is chosen.
  private static let usualTheme = "default-dark"

  init(options: GlobalOptions) {
    environment = Self.readEnvironment()
    folders = Folders(environment: environment)
    clock = Clock(environment: environment)
    configuration = Configuration(file: folders.configuration + "/config.yaml")
    language = options.language ?? configuration.language ?? Self.language(environment)
    actor = options.actor ?? Self.loginName(environment)
    chosenTheme = options.theme ?? configuration.theme
  }

  /// Looks whether what was found can be worked with.
  ///
  /// - Throws: `Failure` for a configuration file or clock that makes no sense.
  func admit() throws {
    if let problem = configuration.problem { throw problem }
    if let problem = clock.problem { throw problem }
  }

  /// The theme asked for, else the configured one.
  ///
  /// - Throws: `ThemeError`.
  func theme() throws -> Theme {
    try ThemeLibrary(userDirectory: folders.configuration + "/themes")
      .theme(named: chosenTheme ?? Self.usualTheme)
  }

  /// Whether the person chose a theme, and did not just get the usual one.
  var isThemeChosen: Bool { chosenTheme != nil }

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
  private static func language(_ environment: [String: String]) -> Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.hasPrefix("ja") == true ? .japanese : .english
  }

  private static func loginName(_ environment: [String: String]) -> String {
    if let entry = getpwuid(getuid()), let name = entry.pointee.pw_name { return String(cString: name) }
    return environment["LOGNAME"] ?? environment["USER"] ?? "user"
  }

  private static func readEnvironment() -> [String: String] {
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
