import Canvas
import Domain

/// Activities and who is accountable, responsible, consulted, informed (役割及び責任; ISO/IEC 27017 CLD.6.3.1).
struct ResponsibilitiesScreen: Screen {
  let id = ScreenID.responsibilities

  func title(_ model: Model) -> String { model.say(Words("Responsibilities", "役割及び責任の分担")) }

  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    let assessment = model.assessment
    return assessment.ids(.commitment).filter { clause in
      assessment[clause, Commitment.kind] == .responsibility
        && (model.party.map { assessment.parties(boundBy: clause).contains($0) } ?? true)
    }.map { Row($0) }
  }

  private static let letterColumns = 9
  private static let leastText = 42

  private func columns(_ line: Rect, _ model: Model) -> PartyColumns {
    let (rest, _) = line.splitRight(Self.verdictColumns)
    return PartyColumns(rest, model, width: Self.letterColumns, keeping: Self.leastText)
  }

  private static let verdictColumns = 16

  func headRows(_ model: Model) -> Int { 1 }

  func drawHead(_ model: Model, _ pen: inout Pen, in area: Rect) {
    let line = area.splitLeft(2).rest.splitRight(1).rest
    let columns = columns(line, model)
    pen.put(Words("Activity", "活動"), at: columns.rest.origin.moved(columns: 6), role: .header)
    columns.drawHeads(model, &pen)
  }

  func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard let clause = row.record else { return }
    let assessment = model.assessment
    let columns = columns(line, model)
    let label = DisplayWidth.pad(assessment.label(of: clause), to: 5) + " "
    let used = pen.put(label, at: columns.rest.origin, role: .textMuted)
    let activity = assessment[clause, Commitment.activity] ?? assessment.title(of: clause) ?? ""
    pen.put(
      activity, at: columns.rest.origin.moved(columns: used), width: columns.rest.columns - used - 1)
    let bound = assessment.parties(boundBy: clause)
    for (party, place) in zip(columns.parties, columns.places) where bound.contains(party) {
      drawLetter(assessment[clause, Commitment.responsibility, party], &pen, in: place)
    }
    let verdict = line.splitRight(Self.verdictColumns).right
    let (glyph, words, role) = Self.verdict(on: clause, bound, assessment)
    pen.put(
      pen.glyphs[glyph] + " " + model.say(words), at: verdict.origin, role: role, width: verdict.columns)
  }

  private func drawLetter(_ responsibility: Responsibility?, _ pen: inout Pen, in place: Rect) {
    let isAccountable = responsibility == .accountable
    pen.put(
      responsibility?.letter ?? pen.glyphs[.absent], at: place.origin.moved(columns: 2),
      role: responsibility == nil ? .textMuted : isAccountable ? .textStrong : .text)
  }

  /// Exactly one accountable, and somebody who does it; whoever is accountable alone does it too.
  static func verdict(
    on clause: RecordID, _ bound: [RecordID], _ assessment: Assessment
  ) -> (Glyph, Words, Role) {
    let given = bound.compactMap { assessment[clause, Commitment.responsibility, $0] }
    let accountable = given.count { $0 == .accountable }
    guard accountable == 1 else {
      return accountable == 0
        ? (.cross, Words("no A", "A がない"), .gateBlocker)
        : (.cross, Words("\(accountable) × A", "A が\(accountable)者"), .gateBlocker)
    }
    return (.check, Words("clear", "明確"), .messageSuccess)
  }

  func footRows(_ model: Model) -> Int { 2 }

  /// What the letters mean.
  func drawFoot(_ model: Model, _ pen: inout Pen, in area: Rect) {
    let runs = Responsibility.allCases.flatMap { responsibility -> [(String, Role)] in
      [(responsibility.letter + " ", .textStrong), (model.say(responsibility.words) + "   ", .textMuted)]
    }
    let line = area.line(1).inset(columns: 2, rows: 0)
    pen.put(runs, at: line.origin, width: line.columns)
  }

  func birth(_ model: Model) -> Birth? {
    guard
      let agreement = model.current.flatMap({ model.assessment[$0, Commitment.agreement] })
        ?? model.assessment.ids(.agreement).first
    else { return nil }
    return Birth(
      .commitment, party: nil,
      defaults: [
        Slot(Commitment.agreement.key): .reference(agreement),
        Slot(Commitment.kind.key): .choice(CommitmentKind.responsibility.rawValue),
      ])
  }

  func emptyText(_ model: Model) -> Words {
    Words(
      "No activity yet whose responsibility is divided. Each needs exactly one accountable party. "
        + "n adds one to the agreement; Enter on it sets who is A, R, C or I.",
      "分担する活動がまだありません。活動ごとに説明責任者（A）をちょうど一者に定めます。"
        + "n で合意に活動を足し、Enter で各組織の A・R・C・I を定めます。")
  }
}
