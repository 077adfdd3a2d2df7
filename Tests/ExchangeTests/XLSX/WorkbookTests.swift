import Domain
import Exchange
import Foundation
import Testing

@Suite("Workbooks")
struct WorkbookTests {
  private func written(_ sheets: [TableSheet]) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appending(path: "kyokumen-\(UUID()).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    try WorkbookWriter(file.path).write(sheets)
    return [UInt8](try Data(contentsOf: file))
  }

  @Test("what was written is read back cell by cell: full-width text, numbers, dates, empty cells")
  func roundTrip() throws {
    var risks = TableSheet(name: "リスク登録簿", heads: ["ID", "事象", "起こりやすさ", "期限"])
    let day = try #require(Day(text: "2027-03-31"))
    risks.append([.text("R-1"), .text("復元した\nバックアップが使えない"), .number(3), .day(day)])
    risks.append([.text("R-2"), .empty, .number(2.5), .empty], fills: [2: 0xFF0000])
    let sheets = try WorkbookReader(try written([risks])).sheets
    #expect(sheets.map(\.name) == ["リスク登録簿"])
    let rows = try #require(sheets.first).rows
    #expect(rows.map(\.number) == [1, 2, 3])
    #expect(rows[0].cells == risks.heads.map { .text($0) })
    #expect(rows[1].cells == risks.rows[0])
    #expect(rows[2].cells == [.text("R-2"), .empty, .number(2.5)])
  }

  @Test("text that looks like a formula, an escape or markup stays text")
  func hostileText() throws {
    let texts = ["=HYPERLINK(\"http://x\")", "@SUM(A1)", "<b>&amp;</b>", "_x0041_", "+1", "'quoted"]
    var sheet = TableSheet(name: "a", heads: ["text"])
    for text in texts { sheet.append([.text(text)]) }
    let bytes = try written([sheet])
    let rows = try #require(try WorkbookReader(bytes).sheets.first).rows
    #expect(rows.dropFirst().map(\.cells) == texts.map { [.text($0)] })
  }

  @Test("tabs keep within what Excel allows and stay apart")
  func tabs() throws {
    let long = String(repeating: "管理策", count: 20)
    let sheets = [long, long, "a/b"].map { TableSheet(name: $0, heads: ["x"]) }
    let names = try WorkbookReader(try written(sheets)).sheets.map(\.name)
    #expect(Set(names).count == 3)
    #expect(names.allSatisfy { $0.count <= 31 && !$0.contains("/") })
  }

  @Test("what is no workbook is refused with its reason")
  func refused() throws {
    #expect(throws: WorkbookFault.notAnArchive) { try WorkbookReader(Array("PK nothing".utf8)) }
    #expect(throws: WorkbookFault.notAnArchive) { try WorkbookReader([]) }
    #expect(throws: WorkbookFault.encrypted) { try WorkbookReader([0xD0, 0xCF, 0x11, 0xE0, 0xA1]) }
    let whole = try written([TableSheet(name: "a", heads: ["x"])])
    #expect(throws: WorkbookFault.self) { try WorkbookReader(Array(whole.dropLast(whole.count / 2))) }
  }
}
