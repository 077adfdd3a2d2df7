/// A control that one party leaves to another or shares with it, seen from both sides (ISO/IEC 27017:2015, 5.1 and
/// CLD.6.3.1: who does what must be said and understood by both).
package struct SharedControl: Hashable, Sendable {
  /// Who relies on the other.
  package let customer: RecordID
  /// On whom is relied; nil where nobody is named.
  package let provider: RecordID?
  /// What the customer states of the control; nil if nothing.
  package let inherited: RecordID?
  /// What the provider states of it; nil if nothing.
  package let provided: RecordID?
  /// What does not fit between the two; nil when all fits.
  package let gap: ResponsibilityGap?
  /// Whose move it is.
  package let mover: RecordID

  /// The statement that leaves the control to the other or shares it.
  package var anchor: RecordID? { inherited ?? provided }
}

/// What does not fit between what one party provides and asks, and what the other inherits and does; the gravest
/// comes first.
package enum ResponsibilityGap: Int, CaseIterable, Hashable, Sendable {
  /// Each leaves it to the other.
  case nobody
  /// It is not said to whom it is left.
  case unnamed
  /// The party on which the other counts has no applicable statement.
  case unanswered
  /// The provider asks for a part of it, and the customer takes no part.
  case notTakenUp
  /// One says it is shared, the other that it is its own alone.
  case unequal
  /// The provider's part is not in place.
  case notProvided
  /// The customer's part is not in place.
  case notDone
  /// Nobody wrote down what is provided and what is asked.
  case unsaid
  /// No audit information in date, found sufficient, shows that the provider's part works.
  case unproven

  /// It leaves a part of the control to nobody.
  package var isOpen: Bool {
    switch self {
    case .nobody, .unnamed, .unanswered, .notTakenUp: true
    case .unequal, .notProvided, .notDone, .unsaid, .unproven: false
    }
  }
}

extension Assessment {
  /// Every control that two parties have to do with, once, in the order of the statements.
  package func sharedControls(_ context: Context) -> [SharedControl] {
    let gate = GateContext(self, context)
    var seen: Set<Sides> = []
    return ids(.controlStatement).compactMap { statement in
      guard applies(statement), involvesOther(statement), let party = party(of: statement) else { return nil }
      guard let other = link(statement, ControlStatement.counterpart) else {
        return SharedControl(
          customer: party, provider: nil, inherited: statement, provided: nil, gap: .unnamed, mover: party)
      }
      let twin = gate.twin(of: statement, at: other)
      let isProvider = provides(party, to: other, statement, gate)
      let sides = Sides(
        customer: isProvider ? other : party, provider: isProvider ? party : other,
        inherited: isProvider ? twin : statement, provided: isProvider ? statement : twin)
      guard seen.insert(sides).inserted else { return nil }
      let gap = gap(sides, stated: statement, gate)
      return SharedControl(
        customer: sides.customer, provider: sides.provider, inherited: sides.inherited,
        provided: sides.provided, gap: gap, mover: mover(gap, sides, stated: statement))
    }
  }

  private func mover(_ gap: ResponsibilityGap?, _ sides: Sides, stated: RecordID) -> RecordID {
    switch gap {
    case nil, .nobody, .unnamed, .notTakenUp, .unequal, .notDone, .unproven: sides.customer
    case .unanswered: stated == sides.inherited ? sides.provider : sides.customer
    case .notProvided, .unsaid: sides.provider
    }
  }

  private struct Sides: Hashable {
    let customer, provider: RecordID
    let inherited, provided: RecordID?
  }

  /// Whether the stating party provides to the other: by a service, else by their roles, else who leaves it wholly
  /// to the other does not.
  private func provides(
    _ party: RecordID, to other: RecordID, _ statement: RecordID, _ gate: GateContext
  ) -> Bool {
    let relations = gate.cloudRelations
    if relations.contains(where: { $0.customer == other && $0.provider == party }) { return true }
    if relations.contains(where: { $0.customer == party && $0.provider == other }) { return false }
    let providers: Set<PartyRole> = [.cloudServiceProvider, .cyberspaceOperator]
    let (own, others) = (self[party, Party.role], self[other, Party.role])
    if own.map(providers.contains) != others.map(providers.contains) {
      return own.map(providers.contains) ?? false
    }
    return false
  }

  private func gap(_ sides: Sides, stated: RecordID, _ gate: GateContext) -> ResponsibilityGap? {
    let inherits = sides.inherited.flatMap { applies($0) ? self[$0, ControlStatement.responsibility] : nil }
    let provides = sides.provided.flatMap { applies($0) ? self[$0, ControlStatement.responsibility] : nil }
    if inherits == .other, provides == .other, counts(on: sides.customer, sides.provided) { return .nobody }
    let twin = stated == sides.inherited ? sides.provided : sides.inherited
    let other = stated == sides.inherited ? sides.provider : sides.customer
    guard let twin, applies(twin) else {
      return isDocumented(stated, by: other) ? nil : .unanswered
    }
    let isAsked = sides.provided.map { has($0, ControlStatement.asked) } ?? false
    if inherits == .other, provides == .shared || isAsked { return .notTakenUp }
    if inherits != .shared, provides == .shared { return .unequal }
    return shortfall(sides, isShared: inherits == .shared, gate)
  }

  /// Whether a statement leaves its control to that party.
  private func counts(on party: RecordID, _ statement: RecordID?) -> Bool {
    statement.map { link($0, ControlStatement.counterpart) == party } ?? false
  }

  /// A party that never comes answers by documents that were reviewed.
  func isDocumented(_ statement: RecordID, by other: RecordID) -> Bool {
    self[other, Party.participation] == .documentary
      && sources(of: statement, via: Disclosure.controls).contains {
        party(of: $0) == other && has($0, Disclosure.reviewedOn)
      }
  }

  private func shortfall(_ sides: Sides, isShared: Bool, _ gate: GateContext) -> ResponsibilityGap? {
    guard let inherited = sides.inherited, let provided = sides.provided else { return nil }
    if self[provided, ControlStatement.status] != .implemented { return .notProvided }
    if isShared, self[inherited, ControlStatement.status] != .implemented { return .notDone }
    let isSaid = [inherited, provided].contains {
      has($0, ControlStatement.provided) || has($0, ControlStatement.asked)
    }
    if isShared, !isSaid { return .unsaid }
    let given =
      sources(of: inherited, via: Disclosure.controls) + sources(of: provided, via: Disclosure.controls)
    let isShown = given.contains { disclosure in
      party(of: disclosure) == sides.provider && standing(ofDisclosure: disclosure, today: gate.today).carries
    }
    return isShown ? nil : .unproven
  }
}
