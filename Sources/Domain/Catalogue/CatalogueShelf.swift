/// All catalogues the program knows, and what ties them together.
package struct CatalogueShelf: Sendable {
  package let catalogues: [ControlCatalogue]
  /// Clauses 4 to 10 of ISO/IEC 27001:2022, headings included.
  package let clauses: ClauseList
  /// Between the controls of ISO/IEC 27002:2013 and 27002:2022.
  package let editions: EditionCorrespondence
  /// For whom ISO/IEC 27017:2015 has cloud guidance, by control number of 27002:2013. Guidance is no control.
  package let cloudGuidance: [String: Set<PartyRole>]
  private let titleNumbers: [String: [String: String]]

  /// - Parameters:
  ///   - catalogues: In the order in which they are offered.
  ///   - clauses: Of ISO/IEC 27001:2022.
  ///   - editions: Between the two editions of ISO/IEC 27002.
  ///   - cloudGuidance: Roles by control number of 27002:2013.
  ///   - variants: Further Japanese titles met in documents: number by title, by catalogue.
  package init(
    _ catalogues: [ControlCatalogue], clauses: ClauseList = ClauseList([]),
    editions: EditionCorrespondence = EditionCorrespondence([]),
    cloudGuidance: [String: Set<PartyRole>] = [:], variants: [String: [String: String]] = [:]
  ) {
    self.catalogues = catalogues
    self.clauses = clauses
    self.editions = editions
    self.cloudGuidance = cloudGuidance
    titleNumbers = Dictionary(
      uniqueKeysWithValues: catalogues.map { catalogue in
        let own = catalogue.controls.flatMap { [($0.title.en, $0.number), ($0.title.ja, $0.number)] }
        let further = (variants[catalogue.key] ?? [:]).map { ($0.key, $0.value) }
        let titles = (own + further).map { (Self.folded($0.0), $0.1) }
        return (catalogue.key, Dictionary(titles, uniquingKeysWith: { first, _ in first }))
      })
  }

  package subscript(key: String) -> ControlCatalogue? { catalogues.first { $0.key == key } }

  /// The control that a document calls so, in either language or a wording met in the wild; nil if none.
  package func control(titled title: String, in key: String) -> CatalogueControl? {
    titleNumbers[key]?[Self.folded(title)].flatMap { self[key]?.control($0) }
  }

  /// Whether a control is for a party of that role.
  package static func isFor(_ role: PartyRole?, _ control: CatalogueControl) -> Bool {
    control.roles.isEmpty || role.map(control.roles.contains) ?? true
  }

  /// Commas, middle dots and spaces differ from document to document and carry nothing.
  private static func folded(_ title: String) -> String {
    let passedOver: Set<Unicode.Scalar> = [" ", "\u{3000}", ",", "\u{3001}", "\u{FF0C}", "\u{30FB}", "-"]
    return String(String.UnicodeScalarView(title.unicodeScalars.filter { !passedOver.contains($0) }))
      .lowercased()
  }
}
