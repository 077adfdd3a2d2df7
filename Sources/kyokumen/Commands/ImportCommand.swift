import ArgumentParser
import Domain
import Exchange
import Interface
import Journal
import Store

/// `kyokumen import`
struct ImportCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: Words(
      "Bring in a workspace, or tables from spreadsheets: all of it or nothing.",
      "ワークスペースや表を取り込む。全て入るか、何も入らないか。"
    ).said,
    discussion: Words(
      """
      json makes a new workspace file; with the journal in it, exactly the one that was exported.
      csv and xlsx change a workspace: registers, statements of applicability, lists of policies, objectives, \
      responsibilities or findings. Rows find their records by the column ID, else by title and party; --dry-run \
      shows how the columns are read and what would change, --map corrects the columns:
        kyokumen import ours.kyokumen register.xlsx --party csc --map "Remarks=justification" --map "F=-"
      """,
      """
      json は新しいワークスペースを作る。変更履歴があれば、書き出したものと全く同じになる。
      csv と xlsx はワークスペースを変更する（登録簿、適用宣言書、方針・目的・責任・所見の一覧）。行は ID の列、\
      なければ表題と組織で記録と対応づける。--dry-run は列の読み方と変わる内容を示し、--map は列の読み方を改める:
        kyokumen import ours.kyokumen register.xlsx --party csc --map "備考=justification" --map "F=-"
      """
    ).said)

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: .said(
      "The workspace file: for json the one to make, else the one to change.",
      "ワークスペースのファイル。json なら新しく作るもの、他は変更するもの。"), completion: .workspace)
  var file: String

  @Argument(help: .said("What to read; - is standard input.", "読み込むもの。- は標準入力。"), completion: .file())
  var input: String

  @Option(
    help: .said(
      """
      json: the workspace itself. csv, xlsx: tables. catalogue: a table that lists controls, as a catalogue to assess \
      against. oscal: a catalogue, plan, results or plan of action; library: a framework or risk matrix of CISO \
      Assistant; both in JSON or YAML. All but catalogue are found out where it is not said.
      """,
      """
      json: ワークスペース全体。csv、xlsx: 表。catalogue: 管理策を並べた表（カタログとして取り込む）。oscal: カタログ、計画、\
      結果、是正の計画。library: CISO Assistant の枠組み又はリスクマトリックス。oscal と library は JSON でも YAML でもよい。\
      catalogue 以外は、省略時に内容から判断する。
      """))
  var format: ImportFormat?

  @Option(
    help: .said(
      "Tables: what the rows are, such as risk or objective.", "表: 行が表す記録の種類（risk、objective など）。", "kind"),
    completion: .kinds)
  var kind: String?

  @Option(help: .said("Whose it is, where it does not say it.", "書かれていない場合の組織。", "key"), completion: .party)
  var party: String?

  @Option(
    help: .said(
      """
      Tables: what a column is: its head or letter, =, and a field by name or word, id, party, controls, or - to leave \
      it out. Repeatable.
      """,
      "表: 列の読み方。見出し又は列の文字、=、そして欄の名前、id、party、controls、読まないなら -。繰り返せる。",
      "column=field"))
  var map: [String] = []

  @Flag(help: .said("Only say what would come in.", "取り込まずに、何が入るかだけを示す。"))
  var dryRun = false

  func carryOut(in surroundings: Surroundings) throws {
    let source = try InputFile(input)
    switch format ?? source.format {
    case .json:
      try WorkspaceImport(file: file, source: source, isRehearsal: dryRun).carryOut(in: surroundings)
    case .oscal, .library:
      try DocumentIntake(
        file: file, path: input, bytes: source.bytes, party: party, isRehearsal: dryRun
      ).carryOut(in: surroundings)
    case .catalogue:
      let list = try source.controlList()
      try DocumentIntake(
        file: file, path: input, bytes: list.document, party: party, isRehearsal: dryRun, notes: list.notes
      ).carryOut(in: surroundings)
    case .csv, .xlsx:
      try TablesImport(
        file: file, source: source, kind: kind, party: party, mappings: try map.map(Self.mapping),
        isRehearsal: dryRun
      ).carryOut(in: surroundings)
    }
  }

  private static func mapping(_ text: String) throws -> ImportOrder.Mapping {
    guard let equals = text.lastIndex(of: "="), equals != text.startIndex else {
      throw Failure(
        .usage, "--map \(text): write COLUMN=FIELD, such as --map \"Remarks=justification\"",
        "--map \(text): 「列=項目」の形で書いてください（例: --map \"備考=justification\"）")
    }
    return ImportOrder.Mapping(
      column: String(text[..<equals]), meaning: String(text[text.index(after: equals)...]))
  }
}

/// A form in which things come.
enum ImportFormat: String, CaseIterable, ExpressibleByArgument {
  case json, csv, xlsx, catalogue, oscal, library
}

extension InputFile {
  /// The first table of it as a catalogue.
  ///
  /// - Throws: `Failure` where it lists no controls.
  func controlList() throws -> ControlList {
    let table = try TablesImport.tables(self)[0]
    do throws(TableFault) {
      return try ControlList(table, of: name)
    } catch {
      throw Failure(error, in: path)
    }
  }
}

/// Makes a workspace file of its JSON.
struct WorkspaceImport {
  let file: String
  let source: InputFile
  let isRehearsal: Bool

  func carryOut(in surroundings: Surroundings) throws {
    do {
      let document = try WorkspaceDocument(source.bytes)
      let signature = Signature(at: surroundings.clock.now, actor: surroundings.actor)
      let progress = Progress(surroundings.language, words: Progress.entries)
      let summary =
        try isRehearsal ? rehearse(document, signature, progress) : bring(document, signature, progress)
      progress.end()
      try Output.print(summary[surroundings.language].printable)
    } catch let fault as JSONFault {
      throw Failure(fault, in: source.path)
    }
  }

  private func rehearse(
    _ document: WorkspaceDocument, _ signature: Signature, _ progress: Progress
  ) throws -> Words {
    let workspace = try Workspace.inMemory(replica: document.replica)
    try Self.fill(workspace, document, signature, progress)
    return try summary(workspace, Words("would come in", "を取り込みます"))
  }

  private func bring(
    _ document: WorkspaceDocument, _ signature: Signature, _ progress: Progress
  ) throws -> Words {
    let workspace = try Workspace.create(at: file, replica: document.replica) {
      try Self.fill($0, document, signature, progress)
    }
    return try summary(workspace, Words("came in", "を取り込みました"))
  }

  private static func fill(
    _ workspace: Workspace, _ document: WorkspaceDocument, _ signature: Signature, _ progress: Progress
  ) throws {
    if document.hasJournal {
      try workspace.adopt(journal: { store in
        try document.eachEntry { entry in
          progress.advance()
          try store(entry)
        }
      })
    } else {
      try workspace.adopt(document.facts(), by: signature)
    }
  }

  private func summary(_ workspace: Workspace, _ verb: Words) throws -> Words {
    defer { try? workspace.close() }
    let assessment = try workspace.load()
    let records = RecordKind.allCases.reduce(0) { $0 + assessment.count($1) }
    let entries = try workspace.entryCount()
    return Words(
      "\(file): \(records) records, \(entries) journal entries \(verb.en)",
      "\(file): 記録 \(records) 件、履歴 \(entries) 件\(verb.ja)")
  }
}
