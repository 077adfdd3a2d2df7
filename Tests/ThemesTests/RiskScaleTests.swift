import Canvas
import Testing
import Themes

@Suite struct RiskScaleTests {
  private static let coloured = ThemeLibrary.shipped.filter { $0 != "mono" }

  @Test(
    "The seven risk levels stay apart for every colour vision", arguments: coloured,
    [ColorDepth.truecolor, .indexed256])
  func sevenLevels(name: String, depth: ColorDepth) throws {
    let theme = try ThemeLibrary().theme(named: name)
    // The user's sixteen colours are the user's: there the marks and words tell the levels.
    if theme.deepest == .ansi16 { return }
    #expect(ThemeJudge(theme, at: depth).alike() == [])
  }

  @Test("Seven levels are seven looks at every depth", arguments: coloured)
  func sevenLooks(name: String) throws {
    let theme = try ThemeLibrary().theme(named: name)
    for depth in [ColorDepth.truecolor, .indexed256, .ansi16] {
      let looks = (0..<7).map { theme.style(role: Role.riskLevel($0, of: 7), depth: depth).background }
      #expect(Set(looks).count == 7, "\(depth)")
    }
  }

  @Test("The measure is strict enough to refuse traffic lights")
  func trafficLights() throws {
    let colours = ["#2e7d32", "#8bc34a", "#ffeb3b", "#ff9800", "#d32f2f"].compactMap { Colour(hex: $0) }
    let nearest = try #require(ColourVision.protanopia.nearest(colours))
    #expect(nearest.difference < ThemeJudge.enoughDifference)
    #expect(try #require(ColourVision.usual.nearest(colours)).difference > ThemeJudge.enoughDifference)
  }

  @Test(
    "The themes for one colour vision keep states apart for it",
    arguments: [
      ("deuteranopia", [ColourVision.usual, .deuteranopia, .protanopia]),
      ("tritanopia", [.usual, .tritanopia]),
    ])
  func states(name: String, visions: [ColourVision]) throws {
    let theme = try ThemeLibrary().theme(named: name)
    let states: [[Role]] = [
      [.phaseNotStarted, .phaseInProgress, .phaseInReview, .phaseAgreed, .phaseStale],
      [
        .controlNone, .controlPlanned, .controlInProgress, .controlImplemented, .controlVerified,
        .controlFailed,
      ],
      [.objectiveUnmeasured, .objectiveAchieved, .objectiveOnTrack, .objectiveAtRisk, .objectiveMissed],
      [.gateBlocker, .gateWarning, .gateWaived], [.diffAdded, .diffChanged, .diffRemoved],
    ]
    for roles in states {
      for depth in [ColorDepth.truecolor, .indexed256] {
        let colours = roles.compactMap { theme.style(role: $0, depth: depth).foreground.colour }
        #expect(colours.count == roles.count)
        for vision in visions {
          let nearest = try #require(vision.nearest(colours))
          #expect(
            nearest.difference >= ThemeJudge.enoughDifference,
            "\(roles[nearest.first].name) and \(roles[nearest.second].name), \(vision), \(depth)")
        }
      }
    }
  }
}
