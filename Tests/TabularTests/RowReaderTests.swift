import Tabular
import Testing

@Suite("Reading delimited text")
struct RowReaderTests {
  private func read(_ text: String) throws -> [[String]] {
    try RowReader.rows(Array(text.utf8)).map(\.fields)
  }

  @Test(
    "a row's fields are told apart",
    arguments: [
      ("a,b,c\r\n", ["a", "b", "c"]), ("a;b", ["a", "b"]), ("a\tb\tc,d", ["a", "b", "c,d"]), (",", ["", ""]),
      ("\"a,b\",c", ["a,b", "c"]), ("\"he said \"\"no\"\"\",x", ["he said \"no\"", "x"]), ("\"\"", [""]),
      ("a\"b,c", ["a\"b", "c"]), ("\u{FEFF}id,題名", ["id", "題名"]), ("\"a;b\",c;d,e", ["a;b", "c;d", "e"]),
      ("a,\"\"", ["a", ""]),
    ])
  func fields(_ text: String, _ expected: [String]) throws {
    #expect(try read(text) == [expected])
  }

  @Test("rows know the line they begin on, across quoted line breaks and every kind of line end")
  func lines() throws {
    let rows = try RowReader.rows(Array("a,\"one\r\ntwo\nthree\"\r\n\r\nb,c\rd,e\nf,g".utf8))
    #expect(rows.map(\.line) == [1, 5, 6, 7])
    #expect(rows[0][1] == "one\r\ntwo\nthree")
    #expect(rows[3][7].isEmpty)
  }

  @Test("nothing gives no rows", arguments: ["", "\u{FEFF}", "\r\n\n\r"])
  func nothing(_ text: String) throws {
    #expect(try read(text).isEmpty)
  }

  @Test("what cannot be read is refused with its place")
  func refusals() {
    #expect(throws: TabularError.quoteNotClosed(line: 2)) { try read("a\n\"b\nc") }
    #expect(throws: TabularError.textAfterQuote(line: 2, column: 6)) { try read("x,y\n\"aaa\"b,c") }
    #expect(throws: TabularError.notText(line: 2)) {
      try RowReader.rows([0x61, 0x0A, 0x62, 0xFF, 0x0A])
    }
  }

  @Test("UTF-16 with a byte order mark is read in either order", arguments: [true, false])
  func utf16(_ little: Bool) throws {
    let units = Array("\u{FEFF}番号\t題\n5.1\t方針".utf16)
    let bytes = units.flatMap {
      little ? [UInt8($0 & 255), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 255)]
    }
    #expect(try RowReader.rows(bytes).map(\.fields) == [["番号", "題"], ["5.1", "方針"]])
  }

  @Test("any bytes at all are read or refused, never worse")
  func hostile() {
    let seed: UInt64 = 20_261_124
    var state = seed
    let alphabet: [UInt8] = [
      0x22, 0x2C, 0x0D, 0x0A, 0x61, 0x00, 0xE6, 0xFF, 0xFE, 0x3B, 0x09, 0xEF, 0xBB, 0xBF,
    ]
    for _ in 0..<5000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int(state % 24) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      state = state &* 6_364_136_223_846_793_005 &+ 1
      let rows = (try? RowReader.rows(bytes)) ?? []
      #expect(rows.allSatisfy { !$0.fields.isEmpty && $0.line > 0 }, "seed \(seed)")
    }
  }
}
