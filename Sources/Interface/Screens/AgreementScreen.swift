import Canvas
import Domain

/// Agreements, their services and clauses, and how each party answers (合意).
struct AgreementScreen: Screen {
  let id = ScreenID.agreement

  /// What a line shows, kept in its tag; headings of clause kinds add the kind's position.
  enum Line {
    static let agreement = 0
    static let service = 1
    static let clause = 2
    /// Heads the rules and requirements that stand in no agreement.
    static let outside = 3
    static let kind = 10
    /// Heads the clauses on a topic, where they are sorted by topic.
    static let topic = 40
  }

  func title(_ model: Model) -> String {
    let phase = Phase.agreement.words(in: model.assessment.scope)
    return model.say(phase)
  }

  // MARK: Lines

  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    let assessment = model.assessment
    let clauses = assessment.ids(.commitment).filter { clause in
      model.party.map { assessment.parties(boundBy: clause).contains($0) } ?? true
    }
    let byAgreement = Dictionary(grouping: clauses) { assessment[$0, Commitment.agreement] }
    var rows: [Row] = []
    for agreement in assessment.ids(.agreement) {
      if let party = model.party, !assessment.agreementParties(agreement).contains(party) { continue }
      rows.append(Row(agreement, tag: Line.agreement))
      // Clauses point at their agreement by a field of the same name.
      rows += assessment.sources(of: agreement, via: Service.agreement)
        .filter { assessment.kind(of: $0) == .service }.map { Row($0, depth: 1, tag: Line.service) }
      rows += sorted(byAgreement[agreement] ?? [], state, assessment)
    }
    guard let outside = byAgreement[nil] else { return rows }
    return rows + [Row(nil, tag: Line.outside)] + sorted(outside, state, assessment)
  }

  /// By kind, or in the other way of looking by topic.
  private func sorted(_ clauses: [RecordID], _ state: ScreenState, _ assessment: Assessment) -> [Row] {
    state.variant == 0 ? byKind(clauses, assessment) : byTopic(clauses, assessment)
  }

  private func byTopic(_ clauses: [RecordID], _ assessment: Assessment) -> [Row] {
    let groups = Dictionary(grouping: clauses) { assessment[$0, Commitment.topic] }
    let topics = CommitmentTopic.allCases.map(Optional.some) + [nil]
    return topics.enumerated().flatMap { index, topic -> [Row] in
      guard let members = groups[topic] else { return [] }
      let heading = Row(nil, depth: Int(members[0].number), tag: Line.topic + index)
      return [heading] + members.map { Row($0, depth: 1, tag: Line.clause) }
    }
  }

  private func byKind(_ clauses: [RecordID], _ assessment: Assessment) -> [Row] {
    let groups = Dictionary(grouping: clauses) { assessment[$0, Commitment.kind] }
    let kinds = CommitmentKind.allCases.map(Optional.some) + [nil]
    return kinds.enumerated().flatMap { index, kind -> [Row] in
      guard let members = groups[kind] else { return [] }
      // The first clause tells apart headings of one kind in different agreements.
      let heading = Row(nil, depth: Int(members[0].number), tag: Line.kind + index)
      return [heading] + members.map { Row($0, depth: 1, tag: Line.clause) }
    }
  }

  // MARK: Drawing

  func headRows(_ model: Model) -> Int { PartyColumns.headRows(model) }

  private static let answerColumns = 12
  private static let leastText = 30

  private func columns(_ line: Rect, _ model: Model) -> PartyColumns {
    PartyColumns(line, model, width: Self.answerColumns, keeping: Self.leastText)
  }

  func drawHead(_ model: Model, _ pen: inout Pen, in area: Rect) {
    let line = area.splitLeft(2).rest.splitRight(1).rest
    let columns = columns(line, model)
    pen.put(Words("Clause", "合意事項"), at: columns.rest.origin, role: .header)
    pen.putRight(
      model.say(Words("met by", "対応")), at: columns.rest.origin, width: columns.rest.columns - 2,
      role: .header)
    columns.drawHeads(model, &pen)
  }

  func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    switch row.tag {
    case Line.agreement: drawAgreement(row, model, &pen, in: line)
    case Line.service: drawService(row, model, &pen, in: line)
    case Line.clause: drawClause(row, model, &pen, in: line)
    case Line.outside:
      pen.put(words(of: row), at: line.origin, role: .textStrong, width: line.columns)
    default:
      pen.put(words(of: row), at: line.origin.moved(columns: 2), role: .header, width: line.columns - 2)
    }
  }

  private func drawAgreement(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard let agreement = row.record else { return }
    let assessment = model.assessment
    let today = model.context.today
    let term = [assessment[agreement, Agreement.inForceFrom], assessment[agreement, Agreement.inForceTo]]
      .map { $0?.short(seenFrom: today) ?? "" }
    var ends: [(String, Role)] = []
    if term != ["", ""] {
      ends.append(("   " + term.joined(separator: model.say(Words(" to ", "〜"))), .textMuted))
    }
    if let review = assessment[agreement, Agreement.reviewDue] {
      let isLate = review < today
      let words = isLate ? Words("review late ", "見直し超過 ") : Words("review ", "見直し ")
      ends.append(
        ("   " + model.say(words) + review.short(seenFrom: today), isLate ? .gateWarning : .textMuted))
    }
    // The title gives way so that the dates are seen whole.
    let room = max(16, line.columns - ends.reduce(0) { $0 + DisplayWidth.width(of: $1.0) })
    let used = pen.put(
      [
        (assessment.label(of: agreement) + " ", .textMuted),
        (assessment.title(of: agreement) ?? "", .textStrong),
      ], at: line.origin, width: room)
    pen.put(ends, at: line.origin.moved(columns: used), width: line.columns - used)
  }

  private func drawService(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard let service = row.record else { return }
    let assessment = model.assessment
    let sides = [assessment[service, Service.customer], assessment[service, Service.provider]]
      .map { $0.map(model.shortName(of:)) ?? pen.glyphs[.absent] }
    pen.put(
      [
        (assessment.label(of: service) + " ", .textMuted), (assessment.title(of: service) ?? "", .text),
        ("   " + sides.joined(separator: " " + pen.glyphs[.arrowBoth] + " "), .textMuted),
      ], at: line.origin.moved(columns: 2), width: line.columns - 2)
  }

  private func drawClause(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard let clause = row.record else { return }
    let assessment = model.assessment
    let columns = columns(line, model)
    let (text, met) = columns.rest.splitLeft(2).rest.splitRight(6)
    let label = DisplayWidth.pad(assessment.label(of: clause), to: 5) + " "
    let used = pen.put(label, at: text.origin, role: .textMuted)
    pen.put(runs(of: clause, model), at: text.origin.moved(columns: used), width: text.columns - used)
    let discharged = Self.discharging(clause, assessment)
    pen.putRight(
      discharged == 0 ? pen.glyphs[.absent] : String(discharged), at: met.origin, width: met.columns - 2,
      role: discharged == 0 ? .gateWarning : .textMuted)
    let bound = assessment.parties(boundBy: clause)
    let kind = assessment[clause, Commitment.kind]
    for (party, place) in zip(columns.parties, columns.places) where bound.contains(party) {
      let look = AnswerLook(assessment[clause, Commitment.answer, party], to: kind)
      pen.put(
        pen.glyphs[look.glyph] + " " + model.say(look.words), at: place.origin, role: look.role,
        width: place.columns - 1)
    }
  }

  /// A service level says what is measured and promised before its text, a disclosure duty who gives whom how
  /// often; a rule says after it who issued which edition.
  private func runs(of clause: RecordID, _ model: Model) -> [(String, Role)] {
    let assessment = model.assessment
    let text = assessment.title(of: clause) ?? model.glyphs[.absent]
    if assessment[clause, Commitment.kind] == .disclosure {
      let often = assessment[clause, Commitment.frequency].map { model.say($0.every) }
      let sides = ClauseDetail.sides(clause, model)
      return [
        ((often ?? model.glyphs[.absent]) + " ", .textStrong), (sides + "  ", .text), (text, .textMuted),
      ]
    }
    let source = [assessment[clause, Commitment.issuer], assessment[clause, Commitment.edition]]
      .compactMap(\.self)
    if !source.isEmpty { return [(text, .text), ("   " + source.joined(separator: ", "), .textMuted)] }
    guard let metric = assessment[clause, Commitment.metric] else { return [(text, .text)] }
    let comparison = assessment[clause, Commitment.comparison] ?? .atLeast
    let level = assessment[clause, Commitment.target].map {
      comparison.short($0, unit: assessment[clause, Commitment.unit], model.language)
    }
    let per = assessment[clause, Commitment.period].map { "/" + model.say($0.words) } ?? ""
    return [
      (metric + " ", .text), ((level ?? model.glyphs[.absent]) + per + "  ", .textStrong), (text, .textMuted),
    ]
  }

  /// How many policies, objectives, controls and disclosures name the clause; its measurements count as one.
  static func discharging(_ clause: RecordID, _ assessment: Assessment) -> Int {
    let keys = Set(ClauseDetail.groups.map(\.key))
    let sources = assessment.sources(of: clause).filter { keys.contains($0.key) }
    let readings = sources.count { $0.key == Reading.serviceLevel.key }
    return Set(sources.map(\.id)).count - max(0, readings - 1)
  }

  /// On a heading the clauses below it.
  func detail(_ model: Model) -> [DetailLine] {
    if let record = model.current { return Detail.lines(of: record, model) }
    let rows = model.state.rows.dropFirst(model.state.cursor)
    guard let heading = rows.first else { return [] }
    let below = rows.dropFirst().prefix { heading.tag == Line.outside || $0.tag == Line.clause }
    let clauses = below.compactMap(\.record)
    let lines = clauses.prefix(Self.clausesInDetail).map {
      DetailLine(model.assessment.label(of: $0), model.assessment.title(of: $0) ?? "")
    }
    let more = clauses.count - Self.clausesInDetail
    return [DetailLine("", model.say(words(of: heading)), .textStrong)] + lines
      + (more > 0 ? [DetailLine("", "+\(more)", .textMuted)] : [])
  }

  private static let clausesInDetail = 12

  private func words(of heading: Row) -> Words {
    guard heading.tag != Line.outside else {
      return Words("Rules and requirements in force", "適用される法令・規範・要求事項")
    }
    if heading.tag >= Line.topic {
      return CommitmentTopic.allCases.dropFirst(heading.tag - Line.topic).first?.words
        ?? Words("Topic not set", "主題未設定")
    }
    return CommitmentKind.allCases.dropFirst(heading.tag - Line.kind).first?.words
      ?? Words("Kind not set", "種類未設定")
  }

  // MARK: Making

  /// A clause of the agreement and kind the cursor is in; the agreement itself comes first.
  func birth(_ model: Model) -> Birth? {
    let state = model.state
    let above = state.rows.prefix(state.cursor + 1)
      .last { $0.tag == Line.agreement || $0.tag == Line.outside }
    guard let above else {
      let kind: AgreementKind = model.assessment.scope == .cyberspace ? .rulesOfSharedUse : .cloudService
      return Birth(.agreement, party: nil, defaults: [Slot(Agreement.kind.key): .choice(kind.rawValue)])
    }
    var defaults: [Slot: Value] = [:]
    if let agreement = above.record { defaults[Slot(Commitment.agreement.key)] = .reference(agreement) }
    if let row = state.current, row.tag >= Line.topic,
      let topic = CommitmentTopic.allCases.dropFirst(row.tag - Line.topic).first
    {
      defaults[Slot(Commitment.topic.key)] = .choice(topic.rawValue)
    }
    if let kind = kindUnderCursor(model) { defaults[Slot(Commitment.kind.key)] = .choice(kind.rawValue) }
    return Birth(.commitment, party: nil, defaults: defaults)
  }

  private func kindUnderCursor(_ model: Model) -> CommitmentKind? {
    guard let row = model.state.current else { return nil }
    if row.tag >= Line.topic { return nil }
    if row.tag >= Line.kind { return CommitmentKind.allCases.dropFirst(row.tag - Line.kind).first }
    return row.tag == Line.clause ? row.record.flatMap { model.assessment[$0, Commitment.kind] } : nil
  }

  func emptyText(_ model: Model) -> Words {
    Words(
      "No agreement yet. It holds what the parties promise each other: services, service levels, "
        + "responsibilities, audit information. \(key: "new") writes the agreement, then its clauses.",
      "合意はまだありません。サービス、サービス水準、役割及び責任、監査情報の提供など、当事者が互いに約束することを書きます。"
        + "\(key: "new") で合意を作り、続けて合意事項を足します。")
  }
}
