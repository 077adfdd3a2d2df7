/// Moving one party's statement of applicability from ISO/IEC 27002:2013 to the controls of the 2022 edition: where
/// each decision lands, worked out before anything is done.
///
/// A statement that lands alone, and the first of those that merge, stays the same record: its history, evidence and
/// trace go with it. What the others said and the merged one cannot hold is written down in it, by number.
package struct EditionMove: Hashable, Sendable {
  /// What becomes of one control of the newer edition.
  package struct Landing: Hashable, Sendable {
    package let number: String
    /// The statements that come together here, in the order of their numbers.
    package let sources: [RecordID]
    /// What the party stated on the newer control before; it then stays the record.
    package let existing: RecordID?
    /// What the statement will say.
    package let values: [Slot: Value]
    /// The fields on which those that merge do not agree.
    package let differing: [FieldKey]

    package var isMerge: Bool { sources.count + (existing == nil ? 0 : 1) > 1 }
  }

  package let party: RecordID
  package let landings: [Landing]
  /// Newer controls on which nothing lands: they are to be decided.
  package let undecided: [String]
  /// Statements whose number the correspondence does not know; they stay as they are.
  package let staying: [RecordID]
  let keys: EditionKeys

  /// The statements that say what several newer controls now each say.
  package var split: [RecordID] {
    var count: [RecordID: Int] = [:]
    for landing in landings { for source in landing.sources { count[source, default: 0] += 1 } }
    return count.filter { $0.value > 1 }.keys.sorted()
  }

  /// How many statements land somewhere.
  package var moved: Int { Set(landings.flatMap(\.sources)).count }
}

/// The keys of the catalogues between which a statement of applicability is moved.
package struct EditionKeys: Hashable, Sendable {
  package let older: String
  package let newer: String

  package init(older: String, newer: String) {
    self.older = older
    self.newer = newer
  }
}

extension EditionMove {
  /// Works out the move; nil where the party states nothing by the older edition.
  ///
  /// - Parameters:
  ///   - party: Whose statement of applicability it is.
  ///   - keys: From which catalogue to which.
  ///   - assessment: As it stands.
  ///   - shelf: Where the controls and their correspondence are.
  ///   - language: Of what is written down where statements merge.
  package init?(
    of party: RecordID, _ keys: EditionKeys, _ assessment: Assessment, _ shelf: CatalogueShelf,
    _ language: Language
  ) {
    guard assessment[party, Party.catalogues].contains(keys.older), let older = shelf[keys.older],
      let newer = shelf[keys.newer]
    else { return nil }
    let statements = assessment.ids(.controlStatement, of: party)
    func stated(in key: String) -> [String: RecordID] {
      let own = statements.filter { assessment[$0, ControlStatement.catalogue] == key }
      let pairs = own.map { (assessment[$0, ControlStatement.control] ?? "", $0) }
      return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
    let (before, there) = (stated(in: keys.older), stated(in: keys.newer))
    var landings: [Landing] = []
    var undecided: [String] = []
    for control in newer.controls {
      let from = Set(shelf.editions.older(of: control.number))
      let sources = older.controls.filter { from.contains($0.number) }.compactMap { before[$0.number] }
      guard !sources.isEmpty else {
        if there[control.number] == nil { undecided.append(control.number) }
        continue
      }
      let existing = there[control.number]
      let merging = EditionMerge(
        (existing.map { [$0] } ?? []) + sources, into: control.number, keys.newer, assessment, language)
      landings.append(
        Landing(
          number: control.number, sources: sources, existing: existing, values: merging.values,
          differing: merging.differing))
    }
    self.party = party
    self.landings = landings
    self.undecided = undecided
    self.keys = keys
    let landed = Set(landings.flatMap(\.sources))
    staying = before.values.filter { !landed.contains($0) }.sorted()
  }
}
