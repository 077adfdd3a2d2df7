import Canvas
import Domain

/// The hierarchy of policy and rules (規程体系): a tree per party, below it the commitments it does not answer.
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

  /// One party's tree and gaps; with all parties, a heading of each before them.
  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    let coverage = model.assessment.documentCoverage(model.context)
    return coverage.enumerated().flatMap { index, coverage -> [Row] in
      guard model.party == nil || model.party == coverage.party else { return [] }
      let depth = model.party == nil ? 1 : 0
      let head = model.party == nil ? [Row(coverage.party, tag: Tree.Mark.leaf.rawValue)] : []
      let gaps = coverage.unanswered.map { Row($0, depth: depth, tag: PolicyGap.tag(index)) }
      return head + tree(of: coverage.party, model, state, depth: depth) + gaps
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

  /// Per participant: commitments that ask for a document, those that none answers, documents with a flaw.
  func groups(_ model: Model, _ state: ScreenState) -> [[RecordID]] {
    let assessment = model.assessment
    return assessment.documentCoverage(model.context).flatMap { coverage in
      let flawed = assessment.ids(.policyDocument, of: coverage.party).filter {
        !assessment.flaws(ofDocument: $0, today: model.context.today).isEmpty
      }
      return [coverage.wanted, coverage.unanswered, flawed]
    }
  }

  /// Per participant, how many clauses its documents answer.
  func notes(_ model: Model, _ state: ScreenState) -> [Words] {
    model.assessment.documentCoverage(model.context).map { coverage in
      let count = "\(coverage.clauses.count)/\(coverage.allClauses)"
      return Words(count, count)
    }
  }

  func flaw(of row: Row, _ model: Model) -> Words? {
    guard let record = row.record else { return nil }
    if PolicyGap.isOne(row) { return PolicyGap.words }
    guard model.assessment.kind(of: record) == .policyDocument else { return nil }
    return model.assessment.flaws(ofDocument: record, today: model.context.today).first?.words
  }

  func move(_ motion: Motion, _ model: Model, _ state: inout ScreenState, page: Int) {
    if isSideBySide(model), motion == .left || motion == .right {
      return PolicyForest(model: model).cross(motion, &state)
    }
    state.walkTree(motion, page: page)
  }

  // MARK: Drawing

  func isList(_ model: Model) -> Bool { !isSideBySide(model) }

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
    if PolicyGap.isOne(row) { return PolicyGap.draw(row, model, &pen, in: line) }
    guard model.assessment.kind(of: record) == .policyDocument else {
      pen.put(model.name(of: record), at: line.origin, role: .textStrong, width: line.columns)
      return
    }
    PolicyLine(document: record, model: model).draw(row, &pen, in: line)
  }

  func footRows(_ model: Model) -> Int { PolicyFoot(model: model).rows }

  func footAnchor(_ model: Model) -> Int? { PolicyFoot(model: model).anchor }

  func drawFoot(_ model: Model, _ pen: inout Pen, in area: Rect) {
    PolicyFoot(model: model).draw(&pen, in: area)
  }

  /// What is wrong and what is in force, before the fields.
  func detail(_ model: Model) -> [DetailLine] {
    guard let row = model.state.current, let record = row.record else { return [] }
    var lines = Detail.lines(of: record, model)
    if PolicyGap.isOne(row) {
      lines.insert(contentsOf: PolicyGap.advice(row, model), at: min(1, lines.count))
    } else if model.assessment.kind(of: record) == .policyDocument, lines.count > 2 {
      lines.insert(contentsOf: PolicyLine(document: record, model: model).standing, at: 2)
    }
    return lines
  }

  // MARK: Making

  func opens(_ row: Row, _ model: Model) -> Bool { row.record != nil || PolicyGap.isOne(row) }

  /// Enter on a gap chooses the document that answers it.
  func enter(_ model: inout Model) -> [Effect]? {
    guard let row = model.state.current, PolicyGap.isOne(row) else { return nil }
    PolicyGap.choose(row, &model)
    return []
  }

  /// Under the document at the cursor, one tier below it; the first document is the basic policy. On a gap, a topic
  /// policy that answers it.
  func birth(_ model: Model) -> Birth? {
    let assessment = model.assessment
    if let row = model.state.current, PolicyGap.isOne(row) { return PolicyGap.birth(row, model) }
    guard let above = model.current, assessment.kind(of: above) == .policyDocument else {
      let party = model.current ?? model.party
      return Birth(.policyDocument, party: party, defaults: Self.defaults(tier: .basicPolicy))
    }
    let tier = assessment[above, PolicyDocument.tier] ?? .basicPolicy
    var defaults = Self.defaults(tier: PolicyTier.allCases[min(tier.rank + 1, PolicyTier.allCases.count - 1)])
    defaults[Slot(PolicyDocument.parent.key)] = .reference(above)
    if let purposes = assessment[above, PolicyDocument.purposes], !purposes.isEmpty {
      defaults[Slot(PolicyDocument.purposes.key)] = purposes.value
    }
    return Birth(.policyDocument, party: assessment.party(of: above), defaults: defaults)
  }

  static func defaults(tier: PolicyTier) -> [Slot: Value] {
    [
      Slot(PolicyDocument.tier.key): .choice(tier.rawValue),
      Slot(PolicyDocument.status.key): .choice(DocumentStatus.draft.rawValue),
    ]
  }

  func emptyText(_ model: Model) -> Words {
    Words(
      "No document yet. The information security policy comes first; all other rules hang below it. "
        + "\(key: "new") writes it in one line, \(key: "new-form") in a form.",
      "文書はまだありません。最上位に情報セキュリティ基本方針を置き、個別方針・対策基準・実施手順・様式をその下に並べます。"
        + "\(key: "new") で一行入力、\(key: "new-form") でフォームから作成します。")
  }
}
