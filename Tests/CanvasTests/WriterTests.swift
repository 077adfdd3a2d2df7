import Canvas
import Testing

@Suite struct WriterTests {
  private static func paint(_ hex: String) -> Paint? { Colour(hex: hex).map { Paint($0) } }

  private let theme = Theme(
    name: "test", screenForeground: Colour(red: 238, green: 238, blue: 238),
    screenBackground: Colour(red: 16, green: 16, blue: 16)
  ) { role in
    switch role {
    case .title: Style(attributes: .bold)
    case .messageError:
      Style(foreground: paint("#ff0000"), attributes: .bold, ansi16: Look(foreground: .indexed(9)))
    case .selection: Style(foreground: paint("#ffffff"), background: paint("#0000aa"), mono: .reverse)
    default: Style()
    }
  }

  private func sample() -> Frame {
    var frame = Frame(size: Size(columns: 12, rows: 2))
    frame.put("局面", at: Point(column: 0, row: 0), role: .title)
    frame.put("x", at: Point(column: 5, row: 0), role: .messageError)
    frame.paint(frame.bounds.line(1), ground: .selection)
    frame.put("a", at: Point(column: 0, row: 1))
    return frame
  }

  @Test("Plain text says what is on the screen, without trailing blanks")
  func text() {
    #expect(TextWriter().write(sample()) == "局面 x\na\n")
  }

  @Test("ANSI asks for no more than each depth has, and ends every line plain")
  func ansi() {
    #expect(
      ANSIWriter(theme: theme, depth: .truecolor).write(sample())
        == "\u{1B}[1m局面 \u{1B}[38;2;255;0;0mx\u{1B}[0m\n"
        + "\u{1B}[38;2;255;255;255;48;2;0;0;170ma           \u{1B}[0m\n")
    #expect(
      ANSIWriter(theme: theme, depth: .indexed256).write(sample()).hasPrefix(
        "\u{1B}[1m局面 \u{1B}[38;5;196mx\u{1B}[0m\n"))
    #expect(
      ANSIWriter(theme: theme, depth: .ansi16).write(sample()) == "\u{1B}[1m局面 \u{1B}[0;91mx\u{1B}[0m\na\n")
    #expect(
      ANSIWriter(theme: theme, depth: .mono).write(sample())
        == "\u{1B}[1m局面 x\u{1B}[0m\n\u{1B}[7ma           \u{1B}[0m\n")
  }

  @Test("A picture puts each run at its own cells")
  func svg() {
    let svg = SVGWriter(theme: theme).write(sample(), title: "概況")
    #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"128\" height=\"74\""))
    #expect(svg.contains("<title>概況</title>"))
    #expect(svg.contains("<text x=\"16\" y=\"32\" textLength=\"32\""))
    #expect(svg.contains("font-weight=\"bold\">局面</text>"))
    #expect(svg.contains("<text x=\"56\" y=\"32\" textLength=\"8\""))
    #expect(svg.contains("<rect x=\"16\" y=\"37\" width=\"96\" height=\"21\" fill=\"#0000aa\""))
    #expect(svg.hasSuffix("</svg>\n"))
  }

  @Test("Hostile text stays text in a picture")
  func hostile() {
    var frame = Frame(size: Size(columns: 60, rows: 1))
    frame.put("</text><script>alert('x')</script>&\"\u{1B}]0;\u{202E}", at: Point(column: 0, row: 0))
    let svg = SVGWriter(theme: theme).write(frame, title: "</title><script>&\u{0}\u{FFFF}")
    #expect(!svg.contains("<script"))
    #expect(svg.contains("&lt;script&gt;alert(&#39;x&#39;)"))
    #expect(svg.contains("<title>&lt;/title&gt;&lt;script&gt;&amp;\u{FFFD}\u{FFFD}</title>"))
    let isClean = svg.unicodeScalars.allSatisfy { $0 == "\n" || DisplayWidth.shown($0)?.scalar == $0 }
    #expect(isClean)
  }

  @Test("Borders are drawn, not written")
  func shapes() {
    var frame = Frame(size: Size(columns: 2, rows: 2))
    frame.box(frame.bounds, glyphs: .neutral)
    let svg = SVGWriter(theme: theme).write(frame, title: "")
    #expect(!svg.contains("<text"))
    #expect(svg.contains("<path d=\"M20.0 26.5V37M20.0 26.5H24\""))
  }

  @Test("No frame, whatever was put into it, writes a control character as text")
  func noControls() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      var frame = Frame(size: Size(columns: 20, rows: 1))
      frame.put(random.text(upTo: 30), at: Point(column: 0, row: 0))
      let line = TextWriter().line(0, of: frame)
      #expect(line.unicodeScalars.allSatisfy { DisplayWidth.shown($0)?.scalar == $0 }, "seed \(seed)")
      #expect(DisplayWidth.width(of: line) <= 20, "seed \(seed)")
    }
  }
}
