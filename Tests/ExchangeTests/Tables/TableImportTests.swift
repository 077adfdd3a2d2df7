import Catalogues
import Domain
import Exchange
import Interface
import Testing

@Suite("Tables from spreadsheets")
struct TableImportTests {
  /// Reads text as the file of that name, for the customer of the cloud case.
  private func read(
    _ text: String, _ name: String = "table.csv", kind: RecordKind? = nil, party: String? = "csc",
    map: [(String, String)] = [], in assessment: Assessment
  ) throws -> TableImport {
    let order = ImportOrder(
      kind: kind, party: party.flatMap { assessment.party(key: $0) },
      mappings: map.map { .init(column: $0.0, meaning: $0.1) })
    return try TableImport(
      TableFile.tables(Array(text.utf8), named: name), order, assessment, TableDesk.context)
  }

  private func cloud() throws -> Assessment { TableDesk.copy(try TableDesk.built(.cloud, .english)) }

  private func perform(_ read: TableImport, on assessment: inout Assessment) throws {
    #expect(read.faults.isEmpty, "\(read.told)")
    _ = try assessment.perform(read.commands, in: TableDesk.context)
  }

  @Test(
    "identifiers of another tool are kept: the next file finds its records by them, whatever they are called by then"
  )
  func foreignIdentifiers() throws {
    var assessment = try cloud()
    let before = assessment.count(.risk)
    let first = "Risk ID,Risk,Likelihood\nRISK-0012,Backup is unusable,3\nRISK-0013,Key is copied,2\n"
    try perform(try read(first, in: assessment), on: &assessment)
    #expect(assessment.count(.risk) == before + 2)
    let risk = try #require(assessment.ids(.risk).dropLast().last)
    #expect(assessment[risk, SharedFields.externalID] == "RISK-0012")
    #expect(try read(first, in: assessment).sameCount == 2)
    let next = "Risk ID,Risk,Likelihood\nRISK-0013,Key is copied,2\nRISK-0012,Backup cannot be read,4\n"
    let changed = try read(next, in: assessment)
    try perform(changed, on: &assessment)
    #expect(changed.newCount == 0 && changed.changedCount == 1)
    #expect(assessment[risk, Risk.event] == "Backup cannot be read" && assessment[risk, Risk.likelihood] == 4)
  }

  @Test("rows that are only counted have no identifier")
  func countedRows() throws {
    var assessment = try cloud()
    try perform(
      try read("Risk ID,Risk,Likelihood\n1,Backup is unusable,3\n2,Key is copied,2\n", in: assessment),
      on: &assessment)
    let risk = try #require(assessment.ids(.risk).last)
    #expect(assessment[risk, SharedFields.externalID] == nil)
  }

