package import Canvas

/// Holds a theme against what eyes need: WCAG 2.2 contrast of words (success criterion 1.4.3), and risk levels that stay
/// apart whatever colours a person can see.
package struct ThemeJudge: Sendable {
  /// A word that is hard to read.
  package struct Faint: Hashable, Sendable {
    /// What the word is.
    package let role: Role
    /// What it lies on.
    package let ground: Role
    /// WCAG's ratio, from 1 to 21.
    package let ratio: Double
  }

  /// Two risk levels that somebody takes for one.
  package struct Alike: Hashable, Sendable {
    /// The lower of the two.
    package let lower: Role
    /// The higher.
    package let higher: Role
    /// Whose eyes.
    package let vision: ColourVision
    /// CIEDE2000.
    package let difference: Double
  }

  /// What words need, as WCAG has it for level AA.
  package static let enoughContrast = 4.5
  /// What two risk levels must differ by.
  package static let enoughDifference = 10.0
  /// Lines and surfaces, not words.
  private static let wordless: Set<Role> = [.border, .borderFocus, .treeGuide, .background, .scrollbar]
  /// Where words may lie.
  private static let grounds: [Role] = [
    .background, .selection, .selectionInactive, .popup, .palette, .statusline, .cursor, .formFocus, .match,
  ]
  private static let levels: [Role] = [
    .riskLevel1, .riskLevel2, .riskLevel3, .riskLevel4, .riskLevel5, .riskLevel6, .riskLevel7,
  ]

  private let theme: Theme
  private let depth: ColorDepth

  /// Judges a theme as terminals of a depth show it; the user's sixteen colours are taken for xterm's.
  package init(_ theme: Theme, at depth: ColorDepth) {
    self.theme = theme
    self.depth = depth
  }

  /// Words below `ratio`: on every ground for the roles that bring no ground of their own, else once.
  package func faint(below ratio: Double = enoughContrast) -> [Faint] {
    var found: [Faint] = []
    for role in Role.allCases where !Self.wordless.contains(role) {
      let grounds = theme[role].background == nil ? Self.grounds + Self.levels : [.background]
      for ground in grounds {
        let reached = contrast(of: role, on: ground)
        if reached < ratio { found.append(Faint(role: role, ground: ground, ratio: reached)) }
      }
    }
    return found
  }

  /// The pair of risk levels each vision tells apart least, where that is too little. A theme that colours no level
  /// leaves them to the marks.
  package func alike(below difference: Double = enoughDifference) -> [Alike] {
    let colours = Self.levels.compactMap { theme.style(role: $0, depth: depth).background.pictured }
    guard colours.count == Self.levels.count else { return [] }
    return ColourVision.allCases.compactMap { vision in
      guard let (first, second, reached) = vision.nearest(colours), reached < difference else { return nil }
      return Alike(
        lower: Self.levels[first], higher: Self.levels[second], vision: vision, difference: reached)
    }
  }

  /// WCAG's ratio of a word on a ground.
  package func contrast(of role: Role, on ground: Role = .background) -> Double {
    let look = theme.style(role: role, ground: ground, depth: depth)
    let text = look.foreground.pictured ?? theme.screenForeground
    return text.contrast(with: look.background.pictured ?? theme.screenBackground)
  }
}
