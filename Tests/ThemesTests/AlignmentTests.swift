import Canvas
import Foundation
import Testing
import Themes

@Suite struct AlignmentTests {
  @Test("A crowded Japanese screen keeps its right border on one column, in text and in pictures")
  func rightBorder() throws {
    let frame = SampleMatrix.frame(glyphs: .neutral)
    let lines = TextWriter().write(frame).split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines[2...16] { #expect(DisplayWidth.width(of: String(line)) == 112) }
    let theme = try ThemeLibrary().theme(named: "default-dark")
    let svg = SVGWriter(theme: theme).write(frame, title: "リスクマトリックス")
    for place in svg.matches(of: /<text x="(\d+)" y="\d+" textLength="(\d+)"/) {
      #expect((Int(place.1) ?? 1) % 8 == 0 && (Int(place.2) ?? 1) % 8 == 0)
    }
  }
}
