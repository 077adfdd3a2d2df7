import Canvas
import Testing

@Suite struct ColourTests {
  @Test("Colours are read and written as six hexadecimal digits")
  func hex() {
    #expect(Colour(hex: "#0a1bff")?.hex == "#0a1bff")
    for text in ["0a1bff", "#0a1bf", "#0a1bfg", "#+a1bff", ""] { #expect(Colour(hex: text) == nil) }
  }

  @Test("Contrast is that of WCAG")
  func contrast() {
    let black = Colour(red: 0, green: 0, blue: 0)
    let white = Colour(red: 255, green: 255, blue: 255)
    #expect(abs(black.contrast(with: white) - 21) < 0.001)
    #expect(white.contrast(with: white) == 1)
  }

  @Test(
    "A colour of the 256 is its own nearest",
    arguments: [16, 32, 116, 186, 208, 88, 231, 238, 255] as [UInt8])
  func nearest(index: UInt8) throws {
    let colour = try #require(XtermPalette.colour(at: index))
    #expect(XtermPalette.colour(at: XtermPalette.nearest(to: colour)) == colour)
  }
}
