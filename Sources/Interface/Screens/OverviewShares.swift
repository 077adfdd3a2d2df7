import Canvas
import Domain

/// Who does what in the phase chosen on the overview (分担), and where there is room what each takes and gives.
struct OverviewShares {
  let model: Model

  private static let partiesShown = 3
  private var phase: Phase { OverviewScreen.phase(model.state) }

  private var shares: [(party: RecordID, share: RecordID)] {
    model.assessment.participants.prefix(Self.partiesShown).compactMap { party in
      model.share(of: party, phase).map { (party, $0) }
    }
  }

  func rows(full: Bool) -> Int { shares.isEmpty ? 0 : 1 + shares.count * (full ? 3 : 1) }

  func draw(full: Bool, _ pen: inout Pen, in area: Rect) {
    guard area.rows > 0 else { return }
    let inside = area.splitLeft(2).rest
    pen.put(
      [
        (model.say(Words("Who does what in ", "分担  ")), .header),
        ("\(phase.rawValue) " + model.say(phase.words(in: model.assessment.scope)), .textMuted),
      ], at: inside.origin, width: inside.columns)
    var row = 1
    for (party, share) in shares {
      draw(
        party, share, full: full, &pen,
        in: Rect(
          column: inside.column, row: inside.row + row, columns: inside.columns, rows: inside.rows - row))
      row += full ? 3 : 1
    }
  }

  /// Room for the longest name shown, up to a limit.
  private var nameColumns: Int {
    min(16, max(8, shares.map { DisplayWidth.width(of: model.shortName(of: $0.party)) }.max() ?? 0))
  }

  private func draw(_ party: RecordID, _ share: RecordID, full: Bool, _ pen: inout Pen, in area: Rect) {
    guard area.rows > 0 else { return }
    let used = nameColumns + 2
    pen.put(model.shortName(of: party), at: area.origin, role: .textStrong, width: nameColumns)
    let text = area.splitLeft(used).rest
    pen.put(model.assessment[share, PhaseShare.does] ?? "", at: text.origin, width: text.columns)
    guard full, area.rows > 2 else { return }
    let exchange: [(Words, Glyph, Attribute<String>)] = [
      (Words("takes ", "受け取る "), .arrowLeft, PhaseShare.takes),
      (Words("gives ", "渡す     "), .arrowRight, PhaseShare.gives),
    ]
    for (offset, (word, glyph, attribute)) in exchange.enumerated() {
      guard let value = model.assessment[share, attribute] else { continue }
      pen.put(
        [(pen.glyphs[glyph] + " " + model.say(word), .textMuted), (value, .textMuted)],
        at: text.line(offset + 1).origin, width: text.columns)
    }
  }
}
