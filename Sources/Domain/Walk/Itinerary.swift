/// The places of a walk in their order, and what was chosen of how many.
package struct Itinerary: Hashable, Sendable {
  package private(set) var places: [WalkPlace] = []
  package private(set) var samples: [WalkSample] = []
  private let plan: WalkPlan
  /// What was drawn when the walk began, by stop; nil before it began.
  private let drawn: [String: WalkSample]?
  /// Added by judgement, by stop.
  private let picks: [String: [RecordID]]

  /// The places of a plan, or of a walk that was begun with it: what it drew then stays.
  ///
  /// - Parameters:
  ///   - plan: How it goes.
  ///   - walk: The walk, once it was begun.
  ///   - kept: Where the walk is written down; what is walked through, unless that is a past moment.
  ///   - assessment: What is walked through.
  ///   - shelf: Clauses and catalogues.
  package init(
    _ plan: WalkPlan, walk: RecordID? = nil, keptIn kept: Assessment? = nil, _ assessment: Assessment,
    _ shelf: CatalogueShelf
  ) {
    self.plan = plan
    let kept = kept ?? assessment
    let rows = walk.map { kept[$0, Walk.sample] }
    drawn = rows.map { Self.samples($0, assessment) }
    picks = walk.map { Self.picks(of: $0, kept) } ?? [:]
    switch plan.way {
    case .clauses: addClauses(assessment, shelf)
    case .controls: addControls(assessment, shelf)
    case .trace: addTrace(assessment, shelf.editions)
    }
    addPicked()
  }

  /// The sample as the walk's record keeps it.
  package func rows(_ assessment: Assessment) -> [[String]] {
    samples.map { sample in
      [
        sample.stop, String(sample.population),
        sample.chosen.map(assessment.label(of:)).joined(separator: " "),
      ]
    }
  }

  /// The population and choice at a stop; nil where nothing is chosen from.
  package func sample(at stop: String) -> WalkSample? { samples.first { $0.stop == stop } }

  private static func samples(_ rows: [[String]], _ assessment: Assessment) -> [String: WalkSample] {
    Dictionary(
      rows.compactMap { row in
        guard row.count == 3, let population = Int(row[1]) else { return nil }
        let chosen = row[2].split(separator: " ").compactMap { assessment.record(labelled: String($0)) }
        return (row[0], WalkSample(row[0], population: population, chosen: chosen))
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func picks(of walk: RecordID, _ assessment: Assessment) -> [String: [RecordID]] {
    let stops = assessment.sources(of: walk, via: WalkStop.walk).filter {
      assessment[$0, WalkStop.chosen] == .judgement
    }
    return Dictionary(grouping: stops) { assessment[$0, WalkStop.clause] ?? "" }
      .mapValues { $0.compactMap { assessment[$0, WalkStop.record] } }
  }

  private mutating func addRecords(_ population: [RecordID], at stop: String, depth: Int) {
    let sample: WalkSample
    if let drawn {
      sample = drawn[stop] ?? WalkSample(stop, population: population.count, chosen: [])
    } else {
      sample = WalkSample(
        stop, population: population.count, chosen: plan.chosen(of: population, at: stop))
    }
    samples.append(sample)
    places += sample.chosen.map { WalkPlace(stop, Words("", ""), record: $0, depth: depth) }
    let added = (picks[stop] ?? []).filter { !sample.chosen.contains($0) }
    places += added.map { WalkPlace(stop, Words("", ""), record: $0, depth: depth, isPicked: true) }
  }

  /// What was added by judgement and answers no stop of the way.
  private mutating func addPicked() {
    let placed = Set(places.filter(\.stop.isEmpty).compactMap(\.record))
    let picked = (picks[""] ?? []).filter { !placed.contains($0) }
    guard !picked.isEmpty else { return }
    places.append(WalkPlace("", Words("Added on the way", "途中で追加"), isHeading: true))
    places += picked.map { WalkPlace("", Words("", ""), record: $0, depth: 1, isPicked: true) }
  }

  // MARK: Ways

  private mutating func addClauses(_ assessment: Assessment, _ shelf: CatalogueShelf) {
    let leaves = Set(shelf.clauses.leaves.map(\.number))
    for clause in shelf.clauses.clauses {
      let isLeaf = leaves.contains(clause.number)
      places.append(
        WalkPlace(clause.number, clause.title, depth: clause.depth - 1, isHeading: !isLeaf))
      guard isLeaf else { continue }
      addRecords(
        assessment.records(answering: clause.number, for: plan.auditee), at: clause.number,
        depth: clause.depth)
    }
  }

  private mutating func addControls(_ assessment: Assessment, _ shelf: CatalogueShelf) {
    let statements =
      plan.auditee.map { assessment.ids(.controlStatement, of: $0) } ?? assessment.ids(.controlStatement)
    let byCatalogue = Dictionary(grouping: statements) { assessment[$0, ControlStatement.catalogue] ?? "" }
    for catalogue in shelf.catalogues {
      guard let all = byCatalogue[catalogue.key] else { continue }
      places.append(WalkPlace(catalogue.key, catalogue.title, isHeading: true))
      let byGroup = Dictionary(grouping: all) { statement in
        assessment[statement, ControlStatement.control].flatMap(catalogue.control)?.group ?? ""
      }
      for group in catalogue.groups {
        guard let population = byGroup[group.key] else { continue }
        let stop = catalogue.key + " " + group.key
        places.append(WalkPlace(stop, group.title, depth: 1))
        addRecords(Self.ordered(population, catalogue, assessment), at: stop, depth: 2)
      }
    }
  }

  private static func ordered(
    _ statements: [RecordID], _ catalogue: ControlCatalogue, _ assessment: Assessment
  ) -> [RecordID] {
    let order = Dictionary(
      catalogue.controls.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
    func place(_ statement: RecordID) -> Int {
      assessment[statement, ControlStatement.control].flatMap { order[$0] } ?? .max
    }
    return statements.sorted { (place($0), $0) < (place($1), $1) }
  }

  /// From the commitments down to evidence and findings, then what stands beside it elsewhere.
  private mutating func addTrace(_ assessment: Assessment, _ editions: EditionCorrespondence) {
    guard let root = plan.root, assessment.exists(root) else { return }
    let tree = assessment.trace(of: root, editions, width: 60, limit: 400)
    var seen: Set<RecordID> = [root]
    var above: [(node: TraceNode, level: Int)] = []
    func gather(_ nodes: [TraceNode], _ level: Int, into found: inout [(node: TraceNode, level: Int)]) {
      for node in nodes where seen.insert(node.record).inserted {
        found.append((node, level))
        gather(node.children, level + 1, into: &found)
      }
    }
    gather(tree.up, 1, into: &above)
    let highest = above.map(\.level).max() ?? 0
    let downwards = above.enumerated().sorted {
      ($1.element.level, $0.offset) < ($0.element.level, $1.offset)
    }
    for (_, entry) in downwards {
      places.append(
        WalkPlace("", entry.node.link, record: entry.node.record, depth: highest - entry.level))
    }
    places.append(WalkPlace("", Words("the record itself", "起点"), record: root, depth: highest))
    var below: [(node: TraceNode, level: Int)] = []
    gather(tree.down, 1, into: &below)
    gather(tree.sideways, 1, into: &below)
    for entry in below {
      places.append(
        WalkPlace("", entry.node.link, record: entry.node.record, depth: highest + entry.level))
    }
  }
}
