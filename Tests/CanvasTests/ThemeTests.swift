import Canvas
import Testing

@Suite struct ThemeTests {
  private static func paint(_ hex: String) -> Paint {
    Paint(Colour(hex: hex) ?? Colour(red: 0, green: 0, blue: 0))
  }
  private static let night = paint("#101010").colour
  private static let paper = paint("#f0f0f0").colour

  private let theme = Theme(name: "test", screenForeground: paper, screenBackground: night) { role in
    switch role {
    case .selection: Style(foreground: paint("#ffffff"), background: paint("#003366"), mono: .reverse)
    case .textMuted: Style(foreground: paint("#404040"), mono: .dim)
    case .link: Style(foreground: paint("#88ccff"), attributes: .underline)
    case .riskLevel4: Style(foreground: paint("#000000"), background: paint("#ffee88"))
    default: Style()
    }
  }

  @Test("Words on a selected row keep their colour where it can be read, and borrow one where not")
  func grounds() {
    let link = theme.style(role: .link, ground: .selection, depth: .truecolor)
    #expect(link.foreground == .rgb(ThemeTests.paint("#88ccff").colour))
    #expect(link.background == .rgb(ThemeTests.paint("#003366").colour))
    #expect(link.attributes == .underline)
    let muted = theme.style(role: .textMuted, ground: .selection, depth: .truecolor)
    #expect(muted.foreground == .rgb(ThemeTests.paint("#ffffff").colour))
  }

  @Test("A role with its own background keeps it on every ground")
  func labels() {
    let look = theme.style(role: .riskLevel4, ground: .selection, depth: .truecolor)
    #expect(look.background == .rgb(ThemeTests.paint("#ffee88").colour))
  }

  @Test("The terminal's own colours stay its own where nothing is laid under them")
  func terminalColours() {
    #expect(theme.style(role: .text, depth: .truecolor) == Look())
    #expect(theme.style(role: .text, depth: .ansi16) == Look())
  }

  @Test("Without colour only attributes speak")
  func mono() {
    #expect(
      theme.style(role: .textMuted, ground: .selection, depth: .mono) == Look(attributes: [.dim, .reverse]))
    #expect(Theme.plain.style(role: .selection, depth: .truecolor) == Look(attributes: .reverse))
  }
}
