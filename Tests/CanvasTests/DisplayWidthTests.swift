import Canvas
import Testing

@Suite struct DisplayWidthTests {
  @Test(
    "A scalar takes the cells a Japanese terminal gives it",
    arguments: [
      ("a", 1), ("あ", 2), ("ア", 2), ("漢", 2), ("～", 2), ("〜", 2), ("ー", 2), ("\u{3000}", 2), ("\u{20000}", 2),
      ("ｱ", 1), ("ﾞ", 1), ("\u{3099}", 0), ("─", 1), ("│", 1), ("■", 1), ("●", 1), ("①", 1), ("→", 1),
      ("※", 1),
      ("…", 1), ("×", 1), ("α", 1), ("я", 1), ("⚠", 1), ("✓", 1), ("\u{FE0F}", 0), ("❌", 2), ("😀", 2),
      ("é", 1),
      ("\u{E0100}", 0), ("한", 2), ("\u{1160}", 0), ("（", 2), ("⟶", 1), ("\u{301}", 0),
    ] as [(Unicode.Scalar, Int)])
  func widths(scalar: Unicode.Scalar, cells: Int) {
    #expect(DisplayWidth.width(of: scalar) == cells)
  }

  @Test(
    "Nothing that could steer a terminal or turn text around is shown",
    arguments: [
      ("\u{1B}", "\u{FFFD}"), ("\u{0}", "\u{FFFD}"), ("\u{9B}", "\u{FFFD}"), ("\u{7F}", "\u{FFFD}"),
      ("\t", " "),
      ("\n", " "), ("\r", " "), ("\u{2028}", " "), ("\u{202E}", nil), ("\u{2066}", nil), ("\u{200F}", nil),
      ("\u{200D}", nil), ("\u{FEFF}", nil), ("\u{E0041}", nil), ("\u{FFFE}", "\u{FFFD}"),
    ] as [(Unicode.Scalar, Unicode.Scalar?)])
  func cleaned(scalar: Unicode.Scalar, shown: Unicode.Scalar?) {
    #expect(DisplayWidth.shown(scalar)?.scalar == shown)
  }

  @Test("Text counts as the sum of its cells, marks included")
  func sums() {
    #expect(DisplayWidth.width(of: "R-12 復元") == 9)
    #expect(DisplayWidth.width(of: "か\u{3099}") == 2)
    #expect(DisplayWidth.width(of: "") == 0)
    #expect(DisplayWidth.width(of: "a\tb") == 3)
  }

  @Test("Clipping leaves a truncation mark and never half a character")
  func clips() {
    #expect(DisplayWidth.clip("復元した", to: 8) == "復元した")
    #expect(DisplayWidth.clip("復元した", to: 7) == "復元し…")
    #expect(DisplayWidth.clip("復元した", to: 6) == "復元…")
    #expect(DisplayWidth.clip("か\u{3099}き\u{3099}く", to: 4) == "か\u{3099}…")
    #expect(DisplayWidth.clip("abc", to: 0) == "")
    #expect(DisplayWidth.clip("abc", to: 2, ellipsis: "~") == "a~")
  }

  @Test("Padding fills to the exact cell")
  func pads() {
    #expect(DisplayWidth.pad("高い", to: 6) == "高い  ")
    #expect(DisplayWidth.pad("高い", to: 6, alignment: .right) == "  高い")
    #expect(DisplayWidth.pad("高い", to: 7, alignment: .center) == " 高い  ")
    #expect(DisplayWidth.pad("高い", to: 3) == "高…")
    #expect(DisplayWidth.width(of: DisplayWidth.pad("高い値", to: 4)) == 4)
  }

  @Test("Japanese wraps anywhere but before closing and after opening signs")
  func kinsoku() {
    #expect(DisplayWidth.wrap("対応が未決、期限が近い。", to: 10) == ["対応が未", "決、期限が", "近い。"])
    #expect(DisplayWidth.wrap("基準（共通）の値", to: 6) == ["基準", "（共", "通）の", "値"])
    #expect(DisplayWidth.wrap("システム", to: 4) == ["シス", "テム"])
  }

  @Test("English wraps at spaces, a long word where the line is full")
  func english() {
    #expect(DisplayWidth.wrap("the restored backup", to: 12) == ["the restored", "backup"])
    #expect(DisplayWidth.wrap("unbreakable", to: 5) == ["unbre", "akabl", "e"])
    #expect(DisplayWidth.wrap("one\n\ntwo", to: 9) == ["one", "", "two"])
    #expect(DisplayWidth.wrap("", to: 9) == [""])
  }

  @Test("No wrapped line is wider than asked, and nothing but spaces is lost")
  func wrapLaws() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      let text = random.text(upTo: 40)
      let columns = Int.random(in: 2...20, using: &random)
      let lines = DisplayWidth.wrap(text, to: columns)
      #expect(lines.allSatisfy { DisplayWidth.width(of: $0) <= columns }, "seed \(seed)")
      let kept = lines.joined().unicodeScalars.filter { $0 != " " && $0 != "\n" }
      #expect(String(kept) == String(text.unicodeScalars.filter { $0 != " " && $0 != "\n" }), "seed \(seed)")
    }
  }

  @Test("No clipped text is wider than asked")
  func clipLaws() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      let text = random.text(upTo: 30)
      let columns = Int.random(in: 0...20, using: &random)
      #expect(DisplayWidth.width(of: DisplayWidth.clip(text, to: columns)) <= columns, "seed \(seed)")
      #expect(DisplayWidth.width(of: DisplayWidth.pad(text, to: columns)) == columns, "seed \(seed)")
    }
  }
}