  @Test(
    "a Japanese register of practice: title above, own numbers, steps by number, era dates, ticks for losses")
  func japaneseRegister() throws {
    var assessment = try cloud()
    let text = """
      リスク管理台帳 2026年度;;;;;;;;;
      ;;;;;;;;;
      No;リスク事象;発生可能性;影響度;機密性;可用性;リスク対応;対応期限;担当者;管理策
      1;"委託先で鍵が
      複製される";3;４;○;;低減;令和9年3月31日;佐藤;12.3.1 A 9.2.1
      2;停電;2;5;;3;受容・移転;2027/4/1;佐藤;-
      """
    let read = try read(text, "台帳.csv", in: assessment)
    try perform(read, on: &assessment)
    #expect(read.newCount == 2)
    let risks = Array(assessment.ids(.risk).suffix(2))
    #expect(assessment[risks[0], Risk.event] == "委託先で鍵が 複製される")
    #expect(assessment[risks[0], Risk.likelihood] == 3 && assessment[risks[0], Risk.consequenceStep] == 4)
    #expect(
      assessment[risks[0], Risk.loss] == [["C", ""]] && assessment[risks[1], Risk.loss] == [["A", "3"]])
    #expect(assessment[risks[0], Risk.planDue] == Day(text: "2027-03-31"))
    #expect(assessment.value(risks[1], Risk.treatment.key) == .choices(["retain", "share"]))
    #expect(assessment[risks[0], Risk.owner] == assessment[risks[1], Risk.owner])
    let numbers = ControlsColumn.statements(treating: risks[0], assessment).compactMap {
      assessment[$0, ControlStatement.control]
    }
    #expect(numbers.count == 2)
    let again = try self.read(text, "台帳.csv", in: assessment)
    #expect(again.commands.isEmpty && again.sameCount == 2, "\(again.told)")
  }

  @Test("a statement of applicability by number, with circles and crosses, twice the same")
  func statement() throws {
    var assessment = TableDesk.copy(try TableDesk.built(.single, .japanese))
    let party = try #require(assessment.participants.first)
    let statement = try #require(assessment.ids(.controlStatement, of: party).first)
    let number = try #require(assessment[statement, ControlStatement.control])
    let text = "管理策番号,適用可否,除外理由\nA.\(number),×,該当する業務がない\n"
    let read = try read(text, "適用宣言書.csv", party: nil, in: assessment)
    #expect(read.sheets.first?.kind == .controlStatement)
    try perform(read, on: &assessment)
    #expect(assessment[statement, ControlStatement.applicability] == .excluded)
    #expect(assessment[statement, ControlStatement.exclusionReason] == "該当する業務がない")
    #expect(assessment[statement, ControlStatement.control] == number)
    #expect(try self.read(text, "適用宣言書.csv", party: nil, in: assessment).commands.isEmpty)
    let twice = try self.read(text + "\(number),○,\n", "適用宣言書.csv", party: nil, in: assessment)
    #expect(twice.faults.first?.row == 3, "\(twice.told)")
  }

  @Test("objectives and documents find their parents among the rows of the same file, in any order")
  func parents() throws {
    var assessment = try cloud()
    let text = "Objective,Under,Target\nFewer lost laptops,No lost data,5\nNo lost data,,0\n"
    try perform(try read(text, "goals.csv", in: assessment), on: &assessment)
    let made = Array(assessment.ids(.objective).suffix(2))
    #expect(assessment[made[0], Objective.parent] == made[1])
    let documents =
      "Title\tTier\tUnder\nRules for laptops\tProcedure\tRules for devices\nRules for devices\tStandard\t\n"
    try perform(try read(documents, "policies.tsv", in: assessment), on: &assessment)
    let policies = Array(assessment.ids(.policyDocument).suffix(2))
    #expect(assessment[policies[0], PolicyDocument.parent] == policies[1])
  }

  @Test("what is wrong is told with row and column, and nothing comes in")
  func faults() throws {
    let assessment = try cloud()
    let text = "Event,Likelihood,Owner,Objective,Due\nA,3,Sato,O-1,2027-01-01\nB,often,Sato,O-9999,soon\n"
    let read = try read(text, kind: .risk, map: [("Due", "planDue")], in: assessment)
    #expect(read.commands.isEmpty)
    #expect(read.faults.map(\.row) == [3, 3, 3])
    #expect(read.faults.map(\.column) == ["Likelihood", "Objective", "Due"])
    for fault in read.faults { #expect(!fault.words.en.contains("Tab") && !fault.words.ja.contains("Tab")) }
    #expect(try self.read("Event\nA\n", kind: .risk, party: nil, in: assessment).faults.first?.row == 2)
    #expect(try self.read("Event,Likelihood\n,3\n", in: assessment).faults.count == 1)
  }

  @Test("a wrong party hides nothing else that is wrong in its row")
  func besideParty() throws {
    let assessment = try cloud()
    let text = "Event,Party,Likelihood,Owner,Due\nA,nowhere,often,Sato,soon\nB,nowhere,3,Sato,2027-01-01\n"
    let read = try self.read(text, kind: .risk, party: nil, map: [("Due", "planDue")], in: assessment)
    let columns = read.faults.filter { $0.row == 2 }.map(\.column)
    #expect(columns == ["Party", "Likelihood", "Due"], "\(read.told)")
    #expect(read.faults.filter { $0.row == 3 }.map(\.column) == ["Party"], "\(read.told)")
  }

  @Test("a column is corrected by its head or letter; what is not there is named")
  func mapping() throws {
    let assessment = try cloud()
    let text = "Event,Zzz,Likelihood\nA,because,3\n"
    let read = try read(text, map: [("zzz", "justification"), ("C", "-")], in: assessment)
    #expect(read.faults.isEmpty, "\(read.told)")
    let columns = try #require(read.sheets.first?.columns)
    #expect(columns[1].meaning == .field(Risk.justification.field, party: nil))
    #expect(columns[2].meaning == .leftOut)
    #expect(try self.read(text, map: [("Yyy", "cause")], in: assessment).faultCount == 1)
    #expect(try self.read(text, map: [("Zzz", "colour")], in: assessment).faultCount == 1)
  }

  @Test(
    "rows with our ID say all they show, empty cells too; rows found by title leave alone what they do not say"
  )
  func emptyCells() throws {
    var assessment = try cloud()
    let risk = try #require(assessment.ids(.risk).first { assessment.has($0, Risk.cause) })
    let (label, event) = (assessment.label(of: risk), try #require(assessment[risk, Risk.event]))
    let party = try #require(assessment.party(of: risk).map { assessment.label(of: $0) })
    let byTitle = try read("Event,Cause\n\"\(event)\",\n", kind: .risk, party: party, in: assessment)
    #expect(byTitle.sameCount == 1 && byTitle.commands.isEmpty, "\(byTitle.told)")
    let byLabel = try read("ID,Cause\n\(label),\n", kind: .risk, in: assessment)
    try perform(byLabel, on: &assessment)
    #expect(!assessment.has(risk, Risk.cause))
    let other = try read(
      "ID,Party\n\(label),\(party == "csp" ? "csc" : "csp")\n", kind: .risk, in: assessment)
    #expect(other.faults.first?.column == "Party")
    let twice = try read("ID,Cause\n\(label),a\n\(label),b\n", kind: .risk, in: assessment)
    #expect(twice.faults.map(\.row) == [3])
  }

  @Test("titles that occur twice are two records, and stay two")
  func sameTitles() throws {
    var assessment = try cloud()
    let text = "Event,Likelihood\nThe same,1\nThe same,2\n"
    let first = try read(text, kind: .risk, in: assessment)
    #expect(first.newCount == 2)
    try perform(first, on: &assessment)
    #expect(try read(text, kind: .risk, in: assessment).commands.isEmpty)
  }

  @Test("controls that a row names no more treat its risk no more")
  func controlsLeave() throws {
    var assessment = try cloud()
    let risk = try #require(
      assessment.ids(.risk).first { !ControlsColumn.statements(treating: $0, assessment).isEmpty })
    let text = "ID,Controls\n\(assessment.label(of: risk)),\n"
    try perform(try read(text, kind: .risk, in: assessment), on: &assessment)
    #expect(ControlsColumn.statements(treating: risk, assessment).isEmpty)
  }

  @Test("UTF-8 with and without mark, UTF-16, Shift_JIS, and every delimiter say the same")
  func encodings() throws {
    let text = "事象,起こりやすさ\n\"停電、①号機\",3\n髙橋が退職する,2\n"
    let utf16 = Array(text.utf16)
    let shiftJIS: [UInt8] = [
      0x8E, 0x96, 0x8F, 0xDB, 0x2C, 0x8B, 0x4E, 0x82, 0xB1, 0x82, 0xE8, 0x82, 0xE2, 0x82, 0xB7, 0x82, 0xB3,
      0x0A,
      0x22, 0x92, 0xE2, 0x93, 0x64, 0x81, 0x41, 0x87, 0x40, 0x8D, 0x86, 0x8B, 0x40, 0x22, 0x2C, 0x33, 0x0A,
      0xFB, 0xFC, 0x8B, 0xB4, 0x82, 0xAA, 0x91, 0xDE, 0x90, 0x45, 0x82, 0xB7, 0x82, 0xE9, 0x2C, 0x32, 0x0A,
    ]
    let files: [[UInt8]] = [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), shiftJIS,
      [0xFF, 0xFE] + utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      [0xFE, 0xFF] + utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
      Array(text.replacing(",", with: ";").utf8), Array(text.replacing(",", with: "\t").utf8),
      Array(text.replacing("\n", with: "\r\n").utf8),
    ]
    let wanted = try TableFile.tables(Array(text.utf8), named: "t")
    for (place, file) in files.enumerated() {
      #expect(try TableFile.tables(file, named: "t") == wanted, "file \(place)")
    }
  }
}
