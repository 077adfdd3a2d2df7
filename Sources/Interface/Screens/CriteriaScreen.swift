import Canvas
import Domain

/// Risk criteria (リスク基準): scales, levels, bands and the acceptance line, each party's own or joint.
struct CriteriaScreen: Screen {
  let id = ScreenID.criteria

  func title(_ model: Model) -> String { model.say(Words("Risk criteria", "リスク基準")) }

  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    model.assessment.ids(.riskCriteria)
      .filter { model.party == nil || [nil, model.party].contains(model.assessment.party(of: $0)) }
      .map { Row($0) }
  }

  func headRows(_ model: Model) -> Int { 1 }

  func drawHead(_ model: Model, _ pen: inout Pen, in area: Rect) {
    pen.put(
      "  " + DisplayWidth.pad("ID", to: 6) + model.say(Words("Criteria", "基準")), at: area.origin,
      role: .header)
  }

  func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard let criteria = row.record else { return }
    let assessment = model.assessment
    let version = assessment[criteria, RiskCriteria.version] ?? 1
    let whose = assessment.party(of: criteria).map(model.name(of:)) ?? model.say(Words("joint", "共通"))
    let size = assessment.method(criteria).map { "\($0.likelihood.count) × \($0.consequence.count)" } ?? "?"
    let isInForce = assessment.criteriaInForce(for: model.party) == criteria
    pen.put(
      [
        (DisplayWidth.pad(assessment.label(of: criteria), to: 6), .textMuted),
        (assessment.title(of: criteria) ?? "", .text), ("   " + whose, .textMuted),
        (model.say(Words("   v\(version)   ", "   第\(version)版   ")) + size, .text),
        (isInForce ? model.say(Words("   in force", "   適用中")) : "", .messageSuccess),
      ], at: line.origin, width: line.columns)
  }

  func detail(_ model: Model) -> [DetailLine] {
    guard let criteria = model.current, let method = model.assessment.method(criteria) else { return [] }
    var lines = [DetailLine("", model.assessment.title(of: criteria) ?? "", .textStrong)]
    lines += agreements(to: criteria, model)
    lines.append(DetailLine("", model.say(Words("Likelihood", "起こりやすさ")), .header))
    lines += scale(method.likelihood, model)
    lines.append(DetailLine("", model.say(Words("Consequence", "結果の大きさ")), .header))
    lines += scale(method.consequence, model)
    lines.append(DetailLine("", model.say(Words("Bands", "区分")), .header))
    for (index, band) in method.bands.enumerated() {
      lines.append(
        DetailLine(
          model.say(Words("from \(band.from)", "\(band.from) 以上")),
          model.say(band.label) + model.say(Words(", accepted by ", " 受容: "))
            + model.say(band.acceptor.words),
          Role.riskLevel(index, of: method.bands.count)))
    }
    lines.append(
      DetailLine(model.say(RiskCriteria.acceptanceLine.field.words), "\(method.acceptanceLine)", .riskLine))
    return lines
  }

  /// Who agreed stands above the scales: it is what changes.
  private func agreements(to criteria: RecordID, _ model: Model) -> [DetailLine] {
    let bound = model.assessment.party(of: criteria).map { [$0] } ?? model.assessment.participants
    return bound.map { party in
      let by = model.assessment[criteria, RiskCriteria.agreedBy, party]
      return DetailLine(
        model.assessment[party, Party.partyKey] ?? "",
        by.map { model.say(Words("agreed by ", "合意: ")) + $0 } ?? model.say(Words("not agreed", "未合意")),
        by == nil ? .gateWarning : .messageSuccess)
    }
  }

  private func scale(_ steps: [ScaleStep], _ model: Model) -> [DetailLine] {
    steps.enumerated().map { DetailLine("\($0 + 1) " + model.say($1.label), model.say($1.meaning)) }
  }

  func birth(_ model: Model) -> Birth? {
    let draft = DefaultCriteria.draft(
      party: model.party, title: model.say(Words("Risk criteria", "リスク基準")))
    return Birth(.riskCriteria, party: model.party, defaults: draft.values)
  }

  func emptyText(_ model: Model) -> Words {
    Words(
      "No risk criteria yet: what counts as likely, as severe, as acceptable. n starts with a 5 × 5 scale.",
      "リスク基準がまだありません。起こりやすさ・結果の大きさ・受容の線を定めます。n で 5×5 の初期値から始めます。")
  }
}
