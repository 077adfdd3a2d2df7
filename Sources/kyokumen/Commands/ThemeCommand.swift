import ArgumentParser
import Canvas
import Domain
import Exchange
import Glibc
import Themes

/// `kyokumen theme`
struct ThemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme",
    abstract: Words("List the colour themes, or check a theme file.", "配色テーマの一覧、テーマのファイルの点検。").said,
    discussion: Words(
      "Themes of your own are files NAME.yaml in the folder themes beside config.yaml.",
      "自分のテーマは config.yaml と同じ場所の themes フォルダに 名前.yaml として置く。"
    ).said,
    subcommands: [ThemeListCommand.self, ThemeCheckCommand.self])
}

/// `kyokumen theme list`
struct ThemeListCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: Words("Name every theme that can be chosen.", "選べるテーマを全て示す。").said)

  @OptionGroup var options: GlobalOptions

  @Flag(help: .said("As JSON.", "JSON で出力する。"))
  var json = false

  func carryOut(in surroundings: Surroundings) throws {
    let library = surroundings.themeChoice.library
    let names = library.names
    if json { return try Output.print(Self.json(library)) }
    let width = (names.map { DisplayWidth.width(of: $0) }.max() ?? 0) + 2
    for name in names {
      let blanks = String(repeating: " ", count: width - DisplayWidth.width(of: name))
      let about = Self.about(name, library)[surroundings.language]
      try Output.print((name + blanks + about).printable)
    }
  }

  private static func about(_ name: String, _ library: ThemeLibrary) -> Words {
    guard let path = library.path(of: name) else { return ThemeWords.about(name) }
    do {
      _ = try library.theme(named: name)
      return Words(path, path)
    } catch {
      return error.briefWords
    }
  }

  private static func json(_ library: ThemeLibrary) -> String {
    JSONWriter.text { writer in
      writer.array { writer in
        for name in library.names {
          writer.object { writer in
            writer.member("name", name)
            writer.member("path", library.path(of: name))
          }
        }
      }
    }
  }
}

/// `kyokumen theme check`
struct ThemeCheckCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: Words(
      "Look closely at theme files: mistakes, faint words, risk levels alike.",
      "テーマのファイルを調べる。誤り、読みにくい文字、紛らわしいリスクレベル。"
    ).said,
    discussion: Words(
      """
      Words need a contrast of 4.5:1 (WCAG 2.2), risk levels a difference of 10 (CIEDE2000) for every kind of colour \
      vision. Exit status 1 when something should be mended, 65 when the theme cannot be used.

        kyokumen theme check ~/.config/kyokumen/themes/mine.yaml
      """,
      """
      文字には 4.5:1 のコントラスト比（WCAG 2.2）、リスクレベルどうしには、どの色覚でも 10 の差（CIEDE2000）が要る。直すべき点が\
      あれば終了ステータスは 1、使えないテーマなら 65。

        kyokumen theme check ~/.config/kyokumen/themes/mine.yaml
      """
    ).said)

  @OptionGroup var options: GlobalOptions

  @Argument(help: .said("The theme file.", "テーマのファイル。"), completion: .file(extensions: ["yaml"]))
  var file: String

  @Flag(help: .said("As JSON.", "JSON で出力する。"))
  var json = false

  func carryOut(in surroundings: Surroundings) throws {
    guard access(file, F_OK) == 0 else {
      throw Failure(.noFile, "\(file): there is no such file", "\(file): ファイルがありません")
    }
    let language = surroundings.language
    let report: ThemeReport
    do throws(ThemeError) {
      report = try surroundings.themeChoice.library.check(contentsOf: file)
    } catch {
      throw try refuse(error, language)
    }
    if json {
      try Output.print(Self.json(report.findings.map { ($0.place, $0.words) }, language))
    } else {
      for finding in report.findings {
        try Output.print("\(finding.place.description): \(finding.words[language])".printable)
      }
      let isMeasured = report.theme.deepest > .ansi16
      let verdict = isMeasured ? ThemeWords.sound : ThemeWords.usable
      if report.findings.isEmpty { try Output.print("\(file): \(verdict[language])".printable) }
    }
    if !report.findings.isEmpty { throw ExitCode(ExitStatus.found.rawValue) }
  }

  /// Tells every mistake that keeps a theme from being used.
  private func refuse(_ error: ThemeError, _ language: Language) throws -> ExitCode {
    if json {
      try Output.print(Self.json(error.all.map { ($0.place, $0.messageWords) }, language))
    } else {
      for error in error.all { Output.diagnose("kyokumen: " + error.words[language]) }
    }
    return ExitCode(ExitStatus.data.rawValue)
  }

  private static func json(_ findings: [(place: ThemePlace, words: Words)], _ language: Language) -> String {
    JSONWriter.text { writer in
      writer.array { writer in
        for finding in findings {
          writer.remark(
            in: finding.place.file, line: finding.place.line, column: finding.place.column,
            finding.words[language])
        }
      }
    }
  }
}
