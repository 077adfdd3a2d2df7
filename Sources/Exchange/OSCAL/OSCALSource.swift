package import Domain

/// What is exported, and how each record of it is called in every document alike.
package struct OSCALSource: Sendable {
  let assessment: Assessment
  let shelf: CatalogueShelf
  /// When the assessment last changed.
  let lastModified: Moment
  /// The day on which statuses are taken.
  let today: Day
  /// Whose documents are written.
  let exported: [RecordID]
  /// Those of them who state something of controls, and so have a system security plan.
  private(set) var planned: Set<RecordID> = []
  /// Those of them who besides have results of audits or monitoring.
  private(set) var assessed: Set<RecordID> = []
  /// Those who have risks, corrective actions, or findings that no results tell of.
  private(set) var acting: Set<RecordID> = []
  /// What came as OSCAL.
  let originals: OSCALOriginals
  /// What records are called that came from elsewhere.
  private let external: [RecordID: String]
  /// Findings, audits and corrective actions by the party in whose documents they stand.
  private let borne: [RecordKind: [RecordID?: [RecordID]]]
  /// How many parties have a key, whatever the case of its letters.
  private let bearersOfKey: [String: Int]

  /// - Parameters:
  ///   - assessment: What is exported.
  ///   - shelf: The catalogues its statements run over.
  ///   - lastModified: When it last changed.
  ///   - today: The day on which statuses are taken.
  ///   - party: The only one of whom documents are wanted; nil for all.
  package init(
    _ assessment: Assessment, shelf: CatalogueShelf, lastModified: Moment, today: Day, party: RecordID? = nil
  ) {
    self.assessment = assessment
    self.shelf = shelf
    self.lastModified = lastModified
    self.today = today
    originals = OSCALOriginals(assessment)
    external = Self.external(assessment, originals)
    let kinds: [RecordKind] = [.finding, .audit, .correctiveAction]
    borne = Dictionary(
      uniqueKeysWithValues: kinds.map { kind in
        (kind, Dictionary(grouping: assessment.ids(kind)) { Self.bearer($0, assessment) })
      })
    bearersOfKey = Dictionary(grouping: assessment.ids(.party)) {
      (assessment[$0, Party.partyKey] ?? "").lowercased()
    }.mapValues(\.count)
    exported = party.map { [$0] } ?? assessment.ids(.party)
    planned = Set(exported.filter { !statements($0).isEmpty })
    assessed = planned.filter(hasResults)
    acting = Set(exported.filter(hasActions))
  }

  private func hasActions(_ party: RecordID) -> Bool {
    !risks(party).isEmpty || !actions(party).isEmpty || !actionable(party).isEmpty
  }

  /// Nonconformities and what is acted upon; all findings where no results tell of them.
  func actionable(_ party: RecordID) -> [RecordID] {
    findings(party).filter {
      !assessed.contains(party) || assessment[$0, Finding.grade]?.isNonconformity == true
        || !assessment.sources(of: $0, via: CorrectiveAction.finding).isEmpty
    }
  }

  /// Documents that came in and lie under none of those that go out: they go out as they came.
  var unused: [OSCALOriginals.Document] {
    let used = Set(catalogues(of: exported))
    return originals.documents.filter { document in
      guard let party = document.party else {
        return !(document.catalogueKey.map(used.contains) ?? false)
      }
      guard exported.contains(party) else { return false }
      switch OSCALModel(rawValue: document.model) {
      case .plan: return !planned.contains(party)
      case .assessmentPlan, .assessmentResults: return !assessed.contains(party)
      case .actions: return !acting.contains(party)
      case .profile, nil: return true
      }
    }
  }

  private func hasResults(_ party: RecordID) -> Bool {
    !audits(party).isEmpty || !findings(party).isEmpty || !assessment.ids(.reading, of: party).isEmpty
      || !assessment.ids(.disclosure, of: party).isEmpty
  }

  /// The record's uuid: the one it came with, else one that follows from its identity.
  func uuid(_ record: RecordID) -> String { external[record] ?? OSCALName.uuid(of: record) }

  /// The uuids that records came with. Of several that bear one the first has it, and none that follows from
  /// another record.
  private static func external(_ assessment: Assessment, _ originals: OSCALOriginals) -> [RecordID: String] {
    var bearers: [String: RecordID] = [:]
    for kind in RecordKind.allCases where kind != .importedDocument {
      for record in assessment.ids(kind) {
        let key = kind == .party ? assessment[record, Party.partyKey].flatMap { originals.parties[$0] } : nil
        guard let uuid = assessment[record, SharedFields.externalID] ?? key, OSCALName.isUUID(uuid),
          bearers[uuid] == nil
        else { continue }
        bearers[uuid] = record
      }
    }
    guard !bearers.isEmpty else { return [:] }
    for kind in RecordKind.allCases {
      for record in assessment.ids(kind) { bearers[OSCALName.uuid(of: record)] = nil }
    }
    return Dictionary(bearers.map { ($0.value, $0.key) }, uniquingKeysWith: { one, _ in one })
  }

  /// The uuid of a part that OSCAL makes an element of its own: it follows from the record's, so that what comes
  /// back from elsewhere has the same parts.
  func uuid(_ record: RecordID, _ part: String) -> String { OSCALName.uuid(uuid(record) + "/" + part) }

  /// Both languages, once where they are equal: a document speaks to readers of either.
  static func both(_ words: Words) -> String { words.en == words.ja ? words.en : "\(words.en) / \(words.ja)" }

  /// What people call the record, in one line.
  func title(_ record: RecordID) -> String {
    OSCALName.line(assessment.title(of: record)) ?? OSCALName.line(assessment.label(of: record))
      ?? "\(assessment.labelNumber(of: record) ?? 0)"
  }

  /// The first moment of a day; nil for a day that OSCAL's pattern does not know.
  func moment(_ day: Day?) -> OSCALValue? {
    day.flatMap { (1900...2999).contains($0.parts.year) ? .text($0.text + "T00:00:00Z") : nil }
  }

  /// The moment of a day, else when the assessment last changed, where OSCAL must have one.
  func momentOrLast(_ day: Day?) -> OSCALValue { moment(day) ?? .text(lastModified.text) }

  // MARK: Files

  /// The name of one party's document: `csc-ssp.json`.
  func file(_ model: OSCALModel, of party: RecordID) -> String { stem(party) + "-" + model.ending + ".json" }

  /// The name of a catalogue's document.
  func file(catalogue key: String) -> String {
    let stem = key.isEmpty ? "unlisted" : Self.isPlain(key) ? key : OSCALName.uuid("catalog/" + key)
    return "catalog-" + stem + ".json"
  }

  /// The party's key where it can be the name of a file and nobody else's is equal.
  private func stem(_ party: RecordID) -> String {
    let key = assessment[party, Party.partyKey] ?? ""
    let isUnique = bearersOfKey[key.lowercased()] == 1
    return Self.isPlain(key) && isUnique ? key : "party-\(assessment.labelNumber(of: party) ?? 0)"
  }

  /// Whether it can be part of a file name that is a reference as it stands.
  private static func isPlain(_ key: String) -> Bool {
    !key.isEmpty && !key.hasPrefix(".") && key.utf8.allSatisfy { $0 < 0x80 }
      && OSCALName.token("a" + key) == "a" + key
  }

  // MARK: What belongs to a party

  func statements(_ party: RecordID) -> [RecordID] {
    assessment.ids(.controlStatement, of: party).filter { assessment.has($0, ControlStatement.control) }
  }

  func risks(_ party: RecordID) -> [RecordID] { assessment.ids(.risk, of: party) }

  func findings(_ party: RecordID) -> [RecordID] { borne[.finding]?[party] ?? [] }

  func audits(_ party: RecordID) -> [RecordID] { borne[.audit]?[party] ?? [] }

  func actions(_ party: RecordID) -> [RecordID] { borne[.correctiveAction]?[party] ?? [] }

  /// In whose documents a record stands: in those of the party that answers a finding, the auditee's of an audit, the
  /// one's whose finding an action mends; else in its own party's.
  private static func bearer(_ record: RecordID, _ assessment: Assessment) -> RecordID? {
    func standing(_ attribute: Attribute<RecordID>) -> RecordID? {
      assessment[record, attribute].flatMap { assessment.exists($0) ? $0 : nil }
    }
    let named: RecordID? =
      switch assessment.kind(of: record) {
      case .finding: assessment.answerer(of: record).flatMap { assessment.exists($0) ? $0 : nil }
      case .audit: standing(Audit.auditee)
      case .correctiveAction: standing(CorrectiveAction.finding).flatMap { bearer($0, assessment) }
      default: nil
      }
    return named ?? assessment.party(of: record)
  }

  /// Whether a record is an element of a document of this export; what is not becomes a resource where it is named.
  func isPlaced(_ record: RecordID) -> Bool {
    let bearer = Self.bearer(record, assessment)
    switch assessment.kind(of: record) {
    case .party, .person, .organizationalUnit: return true
    case .risk, .finding, .correctiveAction: return bearer.map(exported.contains) ?? false
    case .controlStatement:
      return assessment.has(record, ControlStatement.control) && (bearer.map(planned.contains) ?? false)
    case .audit, .reading, .disclosure: return bearer.map(assessed.contains) ?? false
    case .asset: return assessment.parties(boundBy: record).contains(where: planned.contains)
    default: return false
    }
  }

  /// A link that still leads somewhere.
  func reference(_ record: RecordID, _ attribute: Attribute<RecordID>) -> RecordID? {
    assessment[record, attribute].flatMap { assessment.exists($0) ? $0 : nil }
  }
}

/// The documents of one party.
package enum OSCALModel: String, CaseIterable, Sendable {
  case profile
  case plan = "system-security-plan"
  case assessmentPlan = "assessment-plan"
  case assessmentResults = "assessment-results"
  case actions = "plan-of-action-and-milestones"

  /// How file names end.
  var ending: String {
    switch self {
    case .profile, .assessmentPlan, .assessmentResults: rawValue
    case .plan: "ssp"
    case .actions: "poam"
    }
  }
}
