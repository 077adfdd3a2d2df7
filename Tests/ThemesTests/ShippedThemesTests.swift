import Canvas
import Testing
import Themes

@Suite struct ShippedThemesTests {
  private static let names = [
    "default-dark", "default-light", "terminal-16", "high-contrast-dark", "high-contrast-light",
    "deuteranopia",
    "tritanopia", "projector", "mono", "ascii",
  ]
  private static let coloured = names.filter { $0 != "mono" }
  private static let measurable = coloured.filter { $0 != "terminal-16" && $0 != "ascii" }
  /// Those that paint a ground of their own, so that what was measured is what is seen.
  private static let painted = [
    "high-contrast-dark", "high-contrast-light", "deuteranopia", "tritanopia", "projector",
  ]

  @Test("The library offers the shipped themes in a fixed order")
  func shipped() {
    #expect(ThemeLibrary().names == ShippedThemesTests.names)
  }

  @Test("Each loads under its own name", arguments: names)
  func loads(name: String) throws {
    #expect(try ThemeLibrary().theme(named: name).name == name)
  }

  @Test(
    "Every word can be read on every ground it may lie on: WCAG 2.2, 1.4.3", arguments: measurable,
    [ColorDepth.truecolor, .indexed256])
  func contrast(name: String, depth: ColorDepth) throws {
    let theme = try ThemeLibrary().theme(named: name)
    let faint = ThemeJudge(theme, at: depth).faint().map {
      "\($0.role.name) on \($0.ground.name) \($0.ratio)"
    }
    #expect(faint == [])
  }

  @Test(
    "High contrast and the projector reach 7:1: WCAG 2.2, 1.4.6",
    arguments: ["high-contrast-dark", "high-contrast-light", "projector"],
    [ColorDepth.truecolor, .indexed256])
  func enhanced(name: String, depth: ColorDepth) throws {
    let theme = try ThemeLibrary().theme(named: name)
    let judge = ThemeJudge(theme, at: depth)
    for role in Role.allCases
    where ![.border, .borderFocus, .treeGuide, .background, .scrollbar].contains(role) {
      #expect(judge.contrast(of: role) >= 7, "\(role.name)")
    }
    // Lines are not words: 1.4.11 asks for 3:1.
    for role in [Role.border, .borderFocus, .treeGuide, .scrollbar] { #expect(judge.contrast(of: role) >= 3) }
  }

  @Test("In sixteen colours a word that brings its ground can be read on it", arguments: coloured)
  func sixteen(name: String) throws {
    let theme = try ThemeLibrary().theme(named: name)
    for role in Role.allCases where theme[role].ansi16.background != .terminal {
      let ratio = ThemeJudge(theme, at: .ansi16).contrast(of: role)
      #expect(ratio >= 4.5, "\(role.name) \(ratio)")
    }
  }

  @Test("terminal-16 asks for nothing but the sixteen, and its words show on black and on white")
  func sixteenOnly() throws {
    let theme = try ThemeLibrary().theme(named: "terminal-16")
    let grounds = ["#000000", "#ffffff"].compactMap { Colour(hex: $0) }
    for role in Role.allCases {
      let look = theme.style(role: role, depth: .truecolor)
      for case .rgb in [look.foreground, look.background] { Issue.record("\(role.name)") }
      guard look.background == .terminal, let colour = look.foreground.pictured else { continue }
      for ground in grounds { #expect(colour.contrast(with: ground) >= 3, "\(role.name)") }
    }
  }

  @Test("Coloured themes colour what matters, and mono nothing")
  func colours() throws {
    let library = ThemeLibrary()
    for name in ShippedThemesTests.measurable {
      let theme = try library.theme(named: name)
      for role in [Role.gateBlocker, .phaseAgreed, .riskLevel7, .selection, .link] {
        for depth in [ColorDepth.truecolor, .indexed256] {
          let look = theme.style(role: role, depth: depth)
          #expect(
            look.foreground != .terminal || look.background != .terminal, "\(name) \(role.name) \(depth)")
        }
      }
    }
    let mono = try library.theme(named: "mono")
    for role in Role.allCases {
      let look = mono.style(role: role, depth: .truecolor)
      #expect(look.foreground == .terminal && look.background == .terminal, "\(role.name)")
    }
  }

  @Test(
    "Without colour the cursor's row, the field in hand, marks, links and what is grave still stand out",
    arguments: names)
  func withoutColour(name: String) throws {
    let theme = try ThemeLibrary().theme(named: name)
    func attributes(_ role: Role, on ground: Role = .background) -> Attributes {
      theme.style(role: role, ground: ground, depth: .mono).attributes
    }
    #expect(attributes(.text, on: .selection).contains(.reverse))
    #expect(attributes(.cursor).contains(.reverse))
    #expect(!attributes(.text, on: .formFocus).isDisjoint(with: [.reverse, .underline]))
    #expect(attributes(.text, on: .selectionInactive) != attributes(.text))
    for role in [
      Role.match, .mark, .link, .gateBlocker, .messageError, .phaseStale, .controlFailed, .riskLevel7,
    ] {
      #expect(attributes(role) != attributes(.text), "\(role.name)")
    }
    let marks = (0..<7).map { theme.glyphs.riskMark(Role.riskLevel($0, of: 7)) }
    #expect(Set(marks).count == 7)
    let look = theme.style(role: .text, ground: .selection, depth: .truecolor)
    #expect(look.background != .terminal || look.attributes.contains(.reverse))
  }

  @Test("States of a kind have marks of their own in every theme", arguments: names)
  func stateMarks(name: String) throws {
    let glyphs = try ThemeLibrary().theme(named: name).glyphs
    let kinds: [[Glyph]] = [
      [.phaseNotStarted, .phaseInProgress, .phaseInReview, .phaseAgreed, .phaseStale],
      [
        .controlNone, .controlPlanned, .controlInProgress, .controlImplemented, .controlVerified,
        .controlFailed,
        .controlExcluded,
      ],
      [.objectiveUnmeasured, .objectiveAchieved, .objectiveOnTrack, .objectiveAtRisk, .objectiveMissed],
      [.severityBlocker, .severityWarning, .severityInfo, .severityWaived],
      [.diffAdded, .diffChanged, .diffRemoved],
      [.trendUp, .trendDown, .trendFlat],
    ]
    for kind in kinds { #expect(Set(kind.map { glyphs[$0] }).count == kind.count) }
  }

  @Test("Body text and ground are the terminal's own, or both are painted", arguments: names)
  func ground(name: String) throws {
    let theme = try ThemeLibrary().theme(named: name)
    for depth in [ColorDepth.truecolor, .indexed256] {
      let look = theme.style(role: .text, depth: depth)
      if Self.painted.contains(name) {
        #expect(look.background.colour != nil && look.foreground.colour != nil)
      } else {
        #expect(look == Look())
      }
    }
    #expect(theme.style(role: .text, depth: .mono) == Look())
  }

  @Test("ascii draws nothing but ASCII")
  func ascii() throws {
    let glyphs = try ThemeLibrary().theme(named: "ascii").glyphs
    for glyph in Glyph.allCases { #expect(glyphs[glyph].utf8.allSatisfy { $0 < 0x80 }, "\(glyph.name)") }
    #expect(glyphs.circled(3) == "(3)")
  }
}
