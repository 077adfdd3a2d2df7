import Domain

/// A control as a line names it, found in the catalogues of the record's party.
struct NamedControl {
  let party: RecordID
  /// The line of the statement of applicability; nil where there is none yet.
  let statement: RecordID?
  let number: String
  let catalogue: String?
  let title: Words?
}

/// Controls that treat the risks of an act: each is written once, with all of them.
struct ControlTreatments {
  /// A control of a party, whether it is stated yet or not.
  struct Key: Hashable {
    let party: RecordID
    let number: String
    let catalogue: String?

    init(_ control: NamedControl) {
      party = control.party
      number = control.number
      catalogue = control.catalogue
    }

    /// The control that a draft states; nil when it names none.
    init?(_ draft: Draft) {
      guard let party = draft.party,
        case .text(let number)? = draft.values[Slot(ControlStatement.control.key)]
      else { return nil }
      self.party = party
      self.number = number
      if case .text(let text)? = draft.values[Slot(ControlStatement.catalogue.key)] {
        catalogue = text
      } else {
        catalogue = nil
      }
    }
  }

  private struct Treatment {
    let control: NamedControl
    /// For the draft of a new statement.
    let pending: Int
    var risks: [RecordID]
    let needsReason: Bool
    var lines: [Int]
  }

  private var places: [Key: Int] = [:]
  private var treatments: [Treatment] = []

  /// One act per control, in the order in which they were first named.
  var commands: [[Command]] { treatments.map(Self.commands) }

  /// The lines that named each control.
  var lines: [[Int]] { treatments.map(\.lines) }

  mutating func treat(
    _ risk: RecordID, with control: NamedControl, line: Int, _ newcomers: inout Newcomers,
    _ assessment: Assessment
  ) {
    if let place = places[Key(control)] {
      treatments[place].risks.append(risk)
      treatments[place].lines.append(line)
      return
    }
    places[Key(control)] = treatments.count
    guard let statement = control.statement else {
      treatments.append(
        Treatment(
          control: control, pending: newcomers.takeNumber(), risks: [risk], needsReason: true, lines: [line]))
      return
    }
    let isOpen =
      !assessment.has(statement, ControlStatement.inclusionReasons)
      && assessment[statement, ControlStatement.applicability] != .excluded
    treatments.append(
      Treatment(
        control: control, pending: 0, risks: assessment[statement, ControlStatement.risks] + [risk],
        needsReason: isOpen, lines: [line]))
  }

  private static func commands(_ treatment: Treatment) -> [Command] {
    let reason = Value.choices([InclusionReason.riskTreatment.rawValue])
    guard let statement = treatment.control.statement else {
      var draft = Draft(.controlStatement, party: treatment.control.party, pending: treatment.pending)
      draft.set(ControlStatement.control, treatment.control.number)
      if let catalogue = treatment.control.catalogue { draft.set(ControlStatement.catalogue, catalogue) }
      draft.set(ControlStatement.applicability, Applicability.applicable)
      draft.values[Slot(ControlStatement.inclusionReasons.key)] = reason
      draft.set(ControlStatement.risks, treatment.risks)
      return [.create(draft)]
    }
    let risks = Command.set(statement, Slot(ControlStatement.risks.key), .references(treatment.risks))
    guard treatment.needsReason else { return [risks] }
    let applicable = Value.choice(Applicability.applicable.rawValue)
    return [
      risks, .set(statement, Slot(ControlStatement.inclusionReasons.key), reason),
      .set(statement, Slot(ControlStatement.applicability.key), applicable),
    ]
  }
}
