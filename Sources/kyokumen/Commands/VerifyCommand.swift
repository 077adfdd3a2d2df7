import ArgumentParser
import Domain
import Exchange
import Store

/// `kyokumen verify`
struct VerifyCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: Words(
      "Check that the file is as it was written, entry by entry.", "ファイルが記録されたとおりであるかを、履歴の一件ごとに確かめる。"
    ).said,
    discussion: Words("Exit status 1 when it is not.", "異なれば終了ステータスは 1。").said)

  @OptionGroup var options: GlobalOptions

  @Argument(help: .said("The workspace file.", "ワークスペースのファイル。"), completion: .workspace)
  var file: String

  @Flag(help: .said("As JSON.", "JSON で出力する。"))
  var json = false

  func carryOut(in surroundings: Surroundings) throws {
    let progress = Progress(surroundings.language, words: Progress.entries)
    defer { progress.end() }
    let found = try Workspace.verify(at: file) { progress.tell(Int($0), of: 0) }
    progress.end()
    if json {
      try Output.print(
        JSONWriter.text { writer in
          writer.object { writer in
            writer.member("ok", found.isSound)
            writer.member("entries", found.entries)
            writer.finding("firstBad", found.firstBad)
          }
        })
    } else {
      try Output.print("\(file): \(Self.sentence(found)[surroundings.language])".printable)
    }
    if !found.isSound { throw ExitCode(ExitStatus.found.rawValue) }
  }

  /// What was found, as one sentence without the file.
  static func sentence(_ found: Verification) -> Words {
    guard let bad = found.firstBad else {
      return Words("sound, \(found.entries) entries", "正常です（履歴 \(found.entries) 件）")
    }
    let why = bad.why.words
    let word = bad.why.rawValue
    guard let seq = bad.seq else { return Words("\(word): \(why.en)", "\(word): \(why.ja)") }
    return Words("entry \(seq): \(word): \(why.en)", "履歴 \(seq) 番目: \(word): \(why.ja)")
  }
}

extension Verification.Why {
  /// What does not fit, and what it means.
  fileprivate var words: Words {
    switch self {
    case .digest: Words("its content was changed after it was written", "記録後に内容が書き換えられています")
    case .gap: Words("it is missing", "欠落しています")
    case .order: Words("it stands where another stood", "順序が入れ替わっています")
    case .head: Words("the journal does not end where the file says", "履歴の末尾がファイルの記載と一致しません")
    case .projection: Words("a table does not say what the journal tells", "表の内容が履歴と一致しません")
    case .unreadable:
      Words(
        "it cannot be read; `kyokumen repair` brings back what can be", "読み取れません。kyokumen repair で可能な限り修復できます"
      )
    }
  }
}
