import Domain

/// What one party may see of a workspace: its own records, and joint ones and disclosures that concern it.
struct Audience {
  /// The party that looks.
  let party: RecordID

  /// The records it may not see.
  func hidden(in assessment: Assessment) -> [RecordID] {
    let own = Set(assessment.ids(.party))
    return RecordKind.allCases.flatMap(assessment.ids).filter { !own.contains($0) && !sees($0, assessment) }
  }

  private func sees(_ record: RecordID, _ assessment: Assessment) -> Bool {
    if isItsOwn(record, assessment) { return true }
    switch assessment[record, SharedFields.sharedWith] {
    case Sharing.all?: return true
    case Sharing.parties?: return sharesAgreement(with: assessment.party(of: record), assessment)
    case Sharing.none?: return false
    case nil: return seesUnasked(record, assessment)
    }
  }

  /// What nobody set: a disclosure is for whom it was given to, a remark for whoever sees what it is on.
  private func seesUnasked(_ record: RecordID, _ assessment: Assessment) -> Bool {
    switch assessment.kind(of: record) {
    case .disclosure: assessment[record, Disclosure.to] == party
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

  private func sharesAgreement(with owner: RecordID?, _ assessment: Assessment) -> Bool {
    guard let owner else { return false }
    return assessment.ids(.agreement).map(assessment.agreementParties).contains {
      $0.contains(owner) && $0.contains(party)
    }
  }

  private func isItsOwn(_ record: RecordID, _ assessment: Assessment) -> Bool {
    guard let owner = assessment.party(of: record) else {
      return assessment.parties(boundBy: record).contains(party)
    }
    return owner == party
  }

  /// How many records are left out.
  static func leftOut(_ count: Int) -> Words {
    Words("\(count) records are not shared and left out", "共有されていない \(count) 件を除いています")
  }
}

extension WorkspaceFile {
  /// Takes out of memory what a party may not see; the file stays as it is.
  ///
  /// - Returns: How many records went.
  mutating func hide(from party: RecordID) throws -> Int {
    let hidden = Audience(party: party).hidden(in: assessment)
    let gone = Set(hidden)
    for record in hidden {
      for source in assessment.sources(of: record) where !gone.contains(source.id) {
        unlink(source.id, source.key, gone)
      }
      assessment.apply(.removed(record))
    }
    return hidden.count
  }

  private mutating func unlink(_ record: RecordID, _ key: FieldKey, _ gone: Set<RecordID>) {
    for (slot, value) in assessment.values(of: record) where slot.key == key {
      let left: Value?
      switch value {
      case .reference(let target): left = gone.contains(target) ? nil : value
      case .references(let targets): left = .references(targets.filter { !gone.contains($0) })
      case .text, .number, .integer, .flag, .day, .choice, .choices, .list, .table: continue
      }
      assessment.apply(.set(record, slot, before: value, after: left))
    }
  }
}
