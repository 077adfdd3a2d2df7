import Terminal
import Testing

/// Lines as a person or a script gives them.
struct LineSessionTests {
  @Test(
    "a line is text and nothing else",
    arguments: [
      ("risk\r", "risk"), ("a\u{1B}[Ab", "ab"), ("a\u{1B}[1;5Cb", "ab"), ("a\u{1B}OPb", "ab"),
      ("a\tb", "a b"),
      ("合意\u{9B}31m済", "合意31m済"), ("\u{07}bell", "bell"),
    ])
  func text(_ typed: String, _ expected: String) {
    #expect(LineSession.text(of: Array(typed.utf8)) == expected)
  }

  @Test("bytes that are no UTF-8 vanish")
  func invalid() {
    #expect(LineSession.text(of: [0x61, 0xFF, 0xE5, 0x62]) == "ab")
  }
}
