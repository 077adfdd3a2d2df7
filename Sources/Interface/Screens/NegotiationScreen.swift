import Canvas
import Domain

/// What is still apart: a line for each answer that is proposed, disputed, reserved or missing, with reason and
/// dates, to be answered where it stands.
struct NegotiationScreen: LetterGrid {
  let id = ScreenID.negotiation

  func title(_ model: Model) -> String { model.say(Words("Still apart", "交渉中の合意事項")) }

  func isOffered(in scope: Scope) -> Bool { scope != .singleOrganization }

  // MARK: Lines

  /// A line's tag is the answering party's place among the parties. Lines answered in cell mode stay until it is
  /// left, so that nothing moves under the hands.
  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    let parties = model.assessment.ids(.party)
    let places = Dictionary(uniqueKeysWithValues: zip(parties, parties.indices))
    let kept = model.typesLetters ? Set(state.rows) : []
    return model.assessment.ids(.commitment).flatMap { clause -> [Row] in
      let bound = model.assessment.parties(boundBy: clause)
      if let party = model.party, !bound.contains(party) { return [] }
      return answering(bound, model).compactMap { party in
        guard let place = places[party] else { return nil }
        let row = Row(clause, tag: place)
        return Self.isApart(model.assessment[clause, Commitment.answer, party]) || kept.contains(row)
          ? row : nil
      }
    }
  }

  /// In a cloud a party sees the other side's answers to what binds it too; of a shared space only its own.
  private func answering(_ bound: [RecordID], _ model: Model) -> [RecordID] {
    let here = bound.filter { !model.assessment.has($0, Party.leftOn) }
    guard let party = model.party, model.assessment.scope == .cyberspace else { return here }
    return here.contains(party) ? [party] : []
  }

  /// Whether an answer leaves something to settle.
  static func isApart(_ answer: Answer?) -> Bool {
    switch answer {
    case .proposed, .disputed, .acceptedWithReservation, nil: true
    case .accepted, .notAdopted, .notApplicable: false
    }
  }

  private func party(_ row: Row, _ model: Model) -> RecordID? {
    let parties = model.assessment.ids(.party)
    return parties.indices.contains(row.tag) ? parties[row.tag] : nil
  }

  /// Another line of the clause is where the clause is.
  func line(showing record: RecordID, _ model: Model) -> Int? {
    model.state.rows.firstIndex { $0.record == record }
  }

  // MARK: Drawing

  private struct Plan {
    let clause: Rect
    let party: Rect
    let answer: Rect
    let reason: Rect
    let date: Rect
  }

  private func plan(_ line: Rect) -> Plan {
    let (rest, date) = line.splitRight(15)
    let (clause, others) = rest.splitLeft(max(20, rest.columns * 40 / 100))
    let (party, after) = others.splitLeft(max(10, others.columns * 22 / 100))
    let (answer, reason) = after.splitLeft(12)
    return Plan(clause: clause, party: party, answer: answer, reason: reason, date: date)
  }

  func headRows(_ model: Model) -> Int { 1 }

  func drawHead(_ model: Model, _ pen: inout Pen, in area: Rect) {
    let plan = plan(area.line(0).splitLeft(2).rest.splitRight(1).rest)
    let heads = [
      (plan.clause, Words("Clause", "合意事項")), (plan.party, Words("Party", "組織")),
      (plan.answer, Words("Answer", "回答")), (plan.reason, Words("Reason", "理由")),
      (plan.date, Words("Date", "日付")),
    ]
    for (place, words) in heads { pen.put(words, at: place.origin, role: .header, width: place.columns - 1) }
  }

  func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard let clause = row.record, let party = party(row, model) else { return }
    let assessment = model.assessment
    let plan = plan(line)
    let isFirst = isFirstOfClause(row, model)
    let label = DisplayWidth.pad(assessment.label(of: clause), to: 5) + " "
    let role: Role = isFirst ? .text : .textMuted
    pen.put(
      [(label, .textMuted), (assessment.title(of: clause) ?? pen.glyphs[.absent], role)],
      at: plan.clause.origin, width: plan.clause.columns - 1)
    let isShown = party == model.party
    pen.put(
      model.shortName(of: party), at: plan.party.origin, role: isShown ? .textStrong : .text,
      width: plan.party.columns - 1)
    let look = AnswerLook(
      assessment[clause, Commitment.answer, party], to: assessment[clause, Commitment.kind])
    pen.put(
      pen.glyphs[look.glyph] + " " + model.say(look.words), at: plan.answer.origin, role: look.role,
      width: plan.answer.columns - 1)
    let reason = assessment[clause, Commitment.answerReason, party] ?? ""
    pen.put(reason, at: plan.reason.origin, width: plan.reason.columns - 1)
    drawDate(clause, party, model, &pen, in: plan.date)
  }

  private func isFirstOfClause(_ row: Row, _ model: Model) -> Bool {
    model.state.rows.first { $0.record == row.record } == row
  }

  /// Until when a reservation holds, else when it was answered.
  private func drawDate(
    _ clause: RecordID, _ party: RecordID, _ model: Model, _ pen: inout Pen, in place: Rect
  ) {
    let today = model.context.today
    if let due = model.assessment[clause, Commitment.answerDue, party] {
      let isPast = due < today
      let words = model.say(isPast ? Words("past ", "超過 ") : Words("until ", "期限 "))
      pen.put(
        words + due.short(seenFrom: today), at: place.origin, role: isPast ? .gateBlocker : .text,
        width: place.columns)
    } else if let on = model.assessment[clause, Commitment.answeredOn, party] {
      pen.put(
        model.say(Words("since ", "回答 ")) + on.short(seenFrom: today), at: place.origin, role: .textMuted,
        width: place.columns)
    }
  }

  func drawCursor(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard model.typesLetters else { return }
    let place = plan(line).answer
    model.drawCell(Rect(column: place.column, row: place.row, columns: place.columns - 2, rows: 1), &pen)
  }

  // MARK: Answers

  private func here(_ model: Model) -> (clause: RecordID, party: RecordID)? {
    guard let row = model.state.current, let clause = row.record, let party = party(row, model) else {
      return nil
    }
    return (clause, party)
  }

  func letters(_ model: Model) -> [Letter] {
    Answering.letters(for: here(model).flatMap { model.assessment[$0.clause, Commitment.kind] })
  }

  func obstacle(_ model: Model) -> String? {
    guard let (clause, party) = here(model) else { return model.say(UI.nothingChosen) }
    return model.lockSentence(clause, Slot(Commitment.answer.key, party: party))
  }

  func write(_ key: Character?, _ model: Model) -> LetterAnswer {
    guard let (clause, party) = here(model) else { return .foreign }
    return Answering.answer(key, [clause], party, model)
  }

  /// A clause beside the one under the cursor; where nothing is apart, nothing is begun here.
  func birth(_ model: Model) -> Birth? {
    model.current.map { AdoptionScreen.clause(beside: $0, model) }
  }

  func emptyText(_ model: Model) -> Words {
    if model.assessment.ids(.commitment).isEmpty {
      return Words(
        "Nothing is proposed yet: \(key: "phase-1"), then \(key: "new"), writes the agreement and its clauses.",
        "まだ何も提案されていません。\(key: "phase-1") の画面の \(key: "new") で合意と合意事項を書きます。")
    }
    if model.assessment.scope == .cyberspace, let party = model.party {
      let name = model.name(of: party)
      return Words(
        "\(name) has answered every clause that binds it, without dispute or reservation. \(key: "all-parties") shows what other "
          + "organisations have still open.",
        "\(name)は、拘束する全ての合意事項に異議も留保もなく回答しています。他の組織の未解決の事項は \(key: "all-parties") で表示します。")
    }
    return Words(
      "Nothing is apart: every clause is answered by all it binds, without dispute or reservation. \(key: "previous-view") leads back "
        + "to the agreement, \(key: "advance") moves the phase on.",
      "交渉中の事項はありません。全ての合意事項に、異議も留保もなく回答されています。\(key: "previous-view") で合意に戻り、\(key: "advance") で局面を進めます。")
  }
}
