import Exchange
import Testing

/// Names as OSCAL wants them.
struct OSCALNameTests {
  @Test("a uuid follows from the name, as any other maker of version 5 makes it")
  func uuid() {
    // python3 -c "import uuid; print(uuid.uuid5(uuid.UUID('0091cabb-4959-46e6-a7c6-369ce0e3c009'), 'record/1-1'))"
    #expect(OSCALName.uuid("record/1-1") == "eadfca57-5a03-5b22-a078-3b4efdb33b99")
    #expect(OSCALName.isUUID(OSCALName.uuid("")))
    #expect(!OSCALName.isUUID("0191cabb-4959-76e6-a7c6-369ce0e3c009"))
  }

  @Test(
    "a token begins with a letter and holds no slash, space or bracket",
    arguments: [
      ("5.1", "_5.1"), ("iso-27002-2013-12.3.1", "iso-27002-2013-12.3.1"), ("A 5.17", "A-5.17"), ("", "_"),
      ("管理策(1)", "管理策-1-"), ("a/b", "a-b"),
    ])
  func tokens(_ name: String, _ token: String) {
    #expect(OSCALName.token(name) == token)
  }

  @Test(
    "a line has no break and no space at its ends; nothing is nil",
    arguments: [
      (" a ", "a"), ("a\nb", "a b"), ("\u{3000}二\u{FEFF}", "二"), ("a\r\nb\u{2028}", "a  b"),
      ("\u{1F}a\u{0}", "a"),
      ("\n \t", nil), ("", nil),
    ] as [(String, String?)])
  func lines(_ text: String, _ line: String?) {
    #expect(OSCALName.line(text) == line)
  }

  @Test("a place becomes the reference part of a URI")
  func references() {
    #expect(OSCALName.reference("evidence/復元 1.pdf") == "evidence/%E5%BE%A9%E5%85%83%201.pdf")
  }
}
