/// What top management lets pass today (例外承認): by rule, record and party.
struct GateWaivers: Sendable, Equatable {
  private struct Key: Hashable {
    let rule: String
    let record: RecordID?
    /// Nil: whoever is charged.
    let party: RecordID?
  }

  private var keys: Set<Key> = []

  /// Waivers whose day is before `today` have lapsed.
  init(_ assessment: Assessment, today: Day) {
    for waiver in assessment.ids(.waiver) {
      guard let rule = assessment[waiver, Waiver.rule], let until = assessment[waiver, Waiver.until],
        until >= today
      else { continue }
      let record = assessment[waiver, Waiver.record]
      keys.insert(Key(rule: rule, record: record, party: assessment.party(of: waiver)))
    }
  }

  func covers(_ rule: GateRule, _ record: RecordID?, _ party: RecordID?) -> Bool {
    guard !keys.isEmpty, rule.isWaivable else { return false }
    let records = record != nil && record == party ? [record, nil] : [record]
    return records.contains { record in
      keys.contains(Key(rule: rule.id, record: record, party: nil)) && (record != nil || party == nil)
        || keys.contains(Key(rule: rule.id, record: record, party: party))
    }
  }
}
