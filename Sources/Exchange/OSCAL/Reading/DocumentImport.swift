package import Domain

/// What it takes to bring a document into an assessment: one act, or nothing where the same file came before.
package struct DocumentImport: Sendable {
  package let commands: [Command]
  package let notes: [ImportNote]
  /// The catalogue's key, for a document that lists controls.
  package let catalogueKey: String?
  /// The very same file is there already.
  package let isKnown: Bool

  /// Plans the import of a document.
  ///
  /// - Parameters:
  ///   - document: What was recognised.
  ///   - party: Whose records they become; nil for what belongs to nobody in particular.
  ///   - assessment: Where they go.
  ///   - shelf: Where controls are found.
  /// - Throws: `OSCALFault`, with the place in the document.
  package init(
    _ document: OSCALDocument, for party: RecordID?, into assessment: Assessment, shelf: CatalogueShelf
  ) throws {
    let owner = document.isShared ? nil : party
    let before = Self.earlier(document, of: owner, in: assessment)
    isKnown = before.map { assessment[$0, ImportedDocument.digest] == document.digest } ?? false
    guard !isKnown else {
      commands = []
      notes = []
      catalogueKey = before.flatMap { assessment[$0, ImportedDocument.catalogueKey] }
      return
    }
    var draft = try DocumentDraft(document, before: before, in: assessment, shelf)
    let content = try DocumentRecords(document, of: owner, in: assessment, shelf)
    let earlier = try before.flatMap { assessment[$0, ImportedDocument.original] }.map {
      try DocumentRecords(OSCALDocument(kept: $0, path: ""), of: owner, in: assessment, shelf).records
    }
    let plan = IncomingPlan(
      content.records, before: earlier ?? [], of: owner, in: assessment, firstPending: 1)
    draft.noteWhatIsNotUsed(hasRecords: !content.records.isEmpty)
    catalogueKey = draft.catalogueKey
    let bound = try Self.boundAnew(document, of: owner, in: assessment, shelf)
    commands = draft.commands(owner) + plan.all + bound
    let lost = plan.lostLinks > 0 ? [ImportNote.lostLinks(plan.lostLinks)] : []
    notes = content.notes + lost + draft.notes + ReferenceCheck(document.value).notes
  }

  /// The party that a document names as its own; nil where it names none that the assessment knows.
  package static func party(of document: OSCALDocument, in assessment: Assessment) throws -> RecordID? {
    try DocumentRecords.party(of: document, assessment)
  }

  /// The record of the same document as it came before: by what it calls itself, else by its content.
  private static func earlier(
    _ document: OSCALDocument, of party: RecordID?, in assessment: Assessment
  ) -> RecordID? {
    assessment.ids(.importedDocument).last { record in
      guard assessment.party(of: record) == party else { return false }
      if assessment[record, ImportedDocument.digest] == document.digest { return true }
      return document.externalID != nil
        && assessment[record, SharedFields.externalID] == document.externalID
        && assessment[record, ImportedDocument.format] == document.format
        && mayFollow(document, assessment[record, ImportedDocument.controls])
    }
  }

  /// Whether a document can be the next edition of one with these controls: a list that has none of them is another
  /// list, whatever it calls itself, as tables of controls in files of one name do.
  private static func mayFollow(_ document: OSCALDocument, _ controls: [[String]]) -> Bool {
    guard document.format == .oscalCatalog, !controls.isEmpty,
      let reading = try? CatalogueReading(document.root)
    else { return true }
    let numbers = Set(controls.compactMap(\.first))
    return reading.controls.contains { $0.first.map(numbers.contains) ?? false }
  }

  /// Residual risks whose acceptance came with the same export and held: the controls that come now are those it was
  /// given with, so that it binds the risk with them.
  private static func boundAnew(
    _ document: OSCALDocument, of party: RecordID?, in assessment: Assessment, _ shelf: CatalogueShelf
  ) throws -> [Command] {
    guard document.format == .oscalSystemSecurityPlan, let party, let moment = try document.lastModified
    else {
      return []
    }
    var accepted: Set<String> = []
    for record in assessment.ids(.importedDocument, of: party)
    where assessment[record, ImportedDocument.format] == .oscalPlanOfAction {
      // What was kept need not be readable: it may have come in otherwise.
      guard let original = assessment[record, ImportedDocument.original],
        let kept = try? OSCALDocument(kept: original, path: ""), try kept.lastModified == moment
      else { continue }
      let records = try DocumentRecords(kept, of: party, in: assessment, shelf).records
      accepted.formUnion(
        records.filter { $0.links[Risk.residualAcceptedBy.key] != nil }.map(\.externalID))
    }
    return assessment.ids(.risk, of: party).compactMap { risk in
      guard let by = assessment[risk, Risk.residualAcceptedBy],
        assessment[risk, Risk.residualAcceptedDigest] == assessment.digest(ofResidualRisk: risk),
        accepted.contains(assessment[risk, SharedFields.externalID] ?? OSCALName.uuid(of: risk))
      else { return nil }
      return .set(risk, Slot(Risk.residualAcceptedBy.key), .reference(by))
    }
  }
}

extension OSCALDocument {
  /// Whether it is for all parties alike: a list of controls, a selection of them, criteria.
  package var isShared: Bool {
    switch format {
    case .oscalCatalog, .oscalProfile, .oscalComponentDefinition, .oscalMapping, .cisoAssistantLibrary: true
    case .oscalSystemSecurityPlan, .oscalAssessmentPlan, .oscalAssessmentResults, .oscalPlanOfAction: false
    }
  }
}
