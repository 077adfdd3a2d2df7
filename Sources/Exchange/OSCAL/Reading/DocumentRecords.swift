import Domain

/// The records that a document's content amounts to: those of our own exports by what their properties say, those
/// of strangers by what OSCAL's own words can mean here.
struct DocumentRecords {
  private(set) var records: [Incoming] = []
  private(set) var notes: [ImportNote] = []

  /// - Parameters:
  ///   - document: The document.
  ///   - party: Whose records they become.
  ///   - assessment: Where criteria and parties are.
  ///   - shelf: Where controls are found.
  /// - Throws: `OSCALFault` where an element lacks what it must say.
  init(
    _ document: OSCALDocument, of party: RecordID?, in assessment: Assessment, _ shelf: CatalogueShelf
  ) throws {
    // The people whom a catalogue names are of its publisher.
    guard !document.isShared else { return }
    let ours = try OwnProperties(document.root, parties: Self.parties(document.root, assessment))
    let own = ours.records
    // An element of ours says all there is; what surrounds it, such as a plan's item for a risk, says it again.
    records = own.isEmpty ? try read(document, of: party, in: assessment, shelf) : own
    if ours.staleAcceptances > 0 { notes.append(.staleAcceptances(ours.staleAcceptances)) }
    let left = Self.unknown(ours.untaken, assessment)
    if !left.isEmpty { notes.append(.notTaken(left)) }
  }

  /// How many of each kind the assessment does not have already.
  private static func unknown(_ untaken: [String: RecordKind], _ assessment: Assessment) -> [RecordKind: Int]
  {
    var left = untaken
    for kind in Set(untaken.values) {
      for record in assessment.ids(kind) {
        left[OSCALName.uuid(of: record)] = nil
        if let name = assessment[record, SharedFields.externalID] { left[name] = nil }
      }
    }
    return Dictionary(grouping: left.values) { $0 }.mapValues(\.count)
  }

  private mutating func read(
    _ document: OSCALDocument, of party: RecordID?, in assessment: Assessment, _ shelf: CatalogueShelf
  ) throws -> [Incoming] {
    let root = document.root
    switch document.format {
    case .oscalPlanOfAction:
      return try read([root], items: root.list("poam-items"), of: party, in: assessment)
    case .oscalAssessmentResults: return try read(root.list("results"), items: [], of: party, in: assessment)
    case .oscalSystemSecurityPlan:
      let reading = try StatementReading(root, of: party, in: assessment, shelf)
      notes += reading.notes
      return reading.statements
    case .oscalCatalog, .oscalProfile, .oscalComponentDefinition, .oscalAssessmentPlan, .oscalMapping,
      .cisoAssistantLibrary:
      return []
    }
  }

  private mutating func read(
    _ parts: [OSCALElement], items: [OSCALElement], of party: RecordID?, in assessment: Assessment
  ) throws -> [Incoming] {
    let risks = try RiskReading(parts.flatMap { try $0.list("risks") }, of: party, in: assessment)
    let findings = try FindingReading(parts, items: items)
    notes += risks.notes
    return risks.risks + findings.findings + findings.actions
  }

  /// The document's organisations by uuid, led to those of the assessment: by what they are called here or there.
  private static func parties(_ root: OSCALElement, _ assessment: Assessment) throws -> [String: RecordID] {
    guard let metadata = try root.member("metadata") else { return [:] }
    var byName: [String: RecordID] = [:]
    var byKey: [String: RecordID] = [:]
    for party in assessment.ids(.party).reversed() {
      byName[OSCALName.uuid(of: party)] = party
      if let name = assessment[party, SharedFields.externalID] { byName[name] = party }
      if let key = assessment[party, Party.partyKey] { byKey[key] = party }
    }
    var found: [String: RecordID] = [:]
    for element in try metadata.list("parties") {
      guard let uuid = try element.line("uuid") else { continue }
      found[uuid] = try byName[uuid] ?? element.line("short-name").flatMap { byKey[$0] }
    }
    return found
  }

  /// The party whose document it is, where the document says so and the assessment knows it.
  static func party(of document: OSCALDocument, _ assessment: Assessment) throws -> RecordID? {
    let parties = try parties(document.root, assessment)
    let responsible = try document.root.member("metadata")?.list("responsible-parties").first
    let uuid = try responsible?.member("party-uuids")?.value.elements.first?.text
    return uuid.flatMap { parties[$0] }
  }
}
