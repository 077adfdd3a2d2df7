import Canvas
import Domain

/// The division of work (分担) of the phase in front, above its screen where there is room.
extension Model {
  private static let rowsForShares = 30
  private static let word = Words("Who does what", "分担")

  /// Lines the division of work takes, the blank one after it included; 0 when there is none or no room.
  var shareRows: Int {
    guard size.rows >= Self.rowsForShares, let phase = screen.phase else { return 0 }
    let lines = shareLines(phase).count
    return lines == 0 ? 0 : lines + 1
  }

  /// What a party does in a phase; nil when nothing is written.
  func share(of party: RecordID, _ phase: Phase) -> RecordID? {
    partyStanding.share(of: party, phase)
  }

  /// Two lines at most: one party's work and its exchange, or the work of the first two.
  private func shareLines(_ phase: Phase) -> [[(String, Role)]] {
    if let party {
      guard let share = share(of: party, phase) else { return [] }
      return [does(share, nil), exchange(share)].filter { !$0.isEmpty }
    }
    let indent = String(repeating: " ", count: DisplayWidth.width(of: say(Self.word)))
    let lines = assessment.participants.prefix(2).compactMap { party in
      share(of: party, phase).map { does($0, party) }
    }
    return lines.enumerated().map { index, runs in
      index == 0 || runs.isEmpty ? runs : [(indent + "  ", .textMuted)] + runs.dropFirst()
    }
  }

  private func does(_ share: RecordID, _ party: RecordID?) -> [(String, Role)] {
    guard let text = assessment[share, PhaseShare.does] else { return [] }
    let whose = party.map { shortName(of: $0) + "  " } ?? ""
    return [(say(Self.word) + "  ", .textMuted), (whose, .textStrong), (text, .textMuted)]
  }

  private func exchange(_ share: RecordID) -> [(String, Role)] {
    let takes = assessment[share, PhaseShare.takes]
    let gives = assessment[share, PhaseShare.gives]
    guard takes != nil || gives != nil else { return [] }
    let indent = String(repeating: " ", count: DisplayWidth.width(of: say(Self.word)) + 2)
    var runs: [(String, Role)] = [(indent, .textMuted)]
    if let takes { runs.append((say(Words("takes ", "受け取る ")) + takes + "   ", .textMuted)) }
    if let gives { runs.append((glyphs[.arrowRight] + say(Words(" gives ", " 渡す ")) + gives, .textMuted)) }
    return runs
  }

  func drawShares(_ pen: inout Pen, in area: Rect) {
    guard area.rows > 0, let phase = screen.phase else { return }
    for (offset, runs) in shareLines(phase).enumerated() {
      let line = area.line(offset).inset(columns: 2, rows: 0)
      pen.put(runs, at: line.origin, width: line.columns)
    }
  }
}
