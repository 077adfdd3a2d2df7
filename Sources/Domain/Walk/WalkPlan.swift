/// How a walk is to go: whose records, in which order, which of them.
package struct WalkPlan: Hashable, Sendable {
  package var way: WalkWay
  /// The auditee; nil for all parties.
  package var auditee: RecordID?
  /// What a walk along a trace is about.
  package var root: RecordID?
  package var rule: SampleRule
  package var seed: Int
  /// How many records a stop shows at most.
  package var size: Int
  /// From when on a record counts as changed.
  package var since: Day?
  /// The records changed since then, as the journal tells; Domain has none.
  package var changed: Set<RecordID>

  /// - Parameters:
  ///   - way: In which order.
  ///   - auditee: Whose records; nil for all parties'.
  ///   - root: What a walk along a trace is about.
  ///   - rule: How the records were chosen.
  ///   - seed: Of the draw.
  ///   - size: Records a stop shows at most.
  ///   - since: From when on a record counts as changed.
  ///   - changed: What changed since then.
  package init(
    way: WalkWay = .clauses, auditee: RecordID? = nil, root: RecordID? = nil, rule: SampleRule = .seed,
    seed: Int = 1, size: Int = 5, since: Day? = nil, changed: Set<RecordID> = []
  ) {
    self.way = way
    self.auditee = auditee
    self.root = root
    self.rule = rule
    self.seed = seed
    self.size = size
    self.since = since
    self.changed = changed
  }

  /// The plan of a walk that was begun.
  package init(of walk: RecordID, _ assessment: Assessment) {
    self.init(
      way: assessment[walk, Walk.way] ?? .clauses, auditee: assessment[walk, Walk.auditee],
      root: assessment[walk, Walk.root], rule: assessment[walk, Walk.rule] ?? .judgement,
      seed: assessment[walk, Walk.seed] ?? 1, size: assessment[walk, Walk.size] ?? 5,
      since: assessment[walk, Walk.since])
  }

  /// Which of a stop's records are looked at.
  func chosen(of records: [RecordID], at stop: String) -> [RecordID] {
    switch rule {
    case .seed:
      var draw = Draw(seed: seed, for: stop)
      return draw.sample(size, of: records)
    case .judgement: return []
    case .changed: return records.filter(changed.contains)
    }
  }
}

/// What was chosen for one stop, out of how many.
package struct WalkSample: Hashable, Sendable {
  /// The clause's number, or the theme's key in its catalogue.
  package let stop: String
  package let population: Int
  package let chosen: [RecordID]

  package init(_ stop: String, population: Int, chosen: [RecordID]) {
    self.stop = stop
    self.population = population
    self.chosen = chosen
  }
}

/// A place on the way.
package struct WalkPlace: Hashable, Codable, Sendable {
  /// The clause's number or the theme's key; empty along a trace.
  package let stop: String
  /// What the place is called, where it is no record; the record's part in the line along a trace.
  package let title: Words
  package let record: RecordID?
  package let depth: Int
  /// A heading over stops: there is nothing to be shown.
  package let isHeading: Bool
  /// The auditor added it, whatever the rule.
  package let isPicked: Bool

  /// - Parameters:
  ///   - stop: The clause's number or the theme's key.
  ///   - title: What it is called.
  ///   - record: What is shown there; nil for a clause or theme itself.
  ///   - depth: How far it is indented.
  ///   - isHeading: Nothing to be shown.
  ///   - isPicked: Added by judgement.
  package init(
    _ stop: String, _ title: Words, record: RecordID? = nil, depth: Int = 0, isHeading: Bool = false,
    isPicked: Bool = false
  ) {
    self.stop = stop
    self.title = title
    self.record = record
    self.depth = depth
    self.isHeading = isHeading
    self.isPicked = isPicked
  }
}
