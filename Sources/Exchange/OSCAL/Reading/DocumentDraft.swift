import Domain

/// The record that keeps a document, with the catalogue or criteria it brings.
struct DocumentDraft {
  private(set) var notes: [ImportNote] = []
  private var values: [Slot: Value] = [:]
  private var criteria: [Draft] = []
  private let document: OSCALDocument
  private let before: RecordID?
  private let assessment: Assessment

  /// - Parameters:
  ///   - document: What is kept.
  ///   - before: The record of the same document as it came before.
  ///   - assessment: Where it goes.
  ///   - shelf: Whose keys are taken.
  /// - Throws: `OSCALFault` for a document too large to keep, or one whose controls or criteria cannot be read.
  init(
    _ document: OSCALDocument, before: RecordID?, in assessment: Assessment, _ shelf: CatalogueShelf
  ) throws {
    self.document = document
    self.before = before
    self.assessment = assessment
    let original = document.value.jsonText
    guard original.utf8.count <= DocumentText.limit else {
      throw OSCALFault(.tooLarge(limit: DocumentText.limit))
    }
    set(ImportedDocument.title, document.title)
    set(ImportedDocument.version, document.version)
    set(ImportedDocument.source, document.source)
    set(ImportedDocument.digest, document.digest)
    set(ImportedDocument.original, original)
    set(SharedFields.externalID, document.externalID)
    values[Slot(ImportedDocument.format.key)] = .choice(document.format.rawValue)
    switch document.format {
    case .oscalCatalog: try read(CatalogueReading(document.root), shelf)
    case .cisoAssistantLibrary: try read(library: LibraryReading(document.root), shelf)
    case .oscalProfile: notes.append(.unresolvedProfile)
    case .oscalComponentDefinition, .oscalSystemSecurityPlan, .oscalAssessmentPlan, .oscalAssessmentResults,
      .oscalPlanOfAction, .oscalMapping:
      break
    }
  }

  /// What statements of applicability call the catalogue; nil where the document lists no controls.
  var catalogueKey: String? {
    guard case .text(let key) = values[Slot(ImportedDocument.catalogueKey.key)] else { return nil }
    return key
  }

  /// Says so where nothing of the document is used but that it is kept.
  mutating func noteWhatIsNotUsed(hasRecords: Bool) {
    guard !hasRecords, catalogueKey == nil, criteria.isEmpty, document.format != .oscalProfile else { return }
    notes.append(.onlyKept(document.format))
  }

  /// Makes the record, or brings the one up to date that is there.
  func commands(_ party: RecordID?) -> [Command] {
    let made = criteria.map(Command.create)
    guard let before else {
      return [.create(Draft(.importedDocument, party: party, values: values))] + made
    }
    let people: Set<FieldKey> = [SharedFields.tags.key, SharedFields.sharedWith.key]
    let fields = RecordKind.importedDocument.description.fields.filter { !people.contains($0.key) }
    return fields.map { .set(before, Slot($0.key), values[Slot($0.key)]) } + made
  }

  private mutating func set(_ attribute: Attribute<String>, _ text: String?) {
    values[Slot(attribute.key)] = text.map { .text($0) }
  }

  // MARK: Catalogues

  private mutating func read(_ reading: CatalogueReading, _ shelf: CatalogueShelf) {
    keep(groups: reading.groups, controls: reading.controls, shelf)
    notes += reading.notes
  }

  private mutating func keep(groups: [[String]], controls: [[String]], _ shelf: CatalogueShelf) {
    let known = before.flatMap { assessment[$0, ImportedDocument.catalogueKey] }
    set(ImportedDocument.catalogueKey, known ?? freeKey(shelf))
    values[Slot(ImportedDocument.groups.key)] = .table(groups)
    values[Slot(ImportedDocument.controls.key)] = .table(controls)
  }

  /// A short word of the title, the version behind it, and a number where somebody has that already.
  private func freeKey(_ shelf: CatalogueShelf) -> String {
    let taken = Set(shelf.catalogues.map(\.key) + assessment.ownCatalogues.map(\.key))
    let short = Self.word(document.title.split(separator: ":").first.map(String.init) ?? document.title)
    let long = Self.word(short + "-" + (document.version ?? "2"))
    let base = short.isEmpty ? "catalogue" : short
    let candidates = [base, long].filter { !$0.isEmpty } + (2...99).map { "\(base)-\($0)" }
    return candidates.first { !taken.contains($0) } ?? document.digest
  }

  /// Letters and digits with hyphens between, as keys are written; cut where a word ends.
  private static func word(_ text: String) -> String {
    let words = text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == ".") }
    return words.reduce(into: "") { key, word in
      if key.isEmpty { key += word.prefix(48) } else if key.count + word.count < 48 { key += "-" + word }
    }
  }

  // MARK: Libraries

  private mutating func read(library: LibraryReading, _ shelf: CatalogueShelf) throws {
    notes += library.notes
    if !library.controls.isEmpty { keep(groups: library.groups, controls: library.controls, shelf) }
    for (place, matrix) in library.matrices.enumerated() {
      let isThere = assessment.ids(.riskCriteria).contains {
        assessment[$0, SharedFields.externalID] == matrix.urn
      }
      guard !isThere else {
        notes.append(.criteriaKnown(matrix.tables.title))
        continue
      }
      // Far above the numbers that records of a plan take.
      var draft = Draft(.riskCriteria, party: nil, pending: 1_000_000 + place, values: matrix.tables.values)
      draft.set(RiskCriteria.version, nextVersion + place)
      draft.set(SharedFields.externalID, matrix.urn)
      criteria.append(draft)
    }
  }

  private var nextVersion: Int {
    1 + (assessment.ids(.riskCriteria).compactMap { assessment[$0, RiskCriteria.version] }.max() ?? 0)
  }
}
