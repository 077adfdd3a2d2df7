import Canvas
import Domain

/// How a record stands, in a mark and a word, for kinds that can stand well or badly.
struct RecordStatus {
  let text: String
  let role: Role

  /// Nil for kinds that only are.
  init?(_ record: RecordID, _ model: Model) {
    let found: (String, Role)? =
      switch model.assessment.kind(of: record) {
      case .risk: Self.risk(record, model)
      case .controlStatement: Self.control(record, model)
      case .objective: Self.line(EvaluationLine(record, .objectives, model), model)
      case .finding: Self.line(EvaluationLine(record, .findings, model), model)
      case .correctiveAction: Self.line(EvaluationLine(record, .correctiveActions, model), model)
      case .disclosure: Self.line(EvaluationLine(record, .disclosures, model), model)
      case .evidence: Self.evidence(record, model)
      case nil, .some: nil
      }
    guard let found else { return nil }
    (text, role) = found
  }

  private static func risk(_ risk: RecordID, _ model: Model) -> (String, Role) {
    guard let level = model.assessment.level(risk), let rating = model.assessment.rating(risk),
      let method = model.assessment.method(rating.criteria)
    else { return (model.say(Words("unrated", "未評価")), .riskUnrated) }
    return (
      " \(level) " + model.say(method.band(level).label) + " ",
      Role.riskLevel(method.bandIndex(level), of: method.bands.count)
    )
  }

  private static func control(_ statement: RecordID, _ model: Model) -> (String, Role) {
    let party = model.assessment.party(of: statement) ?? statement
    let (glyph, words, role) = ControlCell(statement: statement, party: party, model: model).state.look
    return (model.glyphs[glyph] + " " + model.say(words), role)
  }

  /// Only where a file was taken.
  private static func evidence(_ evidence: RecordID, _ model: Model) -> (String, Role)? {
    let look = EvidenceLook(evidence, model)
    return look.state == .unkept ? nil : (model.glyphs[look.glyph] + " " + model.say(look.words), look.role)
  }

  private static func line(_ line: EvaluationLine, _ model: Model) -> (String, Role) {
    (model.glyphs[line.glyph] + " " + model.say(line.state), line.role)
  }
}
