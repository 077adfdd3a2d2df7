/// One rule's findings, kept so that those of one record or party can be replaced.
struct GateSheet: Sendable {
  private var records = FindingList()
  private var parties: [RecordID: [GateFinding]] = [:]
  private var whole: [GateFinding] = []

  init(_ rule: GateRule, _ run: GateRun) {
    guard run.applies(rule) else { return }
    switch rule.check {
    case .records(let reach, let check): look(rule, reach, check, run)
    case .parties(_, let check):
      for party in run.gate.participants { parties[party] = run.findings(rule, of: party, check) }
    case .whole(_, let check): whole = run.findings(rule, check)
    }
  }

  private mutating func look(
    _ rule: GateRule, _ reach: GateReach, _ check: GateRun.RecordCheck, _ run: GateRun
  ) {
    records = FindingList()
    for kind in reach.kinds {
      for id in run.gate.assessment.ids(kind) {
        records.append(run.findings(rule, reach, at: id, check), at: id, run.gate.assessment)
      }
    }
    records.sort()
  }

  mutating func update(_ rule: GateRule, _ touched: GateTouch, _ run: GateRun) {
    switch rule.check {
    case .records(let reach, let check): update(rule, reach, check, touched, run)
    case .parties(let reads, let check):
      for party in affected(reads, rule.readsPhases, touched, run) {
        parties[party] = run.findings(rule, of: party, check)
      }
    case .whole(let reads, let check):
      if !touched.kinds.isDisjoint(with: reads) { whole = run.findings(rule, check) }
    }
  }

  private mutating func update(
    _ rule: GateRule, _ reach: GateReach, _ check: GateRun.RecordCheck, _ touched: GateTouch, _ run: GateRun
  ) {
    let assessment = run.gate.assessment
    guard touched.kinds.isDisjoint(with: reach.far) else { return look(rule, reach, check, run) }
    var dirty = Set(touched.records.filter { reach.kinds.contains($0.value) }.keys)
    if !touched.kinds.isDisjoint(with: reach.near) {
      dirty.formUnion(touched.neighbours(reach.kinds, of: reach.near, in: assessment))
    }
    for id in dirty {
      let found = assessment.exists(id) ? run.findings(rule, reach, at: id, check) : []
      records.replace(id, with: found, assessment)
    }
  }

  private func affected(
    _ reads: Set<RecordKind>, _ readsPhases: Bool, _ touched: GateTouch, _ run: GateRun
  ) -> [RecordID] {
    var affected = readsPhases ? touched.moved : []
    for (id, kind) in touched.records where reads.contains(kind) {
      guard let party = run.gate.assessment.party(of: id) else { return run.gate.participants }
      affected.insert(party)
    }
    return Array(affected)
  }

  /// The findings a caller wants, records' in the order of labels.
  func findings(_ wanted: (GateFinding) -> Bool) -> [GateFinding] {
    records.findings(wanted) + parties.values.flatMap { $0.filter(wanted) } + whole.filter(wanted)
  }
}

/// Findings in the order of their records' labels, so that those of one record are found by halving.
struct FindingList: Sendable {
  private struct Place: Sendable, Comparable {
    let label: UInt64
    let record: RecordID

    static func < (one: Place, other: Place) -> Bool {
      one.label == other.label ? one.record < other.record : one.label < other.label
    }
  }

  private var places: [Place] = []
  private var kept: [GateFinding] = []

  /// Adds findings at the end; `sort` afterwards.
  mutating func append(_ findings: [GateFinding], at id: RecordID, _ assessment: Assessment) {
    guard !findings.isEmpty else { return }
    let place = Place(label: GateOrder.labelKey(id, assessment), record: id)
    for finding in findings {
      places.append(place)
      kept.append(finding)
    }
  }

  mutating func sort() {
    guard !zip(places, places.dropFirst()).allSatisfy({ $0 <= $1 }) else { return }
    let order = places.indices.sorted { (places[$0], $0) < (places[$1], $1) }
    kept = order.map { kept[$0] }
    places = order.map { places[$0] }
  }

  mutating func replace(_ id: RecordID, with findings: [GateFinding], _ assessment: Assessment) {
    let place = Place(label: GateOrder.labelKey(id, assessment), record: id)
    let start = first { $0 >= place }
    let range = start..<first { $0 > place }
    guard !(range.isEmpty && findings.isEmpty) else { return }
    places.replaceSubrange(range, with: repeatElement(place, count: findings.count))
    kept.replaceSubrange(range, with: findings)
  }

  private func first(_ reached: (Place) -> Bool) -> Int {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if reached(places[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  func findings(_ wanted: (GateFinding) -> Bool) -> [GateFinding] { kept.filter(wanted) }
}
