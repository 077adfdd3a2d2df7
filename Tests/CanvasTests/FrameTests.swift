import Canvas
import Testing

@Suite struct FrameTests {
  private func frame(_ columns: Int, _ rows: Int = 1) -> Frame {
    Frame(size: Size(columns: columns, rows: rows))
  }

  private func lines(_ frame: Frame) -> [String] {
    (0..<frame.size.rows).map { TextWriter().line($0, of: frame) }
  }

  @Test("Text takes the cells of its width and says how many")
  func put() {
    var frame = frame(10)
    #expect(frame.put("R-1 高い", at: Point(column: 1, row: 0)) == 8)
    #expect(lines(frame) == [" R-1 高い"])
    #expect(frame[Point(column: 5, row: 0)].width == 2)
    #expect(frame[Point(column: 6, row: 0)].width == 0)
  }

  @Test("Text is cut at its width, at the frame and left of it, never through a wide character")
  func clipped() {
    var frame = frame(6)
    #expect(frame.put("高い値", at: Point(column: 0, row: 0), width: 5) == 4)
    #expect(lines(frame) == ["高い"])
    frame.put("高い値", at: Point(column: 3, row: 0))
    #expect(lines(frame) == ["高 高"])
    frame.put("高い値", at: Point(column: -1, row: 0))
    #expect(lines(frame) == [" い値"])
    #expect(frame.put("x", at: Point(column: 0, row: 1)) == 0)
  }

  @Test("A truncation mark stands where text did not fit")
  func ellipsis() {
    var frame = frame(8)
    #expect(frame.put("復元した結果", at: Point(column: 0, row: 0), width: 7, ellipsis: "…") == 7)
    #expect(lines(frame) == ["復元し…"])
  }

  @Test("Covering half of a wide character blanks the other half")
  func halves() {
    var frame = frame(4)
    frame.put("高い", at: Point(column: 0, row: 0))
    frame.put("x", at: Point(column: 1, row: 0))
    #expect(lines(frame) == [" xい"])
    frame.put("y", at: Point(column: 2, row: 0))
    #expect(lines(frame) == [" xy"])
    #expect(frame.row(0).allSatisfy { $0.width == 1 })
  }

  @Test("Combining marks stay on their character")
  func combining() {
    var frame = frame(4)
    #expect(frame.put("か\u{3099}e\u{301}", at: Point(column: 0, row: 0)) == 3)
    #expect(frame.text(of: frame[Point(column: 0, row: 0)]) == "か\u{3099}")
    #expect(frame.text(of: frame[Point(column: 2, row: 0)]) == "e\u{301}")
    #expect(frame.clusters.count == 3)
  }

  @Test("A painted row keeps its words' roles, and words keep the ground they land on")
  func grounds() {
    var frame = frame(6)
    frame.paint(frame.bounds, ground: .selection)
    frame.put("高い", at: Point(column: 0, row: 0), role: .textMuted)
    #expect(frame.row(0).allSatisfy { $0.ground == .selection })
    #expect(frame[Point(column: 1, row: 0)].role == .textMuted)
    frame.put("x", at: Point(column: 5, row: 0), ground: .popup)
    #expect(frame[Point(column: 5, row: 0)].ground == .popup)
  }

  @Test("Boxes that touch share their border")
  func boxes() {
    var frame = frame(9, 5)
    frame.box(Rect(column: 0, row: 0, columns: 5, rows: 5), glyphs: .neutral)
    frame.box(Rect(column: 4, row: 0, columns: 5, rows: 5), glyphs: .neutral)
    frame.rule(from: Point(column: 4, row: 2), columns: 5, glyphs: .neutral)
    #expect(lines(frame) == ["┌───┬───┐", "│   │   │", "│   ├───┤", "│   │   │", "└───┴───┘"])
  }

  @Test("A title stands in the border and is clipped to it")
  func titles() {
    var frame = frame(12, 2)
    frame.box(frame.bounds, title: "合意条件", glyphs: .neutral)
    #expect(lines(frame) == ["┌─ 合意… ──┐", "└──────────┘"])
    var ascii = self.frame(12, 2)
    ascii.box(ascii.bounds, title: "Gates", glyphs: .ascii)
    #expect(lines(ascii) == ["+- Gates --+", "+----------+"])
  }

  @Test("Only lines that changed are named")
  func differences() {
    let before = frame(4, 3)
    var after = before
    after.put("x", at: Point(column: 0, row: 1))
    #expect(after.rowsDiffering(from: before) == [1])
    #expect(after.rowsDiffering(from: nil) == [0, 1, 2])
    #expect(before.rowsDiffering(from: before) == [])
  }

  @Test("Whatever is drawn, every wide character has both halves and nothing leaves the frame")
  func wholeCharacters() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      var frame = frame(Int.random(in: 1...20, using: &random), Int.random(in: 1...4, using: &random))
      for _ in 0..<20 {
        let point = Point(
          column: Int.random(in: -5...22, using: &random), row: Int.random(in: -1...5, using: &random))
        let text = random.text(upTo: 12)
        let width = Bool.random(using: &random) ? Int.random(in: -1...9, using: &random) : nil
        frame.put(text, at: point, width: width, ellipsis: Bool.random(using: &random) ? "…" : nil)
        let corner = Rect(column: point.column, row: point.row, columns: 3, rows: 1)
        if Bool.random(using: &random) { frame.fill(corner, with: "漢") }
      }
      for row in 0..<frame.size.rows {
        let widths = frame.row(row).map { Int($0.width) }
        #expect(widths.reduce(0, +) == frame.size.columns, "seed \(seed)")
        for (index, width) in widths.enumerated() where width == 2 {
          #expect(index + 1 < widths.count && widths[index + 1] == 0, "seed \(seed)")
        }
      }
    }
  }

  @Test("What is put takes exactly the width that was measured")
  func measuresAgree() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let text = random.text(upTo: 20)
      var frame = frame(60)
      #expect(
        frame.put(text, at: Point(column: 0, row: 0)) == DisplayWidth.width(of: text), "seed \(seed): \(text)"
      )
    }
  }

  @Test("A cell stays small")
  func cellSize() {
    #expect(MemoryLayout<Cell>.stride <= 16)
  }
}
