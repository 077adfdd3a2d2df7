import Domain
import Exchange
import Testing

@Suite("Documents that mean harm")
struct HostileDocumentTests {
  private static func refuses(_ bytes: [UInt8]) throws -> Bool {
    var desk = try ReadingDesk()
    let before = desk.assessment.revision
    do {
      try desk.bring(bytes)
      return false
    } catch is JSONFault {
      return desk.assessment.revision == before
    } catch is OSCALFault {
      return desk.assessment.revision == before
    }
  }

  @Test("nesting without end is refused", arguments: ["[", "{\"a\":", "- ", "a: {b: "])
  func nesting(_ opening: String) throws {
    #expect(try Self.refuses(Array(String(repeating: opening, count: 100_000).utf8)))
  }

  @Test("cut off anywhere it is refused", arguments: ReadingDesk.examples)
  func truncated(_ name: String) throws {
    let whole = try ReadingDesk.example(name)
    for cut in stride(from: 1, to: whole.count - 4, by: whole.count / 23) {
      #expect(try Self.refuses(Array(whole[..<cut])), "\(cut)")
    }
  }

  @Test("other encodings are refused, not guessed")
  func encodings() throws {
    let text = "{\"catalog\":{\"metadata\":{\"title\":\"方針\"},\"controls\":[{\"id\":\"a\"}]}}"
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try Self.refuses(utf16))
    let garbled = text.utf8.map { byte in byte >= 0x80 ? UInt8(0x82) : byte }
    #expect(try Self.refuses(garbled))
    var marked = try ReadingDesk()
    #expect(try !marked.bring([0xEF, 0xBB, 0xBF] + Array(text.utf8)).changes.isEmpty)
  }

  @Test("one line without end is refused by its length")
  func oneLine() throws {
    #expect(try Self.refuses([UInt8](repeating: UInt8(ascii: "{"), count: 17 << 20)))
    #expect(try Self.refuses([UInt8](repeating: UInt8(ascii: "a"), count: 17 << 20)))
  }

  @Test("aliases that unfold without end are refused")
  func aliases() throws {
    let levels = (1...12).map { level in
      "l\(level): &l\(level) [" + repeatElement("*l\(level - 1)", count: 9).joined(separator: ", ") + "]"
    }
    let text = (["l0: &l0 [x]"] + levels + ["catalog: {metadata: {title: T}}"]).joined(separator: "\n")
    #expect(try Self.refuses(Array(text.utf8)))
  }

  @Test("escape sequences in titles are taken out, and nothing else of them")
  func escapes() throws {
    var desk = try ReadingDesk()
    try desk.bring(
      #"{"catalog":{"metadata":{"title":"A\u001b[31mB"},"controls":[{"id":"a","title":"C\u0007\nD"}]}}"#)
    let catalogue = try #require(desk.assessment.ownCatalogues.first)
    #expect(catalogue.title.en == "A[31mB")
    #expect(catalogue.control("a")?.title.en == "C D")
  }
}
