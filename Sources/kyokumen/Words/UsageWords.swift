import Domain

/// Puts into Japanese what the command-line library says of its own accord: heads of help, and what is wrong with the
/// words of a command line.
enum UsageWords {
  /// The text in a language; a completion script or the version is nobody's prose and stays.
  static func said(_ text: String, in language: Language) -> String {
    guard language == .japanese, heads.contains(where: { text.hasPrefix($0.en) }) else { return text }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for place in lines.indices {
      if let head = heads.first(where: { lines[place].hasPrefix($0.en) }) {
        lines[place] = head.ja + lines[place].dropFirst(head.en.count)
      }
    }
    let japanese = parts.reduce(lines.joined(separator: "\n")) { $0.replacing($1.en, with: $1.ja) }
    return faults(japanese)
  }

  /// What a line begins with.
  private static let heads = [
    Words("OVERVIEW: ", "概要: "), Words("USAGE: ", "使い方: "), Words("Usage: ", "使い方: "),
    Words("ARGUMENTS:", "引数:"), Words("OPTIONS:", "オプション:"), Words("SUBCOMMANDS:", "コマンド:"),
    Words("Error: ", "エラー: "), Words("Help:  ", "説明: "),
  ]

  private static let parts = [
    Words("<subcommand>", "<コマンド>"), Words("<options>", "<オプション>"),
    Words("Show the version.", "版を表示する。"), Words("Show help information.", "この説明を表示する。"),
    Words("Show subcommand help information.", "コマンドの説明を表示する。"),
    Words("(values:", "(値:"), Words("(default:", "(既定:"),
    Words(" (default)", "（既定）"), Words("  See '", "  詳しくは '"), Words("' for more information.", "'"),
    Words("' for detailed help.", "'"),
    Words(". Please provide one of the following:", "。次のいずれかを指定してください:"),
  ]

  private static func faults(_ text: String) -> String {
    text
      .replacing(/;(\s+)default:/) { ";\($0.1)既定:" }
      .replacing(/Unknown option '(.+?)'\. Did you mean '(.+?)'\?/) {
        "'\($0.1)' というオプションはありません。'\($0.2)' でしょうか"
      }
      .replacing(/Unknown option '(.+?)'/) { "'\($0.1)' というオプションはありません" }
      .replacing(/Missing value for '(.+?)'/) { "'\($0.1)' の値がありません" }
      .replacing(/Missing expected argument '(.+?)'/) { "引数 '\($0.1)' がありません" }
      .replacing(/Missing required subcommand\./) { _ in "コマンドがありません" }
      .replacing(/Unexpected argument '(.+?)'/) { "余分な引数があります: '\($0.1)'" }
      .replacing(#/(\d+) unexpected arguments: /#) { "余分な引数が \($0.1) 個あります: " }
      .replacing(/The option '(.+?)' does not take any value, but '(.*?)' was specified\./) {
        "オプション '\($0.1)' は値を取りません（'\($0.2)' が指定されています）"
      }
      .replacing(/The value '(.*?)' is invalid for '(.+?)'/) { "'\($0.1)' は '\($0.2)' に使えません" }
      .replacing(/\. Please provide one of (.+?)\.\n/) {
        "。使えるもの: \($0.1.replacing(" and ", with: ", ").replacing(" or ", with: ", "))\n"
      }
  }
}
