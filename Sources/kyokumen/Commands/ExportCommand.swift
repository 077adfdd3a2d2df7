import ArgumentParser
import Domain
import Exchange
import Foundation
import Glibc
import Store

/// `kyokumen export`
struct ExportCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: Words(
      "Write a workspace in another form: tables for spreadsheets, or all of it.",
      "ワークスペースを別の形式（表計算用の表、又は全体）で書き出す。"
    ).said)

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: .said("The workspace file, or a demo.", "ワークスペースのファイル、又はデモ。"),
    completion: CompletionScript.workspaceOrDemo)
  var file: String

  @Option(
    help: .said(
      """
      json: the workspace itself, without loss. csv: tables, one file each in a folder, or one table with --table. \
      xlsx: all tables as one workbook, with the matrix and the method. oscal: OSCAL 1.1.3 documents in a folder, \
      per party statement of applicability, assessment plan and results, and plan of action.
      """,
      """
      json: ワークスペース全体を欠けなく。csv: 表を一つずつフォルダへ、--table なら一つの表だけ。\
      xlsx: 全ての表とマトリックス、方法を一つのブックに。oscal: OSCAL 1.1.3 の文書をフォルダへ（組織ごとの適用宣言書、\
      アセスメントの計画と結果、是正の計画）。
      """))
  var format: ExportFormat

  @Option(
    help: .said(
      "The file to write, or for several files the folder; - is standard output.",
      "書き出すファイル。複数ならフォルダ。- は標準出力。", "path"), completion: .file())
  var output: String

  @Option(
    help: .said(
      "csv: this table alone: \(RecordTable.allCases.map(\.rawValue).joined(separator: ", ")).",
      "csv: この表だけ: \(RecordTable.allCases.map(\.rawValue).joined(separator: ", "))。", "name"))
  var table: RecordTable?

  @Option(
    help: .said("oscal: the documents of that party alone.", "oscal: この組織の文書だけ。", "key"), completion: .party)
  var party: String?

  @Flag(help: .said("json: leave out how it came to be.", "json: 変更履歴を含めない。"))
  var noJournal = false

  @Option(
    name: .customLong("for"),
    help: .said("Only what that party may see; without the journal.", "その組織に開示されるものだけ（変更履歴は含めない）。", "key"),
    completion: .party)
  var audience: String?

  @Flag(help: .said("Replace what is there.", "既にあるファイルを置き換える。"))
  var force = false

  func carryOut(in surroundings: Surroundings) throws {
    // Whoever asked for one party's must not be given everybody's.
    guard party == nil || format == .oscal else {
      throw Failure(
        .usage, "--party is for OSCAL; --for KEY leaves out what that party may not see",
        "--party は OSCAL 用です。見せてよいものだけを書き出すには --for を使ってください")
    }
    var source = try WorkspaceFile.read(file, surroundings)
    defer { source.close() }
    let hidden = try audience.map { try source.hide(from: source.party($0)) }
    switch format {
    case .json: try writeJSON(source, isWhole: hidden == nil, surroundings.language)
    case .csv: try writeCSV(source, surroundings)
    case .xlsx:
      let method = MethodSheets.sheets(source.assessment, surroundings.language)
      try writeWorkbook(made(of: source, surroundings, RecordTable.sheet) + method)
    case .oscal:
      try OSCALFolder(path: output, isReplacing: force).write(
        source, party: party.map { try source.party($0) }, surroundings)
    }
    if let hidden, hidden > 0 { Output.diagnose(Audience.leftOut(hidden)[surroundings.language]) }
  }

  private var destination: Destination { Destination(output, replacing: force) }

  /// The journal tells everything, so it does not go to one party.
  private func writeJSON(_ source: WorkspaceFile, isWhole: Bool, _ language: Language) throws {
    let workspace = source.workspace
    let export = WorkspaceExport(source.assessment, replica: workspace.replica)
    let withJournal = !noJournal && isWhole
    let progress = Progress(language, isSilent: destination.isScreen, words: Progress.kilobytes)
    defer { progress.end() }
    try destination.write { sink in
      try export.write(journal: withJournal ? { try workspace.eachEntry($0) } : nil) { bytes in
        progress.advance(by: bytes.count / 1024)
        try sink(bytes)
      }
    }
  }

  /// How a table is made of what stands, in a form of its own.
  private typealias Making<Form> = (RecordTable) -> (
    Assessment, Context, Language, (Int, Int) -> Void
  ) -> Form

  /// The tables that go out, told of while they are made.
  private func made<Form>(
    of source: WorkspaceFile, _ surroundings: Surroundings, _ making: Making<Form>
  ) -> [Form] {
    let context = surroundings.context(of: source.assessment)
    let progress = Progress(surroundings.language, words: Progress.rows)
    defer { progress.end() }
    return tables.map { table in
      making(table)(source.assessment, context, surroundings.language) { progress.tell($0, of: $1) }
    }
  }

  private var tables: [RecordTable] { table.map { [$0] } ?? RecordTable.allCases }

  private func writeCSV(_ source: WorkspaceFile, _ surroundings: Surroundings) throws {
    guard table != nil || output != "-" else {
      throw Failure(
        .usage, "several tables do not fit one stream: name one with --table, or a folder with --output",
        "複数の表は標準出力に書けません。--table で一つ選ぶか、--output にフォルダを指定してください")
    }
    let made = made(of: source, surroundings, RecordTable.csv)
    guard table == nil else { return try destination.write { try $0(made[0]) } }
    try DestinationFolder(output, replacing: force).write { put in
      for (table, bytes) in zip(tables, made) { try put(table.rawValue + ".csv") { try $0(bytes) } }
    }
  }

  /// Made in the temporary folder, since what makes it wants a file, and written from there as every export.
  private func writeWorkbook(_ sheets: [TableSheet]) throws {
    let draft = FileManager.default.temporaryDirectory.appending(path: "kyokumen-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: draft) }
    try DraftFiles.with(draft.path) {
      do {
        try WorkbookWriter(draft.path).write(sheets)
      } catch {
        throw Failure(
          .inputOutput, "\(output): the workbook could not be made; check the room on disk",
          "\(output): ブックを作成できません。空き容量を確かめてください")
      }
      let bytes = [UInt8](try Data(contentsOf: draft))
      try destination.write { try $0(bytes) }
    }
  }
}

/// A form in which a workspace goes out.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  case json, csv, xlsx, oscal
}

extension RecordTable: ExpressibleByArgument {}
