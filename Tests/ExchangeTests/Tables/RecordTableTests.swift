import Catalogues
import Domain
import Exchange
import Foundation
import Interface
import Tabular
import Testing

@Suite("Tables of records")
struct RecordTableTests {
  private static let today = Day(number: 20_781)

  /// A worked case with the context of its day.
  private func built(_ worked: WorkedCase, _ language: Language) throws -> (Assessment, Context) {
    var assessment = Assessment()
    let context = Context(today: Self.today, actor: "tester", catalogues: Catalogues.shelf)
    try worked.build(language: language, today: Self.today) { commands, actor, party in
      var own = Context(today: Self.today, actor: actor, catalogues: Catalogues.shelf)
      own.party = party
      return try assessment.perform(commands, in: own)
    }
    return (assessment, context)
  }

  @Test(
    "every record is a row, heads are unlike each other, and CSV and workbook say the same",
    arguments: WorkedCase.allCases, Language.allCases)
  func written(_ worked: WorkedCase, _ language: Language) throws {
    let (assessment, context) = try built(worked, language)
    let sheets = RecordTable.allCases.map { $0.sheet(assessment, context, language) }
    for (table, sheet) in zip(RecordTable.allCases, sheets) {
      let heads = sheet.heads
      #expect(Set(heads).count == heads.count, "\(table): \(heads)")
      let ids = sheet.rows.map { $0[0].text }
      #expect(Set(ids).count == sheet.rows.count)
      if table != .responsibilities { #expect(sheet.rows.count == assessment.count(table.kind)) }
      let read = try RowReader.rows(table.csv(assessment, context, language))
      #expect(read.count == sheet.rows.count + 1)
      #expect(read.first?.fields == heads)
    }
    let file = FileManager.default.temporaryDirectory.appending(path: "kyokumen-\(UUID()).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    let all = sheets + MethodSheets.sheets(assessment, language)
    try WorkbookWriter(file.path).write(all)
    let book = try WorkbookReader([UInt8](try Data(contentsOf: file)))
    #expect(book.sheets.count == all.count)
    for (sheet, page) in zip(all, book.sheets) {
      let rows = page.rows.dropFirst().map(\.cells)
      #expect(rows == sheet.rows.map(Self.trimmed), "\(sheet.name)")
    }
  }

  /// A workbook does not keep empty cells at the end of a row.
  private static func trimmed(_ cells: [TableSheet.Cell]) -> [TableSheet.Cell] {
    Array(cells.reversed().drop { $0 == .empty }.reversed())
  }

  /// Losses in the order of their properties, in which they are read.
  private static func ordered(_ value: Value?) -> Value? {
    guard case .table(let rows)? = value else { return value }
    return .table(rows.sorted { $0.joined() < $1.joined() })
  }

  @Test("what stands in a cell is read back to the value it shows", arguments: WorkedCase.allCases)
  func readBack(_ worked: WorkedCase) throws {
    let (assessment, _) = try built(worked, .japanese)
    var cells = 0
    for table in RecordTable.allCases {
      for record in assessment.ids(table.kind) {
        for (slot, value) in assessment.values(of: record) {
          let field = try #require(table.kind.description.field(slot.key))
          guard !field.name.hasSuffix("Digest") else { continue }
          let text = FieldText.edit(value, field, assessment, .japanese)
          var pending = 1
          let read = FieldText.parse(
            text, field: field, kind: table.kind, party: assessment.party(of: record), assessment: assessment,
            language: .japanese, pending: &pending)
          #expect(
            Self.ordered(try read.get().value) == Self.ordered(value),
            "\(assessment.label(of: record)) \(field.name): \(text)")
          cells += 1
        }
      }
    }
    #expect(cells > 100)
  }
}
