import Canvas
import Domain

/// Activities and who is accountable, responsible, consulted, informed (役割及び責任; ISO/IEC 27017 CLD.6.3.1).
struct ResponsibilitiesScreen: LetterGrid {
  let id = ScreenID.responsibilities

  func title(_ model: Model) -> String { model.say(Words("Responsibilities", "役割及び責任の分担")) }

  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    let assessment = model.assessment
    return assessment.ids(.commitment).filter { clause in
      assessment[clause, Commitment.kind] == .responsibility
        && (model.party.map { assessment.parties(boundBy: clause).contains($0) } ?? true)
    }.map { Row($0) }
  }

  // MARK: Columns

  private static let letterColumns = 9
  private static let verdictColumns = 16
  private static let leastText = 26

  private struct Plan {
    let activity: Rect
    let window: ColumnWindow
    let verdict: Rect
  }

  private func plan(_ line: Rect, _ model: Model) -> Plan {
    let (rest, verdict) = line.splitRight(Self.verdictColumns)
    let total = model.assessment.ids(.party).count
    let wanted = total * Self.letterColumns
    let (activity, letters) = rest.splitRight(
      min(wanted, max(Self.letterColumns, rest.columns - Self.leastText)))
    let window = ColumnWindow(letters, total: total, width: Self.letterColumns, model.state)
    return Plan(activity: activity, window: window, verdict: verdict)
  }

  /// The line as lists lay it out, anywhere on the screen.
  private func line(_ model: Model) -> Rect {
    model.layout.inside.line(0).splitLeft(2).rest.splitRight(1).rest
  }

  func firstColumn(_ model: Model) -> Int { plan(line(model), model).window.first }

  func anchor(_ model: Model) -> Int { firstColumn(model) }

  func column(of party: RecordID, _ model: Model) -> Int? {
    model.assessment.ids(.party).firstIndex(of: party)
  }

  func move(_ motion: Motion, _ model: Model, _ state: inout ScreenState, page: Int) {
    state.walkCells(motion, columns: model.assessment.ids(.party).count, page: page)
  }

  // MARK: Drawing

  func headRows(_ model: Model) -> Int { 2 }

  /// Each organisation by its role's letters and, where those say little, its name below.
  func drawHead(_ model: Model, _ pen: inout Pen, in area: Rect) {
    let line = area.line(0).splitLeft(2).rest.splitRight(1).rest
    let below = area.line(1).splitLeft(2).rest.splitRight(1).rest
    let plan = plan(line, model)
    let parties = model.assessment.ids(.party)
    pen.put(Words("Activity", "活動"), at: below.origin.moved(columns: 6), role: .header)
    pen.putRight(
      plan.window.beyond(pen.glyphs), at: plan.activity.origin, width: plan.activity.columns - 1,
      role: .textMuted)
    for index in plan.window.indices {
      let party = parties[index]
      let role: Role = index == model.state.column ? .title : .header
      let key = model.assessment[party, Party.partyKey]?.uppercased() ?? model.assessment.label(of: party)
      let above = plan.window.place(index, in: line)
      pen.put(key, at: above.origin, role: role, width: above.columns)
      let under = plan.window.place(index, in: below)
      let isAbsent = model.assessment[party, Party.participation] == .documentary
      let words = isAbsent ? model.say(Participation.documentary.words) : model.assessment[party, Party.name]
      pen.put(words ?? "", at: under.origin, role: .textMuted, width: under.columns)
    }
  }

  func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard let clause = row.record else { return }
    let assessment = model.assessment
    let plan = plan(line, model)
    let label = DisplayWidth.pad(assessment.label(of: clause), to: 5) + " "
    let used = pen.put(label, at: plan.activity.origin, role: .textMuted)
    let activity = assessment[clause, Commitment.activity] ?? assessment.title(of: clause) ?? ""
    pen.put(
      activity, at: plan.activity.origin.moved(columns: used), width: plan.activity.columns - used - 1)
    let parties = assessment.ids(.party)
    let bound = assessment.parties(boundBy: clause)
    for index in plan.window.indices where bound.contains(parties[index]) {
      let letter = assessment[clause, Commitment.responsibility, parties[index]]
      drawLetter(letter, &pen, in: plan.window.place(index, in: line))
    }
    let (glyph, words, role) = Self.verdict(on: clause, bound, assessment)
    pen.put(
      pen.glyphs[glyph] + " " + model.say(words), at: plan.verdict.origin, role: role,
      width: plan.verdict.columns)
  }

  private func drawLetter(_ responsibility: Responsibility?, _ pen: inout Pen, in place: Rect) {
    let isAccountable = responsibility == .accountable
    pen.put(
      responsibility?.letter ?? pen.glyphs[.absent], at: place.origin.moved(columns: 1),
      role: responsibility == nil ? .textMuted : isAccountable ? .textStrong : .text)
  }

  func drawCursor(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    let place = plan(line, model).window.place(model.state.column, in: line)
    model.drawCell(Rect(column: place.column, row: place.row, columns: min(3, place.columns), rows: 1), &pen)
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

  func footAnchor(_ model: Model) -> Int? { 0 }

  /// What the letters mean.
  func drawFoot(_ model: Model, _ pen: inout Pen, in area: Rect) {
    let runs = Responsibility.allCases.flatMap { responsibility -> [(String, Role)] in
      [(responsibility.letter + " ", .textStrong), (model.say(responsibility.words) + "   ", .textMuted)]
    }
    let line = area.line(1).inset(columns: 2, rows: 0)
    pen.put(runs, at: line.origin, width: line.columns)
  }

  // MARK: Letters

  /// The party of the cursor's column.
  private func party(_ model: Model) -> RecordID? {
    let parties = model.assessment.ids(.party)
    return parties.isEmpty ? nil : parties[max(0, min(model.state.column, parties.count - 1))]
  }

  func letters(_ model: Model) -> [Letter] {
    Responsibility.allCases.map { Letter($0.letter, $0.words) }
  }

  func obstacle(_ model: Model) -> String? {
    guard let clause = model.current, let party = party(model) else { return model.say(UI.nothingChosen) }
    guard model.assessment.parties(boundBy: clause).contains(party) else {
      let (label, name) = (model.assessment.label(of: clause), model.name(of: party))
      return model.say(
        Words(
          "\(label) does not bind \(name): choose another column, or add the party in the form (\(key: "edit")).",
          "\(label) は\(name)を拘束しません。別の列を選ぶか、フォーム（\(key: "edit")）で当事者を加えてください。"))
    }
    return model.lockSentence(clause, Slot(Commitment.responsibility.key, party: party))
  }

  /// On the marked activities as far as they bind the party, else on the cursor's.
  func write(_ key: Character?, _ model: Model) -> LetterAnswer {
    guard let party = party(model) else { return .foreign }
    var responsibility: Responsibility?
    if let key {
      responsibility = Responsibility.allCases.first { $0.letter == key.uppercased() }
      guard responsibility != nil else { return .foreign }
    }
    let clauses = model.chosen.filter { model.assessment.parties(boundBy: $0).contains(party) }
    guard !clauses.isEmpty else {
      return .refuse(Words("This activity does not bind the party of this column.", "この活動はこの列の組織を拘束しません。"))
    }
    let value = responsibility.map { Value.choice($0.rawValue) }
    return .act(clauses.map { .set($0, Slot(Commitment.responsibility.key, party: party), value) })
  }

  // MARK: Making

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
        + "\(key: "new") adds one to the agreement; Enter on a cell, then A, R, C or I, says who.",
      "分担する活動がまだありません。活動ごとに説明責任者（A）をちょうど一者に定めます。"
        + "\(key: "new") で合意に活動を足し、Enter で欄に入り、A・R・C・I で各組織の役割を定めます。")
  }
}
