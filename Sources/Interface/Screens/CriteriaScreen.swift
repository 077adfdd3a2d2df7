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
    pen.put(
      [
        (DisplayWidth.pad(assessment.label(of: criteria), to: 6), .textMuted),
        (assessment.title(of: criteria) ?? "", .text), ("   " + whose, .textMuted),
        (model.say(Words("   v\(version)   ", "   第\(version)版   ")) + size + "   ", .text),
        standing(of: criteria, model),
      ], at: line.origin, width: line.columns)
  }

  /// What a version is good for now: in force, replaced, waiting for a yes, or unusable.
  private func standing(of criteria: RecordID, _ model: Model) -> (String, Role) {
    let assessment = model.assessment
    let glyphs = model.glyphs
    if let fault = assessment.faults(of: criteria).first {
      return (glyphs[.severityBlocker] + " " + model.say(fault.words), .gateBlocker)
    }
    let party = assessment.party(of: criteria)
    if assessment.criteriaInForce(for: party) == criteria, assessment.isAgreed(criteria) {
      return (glyphs[.check] + " " + model.say(Words("in force", "適用中")), .messageSuccess)
    }
    if let next = assessment.successor(of: criteria) {
      let label = assessment.label(of: next)
      return (glyphs[.arrowRight] + model.say(Words(" replaced by \(label)", " \(label) に改訂済")), .textMuted)
    }
    let bound = party.map { [$0] } ?? assessment.participants
    let agreed = bound.count { assessment[criteria, RiskCriteria.agreedBy, $0] != nil }
    let state = Words("draft, agreed \(agreed)/\(bound.count)", "案 合意 \(agreed)/\(bound.count)")
    return (glyphs[.severityWarning] + " " + model.say(state), .gateWarning)
  }

  func enter(_ model: inout Model) -> [Effect]? {
    guard model.current != nil else { return nil }
    if model.context.readOnly {
      model.notice = Notice(model.say(model.whyReadOnly), .warning)
      return []
    }
    return CriteriaActions.edit(&model)
  }

  func detail(_ model: Model) -> [DetailLine] {
    guard let criteria = model.current else { return [] }
    var lines = [DetailLine("", model.assessment.title(of: criteria) ?? "", .textStrong)]
    lines += agreements(to: criteria, model)
    lines += mappings(of: criteria, model)
    guard let method = model.assessment.method(criteria) else {
      return lines
        + model.assessment.faults(of: criteria).map { DetailLine("", model.say($0.words), .gateBlocker) }
    }
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

  /// How steps of the version before, and its own in the joint criteria, are read.
  private func mappings(of criteria: RecordID, _ model: Model) -> [DetailLine] {
    let assessment = model.assessment
    var lines: [DetailLine] = []
    func add(_ words: Words, _ other: RecordID, _ mapping: StepMapping) {
      lines.append(DetailLine(model.say(words), assessment.label(of: other)))
      for axis in [ScaleAxis.likelihood, .consequence] {
        let steps = mapping.rows(axis).map { $0.joined(separator: model.glyphs[.arrowRight]) }
        lines.append(DetailLine("", model.say(axis.words) + "  " + steps.joined(separator: "  "), .textMuted))
      }
    }
    if let old = assessment[criteria, RiskCriteria.replaces] {
      add(RiskCriteria.replaces.field.words, old, assessment.mapping(replacedBy: criteria))
    }
    if let joint = assessment[criteria, RiskCriteria.mapsTo] {
      add(RiskCriteria.mapsTo.field.words, joint, assessment.mapping(toJoint: criteria))
    }
    return lines
  }

  private func scale(_ steps: [ScaleStep], _ model: Model) -> [DetailLine] {
    steps.enumerated().map { DetailLine("\($0 + 1) " + model.say($1.label), model.say($1.meaning)) }
  }

  func emptyText(_ model: Model) -> Words {
    Words(
      "No risk criteria yet: what counts as likely, as severe, as acceptable. \(key: "new-criteria") starts with a 5 × 5 scale.",
      "リスク基準がまだありません。起こりやすさ・結果の大きさ・受容の線を定めます。\(key: "new-criteria") で 5×5 の初期値から始めます。")
  }
}
