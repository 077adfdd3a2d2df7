import Canvas
import Testing

@Suite struct GlyphsTests {
  @Test("Every mark has a name and takes one cell in both sets", arguments: Glyph.allCases)
  func oneCell(glyph: Glyph) {
    #expect(Glyph(name: glyph.name) == glyph)
    #expect(DisplayWidth.width(of: Glyphs.neutral[glyph]) == 1)
    #expect(Glyphs.neutral[glyph].unicodeScalars.count == 1)
    #expect(Glyphs.ascii[glyph].utf8.count == 1)
    #expect(Glyphs.neutral[glyph] != " ")
  }

  @Test("States that stand side by side have different marks", arguments: [Glyphs.neutral, Glyphs.ascii])
  func distinct(glyphs: Glyphs) {
    let groups: [[Glyph]] = [
      [.phaseNotStarted, .phaseInProgress, .phaseInReview, .phaseAgreed, .phaseStale],
      [
        .controlNone, .controlPlanned, .controlInProgress, .controlImplemented, .controlVerified,
        .controlFailed,
        .controlExcluded,
      ],
      [.objectiveAchieved, .objectiveOnTrack, .objectiveAtRisk, .objectiveMissed, .objectiveUnmeasured],
      [.severityBlocker, .severityWarning, .severityInfo, .severityWaived],
      [.riskMark1, .riskMark2, .riskMark3, .riskMark4, .riskMark5, .riskMark6, .riskMark7],
      [.diffAdded, .diffChanged, .diffRemoved],
    ]
    for group in groups { #expect(Set(group.map { glyphs[$0] }).count == group.count) }
  }

  @Test("A mark can be replaced by one narrow character and by nothing else")
  func replacing() {
    var glyphs = Glyphs.neutral
    #expect(glyphs.replace(.check, with: "o") && glyphs[.check] == "o")
    for text in ["", "ok", "漢", "\u{1B}", "\u{301}", "\u{202E}"] {
      let accepted = glyphs.replace(.check, with: text)
      #expect(!accepted && glyphs[.check] == "o")
    }
  }

  @Test("Digits are circled where there are circles")
  func circles() {
    #expect(Glyphs.neutral.circled(4) == "④")
    #expect(Glyphs.neutral.circled(21) == "(21)")
    #expect(Glyphs.ascii.circled(4) == "(4)")
  }

  @Test("Bars and sparklines keep their width")
  func measures() {
    #expect(Glyphs.neutral.bar(0.64, width: 9) == "▰▰▰▰▰▱▱▱▱")
    #expect(Glyphs.neutral.bar(0.01, width: 4) == "▰▱▱▱")
    #expect(Glyphs.neutral.bar(.nan, width: 2) == "▱▱")
    #expect(Glyphs.ascii.bar(7, width: 3) == "###")
    #expect(Glyphs.neutral.sparkline([8, 6, 5, 4, 4]) == "█▅▃▁▁")
    #expect(Glyphs.neutral.sparkline([3, 3]) == "▅▅")
    #expect(Glyphs.neutral.sparkline([]) == "")
  }
}
