/// How old audit information is on a day.
package enum Freshness: Hashable, Sendable {
  /// Nobody said until when it is valid.
  case undated
  case valid(until: Day)
  /// Valid for thirty days more at most.
  case expiring(until: Day, days: Int)
  case expired(on: Day)

  package var isInDate: Bool {
    switch self {
    case .valid, .expiring: true
    case .undated, .expired: false
    }
  }
}

/// How far a disclosure can be relied on: its age, and what the receiver found.
package struct DisclosureStanding: Hashable, Sendable {
  package let freshness: Freshness
  /// The receiver's verdict; nil while the receiver gave none.
  package let isSufficient: Bool?

  /// Whether what rests on it may.
  package var carries: Bool { freshness.isInDate && isSufficient == true }
}

extension Assessment {
  /// How far a disclosure can be relied on today.
  package func standing(ofDisclosure disclosure: RecordID, today: Day) -> DisclosureStanding {
    DisclosureStanding(
      freshness: freshness(of: disclosure, today), isSufficient: self[disclosure, Disclosure.sufficient])
  }

  private func freshness(of disclosure: RecordID, _ today: Day) -> Freshness {
    guard let until = self[disclosure, Disclosure.validUntil] else { return .undated }
    let days = until.number - today.number
    if days < 0 { return .expired(on: until) }
    return days <= 30 ? .expiring(until: until, days: days) : .valid(until: until)
  }

  /// The audit information that is named in support of a commitment or a control, the newest first.
  package func disclosures(supporting record: RecordID) -> [RecordID] {
    let found =
      sources(of: record, via: Disclosure.commitments) + sources(of: record, via: Disclosure.controls)
    return found.sorted {
      let (one, other) = (self[$0, Disclosure.validUntil]?.number, self[$1, Disclosure.validUntil]?.number)
      return (one ?? Int.min, $0.raw) > (other ?? Int.min, $1.raw)
    }
  }

  /// The commitments and controls that rely on a disclosure.
  package func reliance(on disclosure: RecordID) -> [RecordID] {
    self[disclosure, Disclosure.commitments] + self[disclosure, Disclosure.controls]
  }

  /// What M5 asks audit information of a party for.
  ///
  /// - Parameters:
  ///   - giver: Whose information it is.
  ///   - receiver: Who relies on it; nil for all others.
  /// - Returns: The giver's duties to disclose, then the receiver's controls left to the giver or shared with it.
  package func supportable(by giver: RecordID, for receiver: RecordID?) -> [RecordID] {
    let duties = ids(.commitment).filter { clause in
      guard self[clause, Commitment.kind] == .disclosure, link(clause, Commitment.discloser) == giver else {
        return false
      }
      let to = link(clause, Commitment.receiver)
      return receiver == nil || to == nil || to == receiver
    }
    let statements = receiver.map { ids(.controlStatement, of: $0) } ?? ids(.controlStatement)
    let controls = statements.filter {
      applies($0) && involvesOther($0) && link($0, ControlStatement.counterpart) == giver
    }
    return duties + controls
  }
}
