import Canvas
import Domain

/// The hierarchy of policy and rules (規程体系): a tree per party, and which commitments it answers.
struct PolicyScreen: Screen {
  let id = ScreenID.policy

  func title(_ model: Model) -> String {
    let name = model.say(Words("Policy hierarchy", "方針の階層"))
    return model.party.map { name + "   " + model.name(of: $0) } ?? name
  }

  func hasPanes(_ model: Model) -> Bool { !isSideBySide(model) }

  /// All parties together stand side by side where there is room for two trees.
  func isSideBySide(_ model: Model) -> Bool {
    model.party == nil && model.size.columns >= 100 && model.assessment.participants.count > 1
  }

  // MARK: Lines

  /// One party's tree; with all parties, a heading of each before its tree.
  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    if let party = model.party { return tree(of: party, model, state, depth: 0) }
    return model.assessment.participants.flatMap { party in
      [Row(party, tag: Tree.Mark.leaf.rawValue)] + tree(of: party, model, state, depth: 1)
    }
  }

  private func tree(of party: RecordID, _ model: Model, _ state: ScreenState, depth: Int) -> [Row] {
    let assessment = model.assessment
    let documents = assessment.ids(.policyDocument, of: party)
    let byTier = Dictionary(grouping: documents) { assessment[$0, PolicyDocument.tier] }
    let tiers = PolicyTier.allCases.map(Optional.some) + [nil]
    let ordered = tiers.flatMap { byTier[$0] ?? [] }
    return Tree.rows(ordered, folded: state.folded, depth: depth) { assessment[$0, PolicyDocument.parent] }
  }

  /// Per participant the commitments that a document has to answer, and those that none does.
  func groups(_ model: Model, _ state: ScreenState) -> [[RecordID]] {
    let assessment = model.assessment
    let parties = assessment.participants
    var wanted = parties.map { _ in [RecordID]() }
    var open = wanted
    for clause in assessment.ids(.commitment) where Self.wantsDocument(clause, assessment) {
      let answering = Set(
        assessment.sources(of: clause, via: PolicyDocument.answers).compactMap(assessment.party(of:)))
      for party in assessment.parties(boundBy: clause) {
        guard let index = parties.firstIndex(of: party), Self.isAccepted(clause, by: party, assessment)
        else { continue }
        wanted[index].append(clause)
        if !answering.contains(party) { open[index].append(clause) }
      }
    }
    return wanted + open
  }

  private static func wantsDocument(_ clause: RecordID, _ assessment: Assessment) -> Bool {
    switch assessment[clause, Commitment.kind] {
    case .responsibility, .law, .regulation, .internationalStandard, .guideline, .interestedPartyRequirement:
      true
    case .serviceScope, .serviceLevel, .disclosure, nil: false
    }
  }

  private static func isAccepted(_ clause: RecordID, by party: RecordID, _ assessment: Assessment) -> Bool {
    switch assessment[clause, Commitment.answer, party] {
    case .accepted, .acceptedWithReservation: true
    case .proposed, .notAdopted, .disputed, .notApplicable, nil: false
    }
  }

  func move(_ motion: Motion, _ model: Model, _ state: inout ScreenState, page: Int) {
    if isSideBySide(model), motion == .left || motion == .right {
      return PolicyForest(model: model).cross(motion, &state)
    }
    state.walkTree(motion, page: page)
  }

  // MARK: Drawing

  func drawBody(_ model: Model, _ pen: inout Pen, in area: Rect) {
    guard isSideBySide(model), !model.state.rows.isEmpty else {
      return drawList(model, &pen, in: area)
    }
    let (forest, foot) = area.splitBottom(footRows(model))
    drawFoot(model, &pen, in: foot)
    PolicyForest(model: model).draw(&pen, in: forest)
  }

  func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard let record = row.record else { return }
    guard model.assessment.kind(of: record) == .policyDocument else {
      pen.put(model.name(of: record), at: line.origin, role: .textStrong, width: line.columns)
      return
    }
    PolicyLine(document: record, model: model).draw(row, &pen, in: line)
  }

  func footRows(_ model: Model) -> Int { model.state.groups.allSatisfy(\.isEmpty) ? 0 : 3 }

  /// Coverage of commitments: a count per party, and the first clause that no document answers.
  func drawFoot(_ model: Model, _ pen: inout Pen, in area: Rect) {
    guard area.rows == 3 else { return }
    pen.frame.rule(
      from: Point(column: area.column - 1, row: area.row), columns: area.columns + 2, glyphs: pen.glyphs)
    let parties = model.assessment.participants
    let groups = model.state.groups
    guard groups.count == parties.count * 2 else { return }
    var runs: [(String, Role)] = [
      (model.say(Words("Commitments answered", "合意事項の充足")) + "  ", .header)
    ]
    var open: [RecordID] = []
    for (index, party) in parties.enumerated() where model.party == nil || model.party == party {
      let wanted = groups[index].count
      let missing = groups[parties.count + index]
      runs.append((model.shortName(of: party) + " ", .textMuted))
      runs.append(
        ("\(wanted - missing.count)/\(wanted)   ", missing.isEmpty ? .messageSuccess : .gateWarning))
      open += missing.filter { !open.contains($0) }
    }
    let line = area.line(1).inset(columns: 2, rows: 0)
    pen.put(runs, at: line.origin, width: line.columns)
    drawGap(open, model, &pen, in: area.line(2).inset(columns: 2, rows: 0))
  }

  private func drawGap(_ open: [RecordID], _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard let first = open.first else {
      pen.put(
        pen.glyphs[.check] + model.say(Words(" every accepted clause is answered", " 受諾した合意事項はすべて文書が応えている")),
        at: line.origin, role: .messageSuccess, width: line.columns)
      return
    }
    let more = open.count > 1 ? "  +\(open.count - 1)" : ""
    pen.put(
      [
        (pen.glyphs[.severityWarning] + " ", .gateWarning),
        (model.say(Words("no document answers ", "どの文書も応えていない: ")), .text),
        (model.assessment.label(of: first) + " ", .link),
        (DisplayWidth.clip(model.assessment.title(of: first) ?? "", to: max(10, line.columns - 44)), .text),
        (more, .textMuted),
      ], at: line.origin, width: line.columns)
  }

  // MARK: Making

  /// Under the document at the cursor, one tier below it; the first document is the basic policy.
  func birth(_ model: Model) -> Birth? {
    guard let above = model.current, model.assessment.kind(of: above) == .policyDocument else {
      let party = model.current ?? model.party
      return Birth(.policyDocument, party: party, defaults: defaults(tier: .basicPolicy))
    }
    let tier = model.assessment[above, PolicyDocument.tier] ?? .basicPolicy
    var defaults = defaults(tier: PolicyTier.allCases[min(tier.rank + 1, PolicyTier.allCases.count - 1)])
    defaults[Slot(PolicyDocument.parent.key)] = .reference(above)
    if let purposes = model.assessment[above, PolicyDocument.purposes], !purposes.isEmpty {
      defaults[Slot(PolicyDocument.purposes.key)] = purposes.value
    }
    return Birth(.policyDocument, party: model.assessment.party(of: above), defaults: defaults)
  }

  private func defaults(tier: PolicyTier) -> [Slot: Value] {
    [
      Slot(PolicyDocument.tier.key): .choice(tier.rawValue),
      Slot(PolicyDocument.status.key): .choice(DocumentStatus.draft.rawValue),
    ]
  }

  func emptyText(_ model: Model) -> Words {
    Words(
      "No document yet. The information security policy comes first; all other rules hang below it. "
        + "n writes it in one line, N in a form.",
      "文書はまだありません。最上位に情報セキュリティ基本方針を置き、個別方針・対策基準・実施手順・様式をその下に並べます。"
        + "n で一行入力、N でフォームから作成します。")
  }
}
