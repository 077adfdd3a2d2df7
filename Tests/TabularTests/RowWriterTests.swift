import Tabular
import Testing

@Suite("Writing delimited text")
struct RowWriterTests {
  @Test("quotes stand only where they are needed")
  func quotes() {
    let bytes = RowWriter.bytes([["a", "b,c", "d\"e", "f\ng", " h", ""]])
    #expect(String(decoding: bytes, as: UTF8.self) == "a,\"b,c\",\"d\"\"e\",\"f\ng\",\" h\",\r\n")
  }

  @Test("what is written reads back as it was", arguments: Delimiter.allCases)
  func roundTrip(_ delimiter: Delimiter) throws {
    let rows = [
      ["題名", "a,b;c\td", "\"", "\r\n", ""], [""], ["\u{FEFF}x", "=1+1"], ["'", "  ", "局面\u{0}"],
    ]
    let read = try RowReader.rows(RowWriter.bytes(rows, delimiter: delimiter), delimiter: delimiter)
    #expect(read.map(\.fields) == rows)
  }

  @Test(
    "what a spreadsheet would run is guarded, numbers are not",
    arguments: [
      ("=cmd()", "'=cmd()"), ("+1+1", "'+1+1"), ("@SUM", "'@SUM"), ("-2", "-2"), ("+3.5", "+3.5"),
      ("-x", "'-x"), ("＝1", "'＝1"), ("\tx", "'\tx"), ("a=b", "a=b"), ("", ""),
    ])
  func formulas(_ field: String, _ expected: String) throws {
    var writer = RowWriter(guardsFormulas: true, marked: true)
    writer.append([field, "end"])
    #expect(writer.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(try RowReader.rows(writer.bytes).map(\.fields) == [[expected, "end"]])
  }
}
