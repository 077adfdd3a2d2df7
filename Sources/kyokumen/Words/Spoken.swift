import ArgumentParser
import Domain

/// The language in which the command line explains itself: known before anything is parsed.
enum Spoken {
  static let language: Language = {
    asked(CommandLine.arguments) ?? Configuration.own.language
      ?? Surroundings.language(Surroundings.readEnvironment())
  }()

  /// What `--lang` says; nil where it is not there or no language.
  private static func asked(_ arguments: [String]) -> Language? {
    for (place, word) in arguments.enumerated() {
      if word == "--lang", arguments.indices.contains(place + 1) {
        return Language(rawValue: arguments[place + 1])
      }
      if word.hasPrefix("--lang=") { return Language(rawValue: String(word.dropFirst("--lang=".count))) }
    }
    return nil
  }
}

extension Words {
  /// The expression in the language of the command line's help.
  var said: String { self[Spoken.language] }
}

extension ArgumentHelp {
  /// Help of an option or argument in both languages.
  static func said(_ en: String, _ ja: String, _ valueName: String? = nil) -> ArgumentHelp {
    ArgumentHelp(Words(en, ja).said, valueName: valueName)
  }
}
