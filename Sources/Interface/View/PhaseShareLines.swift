import Canvas
import Domain

/// The division of work (分担) of the phase in front, at the head of its screens: a line on a small terminal, what
/// each takes and gives besides where there is room.
extension Model {
  private static let rowsForExchange = 30
  private static let partiesShown = 3
  private static let word = Words("Who does what", "分担")

  /// Lines the division of work takes, with a blank one after several; 0 when there is none. A small terminal spares
  /// none while something is typed below.
  var shareRows: Int {
    guard let phase = screen.phase, hasRoomForExchange || layerRows == 0 else { return 0 }
    let lines = shareLines(phase).count
    return lines == 0 ? 0 : hasRoomForExchange ? lines + 1 : lines
  }

  private var hasRoomForExchange: Bool { size.rows >= Self.rowsForExchange }

  /// What a party does in a phase; nil when nothing is written.
  func share(of party: RecordID, _ phase: Phase) -> RecordID? {
    partyStanding.share(of: party, phase)
  }

  /// One party's work and its exchange, or the work of the first few.
  private func shareLines(_ phase: Phase) -> [[(String, Role)]] {
    if let party {
      guard let share = share(of: party, phase) else { return [] }
      let lines = [does(share, nil), exchange(share)].filter { !$0.isEmpty }
      guard !hasRoomForExchange, lines.count > 1 else { return lines }
      return [lines[0] + [("   ", .text)] + lines[1].dropFirst()]
    }
    let all = partyStanding.participants.prefix(Self.partiesShown).compactMap { party in
      share(of: party, phase).map { does($0, party) }
    }.filter { !$0.isEmpty }
    guard hasRoomForExchange else { return all.isEmpty ? [] : [inOneLine(all)] }
    let indent = String(repeating: " ", count: DisplayWidth.width(of: say(Self.word)))
    return all.enumerated().map { index, runs in
      index == 0 ? runs : [(indent + "  ", .textMuted)] + runs.dropFirst()
    }
  }

  /// Each party gets as much of the line as the others.
  private func inOneLine(_ all: [[(String, Role)]]) -> [(String, Role)] {
    let word = all[0][0]
    let room = size.columns - 6 - DisplayWidth.width(of: word.0)
    let each = max(8, room / all.count - 3)
    return [word]
      + all.flatMap { runs -> [(String, Role)] in
        let name = runs[1]
        let text = DisplayWidth.clip(
          runs[2].0, to: max(4, each - DisplayWidth.width(of: name.0)), ellipsis: glyphs[.truncation])
        return [name, (text, .textMuted), ("   ", .text)]
      }
  }

  private func does(_ share: RecordID, _ party: RecordID?) -> [(String, Role)] {
    guard let text = assessment[share, PhaseShare.does] else { return [] }
    let columns = partyStanding.participants.prefix(Self.partiesShown).map {
      DisplayWidth.width(of: shortName(of: $0))
    }
    let whose =
      party.map { DisplayWidth.pad(shortName(of: $0), to: min(16, columns.max() ?? 0)) + "  " } ?? ""
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
