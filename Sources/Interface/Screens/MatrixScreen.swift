import Canvas
import Domain

/// The risk matrix (リスクマトリックス): a heat map over the criteria in force; the cursor walks its cells.
struct MatrixScreen: Screen {
  let id = ScreenID.matrix

  /// What `r` turns through.
  static func shown(_ state: ScreenState) -> RatingKind {
    [RatingKind.present, .residual, .inherent][state.variant % 3]
  }

  /// The criteria the picture is drawn over: the party's, or for all parties the joint ones.
  private func criteria(_ model: Model) -> RecordID? {
    model.assessment.criteriaInForce(for: model.party)
      ?? model.assessment.participants.lazy.compactMap { model.assessment.criteriaInForce(for: $0) }.first
  }

  private func method(_ model: Model) -> CriteriaMethod? { criteria(model).flatMap(model.assessment.method) }

  func title(_ model: Model) -> String {
    let name = model.say(Words("Risk matrix", "リスクマトリックス")) + "   " + model.say(Self.shown(model.state).words)
    guard let criteria = criteria(model) else { return name }
    let version = model.assessment[criteria, RiskCriteria.version] ?? 1
    let isJoint = model.assessment.party(of: criteria) == nil
    let whose = isJoint ? Words(", joint", "（共通）") : Words("", "")
    return name + model.say(Words("   criteria v\(version)\(whose.en)", "   基準 第\(version)版\(whose.ja)"))
  }

  /// One line per cell, from the highest likelihood down and the lowest consequence on.
  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    guard let method = method(model) else { return [] }
    return (0..<method.likelihood.count).reversed().flatMap { l in
      method.consequence.indices.map { Row(nil, tag: l * method.consequence.count + $0) }
    }
  }

  /// A box per cell, then the unrated, then those under other criteria.
  func groups(_ model: Model, _ state: ScreenState) -> [[RecordID]] {
    guard let criteria = criteria(model), let method = method(model) else { return [] }
    let kind = Self.shown(state)
    let cells = method.likelihood.count * method.consequence.count
    var groups = Array(repeating: [RecordID](), count: cells + 2)
    for risk in model.shownRisks {
      guard let rating = model.assessment.rating(risk, kind) else {
        groups[cells].append(risk)
        continue
      }
      let isHere = rating.criteria == criteria || model.assessment.method(rating.criteria) == method
      let fits = method.level(likelihood: rating.likelihood, consequence: rating.consequence) != nil
      let cell = (rating.likelihood - 1) * method.consequence.count + rating.consequence - 1
      groups[isHere && fits ? cell : cells + 1].append(risk)
    }
    return groups
  }

  func move(_ motion: Motion, _ model: Model, _ state: inout ScreenState, page: Int) {
    guard let method = method(model), !state.rows.isEmpty else { return }
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

  func enter(_ model: inout Model) -> [Effect]? {
    let risks = risksUnderCursor(model)
    guard !risks.isEmpty else {
      model.notice = Notice(model.say(Words("No risk in this cell.", "このセルにリスクはありません。")))
      return []
    }
    model.layers.append(PickLayer(title: cellTitle(model), records: risks))
    return []
  }

  private func risksUnderCursor(_ model: Model) -> [RecordID] {
    guard let cell = model.state.current?.tag, model.state.groups.indices.contains(cell) else { return [] }
    return model.state.groups[cell]
  }

  private func cellTitle(_ model: Model) -> String {
    guard let method = method(model), let cell = model.state.current?.tag else { return "" }
    let l = cell / method.consequence.count + 1
    let c = cell % method.consequence.count + 1
    guard let level = method.level(likelihood: l, consequence: c) else { return "" }
    return "\(l) × \(c) = \(level) " + model.say(method.band(level).label)
  }

  func detail(_ model: Model) -> [DetailLine] {
    let risks = risksUnderCursor(model)
    var lines = [DetailLine("", cellTitle(model), .textStrong)]
    for risk in risks.prefix(20) {
      lines.append(DetailLine(model.assessment.label(of: risk), model.assessment.title(of: risk) ?? ""))
      if let residual = model.assessment.level(risk, .residual), Self.shown(model.state) != .residual {
        lines.append(
          DetailLine("", model.say(Words("residual \(residual)", "残留 \(residual)")), .riskResidual))
      }
      let controls = model.assessment.sources(of: risk, via: ControlStatement.risks)
      if !controls.isEmpty {
        lines.append(DetailLine("", controls.map(model.assessment.label(of:)).joined(separator: " "), .link))
      }
    }
    if risks.count > 20 { lines.append(DetailLine("", "+\(risks.count - 20)", .textMuted)) }
    return lines
  }

  func birth(_ model: Model) -> Birth? {
    guard let method = method(model), let cell = model.state.current?.tag else {
      return Birth(.risk, party: model.party)
    }
    return Birth(
      .risk, party: model.party,
      defaults: [
        Slot(Risk.likelihood.key): .integer(cell / method.consequence.count + 1),
        Slot(Risk.consequenceStep.key): .integer(cell % method.consequence.count + 1),
      ])
  }

  func emptyText(_ model: Model) -> Words {
    Words(
      "No risk criteria are in force. ] leads to the criteria; n makes the first version there.",
      "有効なリスク基準がありません。] で基準の画面へ移り、n で初版を作成してください。")
  }

  func drawBody(_ model: Model, _ pen: inout Pen, in area: Rect) {
    guard let method = method(model), !model.state.groups.isEmpty else {
      drawList(model, &pen, in: area)
      return
    }
    MatrixPicture(method: method, groups: model.state.groups, cursor: model.state.current?.tag, model: model)
      .draw(&pen, in: area)
  }
}
