import Domain
import Exchange
import Foundation
import Testing

@Suite("What means harm, at every way in")
struct HostileCorpusTests {
  @Test("is refused in words and changes nothing, or comes in clean", arguments: HostileInput.all)
  func everyWay(_ input: HostileInput) throws {
    let bytes = input.make()
    for way in WayIn.allCases {
      var desk = try HostileDesk()
      let before = try desk.state
      switch try desk.bring(bytes, by: way) {
      case .refused(let why):
        #expect(!input.admits.contains(way), "\(way): \(why)")
        #expect(try desk.state == before, "\(way)")
        #expect(why.utf8.count < 12_000, "\(way): \(why.prefix(300))")
      case .cameIn:
        #expect(input.admits.contains(way), "\(way)")
        #expect(desk.firstControl == nil, "\(way)")
      }
    }
  }

  @Test("the bombs are as large as they say, and the reader stops at its limit")
  func bombs() {
    for bytes in [HostileBook.bomb(), HostileBook.overlappingBomb()] {
      #expect(bytes.count < 30 << 20)
      #expect(throws: WorkbookFault.tooLarge(limit: 256)) { try WorkbookReader(bytes) }
    }
  }

  /// What a formula, an escape sequence or markup would be elsewhere.
  private static let texts = [
    "=HYPERLINK(\"http://x\")", "+1+1|cmd", "@SUM(A1)", "-2+3", "<script>alert(1)</script>",
    "a\u{1B}]0;owned\u{7}b",
    "\u{9B}2J", "a\u{0}b", "x\u{7F}y", "\u{202E}gpj.exe", "<!-- ]]> -->",
  ]

  @Test("texts of records come in without what a terminal obeys", arguments: texts)
  func textsInDocuments(_ text: String) throws {
    let escaped = text.unicodeScalars.map { scalar in
      scalar.value < 0x20 || scalar == "\"" || scalar.value > 0x7E
        ? "\\u" + String(repeating: "0", count: 4 - String(scalar.value, radix: 16).count)
          + String(scalar.value, radix: 16) : String(scalar)
    }.joined()
    let clean = text.filter {
      !$0.unicodeScalars.contains { $0.properties.generalCategory == .control || $0 == "\u{202E}" }
    }
    var desk = try HostileDesk()
    let catalogue =
      #"{"catalog":{"metadata":{"title":"T\#(escaped)"},"controls":[{"id":"a","title":"T\#(escaped)"}]}}"#
    guard case .cameIn = try desk.bring(Array(catalogue.utf8), by: .document) else {
      Issue.record("refused")
      return
    }
    #expect(desk.assessment.ownCatalogues.first?.title.en == "T" + clean)
    #expect(desk.assessment.ownCatalogues.first?.control("a")?.title.en == "T" + clean)
    #expect(desk.firstControl == nil)
    let workspace = """
      {"format":"kyokumen","version":1,"replica":"1","phases":[],"records":{"party":[{"id":"1-1","number":1,\
      "fields":{"name":"T\(escaped)","key":"csc"}}]}}
      """
    guard case .cameIn = try desk.bring(Array(workspace.utf8), by: .workspace) else {
      Issue.record("refused: \(try desk.bring(Array(workspace.utf8), by: .workspace))")
      return
    }
    #expect(desk.firstControl == nil)
    #expect(desk.assessment.ids(.party).map { desk.assessment[$0, Party.name] } == ["T" + clean])
  }

  @Test("cells of a workbook are what they show, formulas among them")
  func formulaCells() throws {
    let rows = """
      <row><c t="inlineStr"><is><t>Event</t></is></c><c t="inlineStr"><is><t>Cause</t></is></c></row>\
      <row><c t="str"><f>HYPERLINK("http://x","A")</f><v>shown</v></c>\
      <c t="inlineStr"><is><t>=1+1&#x1B;[2J_x001B_[31m</t></is></c></row>
      """
    var desk = try HostileDesk()
    let bytes = HostileBook.bytes(HostileBook.sheet(rows.replacing("&#x1B;", with: "")))
    guard case .cameIn = try desk.bring(bytes, by: .tables) else {
      Issue.record("refused")
      return
    }
    let risk = try #require(desk.assessment.ids(.risk).last)
    #expect(desk.assessment[risk, Risk.event] == "shown")
    #expect(desk.assessment[risk, Risk.cause] == "=1+1[2J[31m")
    #expect(desk.firstControl == nil)
  }
}
