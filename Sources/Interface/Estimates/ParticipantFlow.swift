import Canvas
import Domain

/// Everybody in the room, column by column, with a mark and a word for whether they have cast, or with what they
/// estimated.
struct ParticipantFlow {
  let facts: RoundFacts
  let assessment: Assessment
  let language: Language
  /// The one under the cursor; nil where there is none.
  let cursor: Int?

  private static let narrowest = 36

  /// How many stand in one column.
  static func height(_ count: Int, columns width: Int) -> Int {
    let columns = max(1, min(4, width / narrowest))
    return (count + columns - 1) / columns
  }

  func draw(_ pen: inout Pen, in area: Rect) {
    let people = facts.participants
    guard !people.isEmpty, area.rows > 0 else { return }
    let height = Self.height(people.count, columns: area.columns)
    let columns = (people.count + height - 1) / height
    let width = area.columns / columns
    let top = max(0, min((cursor ?? 0) % height - area.rows + 1, height - area.rows))
    for (index, participant) in people.enumerated() {
      let row = index % height - top
      guard (0..<area.rows).contains(row) else { continue }
      let place = Rect(
        column: area.column + index / height * width, row: area.row + row, columns: width - 1, rows: 1)
      if index == cursor {
        pen.frame.paint(place, ground: .selection)
        pen.put(pen.glyphs[.selected], at: place.origin, role: .cursor)
        pen.frame.cursor = place.origin
      }
      draw(participant, &pen, in: place.splitLeft(2).rest)
    }
  }

  private func draw(_ participant: RecordID, _ pen: inout Pen, in line: Rect) {
    let (glyph, word, role) = state(of: participant, pen.glyphs)
    let (left, right) = line.splitRight(min(20, max(9, line.columns * 2 / 5)))
    pen.put(glyph, at: left.origin, role: role, width: 1)
    let (name, key) = left.splitLeft(2).rest.splitRight(min(7, left.columns / 4))
    pen.put(
      assessment.name(ofParticipant: participant), at: name.origin, width: max(0, name.columns - 1))
    let party = assessment.party(of: participant).flatMap { assessment[$0, Party.partyKey] } ?? ""
    pen.put(party, at: key.origin, role: .textMuted, width: max(0, key.columns - 1))
    pen.put(word, at: right.origin, role: role, width: right.columns)
  }

  private func state(of participant: RecordID, _ glyphs: Glyphs) -> (String, String, Role) {
    guard let result = facts.result else {
      return facts.cast.contains(participant)
        ? (glyphs[.check], EstimateWords.cast[language], .messageSuccess)
        : (glyphs[.phaseNotStarted], EstimateWords.waiting[language], .textMuted)
    }
    guard let cast = result.casts.first(where: { $0.participant == participant }) else {
      return (glyphs[.absent], EstimateWords.noEstimate[language], .textMuted)
    }
    let pair = "\(cast.likelihood) × \(cast.consequence)"
    return result.isFarOut(cast)
      ? (glyphs[.severityWarning], pair + "  " + EstimateWords.farOut[language], .gateWarning)
      : (glyphs[.bullet], pair, .text)
  }
}
