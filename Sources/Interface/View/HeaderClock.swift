import Canvas
import Domain

/// What the header says of the running agenda item: its title and the minutes left.
extension Model {
  private static let widestTitle = 20

  /// Nothing while no item runs, or the past is looked at.
  func clockRuns(_ glyphs: Glyphs, within columns: Int) -> [(String, Role)] {
    guard past == nil, let item = assessment.runningItem else { return [] }
    let timing = assessment.timing(of: item, at: now)
    let (glyph, _, role) = WorkshopLine.running(timing)
    let minutes = WorkshopLine.minutes(timing.left ?? timing.elapsed)[language]
    let title = assessment.title(of: item) ?? ""
    let room = min(Self.widestTitle, max(0, columns / 4))
    let short = DisplayWidth.clip(title, to: room, ellipsis: glyphs[.truncation])
    return [
      (" " + glyphs[glyph] + " ", role), (short + " ", .textMuted),
      (minutes + " ", timing.isOver ? role : .statusline),
    ]
  }
}
