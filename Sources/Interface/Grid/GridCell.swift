import Canvas
import Domain

/// What stands in one cell of a grid.
struct GridCell {
  let aspect: Aspect
  let record: RecordID

  /// As text, for drawing and copying; nil for nothing.
  func text(_ model: Model) -> String? {
    let assessment = model.assessment
    switch aspect {
    case .label: return assessment.label(of: record)
    case .party: return assessment.party(of: record).map { assessment.label(of: $0).uppercased() }
    case .level(let kind):
      return assessment.standing(of: record, kind).map { "\($0.level) " + model.say($0.band.label) }
    case .state: return model.say(state(model).words)
    case .controls:
      let all = assessment.sources(of: record, via: ControlStatement.risks)
      return all.isEmpty
        ? nil : all.compactMap { assessment[$0, ControlStatement.control] }.joined(separator: " ")
    case .field(let field):
      guard let value = assessment.value(record, field.key) else { return nil }
      if case .step = field.type, case .integer(let step) = value { return String(step) }
      if case .choices(let keys) = value { return short(keys, field, model) }
      let text = FieldText.display(
        value, field, assessment, model.language, party: assessment.party(of: record))
      return text.utf8.contains(0x0A) ? text.replacing("\n", with: " ") : text
    }
  }

  /// Without what stands in brackets behind a word: 低減 for 低減（修正）.
  private func short(_ keys: [String], _ field: FieldDescription, _ model: Model) -> String {
    field.type.options.filter { keys.contains($0.key) }.map {
      String(model.say($0.words).unicodeScalars.prefix { $0 != "（" })
    }
    .joined(separator: model.say(Words(", ", "・")))
  }

  private func state(_ model: Model) -> RiskState {
    model.assessment.state(of: record, today: model.context.today)
  }

  func draw(_ model: Model, _ pen: inout Pen, in rect: Rect) {
    if case .level(let kind) = aspect { return drawLevel(kind, model, &pen, in: rect) }
    pen.put(text(model) ?? pen.glyphs[.absent], at: rect.origin, role: role(model), width: rect.columns)
  }

  private func role(_ model: Model) -> Role {
    switch aspect {
    case .label, .party, .controls: return .textMuted
    case .level: return .text
    case .state: return state(model).role
    case .field(let field):
      guard model.assessment.isEmpty(record, field.key) else { return .text }
      if case .step = field.type { return .textMuted }
      return field.required.contains("R3") ? .gateBlocker : .textMuted
    }
  }

  /// The number, then the band's word on its colour.
  private func drawLevel(_ kind: RatingKind, _ model: Model, _ pen: inout Pen, in rect: Rect) {
    guard let rating = model.assessment.rating(record, kind),
      let standing = model.assessment.standing(of: record, kind),
      let method = model.assessment.method(rating.criteria)
    else {
      if kind == .present {
        pen.put(Words("unrated", "未評価"), at: rect.origin, role: .riskUnrated, width: rect.columns)
      } else {
        pen.put(pen.glyphs[.absent], at: rect.origin, role: .textMuted)
      }
      return
    }
    let role = Role.riskLevel(method.bandIndex(standing.level), of: method.bands.count)
    pen.putRight(String(standing.level), at: rect.origin, width: 2)
    let word = " " + model.say(standing.band.label) + " "
    pen.put(word, at: rect.origin.moved(columns: 3), role: role, width: rect.columns - 3)
  }
}

extension RiskState {
  var role: Role {
    switch self {
    case .unrated: .riskUnrated
    case .undecided, .unplanned, .unaccepted: .gateWarning
    case .lapsed: .gateBlocker
    case .planned, .accepted: .text
    case .tolerable: .textMuted
    }
  }
}
