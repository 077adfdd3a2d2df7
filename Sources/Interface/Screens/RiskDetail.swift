import Canvas
import Domain

/// What the detail pane says of a risk: how it is rated and whether that stands, before what it is made of.
enum RiskDetail {
  static func lines(of risk: RecordID, _ model: Model) -> [DetailLine] {
    let assessment = model.assessment
    var lines = [DetailLine("", assessment.title(of: risk) ?? assessment.label(of: risk), .textStrong)]
    if let party = assessment.party(of: risk) {
      lines.append(DetailLine("", model.name(of: party), .textMuted))
    }
    lines += RatingKind.allCases.flatMap { rating($0, of: risk, model) }
    lines += acceptance(of: risk, model)
    lines += fields(of: risk, model)
    return lines
  }

  // MARK: Ratings

  /// Level and band of one rating, the version it stands under, and why; an unrated present is said.
  private static func rating(_ kind: RatingKind, of risk: RecordID, _ model: Model) -> [DetailLine] {
    let assessment = model.assessment
    guard let rating = assessment.rating(risk, kind), let method = assessment.method(rating.criteria),
      let level = method.level(likelihood: rating.likelihood, consequence: rating.consequence)
    else {
      guard kind == .present else { return [] }
      return [
        DetailLine(model.say(kind.words), model.say(Words("not rated yet", "未評価")), .riskUnrated)
      ]
    }
    let band = method.band(level)
    let text =
      "\(rating.likelihood)×\(rating.consequence) = \(level) " + model.say(band.label)
      + version(of: rating, risk, model)
    var lines = [
      DetailLine(
        model.say(kind.words), text, Role.riskLevel(method.bandIndex(level), of: method.bands.count))
    ]
    if let why = assessment[risk, kind.justification] {
      lines.append(DetailLine(" ", why, .textMuted))
    } else {
      lines.append(
        DetailLine(
          " ", model.glyphs[.severityWarning] + " " + model.say(Words("no justification", "評価の根拠なし")),
          .gateWarning))
    }
    return lines
  }

  /// Said only where it is not what the party rates under now.
  private static func version(of rating: Rating, _ risk: RecordID, _ model: Model) -> String {
    let assessment = model.assessment
    guard rating.criteria != assessment.criteriaInForce(for: assessment.party(of: risk)) else { return "" }
    let version = assessment[rating.criteria, RiskCriteria.version] ?? 1
    return model.say(Words("  (criteria v\(version))", "（基準 第\(version)版）"))
  }

  // MARK: Acceptance

  private static func acceptance(of risk: RecordID, _ model: Model) -> [DetailLine] {
    [
      (RatingKind.present, Risk.acceptedBy, Risk.acceptedUntil),
      (RatingKind.residual, Risk.residualAcceptedBy, Risk.residualAcceptedUntil),
    ]
    .compactMap { kind, by, until in
      guard let person = model.assessment[risk, by] else { return nil }
      let label =
        kind == .present ? Words("Accepted", "受容") : Words("Residual acc.", "残留の受容")
      let name = model.assessment.title(of: person) ?? ""
      let end = model.assessment[risk, until].map { model.say(Words(" until \($0.text)", "（\($0.text) まで）")) }
      let standing = AcceptanceLook(model.assessment.acceptance(of: risk, kind, today: model.context.today))
      return DetailLine(
        model.say(label),
        model.glyphs[standing.glyph] + " " + name + (end ?? "") + standing.note(model.language),
        standing.role)
    }
  }

  // MARK: The rest

  /// Fields already said above.
  private static let said: Set<FieldKey> = Set(
    RatingKind.allCases.flatMap {
      [$0.likelihood.key, $0.consequence.key, $0.criteria.key, $0.justification.key]
    } + [
      Risk.event.key, Risk.acceptedBy.key, Risk.acceptedOn.key, Risk.acceptedUntil.key,
      Risk.residualAcceptedBy.key, Risk.residualAcceptedOn.key, Risk.residualAcceptedUntil.key,
    ])

  private static func fields(of risk: RecordID, _ model: Model) -> [DetailLine] {
    Detail.fieldLines(of: risk, model) { !said.contains($0) } + Detail.links(of: risk, model)
  }
}

/// How an acceptance stands, in a mark, a word and a role.
struct AcceptanceLook {
  private let acceptance: Acceptance

  init(_ acceptance: Acceptance) { self.acceptance = acceptance }

  var glyph: Glyph {
    switch acceptance {
    case .inForce: .check
    case .missing, .byAnother: .cross
    case .expired, .changed: .phaseStale
    }
  }

  var role: Role {
    switch acceptance {
    case .inForce: .messageSuccess
    case .missing, .byAnother, .expired, .changed: .gateBlocker
    }
  }

  /// Why it does not hold; empty when it does.
  func note(_ language: Language) -> String {
    let words =
      switch acceptance {
      case .inForce: Words("", "")
      case .missing: Words(", not accepted", "、未受容")
      case .byAnother: Words(", not entitled to", "、権限のない者による受容")
      case .expired: Words(", expired: renew it", "、期限切れ（更新を要する）")
      case .changed: Words(", stale: the risk changed since", "、失効（受容後にリスクが変更）")
      }
    return words[language]
  }
}
