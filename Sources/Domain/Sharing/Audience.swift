/// What one party may see of a workspace: its own records, and joint ones and disclosures that concern it.
package struct Audience: Hashable, Sendable {
  /// The party that looks.
  package let party: RecordID
  /// Who shares an agreement with it.
  private let partners: Set<RecordID>
  /// The days on which people of its own were in the room.
  private let daysInRoom: Set<Day>

  package init(party: RecordID, _ assessment: Assessment) {
    self.party = party
    let shared = assessment.ids(.agreement).map(assessment.agreementParties).filter { $0.contains(party) }
    partners = Set(shared.joined())
    let own = assessment.ids(.participant).filter { assessment.party(of: $0) == party }
    daysInRoom = Set(own.flatMap(assessment.daysPresent))
  }

  /// The records it may not see.
  package func hidden(in assessment: Assessment) -> [RecordID] {
    let own = Set(assessment.ids(.party))
    return RecordKind.allCases.flatMap(assessment.ids).filter { !own.contains($0) && !sees($0, assessment) }
  }

  /// Whether it may see a record.
  package func sees(_ record: RecordID, _ assessment: Assessment) -> Bool {
    // A walk is everybody's, but what was asked and answered about a record belongs to whoever sees that.
    if assessment.kind(of: record) == .walkStop, let shown = assessment[record, WalkStop.record] {
      return sees(shown, assessment)
    }
    if isItsOwn(record, assessment) { return true }
    switch assessment[record, SharedFields.sharedWith] {
    case Sharing.all?: return true
    case Sharing.parties?: return assessment.party(of: record).map(partners.contains) ?? false
    case Sharing.none?: return false
    case nil: return seesUnasked(record, assessment)
    }
  }

  /// What nobody set: a disclosure is for whom it was given to, a remark for whoever sees what it is on, and those
  /// who sat in one room know each other.
  private func seesUnasked(_ record: RecordID, _ assessment: Assessment) -> Bool {
    switch assessment.kind(of: record) {
    case .disclosure: assessment[record, Disclosure.to] == party
    case .participant: !daysInRoom.isDisjoint(with: assessment.daysPresent(record))
    case .comment: sees(at: assessment[record, Comment.record], assessment)
    case .waiver: sees(at: assessment[record, Waiver.record], assessment)
    default: false
    }
  }

  private func sees(at target: RecordID?, _ assessment: Assessment) -> Bool {
    // Remarks on remarks stay with their own party: the way up could be endless.
    guard let target, ![.comment, .waiver].contains(assessment.kind(of: target)) else { return false }
    return sees(target, assessment)
  }

  private func isItsOwn(_ record: RecordID, _ assessment: Assessment) -> Bool {
    guard let owner = assessment.party(of: record) else {
      return assessment.parties(boundBy: record).contains(party)
    }
    return owner == party
  }

  /// How many records are left out.
  package static func leftOut(_ count: Int) -> Words {
    Words("\(count) records are not shared and left out", "共有されていない \(count) 件を除いています")
  }
}
