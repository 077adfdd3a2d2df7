package import Domain

extension FieldText {
  /// The text a person reads: names and titles instead of bare labels, steps with their name on the scale.
  ///
  /// - Parameters:
  ///   - value: What stands in the field.
  ///   - field: Whose value it is.
  ///   - assessment: Where names are found.
  ///   - language: Of all words.
  ///   - party: Whose criteria name the steps; nil for the joint ones.
  /// - Returns: Empty only where the value itself is.
  package static func display(
    _ value: Value, _ field: FieldDescription, _ assessment: Assessment, _ language: Language,
    party: RecordID? = nil
  ) -> String {
    switch value {
    case .integer(let step):
      guard case .step(let axis) = field.type else { return String(step) }
      return self.step(step, axis, assessment, language, party)
    case .choices(let keys):
      return keys.map { word($0, field, language) }.joined(separator: separator(language))
    case .reference(let id): return RecordName.read(id, assessment)
    case .references(let ids):
      return ids.map { RecordName.read($0, assessment) }.joined(separator: separator(language))
    case .list(let texts): return texts.joined(separator: separator(language))
    case .table(let rows):
      guard field.type == .loss else {
        return rows.map { $0.filter { !$0.isEmpty }.joined(separator: " ") }.joined(separator: "; ")
      }
      return loss(rows, assessment, language, party)
    case .text, .number, .flag, .day, .choice: return edit(value, field, assessment, language)
    }
  }

  private static func step(
    _ step: Int, _ axis: ScaleAxis, _ assessment: Assessment, _ language: Language, _ party: RecordID?
  ) -> String {
    guard let method = Scales.method(for: party, assessment) else { return String(step) }
    let steps = Scales.steps(axis, method)
    guard (1...max(1, steps.count)).contains(step), !steps.isEmpty else { return String(step) }
    return String(step) + " " + steps[step - 1].label[language]
  }

  private static func loss(
    _ rows: [[String]], _ assessment: Assessment, _ language: Language, _ party: RecordID?
  ) -> String {
    let properties = Scales.method(for: party, assessment)?.properties ?? []
    return rows.map { row in
      let key = row.first ?? ""
      let name = properties.first { $0.key == key }?.label[language] ?? key
      return ([name] + row.dropFirst().filter { !$0.isEmpty }).joined(separator: " ")
    }.joined(separator: separator(language))
  }
}
