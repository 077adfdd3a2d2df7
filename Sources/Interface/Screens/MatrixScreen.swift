import Canvas
import Domain

/// The risk matrix (リスクマトリックス): a heat map over the criteria in force; the cursor walks its cells.
struct MatrixScreen: Screen {
  let id = ScreenID.matrix
  let filteredKind: RecordKind? = .risk

  func title(_ model: Model) -> String {
    let view = MatrixView.shown(model.state)
    let name = model.say(Words("Risk matrix", "リスクマトリックス"))
    let shown = "   " + model.say(view.words(arrow: model.glyphs[.arrowRight]))
    guard let ground = MatrixGround(model) else { return name + shown }
    if let carried = model.carried, let cell = model.state.current?.tag {
      return name + "   " + model.say(carried.kind.words) + "   "
        + carried.change(to: cell, ground, model)
    }
    let version = model.assessment[ground.criteria, RiskCriteria.version] ?? 1
    let isJoint = model.assessment.party(of: ground.criteria) == nil
    let whose = isJoint ? Words(", joint", "（共通）") : Words("", "")
    return name + shown
      + model.say(Words("   criteria v\(version)\(whose.en)", "   基準 第\(version)版\(whose.ja)"))
      + model.filterNote(model.shownRisks.count)
  }

  /// One line per cell, from the highest likelihood down and the lowest consequence on.
  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    guard let method = MatrixGround(model)?.method else { return [] }
    return (0..<method.likelihood.count).reversed().flatMap { l in
      method.consequence.indices.map { Row(nil, tag: l * method.consequence.count + $0) }
    }
  }

  /// As `MatrixBoxes` numbers them.
  func groups(_ model: Model, _ state: ScreenState) -> [[RecordID]] {
    guard let ground = MatrixGround(model) else { return [] }
    return MatrixBoxes.filled(
      model, MatrixView.shown(state), criteria: ground.criteria, ground.method)
  }

  func rows(dependOn change: Change, _ model: Model) -> Bool {
    switch change {
    case .created(_, let kind, _, _): [.risk, .riskCriteria, .party].contains(kind)
    case .removed(let id), .set(let id, _, _, _):
      [.risk, .riskCriteria, .party].contains(model.assessment.kind(of: id))
    case .phase: false
    }
  }

  /// Opened on the cell of the most severe risk, not in an empty corner.
  func firstLine(_ state: ScreenState, _ model: Model) -> Int? {
    guard let ground = MatrixGround(model) else { return nil }
    let filled = state.rows.indices.filter { state.groups.at(state.rows[$0].tag)?.isEmpty == false }
    return filled.max {
      let (one, other) = (state.rows[$0].tag, state.rows[$1].tag)
      return (ground.level(one), state.groups[one].count)
        < (ground.level(other), state.groups[other].count)
    }
  }

  func line(showing record: RecordID, _ model: Model) -> Int? {
    guard let ground = MatrixGround(model) else { return nil }
    let cell = ground.cell(of: record, MatrixView.shown(model.state).kind, model.assessment)
    return cell.flatMap { cell in model.state.rows.firstIndex { $0.tag == cell } }
  }

  func move(_ motion: Motion, _ model: Model, _ state: inout ScreenState, page: Int) {
    guard let method = MatrixGround(model)?.method, !state.rows.isEmpty else { return }
    let width = method.consequence.count
    let row = state.cursor / width
    let column = state.cursor % width
    switch motion {
    case .up: state.cursor = max(0, row - 1) * width + column
    case .down: state.cursor = min(method.likelihood.count - 1, row + 1) * width + column
    case .left: state.cursor = row * width + max(0, column - 1)
    case .right: state.cursor = row * width + min(width - 1, column + 1)
    case .pageUp: state.cursor = column
    case .pageDown: state.cursor = (method.likelihood.count - 1) * width + column
    case .first: state.cursor = 0
    case .last: state.cursor = state.rows.count - 1
    }
  }

  func opens(_ row: Row, _ model: Model) -> Bool { true }

  func enter(_ model: inout Model) -> [Effect]? {
    let risks = Self.risksUnderCursor(model)
    guard !risks.isEmpty else {
      model.notice = Notice(model.say(Words("No risk in this cell.", "このセルにリスクはありません。")))
      return []
    }
    model.layers.append(
      PickLayer(title: cellTitle(model.state.current?.tag, model), records: risks, purpose: .visitOrCarry))
    return []
  }

  static func risksUnderCursor(_ model: Model) -> [RecordID] {
    model.state.current.flatMap { model.state.groups.at($0.tag) } ?? []
  }

  /// A cell by its steps and its level.
  func cellTitle(_ cell: Int?, _ model: Model) -> String {
    guard let ground = MatrixGround(model), let cell else { return "" }
    let (l, c) = ground.steps(cell)
    let (likelihood, consequence) = (ground.method.likelihood[l - 1], ground.method.consequence[c - 1])
    return "\(l) " + model.say(likelihood.label) + " × \(c) " + model.say(consequence.label) + " = "
      + ground.levelText(cell, model)
  }

  func detail(_ model: Model) -> [DetailLine] {
    guard let ground = MatrixGround(model) else { return [] }
    let risks = Self.risksUnderCursor(model)
    var lines = [DetailLine("", cellTitle(model.state.current?.tag, model), .textStrong)]
    if risks.isEmpty {
      lines.append(DetailLine("", model.say(Words("No risk in this cell.", "このセルにリスクはありません。")), .textMuted))
    }
    for risk in risks.prefix(20) { lines += detail(risk, ground, model) }
    if risks.count > 20 { lines.append(DetailLine("", "+\(risks.count - 20)", .textMuted)) }
    return lines
  }

  private func detail(_ risk: RecordID, _ ground: MatrixGround, _ model: Model) -> [DetailLine] {
    let assessment = model.assessment
    let view = MatrixView.shown(model.state)
    var lines = [DetailLine(assessment.label(of: risk), assessment.title(of: risk) ?? "")]
    if let owner = assessment[risk, Risk.owner] {
      lines.append(DetailLine("", assessment.title(of: owner) ?? "", .textMuted))
    }
    for kind in [RatingKind.inherent, .present, .residual] where kind != view.kind {
      guard let standing = assessment.standing(of: risk, kind) else { continue }
      let text = model.say(kind.words) + " \(standing.level) " + model.say(standing.band.label)
      lines.append(DetailLine("", text, kind == .inherent ? .riskInherent : .riskResidual))
    }
    if let criteria = assessment[risk, view.kind.criteria], criteria != ground.criteria {
      let label = assessment.label(of: criteria)
      let version = assessment[criteria, RiskCriteria.version] ?? 1
      let text = Words("rated under \(label) v\(version), read here", "\(label) 第\(version)版の評価を読み替え")
      lines.append(DetailLine("", model.glyphs[.phaseStale] + " " + model.say(text), .phaseStale))
    }
    let controls = assessment.sources(of: risk, via: ControlStatement.risks)
    if !controls.isEmpty {
      lines.append(DetailLine("", controls.map(assessment.label(of:)).joined(separator: " "), .link))
    }
    return lines
  }

  func birth(_ model: Model) -> Birth? {
    guard let ground = MatrixGround(model), let cell = model.state.current?.tag else {
      return Birth(.risk, party: model.party)
    }
    let (l, c) = ground.steps(cell)
    return Birth(
      .risk, party: model.party,
      defaults: [Slot(Risk.likelihood.key): .integer(l), Slot(Risk.consequenceStep.key): .integer(c)])
  }

  func emptyText(_ model: Model) -> Words {
    Words(
      "No risk criteria are in force. The screen of the criteria comes last of this phase (\(key: "phase-4"), then \(key: "previous-view")); \(key: "new-criteria") makes the first version there.",
      "有効なリスク基準がありません。局面4の最後の画面（\(key: "phase-4")、続けて \(key: "previous-view")）がリスク基準で、\(key: "new-criteria") で初版を作成できます。"
    )
  }

  func isList(_ model: Model) -> Bool { false }

  func drawBody(_ model: Model, _ pen: inout Pen, in area: Rect) {
    guard let ground = MatrixGround(model), !model.state.groups.isEmpty else {
      drawList(model, &pen, in: area)
      return
    }
    MatrixPicture(ground: ground, model: model).draw(&pen, in: area)
  }
}

extension Array {
  /// The element, or nil beyond the end.
  func at(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
