/// One rule's findings, kept so that those of one record or party can be replaced.
struct GateSheet: Sendable {
  /// Findings of one party (nil: of all together), phase and severity.
  private struct Box: Hashable {
    let party: RecordID?
    let phase: Phase
    let severity: Severity
  }

  /// Places of findings about records, eight bytes each: their sentences are made again when they are read.
  private var boxes: [Box: PlaceList] = [:]
  /// In which boxes a record's findings are, where they may be charged to others than its party.
  private var homes: [RecordID: Set<Box>] = [:]
  private var parties: [RecordID: [GateFinding]] = [:]
  private var whole: [GateFinding] = []

  init(_ rule: GateRule, _ run: GateRun) {
    guard run.applies(rule) else { return }
    switch rule.check {
    case .records(let reach, let check): look(rule, reach, check, run)
    case .parties(_, let check):
      for party in run.gate.participants { look(rule, at: party, check, run) }
    case .whole(_, let check): look(rule, check, run)
    }
  }

  // MARK: Looking

  private mutating func look(
    _ rule: GateRule, at party: RecordID, _ check: GateRun.RecordCheck, _ run: GateRun
  ) {
    let marks = run.marks(rule, of: party, check)
    parties[party] = marks.isEmpty ? nil : marks.map(\.finding)
  }

  private mutating func look(
    _ rule: GateRule, _ check: @Sendable (GateContext) -> [GateFault], _ run: GateRun
  ) {
    whole = run.marks(rule, check).map(\.finding)
  }

  private mutating func look(
    _ rule: GateRule, _ reach: GateReach, _ check: GateRun.RecordCheck, _ run: GateRun
  ) {
    homes = [:]
    var filling = Filling()
    for kind in reach.kinds {
      for id in run.gate.assessment.ids(kind) {
        let marks = run.marks(rule, reach, at: id, check)
        guard !marks.isEmpty else { continue }
        let key = GateOrder.labelKey(id, run.gate.assessment)
        for (position, mark) in marks.enumerated() {
          let box = Box(party: mark.party, phase: mark.phase, severity: mark.severity)
          filling.append(key | UInt64(position), to: box)
          if Self.keepsHomes(reach) { homes[id, default: []].insert(box) }
        }
      }
    }
    boxes = filling.boxes
  }

  /// Boxes while all records are looked at: the few that a rule fills are compared, which is quicker than hashing.
  private struct Filling {
    private var known: [Box] = []
    private var lists: [PlaceList] = []
    private var places: [Box: Int] = [:]

    mutating func append(_ key: UInt64, to box: Box) {
      lists[place(of: box)].append(key)
    }

    var boxes: [Box: PlaceList] {
      Dictionary(
        uniqueKeysWithValues: zip(
          known,
          lists.map { list in
            var list = list
            list.sort()
            return list
          }))
    }

    private mutating func place(of box: Box) -> Int {
      for place in 0..<min(known.count, 6) where known[place] == box { return place }
      if known.count > 6, let place = places[box] { return place }
      places[box] = known.count
      known.append(box)
      lists.append(PlaceList())
      return known.count - 1
    }
  }

  private static func keepsHomes(_ reach: GateReach) -> Bool {
    reach.chargesOthers || reach.kinds.contains { $0.description.ownership != .party }
  }

  // MARK: Looking again

  mutating func update(_ rule: GateRule, _ touched: GateTouch, _ run: GateRun) {
    switch rule.check {
    case .records(let reach, let check): update(rule, reach, check, touched, run)
    case .parties(let reads, let check):
      for party in affected(reads, rule, touched, run) { look(rule, at: party, check, run) }
    case .whole(let reads, let check):
      if !touched.kinds.isDisjoint(with: reads) { look(rule, check, run) }
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
      let marks = assessment.exists(id) ? run.marks(rule, reach, at: id, check) : []
      replace(id, with: marks, rule, reach, assessment)
    }
  }

  private mutating func replace(
    _ id: RecordID, with marks: [GateMark], _ rule: GateRule, _ reach: GateReach, _ assessment: Assessment
  ) {
    let key = GateOrder.labelKey(id, assessment)
    for box in occupied(by: id, rule, reach, assessment) { boxes[box]?.remove(key) }
    homes[id] = nil
    for (position, mark) in marks.enumerated() {
      let box = Box(party: mark.party, phase: mark.phase, severity: mark.severity)
      boxes[box, default: PlaceList()].insert(key | UInt64(position))
      if Self.keepsHomes(reach) { homes[id, default: []].insert(box) }
    }
  }

  private func occupied(
    by id: RecordID, _ rule: GateRule, _ reach: GateReach, _ assessment: Assessment
  ) -> [Box] {
    if Self.keepsHomes(reach) { return Array(homes[id] ?? []) }
    return [assessment.party(of: id), nil].flatMap { party in
      rule.phases.flatMap { phase in
        GateOrder.severities.map { Box(party: party, phase: phase, severity: $0) }
      }
    }
  }

  private func affected(
    _ reads: Set<RecordKind>, _ rule: GateRule, _ touched: GateTouch, _ run: GateRun
  ) -> [RecordID] {
    var affected = rule.readsPhases ? touched.moved : []
    for (id, kind) in touched.records where reads.contains(kind) {
      guard let party = run.gate.assessment.party(of: id), !rule.readsOfOthers.contains(kind) else {
        return run.gate.participants
      }
      affected.insert(party)
    }
    return Array(affected)
  }

  // MARK: Reading

  /// How many findings concern a party in a phase with a severity, the joint ones included.
  func count(_ party: RecordID, _ phase: Phase, _ severity: Severity) -> Int {
    [party, nil].reduce(0) { $0 + (boxes[Box(party: $1, phase: phase, severity: severity)]?.count ?? 0) }
      + loose(party, phase, severity).count
  }

  /// The first findings that concern a party (all when nil) in a phase with a severity, in the order of labels.
  func findings(
    _ rule: GateRule, _ party: RecordID?, _ phase: Phase, _ severity: Severity, limit: Int, _ run: GateRun
  ) -> [GateFinding] {
    guard limit > 0 else { return [] }
    guard case .records(let reach, let check) = rule.check else {
      let found = loose(party, phase, severity)
      return Array(GateOrder.byLabel(found, run.gate.assessment, record: \.record).prefix(limit))
    }
    let wanted = boxes.filter { box, _ in
      box.phase == phase && box.severity == severity
        && (party == nil || box.party == nil || box.party == party)
    }.values
    return PlaceList.merged(Array(wanted), limit: limit).compactMap { place in
      let (key, position) = (place & ~0xFFFF, Int(place & 0xFFFF))
      guard let record = GateOrder.record(key, run.gate.assessment) else { return nil }
      let marks = run.marksRead(rule, reach, at: record, check)
      return position < marks.count ? marks[position].finding : nil
    }
  }

  private func loose(_ party: RecordID?, _ phase: Phase, _ severity: Severity) -> [GateFinding] {
    let own =
      party.map { parties[$0] ?? [] }
      ?? parties.sorted { $0.key < $1.key }.flatMap(\.value)
    return (own + whole).filter {
      $0.phase == phase && $0.severity == severity && (party == nil || $0.party == nil || $0.party == party)
    }
  }
}
