/// A value that turns roles into looks and names the glyphs; complete, whatever its file left out.
package struct Theme: Hashable, Sendable {
  /// The name a person chooses it by.
  package let name: String
  /// The marks it draws.
  package var glyphs: Glyphs
  /// What the terminal's own foreground is taken for where there is no terminal, and for judging contrast.
  package let screenForeground: Colour
  /// What the terminal's own background is taken for where there is no terminal, and for judging contrast.
  package let screenBackground: Colour
  /// The most colours it asks for, whatever the terminal could show.
  package let deepest: ColorDepth
  private let styles: [Style]

  /// A theme asked once for the style of each role.
  package init(
    name: String, glyphs: Glyphs = .neutral, screenForeground: Colour, screenBackground: Colour,
    deepest: ColorDepth = .truecolor, style: (Role) -> Style
  ) {
    self.name = name
    self.glyphs = glyphs
    self.screenForeground = screenForeground
    self.screenBackground = screenBackground
    self.deepest = deepest
    styles = Role.allCases.map(style)
  }

  /// The style of a role alone, before any ground.
  package subscript(_ role: Role) -> Style { styles[Int(role.rawValue)] }

  /// How a cell of this role on this ground is drawn at a depth.
  ///
  /// A role with a background of its own keeps it on any ground, like a label stuck on. Otherwise the ground's
  /// background is taken, and where the role's colour could not be read on it, the ground's foreground. Reverse
  /// and underline are lent by any ground, being the background of terminals without colour.
  package func style(role: Role, ground: Role = .background, depth: ColorDepth) -> Look {
    switch min(depth, deepest) {
    case .truecolor: coloured(role, ground) { .rgb($0.colour) }
    case .indexed256: coloured(role, ground) { .indexed($0.indexed) }
    case .ansi16: inSixteen(role, ground)
    case .mono: Look(attributes: lent(self[role].mono, by: self[ground].mono, ground))
    }
  }

  private func coloured(_ role: Role, _ ground: Role, tint: (Paint) -> Tint) -> Look {
    let style = self[role]
    let attributes = style.attributes
    if let background = style.background {
      let foreground = style.foreground ?? Paint(screenForeground)
      return Look(foreground: tint(foreground), background: tint(background), attributes: attributes)
    }
    guard let background = self[ground].background else {
      return Look(
        foreground: style.foreground.map(tint) ?? .terminal,
        attributes: lent(attributes, by: self[ground].attributes, ground))
    }
    let foreground = readable(style.foreground, on: background, lending: self[ground].foreground, tint)
    return Look(foreground: tint(foreground), background: tint(background), attributes: attributes)
  }

  private func readable(
    _ wanted: Paint?, on background: Paint, lending: Paint?, _ tint: (Paint) -> Tint
  ) -> Paint {
    let wanted = wanted ?? lending ?? Paint(screenForeground)
    guard let text = tint(wanted).colour, let under = tint(background).colour else { return wanted }
    return text.contrast(with: under) >= 4.5 ? wanted : lending ?? Paint(screenForeground)
  }

  private func inSixteen(_ role: Role, _ ground: Role) -> Look {
    let own = self[role].ansi16
    let under = self[ground].ansi16
    if own.background != .terminal { return own }
    let attributes = lent(own.attributes, by: under.attributes, ground)
    if ground == .background {
      let foreground = own.foreground == .terminal ? under.foreground : own.foreground
      return Look(foreground: foreground, background: under.background, attributes: attributes)
    }
    if under.background == .terminal { return Look(foreground: own.foreground, attributes: attributes) }
    return Look(foreground: under.foreground, background: under.background, attributes: attributes)
  }

  private func lent(_ own: Attributes, by under: Attributes, _ ground: Role) -> Attributes {
    ground == .background ? own : own.union(under.intersection([.reverse, .underline]))
  }
}
