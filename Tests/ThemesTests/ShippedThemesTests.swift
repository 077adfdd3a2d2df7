import Canvas
import Testing
import Themes

@Suite struct ShippedThemesTests {
  private static let names = ["default-dark", "default-light", "mono"]
  /// Lines and surfaces, not words.
  private static let wordless: Set<Role> = [.border, .treeGuide, .background]
  private static let grounds: [Role] = [
    .background, .selection, .selectionInactive, .popup, .palette, .statusline, .cursor, .formFocus,
    .riskLevel1,
    .riskLevel4, .riskLevel7,
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
    "Every word can be read on every ground it may lie on", arguments: names,
    [ColorDepth.truecolor, .indexed256])
  func contrast(name: String, depth: ColorDepth) throws {
    let theme = try ThemeLibrary().theme(named: name)
    for role in Role.allCases where !ShippedThemesTests.wordless.contains(role) {
      for ground in ShippedThemesTests.grounds {
        let look = theme.style(role: role, ground: ground, depth: depth)
        let text = look.foreground.colour ?? theme.screenForeground
        let under = look.background.colour ?? theme.screenBackground
        let ratio = text.contrast(with: under)
        #expect(ratio >= 4.5, "\(role.name) on \(ground.name) in \(name)")
      }
    }
  }

  @Test("Coloured themes colour what matters, and mono nothing")
  func colours() throws {
    let library = ThemeLibrary()
    for name in ["default-dark", "default-light"] {
      let theme = try library.theme(named: name)
      for role in [Role.gateBlocker, .phaseAgreed, .riskLevel7, .selection, .link] {
        for depth in [ColorDepth.truecolor, .indexed256, .ansi16] {
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

  @Test("The cursor row is marked without colour too", arguments: names)
  func monoSelection(name: String) throws {
    let theme = try ThemeLibrary().theme(named: name)
    #expect(theme.style(role: .text, ground: .selection, depth: .mono).attributes.contains(.reverse))
    let plain = theme.style(role: .text, ground: .selection, depth: .truecolor)
    #expect(plain.background != .terminal || plain.attributes.contains(.reverse))
  }

  @Test("Body text and background are the terminal's own", arguments: names)
  func terminalSafe(name: String) throws {
    let theme = try ThemeLibrary().theme(named: name)
    for depth in ColorDepth.allCases { #expect(theme.style(role: .text, depth: depth) == Look()) }
  }
}
