extension Assessment {
  /// The cycle an evaluation record belongs to: the one it names, else the one its day lies in; what has neither
  /// belongs to the present one. A corrective action goes with its finding. Nil for records that know no cycle.
  package func cycle(of record: RecordID) -> Int? {
    guard let kind = kind(of: record) else { return nil }
    if kind == .correctiveAction {
      return self[record, CorrectiveAction.finding].flatMap(cycle(of:)) ?? cycle
    }
    return kind.cycleFields.map { cycle(record, $0.cycle, $0.day) }
  }

  func cycle(_ record: RecordID, _ named: Attribute<Int>, _ on: Attribute<Day>) -> Int {
    self[record, named] ?? cycle(on: self[record, on])
  }

  /// The cycle that a day lies in; the present one for no day. Only the present cycle's first day is on record: what is
  /// older belongs to the one before.
  package func cycle(on day: Day?) -> Int {
    guard let day, let from = head.flatMap({ self[$0, AssessmentRecord.periodFrom] }), day < from
    else { return cycle }
    return cycle - 1
  }

  /// The cycle that is written into a new record: the one its own day lies in. In the first cycle, and before the present
  /// one's first day, all that is recorded is for the present one.
  package func cycle(ofNew day: Day?, today: Day) -> Int {
    cycle > 1 && cycle(on: today) == cycle ? cycle(on: day) : cycle
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

extension RecordKind {
  /// The cycle that an evaluation record of the kind names, and the day it follows from; nil for kinds that know none.
  package var cycleFields: (cycle: Attribute<Int>, day: Attribute<Day>)? {
    switch self {
    case .reading: (Reading.cycle, Reading.date)
    case .audit: (Audit.cycle, Audit.from)
    case .finding: (Finding.cycle, Finding.foundOn)
    case .disclosure: (Disclosure.cycle, Disclosure.issuedOn)
    case .managementReview: (ManagementReview.cycle, ManagementReview.date)
    default: nil
    }
  }
}
