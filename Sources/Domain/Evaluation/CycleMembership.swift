extension Assessment {
  /// The cycle an evaluation record belongs to: the one it names, else the one its day lies in; what has neither
  /// belongs to the present one. A corrective action goes with its finding. Nil for records that know no cycle.
  package func cycle(of record: RecordID) -> Int? {
    switch kind(of: record) {
    case .reading: cycle(record, Reading.cycle, Reading.date)
    case .audit: cycle(record, Audit.cycle, Audit.from)
    case .finding: cycle(record, Finding.cycle, Finding.foundOn)
    case .disclosure: cycle(record, Disclosure.cycle, Disclosure.issuedOn)
    case .managementReview: cycle(record, ManagementReview.cycle, ManagementReview.date)
    case .correctiveAction: self[record, CorrectiveAction.finding].flatMap(cycle(of:)) ?? cycle
    case nil, .some: nil
    }
  }

  /// Only the present cycle's first day is on record: what is older belongs to the one before.
  func cycle(_ record: RecordID, _ named: Attribute<Int>, _ on: Attribute<Day>) -> Int {
    if let number = self[record, named] { return number }
    guard let day = self[record, on], let from = head.flatMap({ self[$0, AssessmentRecord.periodFrom] }),
      day < from
    else { return cycle }
    return cycle - 1
  }

  /// Whether an evaluation record still asks for something, in whatever cycle it was made.
  package func isUnsettled(_ record: RecordID) -> Bool {
    switch kind(of: record) {
    case .finding: isOpenFinding(record)
    case .correctiveAction: self[record, CorrectiveAction.effectiveness] != .effective
    case nil, .some: false
    }
  }
}
