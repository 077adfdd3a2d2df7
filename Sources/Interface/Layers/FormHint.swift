import Domain

/// What the foot of a form says of the field under the cursor: what may stand there, else what it is needed for.
enum FormHint {
  static func text(for field: FieldDescription, party: RecordID?, _ model: Model) -> String {
    if let hint = field.hint { return model.say(hint) }
    return form(of: field, party, model) ?? need(field, model)
  }

  /// What may stand there; nil for free text.
  private static func form(of field: FieldDescription, _ party: RecordID?, _ model: Model) -> String? {
    switch field.type {
    case .choice(let options), .choices(let options):
      return options.map { model.say($0.words) }.joined(separator: " / ")
    case .step(let axis):
      let method = Scales.method(for: party, model.assessment)
      let steps = axis == .likelihood ? method?.likelihood : method?.consequence
      return steps?.enumerated().map { "\($0 + 1) " + model.say($1.label) }.joined(separator: "  ")
    case .day:
      return model.say(Words("2027-03-31, or 2027-03 for the end of the month", "2027-03-31、2027-03（月末）"))
    case .reference:
      return model.say(Words("an id or some letters of the name; Tab completes", "ID 又は名前の一部。Tab で補完"))
    case .references:
      return model.say(Words("ids, several with spaces; Tab completes", "ID（複数は空白区切り）。Tab で補完"))
    case .list: return model.say(Words("several with ; between them", "複数は ; で区切る"))
    case .flag: return model.say(UI.yes) + " / " + model.say(UI.no)
    case .loss: return model.say(Words("C2 I1 A3", "機2 完1 可3"))
    case .text, .longText, .number, .integer, .table, .target: return nil
    }
  }

  /// What the gates ask of it, in the words of the first rule that does.
  private static func need(_ field: FieldDescription, _ model: Model) -> String {
    guard let id = field.required.first, let rule = GateRules.rule(id) else { return "" }
    return id + ": " + model.say(rule.words)
  }
}
