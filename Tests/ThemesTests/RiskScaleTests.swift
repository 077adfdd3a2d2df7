import Canvas
import Testing
import Themes

@Suite struct RiskScaleTests {
  @Test(
    "The five usual levels stay apart for every colour vision", arguments: ["default-dark", "default-light"])
  func fiveLevels(name: String) throws {
    let theme = try ThemeLibrary().theme(named: name)
    let paints = (0..<5).compactMap { theme[Role.riskLevel($0, of: 5)].background }
    #expect(paints.count == 5)
    for vision in ColourVision.allCases {
      #expect(vision.leastDifference(paints.map(\.colour)) >= 15, "\(vision)")
      let indexed = paints.compactMap { XtermPalette.colour(at: $0.indexed) }
      #expect(vision.leastDifference(indexed) >= 15, "\(vision) in 256 colours")
    }
  }

  @Test("The measure is strict enough to refuse traffic lights")
  func trafficLights() {
    let colours = ["#2e7d32", "#8bc34a", "#ffeb3b", "#ff9800", "#d32f2f"].compactMap { Colour(hex: $0) }
    #expect(ColourVision.protan.leastDifference(colours) < 15)
  }

  @Test("Seven levels are seven colours at every depth", arguments: ["default-dark", "default-light"])
  func sevenLevels(name: String) throws {
    let theme = try ThemeLibrary().theme(named: name)
    for depth in [ColorDepth.truecolor, .indexed256, .ansi16] {
      let looks = (0..<7).map { theme.style(role: Role.riskLevel($0, of: 7), depth: depth).background }
      #expect(Set(looks).count == 7, "\(depth)")
    }
  }
}
