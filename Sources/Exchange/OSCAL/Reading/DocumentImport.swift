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
    commands = draft.commands(owner) + plan.all
    notes = content.notes + draft.notes + ReferenceCheck(document.value).notes
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
