/// How much a gate finding weighs.
package enum Severity: String, Choice {
  /// The phase cannot be agreed.
  case blocker
  case warning
  /// Top management let it pass for a time.
  case waived

  package var words: Words {
    switch self {
    case .blocker: Words("blocker", "必須")
    case .warning: Words("warning", "注意")
    case .waived: Words("waived", "例外承認")
    }
  }
}

/// One thing that stands between a phase and its agreement.
package struct GateFinding: Hashable, Sendable {
  /// The rule's id, such as `R3`.
  package let rule: String
  package let severity: Severity
  package let phase: Phase
  /// Whom it is charged to; nil when it concerns all of them together.
  package let party: RecordID?
  /// The record at fault; nil when something is missing altogether.
  package let record: RecordID?
  /// The sentence, in both languages, without the record's label.
  package let words: Words

  package init(
    rule: String, severity: Severity, phase: Phase, party: RecordID?, record: RecordID?, words: Words
  ) {
    self.rule = rule
    self.severity = severity
    self.phase = phase
    self.party = party
    self.record = record
    self.words = words
  }
}
