/// What top management lets pass today (例外承認): by rule, record and party.
struct GateWaivers: Sendable, Equatable {
  private struct Key: Hashable {
    let rule: String
    /// Nil: every one of the party's.
    let record: RecordID?
    /// Who is charged; nil: all together.
    let party: RecordID?
  }

  private var keys: Set<Key> = []

  /// Waivers whose day is before `today` have lapsed; what nobody gave a reason for, or what the top management of
  /// the party charged did not give, waives nothing.
  init(_ assessment: Assessment, today: Day) {
    for waiver in assessment.ids(.waiver) {
      guard let rule = assessment[waiver, Waiver.rule], let until = assessment[waiver, Waiver.until],
        until >= today, assessment.has(waiver, Waiver.reason)
      else { continue }
      let record = assessment[waiver, Waiver.record]
      let by = assessment[waiver, Waiver.approvedBy]
      if let party = assessment.party(of: waiver) {
        guard assessment.isTopManagement(by, of: party) else { continue }
        keys.insert(Key(rule: rule, record: record, party: party))
      } else {
        let parties = assessment.participants.filter { assessment.isTopManagement(by, of: $0) }
        guard !parties.isEmpty else { continue }
        keys.insert(Key(rule: rule, record: record, party: nil))
        // Without a party it is for whoever is charged with the record, as far as its own head gave it.
        if record != nil { keys.formUnion(parties.map { Key(rule: rule, record: record, party: $0) }) }
      }
    }
  }

  func covers(_ rule: GateRule, _ record: RecordID?, _ party: RecordID?) -> Bool {
    guard !keys.isEmpty, rule.isWaivable else { return false }
    return keys.contains(Key(rule: rule.id, record: record, party: party))
      || keys.contains(Key(rule: rule.id, record: nil, party: party))
  }
}
