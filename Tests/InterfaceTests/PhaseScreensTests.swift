import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("Screens of phases 1 to 3, overview and integration")
struct PhaseScreensTests {
  private static let screens: [ScreenID] = [
    .overview, .agreement, .responsibilities, .context, .policy, .objectives, .pairs, .integration,
  ]

  @Test("look as they did, large and small, in both languages", arguments: Language.allCases)
  func frames(_ language: Language) throws {
    var stage = try Stage(.cloud, language)
    var small = try Stage(.cloud, language, size: .small)
    small.show(party: "csp")
    // One party's view in one language, all parties' in the other: each costs a file to read.
    let isOneParty = language == .japanese
    stage.show(party: isOneParty ? "csc" : nil)
    for screen in Self.screens {
      stage.open(screen)
      stage.press(.down, .down)
      try Golden.check(
        stage.frame, "\(screen.rawValue)-\(isOneParty ? "csc" : "all")-120-\(language.rawValue)")
      small.open(screen)
      small.press(.down)
      try Golden.check(small.frame, "\(screen.rawValue)-csp-80-\(language.rawValue)")
    }
  }
}
