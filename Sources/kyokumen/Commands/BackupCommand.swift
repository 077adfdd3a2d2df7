import ArgumentParser
import Domain
import Exchange
import Store

/// `kyokumen backup`
struct BackupCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: Words(
      "Copy the file as it is now, whole, also while others work on it.", "他の人が作業中でも、いまの内容をそのままバックアップする。"
    ).said,
    discussion: Words(
      """
      The copy is one file and is checked as `verify` does; exit status 1 when something does not fit, in which case \
      it is kept all the same. A file of which parts cannot be read is not copied, and status 65 says so: \
      `kyokumen repair FILE --output NEW` brings out what can be read. Copying an open workspace by other means may \
      leave its last changes behind.
      """,
      """
      バックアップは一つのファイルで、`verify` と同じ検査をする。問題があれば終了ステータスは 1（バックアップは残る）。\
      読めない部分のあるファイルはバックアップせず、終了ステータスは 65。読める内容は `kyokumen repair ファイル --output \
      新しいファイル` で取り出せる。使用中のファイルを他の方法で複製すると、最後の変更が含まれないことがある。
      """
    ).said)

  @OptionGroup var options: GlobalOptions

  @Argument(help: .said("The workspace file.", "ワークスペースのファイル。"), completion: .workspace)
  var file: String

  @Argument(
    help: .said(
      "The copy, or the folder it goes into; else beside the file, the moment in its name.",
      "バックアップ先のファイル又はフォルダ。省略すると元のファイルの隣に、日時を付けた名前で作る。", "to"), completion: .file())
  var target: String?

  @Flag(help: .said("As JSON.", "JSON で出力する。"))
  var json = false

  func carryOut(in surroundings: Surroundings) throws {
    let copy = place(at: surroundings.clock.now)
    let workspace = try Workspace.open(at: file, readOnly: true)
    try workspace.saveCopy(to: copy)
    try? workspace.close()
    let progress = Progress(surroundings.language, words: Progress.entries)
    defer { progress.end() }
    let found = try Workspace.verify(at: copy) { progress.tell(Int($0), of: 0) }
    progress.end()
    if json {
      try Output.print(
        JSONWriter.text { writer in
          writer.object { writer in
            writer.member("ok", found.isSound)
            writer.member("entries", found.entries)
            writer.member("copy", copy)
            writer.finding("firstBad", found.firstBad)
          }
        })
    } else {
      let language = surroundings.language
      let words = Words("copied to \(copy)", "\(copy) にバックアップしました")
      try Output.print("\(file): \(words[language])".printable)
      try Output.print("\(copy): \(VerifyCommand.sentence(found)[language])".printable)
    }
    if !found.isSound { throw ExitCode(ExitStatus.found.rawValue) }
  }

  /// Where the copy goes; `ours.kyokumen` becomes `ours-20261124T050000Z.kyokumen`.
  private func place(at moment: Moment) -> String {
    let stamp = moment.text.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
    let ending = ".kyokumen"
    let stem = file.hasSuffix(ending) ? String(file.dropLast(ending.count)) : file
    guard let target else { return "\(stem)-\(stamp)\(ending)" }
    guard FileText.isFolder(target) else { return target }
    let name = stem.split(separator: "/").last.map(String.init) ?? stem
    return (target.hasSuffix("/") ? target : target + "/") + "\(name)-\(stamp)\(ending)"
  }
}

extension JSONWriter {
  /// A finding of a verification under a key; nil is `null`.
  mutating func finding(_ key: String, _ failure: Verification.Failure?) {
    self.key(key)
    guard let failure else { return null() }
    object { writer in
      writer.member("seq", failure.seq)
      writer.member("why", failure.why.rawValue)
    }
  }
}
