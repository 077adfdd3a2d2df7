package import Canvas

/// What was found when a theme file was looked at closely; it can be used all the same.
package struct ThemeReport: Hashable, Sendable {
  /// One thing worth mending, and where it is said.
  package struct Finding: Hashable, Sendable {
    /// What may be wrong with a theme that can be used.
    package enum Problem: Hashable, Sendable {
      /// A word that is hard to read.
      case faint(ThemeJudge.Faint)
      /// Risk levels that some people cannot tell apart.
      case alike(ThemeJudge.Alike)
      /// A colour of the palette that no style names, here or in a theme this one builds on.
      case unusedColour(String)
    }

    /// What.
    package let problem: Problem
    /// The fullest depth at which it is so; nil where depth does not matter.
    package let depth: ColorDepth?
    /// The line that says it, or the file where an ancestor does.
    package let place: ThemePlace
  }

  /// The theme as it would be shown.
  package let theme: Theme
  /// In the order of the file.
  package let findings: [Finding]
}

extension ThemeLibrary {
  /// Reads a theme file and holds it against what eyes need; throws `ThemeError` where it cannot be used at all.
  package func check(contentsOf path: String) throws(ThemeError) -> ThemeReport {
    let lineage = try lineage(contentsOf: path)
    let builder = ThemeBuilder(lineage)
    let theme = try builder.theme()
    var findings = builder.unusedColours.map { name, place in
      ThemeReport.Finding(problem: .unusedColour(name), depth: nil, place: place)
    }
    // What the user's own sixteen colours look like, nobody knows.
    for depth in [ColorDepth.truecolor, .indexed256] where depth <= theme.deepest {
      findings += ThemeLibrary.shortcomings(of: theme, at: depth, builder, beside: findings)
    }
    return ThemeReport(
      theme: theme,
      findings: findings.sorted {
        ($0.place.line ?? 0, $0.place.column ?? 0) < ($1.place.line ?? 0, $1.place.column ?? 0)
      })
  }

  /// What is wrong at a depth and was not found at a fuller one: one ground a word, one pair of levels a vision.
  private static func shortcomings(
    of theme: Theme, at depth: ColorDepth, _ builder: ThemeBuilder, beside known: [ThemeReport.Finding]
  ) -> [ThemeReport.Finding] {
    let judge = ThemeJudge(theme, at: depth)
    var roles: Set<Role> = []
    var visions: Set<ColourVision> = []
    for finding in known {
      switch finding.problem {
      case .faint(let faint): roles.insert(faint.role)
      case .alike(let alike): visions.insert(alike.vision)
      case .unusedColour: break
      }
    }
    let faint = judge.faint().filter { roles.insert($0.role).inserted }
    let alike = judge.alike().filter { visions.insert($0.vision).inserted }
    return faint.map { .init(problem: .faint($0), depth: depth, place: builder.place(of: $0.role)) }
      + alike.map { alike in
        let places = [alike.higher, alike.lower].map(builder.place)
        let place = places.first { $0.line != nil } ?? places[0]
        return .init(problem: .alike(alike), depth: depth, place: place)
      }
  }
}
