/// Which scale of the risk criteria a step belongs to.
package enum ScaleAxis: String, Hashable, Sendable {
  case likelihood
  case consequence
}

/// What may stand in a field, and so how it is entered, shown, compared and written.
package enum FieldType: Hashable, Sendable {
  case text
  /// Text of more than one line, worth an editor.
  case longText
  case number
  case integer
  case flag
  case day
  case choice([ChoiceOption])
  case choices([ChoiceOption])
  case reference([RecordKind])
  case references([RecordKind])
  case list
  case table([Words])
  /// A step of a scale of the criteria in force, counted from 1.
  case step(ScaleAxis)
  /// Loss per property of the criteria: rows of property key and level.
  case loss
  /// A target value: a number, or relative to the last period (`50%`, `-30%`); kept as typed.
  case target

  /// The kinds this field may point to; empty when it is no link.
  package var targets: [RecordKind] {
    switch self {
    case .reference(let kinds), .references(let kinds): kinds
    case .text, .longText, .number, .integer, .flag, .day, .choice, .choices, .list, .table, .step, .loss,
      .target:
      []
    }
  }

  /// The closed list of a choice; empty when any value may stand here.
  package var options: [ChoiceOption] {
    switch self {
    case .choice(let options), .choices(let options): options
    case .text, .longText, .number, .integer, .flag, .day, .reference, .references, .list, .table, .step,
      .loss, .target:
      []
    }
  }

  /// Whether its cells are text in the common buffer.
  var isBufferedText: Bool {
    switch self {
    case .text, .longText, .list, .target: true
    case .number, .integer, .flag, .day, .choice, .choices, .reference, .references, .table, .step, .loss:
      false
    }
  }

  /// What is counted and numbered lies far within; what is reckoned with them cannot overflow.
  static let wholeNumbers = -1_000_000_000_000...1_000_000_000_000

  /// Whether `value` is of this type and, for choices, among the allowed keys.
  package func admits(_ value: Value) -> Bool {
    switch (self, value) {
    case (.text, .text), (.longText, .text), (.target, .text), (.flag, .flag), (.day, .day),
      (.reference, .reference), (.references, .references), (.list, .list),
      (.table, .table), (.loss, .table):
      true
    case (.number, .number(let number)): number.isFinite
    case (.integer, .integer(let number)): Self.wholeNumbers.contains(number)
    case (.step, .integer(let step)): step >= 1 && step <= 7
    case (.choice(let options), .choice(let key)): options.contains { $0.key == key }
    case (.choices(let options), .choices(let keys)):
      keys.allSatisfy { key in options.contains { $0.key == key } }
    default: false
    }
  }
}
