import ArgumentParser
import Domain
import Interface
import Reports
import Store

/// `kyokumen report`
struct ReportCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: Words("Write a report for people to keep, on paper or on a screen.", "紙や画面で残す報告書を書き出す。").said,
    discussion: Words(
      """
      soa: the statement of applicability. risk-treatment-plan: what is done about which risk. register: every risk, \
      with criteria and matrix. minutes: of one day of a workshop. audit: what an auditor's walk came to. cycle: what \
      the cycle came to. all: everything.

      The form follows from the name of the output: .md or .html; HTML is one file that needs no other and prints on \
      A4. FILE may be a demo.
      """,
      """
      soa: 適用宣言書。risk-treatment-plan: リスク対応計画。register: リスク登録簿（基準とマトリックス付き）。\
      minutes: ワークショップ一日の議事録。audit: 監査の巡回の結果。cycle: その期のまとめ。all: 全て。

      形式は出力のファイル名で決まる（.md 又は .html）。HTML は単独で読め、A4 に印刷できる。ファイルの代わりにデモも使える。
      """
    ).said)

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: .said("The workspace file, or a demo.", "ワークスペースのファイル、又はデモ。"),
    completion: CompletionScript.workspaceOrDemo)
  var file: String

  @Argument(help: .said("Which report.", "報告書の種類。"))
  var kind: ReportKind

  @Option(
    help: .said(
      "The file to write; - is standard output, as Markdown.", "書き出すファイル。- は標準出力（Markdown）。", "path"),
    completion: .file())
  var output: String

  @Option(
    help: .said("The day; else today, or the latest day people met.", "対象の日。省略時は今日、又は直近の開催日。", "day"))
  var date: Day?

  @Option(
    help: .said("The walk, by its label; else the latest.", "対象の巡回（記号で指定）。省略時は直近。", "label"),
    completion: .record)
  var walk: String?

  @Option(
    name: .customLong("for"), help: .said("Only what that party may see.", "その組織に開示されるものだけ。", "key"),
    completion: .party)
  var audience: String?

  @Option(
    help: .said(
      "As it stood: a day's end, after a journal entry, or a closed cycle.",
      "過去の時点: その日の終わり、履歴の番号の直後、又は締めた期。", "day|seq|cycle:N"))
  var at: PastPoint?

  @Flag(help: .said("Replace what is there.", "既にあるファイルを置き換える。"))
  var force = false

  func carryOut(in surroundings: Surroundings) throws {
    let form = try ReportForm(path: output)
    let destination = Destination(output, replacing: force)
    try destination.admit()
    let progress = Progress(surroundings.language, isSilent: destination.isScreen, words: Progress.rows)
    defer { progress.end() }
    var source = try WorkspaceFile.read(file, surroundings)
    defer { source.close() }
    let audience = try self.audience.map { try source.party($0) }
    let order = ReportOrder(kind, for: audience, day: date, walk: try walk.map { try source.record($0) })
    var (today, moment) = (surroundings.clock.today, Words?.none)
    if let at { (today, moment) = try source.look(at: at, surroundings.clock) }
    var context = source.context(surroundings)
    context.today = today
    let language = surroundings.language
    let material = try ReportDesk(
      workspace: source.workspace, clock: surroundings.clock, language: language
    ).material(order, of: source.assessment, context, at: moment)
    let document = material.document
    progress.tell(0, of: document.rowCount)
    try destination.write { sink in
      try form.write(document) { piece, rows in
        progress.advance(by: rows)
        try sink(Array(piece.utf8))
      }
    }
    progress.end()
    if material.hidden > 0 { Output.diagnose(Audience.leftOut(material.hidden)[language]) }
  }
}

extension ReportKind: ExpressibleByArgument {}

extension WorkspaceFile {
  /// Puts a past moment in the place of the present; the file stays as it is.
  ///
  /// - Returns: The moment's day, and the moment in words.
  /// - Throws: `Failure` when the journal holds no such moment.
  fileprivate mutating func look(at point: PastPoint, _ clock: Clock) throws -> (today: Day, words: Words?) {
    let (state, time) = try past(point, clock)
    assessment = state.assessment
    return (time.day, PastWords.name(state.moment, at: time))
  }
}
