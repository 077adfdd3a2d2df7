import Canvas
import Domain

/// The line of supply (サプライチェーン): who provides to whom, and how each promise passes down the line: under a clause stand
/// those with sub-providers that it rests on, one column per party in line.
struct SupplyScreen: Screen {
  let id = ScreenID.supply

  func title(_ model: Model) -> String { model.say(Words("Supply chain", "サプライチェーン")) }

  // MARK: Lines

  /// Clauses nobody rests on stand at the left; a clause that serves several stands under the first of them.
  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    let assessment = model.assessment
    let clauses = assessment.ids(.commitment).filter { isPassedOn($0, assessment) }
    let above = { (clause: RecordID) in assessment.sources(of: clause, via: Commitment.restsOn).first }
    let rows = Tree.rows(clauses, folded: state.folded, parent: above)
    guard let party = model.party else { return rows }
    // With a promise goes all that it rests on, or that rests on it.
    var root: RecordID?
    var concerned: Set<RecordID?> = []
    for row in Tree.rows(clauses, folded: [], parent: above) {
      if row.depth == 0 { root = row.record }
      if let clause = row.record, assessment.parties(boundBy: clause).contains(party) {
        concerned.insert(root)
      }
    }
    return rows.filter { row in
      if row.depth == 0 { root = row.record }
      return concerned.contains(root)
    }
  }

  /// The clauses nothing supports further down, then the lines of supply that are drawn.
  func groups(_ model: Model, _ state: ScreenState) -> [[RecordID]] {
    let lines = SupplyLines(model.assessment, on: model.context.today)
    let ending = model.assessment.ids(.commitment).filter { isEnding($0, lines, model.assessment) }
    return [ending] + lines.first(Self.linesShown)
  }

  private static func lines(_ state: ScreenState) -> [[RecordID]] { Array(state.groups.dropFirst()) }

  /// Laws and standards are not handed from one to the next.
  private func isPassedOn(_ clause: RecordID, _ assessment: Assessment) -> Bool {
    switch assessment[clause, Commitment.kind] {
    case .serviceScope, .serviceLevel, .responsibility, .disclosure, nil: true
    case .law, .regulation, .internationalStandard, .guideline, .interestedPartyRequirement: false
    }
  }

  func move(_ motion: Motion, _ model: Model, _ state: inout ScreenState, page: Int) {
    state.walkTree(motion, page: page)
  }

  // MARK: Drawing

  private static let cellColumns = 12
  private static let leastText = 30

  private func columns(_ line: Rect, _ model: Model) -> PartyColumns {
    PartyColumns(line, model, width: Self.cellColumns, keeping: Self.leastText)
  }

  func headRows(_ model: Model) -> Int {
    max(1, Self.lines(model.state).count) + 1 + PartyColumns.headRows(model)
  }

  private static let linesShown = 4

  func drawHead(_ model: Model, _ pen: inout Pen, in area: Rect) {
    let (picture, heads) = area.splitBottom(PartyColumns.headRows(model))
    SupplyPicture(model: model, chains: Self.lines(model.state))
      .drawOnScreen(&pen, in: picture.inset(columns: 2, rows: 0))
    let columns = columns(heads.splitLeft(2).rest.splitRight(1).rest, model)
    pen.put(
      Words("Promise, and what it rests on", "合意事項と、それを支える合意事項"), at: columns.rest.origin, role: .header,
      width: columns.rest.columns - 1)
    columns.drawHeads(model, &pen)
  }

  func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard let clause = row.record else { return }
    let assessment = model.assessment
    let columns = columns(line, model)
    let used = Tree.drawHead(row, model, &pen, in: columns.rest)
    let text = columns.rest.splitLeft(used).rest
    let end = model.state.groups.first?.contains(clause) == true ? model.glyphs[.absent] + " " : ""
    let shown = pen.put(end, at: text.origin, role: .gateWarning)
    pen.put(
      assessment[clause, Commitment.activity] ?? assessment.title(of: clause) ?? "",
      at: text.origin.moved(columns: shown), width: text.columns - shown - 1)
    let bound = assessment.parties(boundBy: clause)
    for (party, place) in zip(columns.parties, columns.places) where bound.contains(party) {
      let (word, role) = cell(clause, party, model)
      pen.put(word, at: place.origin, role: role, width: place.columns - 1)
    }
  }

  /// The provider has a provider of its own, but nothing there supports what it promises.
  private func isEnding(_ clause: RecordID, _ lines: SupplyLines, _ assessment: Assessment) -> Bool {
    assessment[clause, Commitment.restsOn].isEmpty && lines.goBeyond(assessment.parties(boundBy: clause))
  }

  /// Who is accountable or responsible, who gives audit information to whom, else how the party answers.
  private func cell(_ clause: RecordID, _ party: RecordID, _ model: Model) -> (String, Role) {
    let assessment = model.assessment
    let look = AnswerLook(
      assessment[clause, Commitment.answer, party], to: assessment[clause, Commitment.kind])
    if let letter = assessment[clause, Commitment.responsibility, party] {
      return (letter.letter + " " + model.glyphs[look.glyph], letter == .accountable ? .textStrong : .text)
    }
    if assessment[clause, Commitment.discloser] == party {
      return (
        model.glyphs[.arrowRight] + " " + model.say(Words("gives", "渡す")) + " " + model.glyphs[look.glyph],
        .text
      )
    }
    if assessment[clause, Commitment.receiver] == party {
      return (
        model.glyphs[.arrowLeft] + " " + model.say(Words("takes", "受ける")) + " " + model.glyphs[look.glyph],
        .text
      )
    }
    return (model.glyphs[look.glyph] + " " + model.say(look.words), look.role)
  }

  func footRows(_ model: Model) -> Int { model.assessment.ids(.commitment).isEmpty ? 0 : 1 }

  func drawFoot(_ model: Model, _ pen: inout Pen, in area: Rect) {
    let line = area.line(0).inset(columns: 2, rows: 0)
    pen.put(
      [
        (pen.glyphs[.absent] + " ", .gateWarning),
        (
          model.say(
            Words(
              "the provider uses another, but no clause there supports this: \(key: "edit"), Rests on",
              "プロバイダの委託先に、これを支える約束がない: \(key: "edit") の「支える合意事項」")), .textMuted
        ),
      ], at: line.origin, width: line.columns)
  }

  func birth(_ model: Model) -> Birth? {
    guard let clause = model.current else { return nil }
    var defaults: [Slot: Value] = [:]
    if let agreement = model.assessment[clause, Commitment.agreement] {
      defaults[Slot(Commitment.agreement.key)] = .reference(agreement)
    }
    return Birth(.commitment, party: nil, defaults: defaults)
  }

  func emptyText(_ model: Model) -> Words {
    Words(
      "No promise yet. When a provider is itself the customer of another, its clauses (\(key: "phase-1")) show here, and under "
        + "each the clauses with sub-providers that it rests on. \(key: "matters") then \(formKey: "j") lets a sub-provider join.",
      "約束がまだありません。プロバイダが別のプロバイダのカスタマであるとき、合意事項（\(key: "phase-1")）とそれを支える再委託先との合意事項を"
        + "ここに示します。\(key: "matters") の \(formKey: "j") で再委託先を参加させます。")
  }
}
