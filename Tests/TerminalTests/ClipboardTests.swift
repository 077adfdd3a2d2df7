import Canvas
import Testing

@testable import Terminal

@Suite("The clipboard of the person's terminal")
struct ClipboardTests {
  @Test(
    "Base64 as RFC 4648 gives it",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("局", "5bGA"),
    ])
  func base64(text: String, encoded: String) {
    #expect(Clipboard.base64(Array(text.utf8)) == Array(encoded.utf8))
  }

  @Test("Plain, wrapped for tmux as well, wrapped for screen alone")
  func wrapping() throws {
    func sequence(tmux: Bool = false, screen: Bool = false) throws -> String {
      let bytes = try #require(Clipboard(insideTmux: tmux, insideScreen: screen).sequence(for: "f"))
      return String(decoding: bytes, as: UTF8.self)
    }
    let plain = "\u{1B}]52;c;Zg==\u{07}"
    #expect(try sequence() == plain)
    #expect(try sequence(tmux: true) == plain + "\u{1B}Ptmux;\u{1B}" + plain + "\u{1B}\\")
    #expect(try sequence(screen: true) == "\u{1B}P" + plain + "\u{1B}\\")
  }

  @Test("More than terminals take is refused, not cut")
  func capacity() {
    let clipboard = Clipboard(insideTmux: false, insideScreen: false)
    #expect(clipboard.sequence(for: String(repeating: "x", count: 74_994)) != nil)
    #expect(clipboard.sequence(for: String(repeating: "x", count: 74_995)) == nil)
  }

  @Test(
    "Depth from the terminal database and NO_COLOR",
    arguments: [
      (1 << 24, 65_536, true, "", ColorDepth.truecolor), (1 << 24, 65_536, false, "", .indexed256),
      (256, 65_536, false, "", .indexed256), (8, 64, false, "", .ansi16), (0, 0, false, "", .mono),
      (256, 65_536, false, "1", .mono),
    ])
  func depth(colors: Int, pairs: Int, direct: Bool, noColor: String, depth: ColorDepth) {
    let found = ColorDepth.of(
      colors: colors, pairs: pairs, hasDirectColour: direct, environment: ["NO_COLOR": noColor])
    #expect(found == depth)
  }
}
