package import Domain

/// A property that can be lost, as a problem names it.
package struct Property: Hashable, Sendable {
  package let key: String
  package let label: Words

  init(_ pair: (key: String, label: Words)) {
    key = pair.key
    label = pair.label
  }
}

/// Why a text is no value of its field: the facts. `words` says it and what to do.
package enum FieldProblem: Error, Hashable, Sendable {
  case notANumber(String)
  case notAnInteger(String)
  case notADay(String)
  case notAFlag(String)
  case notATarget(String)
  case unknownChoice(String, options: [Words])
  /// The start of several choices.
  case ambiguousChoice(String, options: [Words])
  /// No step of the scale; without criteria the steps are unknown and empty.
  case offScale(String, steps: [Words])
  case notALoss(String, properties: [Property])
  case lossOffScale(String, steps: [Words])
  case unknownRecord(String, kinds: [RecordKind])
  /// A record that the field cannot point to.
  case wrongKind(String, RecordKind, kinds: [RecordKind])
  /// The start of several names; some of them by label and name.
  case ambiguousRecord(String, candidates: [String])
  /// A person of that name would be new, but it is not known whose.
  case personNeedsParty(String)
  case unknownParty(String, known: [String])
}
