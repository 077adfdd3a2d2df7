/// All catalogues the program knows, and what ties them together.
package struct CatalogueShelf: Sendable {
  package private(set) var catalogues: [ControlCatalogue]
  /// Those of them that came into the assessment with a document, last in order.
  package private(set) var own: [ControlCatalogue] = []
  /// Clauses 4 to 10 of ISO/IEC 27001:2022, headings included.
  package let clauses: ClauseList
  /// Between the controls of ISO/IEC 27002:2013 and 27002:2022.
  package let editions: EditionCorrespondence
  /// For whom ISO/IEC 27017:2015 has cloud guidance, by control number of 27002:2013. Guidance is no control.
  package let cloudGuidance: [String: Set<PartyRole>]
  /// So many from the first come with the program.
  private let programs: Int

  /// - Parameters:
  ///   - catalogues: In the order in which they are offered.
  ///   - clauses: Of ISO/IEC 27001:2022.
  ///   - editions: Between the two editions of ISO/IEC 27002.
  ///   - cloudGuidance: Roles by control number of 27002:2013.
  package init(
    _ catalogues: [ControlCatalogue], clauses: ClauseList = ClauseList([]),
    editions: EditionCorrespondence = EditionCorrespondence([]),
    cloudGuidance: [String: Set<PartyRole>] = [:]
  ) {
    self.catalogues = catalogues
    programs = catalogues.count
    self.clauses = clauses
    self.editions = editions
    self.cloudGuidance = cloudGuidance
  }

  /// The same shelf with these catalogues of an assessment on it and no others. A key that comes with the program
  /// stays the program's.
  package func with(own fresh: [ControlCatalogue]) -> CatalogueShelf {
    var shelf = self
    shelf.catalogues.removeLast(catalogues.count - programs)
    shelf.own = fresh
    for catalogue in fresh where shelf[catalogue.key] == nil { shelf.catalogues.append(catalogue) }
    return shelf
  }

  package subscript(key: String) -> ControlCatalogue? { catalogues.first { $0.key == key } }

  /// Whether a control is for a party with these roles, which are found for one that asks for some.
  package static func isFor(_ roles: @autoclosure () -> Set<PartyRole>, _ control: CatalogueControl) -> Bool {
    control.roles.isEmpty || !control.roles.isDisjoint(with: roles())
  }
}
