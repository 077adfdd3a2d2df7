import Canvas
import Testing

@Suite struct RectTests {
  private let rect = Rect(column: 2, row: 1, columns: 10, rows: 6)

  @Test("A split gives the asked piece and the rest, and never more than there is")
  func splits() {
    #expect(rect.splitLeft(3).left == Rect(column: 2, row: 1, columns: 3, rows: 6))
    #expect(rect.splitLeft(3).rest == Rect(column: 5, row: 1, columns: 7, rows: 6))
    #expect(rect.splitRight(3).right == Rect(column: 9, row: 1, columns: 3, rows: 6))
    #expect(rect.splitRight(3).rest == Rect(column: 2, row: 1, columns: 7, rows: 6))
    #expect(rect.splitTop(2).rest == Rect(column: 2, row: 3, columns: 10, rows: 4))
    #expect(rect.splitBottom(2).bottom == Rect(column: 2, row: 5, columns: 10, rows: 2))
    #expect(rect.splitTop(99).rest.isEmpty)
    #expect(rect.splitLeft(-1).left.isEmpty)
  }

  @Test("Insets collapse to nothing instead of turning inside out")
  func insets() {
    #expect(rect.inset() == Rect(column: 3, row: 2, columns: 8, rows: 4))
    #expect(rect.inset(columns: 9, rows: 1).isEmpty)
  }

  @Test("Rectangles meet where both have cells")
  func intersections() {
    #expect(
      rect.intersection(Rect(column: 10, row: 0, columns: 9, rows: 3))
        == Rect(column: 10, row: 1, columns: 2, rows: 2))
    #expect(rect.intersection(Rect(column: 12, row: 0, columns: 9, rows: 3)).isEmpty)
    #expect(rect.contains(Point(column: 11, row: 6)))
    #expect(!rect.contains(Point(column: 12, row: 6)))
    #expect(rect.centered(Size(columns: 4, rows: 20)) == Rect(column: 5, row: 1, columns: 4, rows: 6))
    #expect(rect.line(5).row == 6)
    #expect(rect.line(6).isEmpty)
  }
}
