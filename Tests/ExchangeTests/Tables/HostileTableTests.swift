import Catalogues
import Domain
import Exchange
import Foundation
import Interface
import Tabular
import Testing

@Suite("Tables that mean no good")
struct HostileTableTests {
  private func refusal(_ bytes: [UInt8]) -> TableFault? {
    do throws(TableFault) {
      _ = try TableFile.tables(bytes, named: "t")
      return nil
    } catch {
      return error
    }
  }

  @Test("text of no encoding, of no text, of nothing")
  func encodings() {
    #expect(refusal([]) == .empty)
    #expect(refusal(Array("\n\n\n".utf8)) == .empty)
    #expect(refusal(Array("a,b\n\0,c\n".utf8)) == .binary)
    #expect(refusal(Array("a,b\n".utf8) + [0xFD, 0xFF, 0xA0, 0x80, 0x0A]) == .encoding(line: 2))
    #expect(refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]) == .workbook(.encrypted))
    #expect(refusal(Array("a,b\n\"c,d\n".utf8)) == .text(.quoteNotClosed(line: 2)))
  }

  @Test("a line of a hundred million bytes, a million columns")
  func tooMuch() {
    #expect(refusal([UInt8](repeating: 0x61, count: 100 << 20)) == .tooLarge(limit: TableFile.Limit.text))
    let long = [UInt8](repeating: 0x61, count: 3 << 20)
    #expect(refusal(long) == .text(.tooLong(line: 1, limit: TableFile.Limit.cell)))
    let wide = [UInt8](repeating: 0x2C, count: 1_000_000)
    #expect(refusal(wide) == .text(.tooWide(line: 1, limit: TableFile.Limit.columns)))
  }

  @Test("a small workbook of one text that stands in a million cells")
  func repeatedText() throws {
    var sheet = TableSheet(name: "a", heads: ["x"])
    let text = String(repeating: "長", count: 8_000)
    for _ in 0..<3_000 { sheet.append([.text(text)]) }
    let bytes = try TableDesk.bytes([sheet])
    #expect(bytes.count < 1 << 20)
    #expect(refusal(bytes) == .workbook(.tooMany(sheet: "a")))
  }

  @Test("a cut workbook, at whatever byte")
  func truncated() throws {
    var sheet = TableSheet(name: "a", heads: ["Event"])
    sheet.append([.text("b")])
    let whole = try TableDesk.bytes([sheet])
    for length in stride(from: 4, to: whole.count - 1, by: max(1, whole.count / 29)) {
      #expect(refusal(Array(whole.prefix(length))) != nil, "\(length)")
    }
  }

  @Test("text that is code elsewhere stays text: formulas, escapes of terminals, markup")
  func inert() throws {
    var assessment = TableDesk.copy(try TableDesk.built(.single, .english))
    let texts = [
      "=HYPERLINK(\"http://x\")", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "'=quoted",
      "<script>alert(1)</script>", "'plain", "''=twice",
    ]
    var writer = RowWriter(guardsFormulas: true, marked: true)
    writer.append(["Event", "Cause"])
    for (place, text) in texts.enumerated() { writer.append(["Event \(place)", text]) }
    let read = try TableImport(
      TableFile.tables(writer.bytes, named: "risks.csv"), ImportOrder(kind: .risk), assessment,
      TableDesk.context)
    #expect(read.faults.isEmpty, "\(read.told)")
    _ = try assessment.perform(read.commands, in: TableDesk.context)
    let risks = assessment.ids(.risk).suffix(texts.count)
    #expect(risks.map { assessment[$0, Risk.cause] } == texts)
    let csv = RecordTable.register.csv(assessment, TableDesk.context, .english)
    let starts = Set("=+@\u{FF1D}")
    for row in try RowReader.rows(csv).dropFirst() {
      for cell in row.fields where cell.first.map(starts.contains) == true {
        #expect(Double(cell) != nil, "\(cell)")
      }
    }
    let escape = "Event,Cause\nbell,a\u{1B}]0;owned\u{07}b\n"
    let other = try TableImport(
      TableFile.tables(Array(escape.utf8), named: "risks.csv"), ImportOrder(kind: .risk), assessment,
      TableDesk.context)
    _ = try assessment.perform(other.commands, in: TableDesk.context)
    #expect(assessment[try #require(assessment.ids(.risk).last), Risk.cause] == "a]0;ownedb")
  }

  @Test("a formula that fails is no text")
  func failedFormula() throws {
    let assessment = TableDesk.copy(try TableDesk.built(.single, .english))
    let read = try TableImport(
      TableFile.tables(Array("Event,Cause\nA,#REF!\n".utf8), named: "risks.csv"),
      ImportOrder(kind: .risk),
      assessment, TableDesk.context)
    #expect(read.faults.map(\.row) == [2] && read.commands.isEmpty)
  }
}
