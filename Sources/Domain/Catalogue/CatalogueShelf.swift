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
  private var titleNumbers: [String: [String: String]]

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
    programs = catalogues.count
    self.clauses = clauses
    self.editions = editions
    self.cloudGuidance = cloudGuidance
    titleNumbers = Dictionary(
      uniqueKeysWithValues: catalogues.map {
        ($0.key, Self.numbersByTitle($0, variants[$0.key] ?? [:]))
      })
  }

  /// The same shelf with these catalogues of an assessment on it and no others. A key that comes with the program
  /// stays the program's.
  package func with(own fresh: [ControlCatalogue]) -> CatalogueShelf {
    var shelf = self
    shelf.catalogues.removeLast(catalogues.count - programs)
    shelf.own = fresh
    for catalogue in catalogues.dropFirst(programs) { shelf.titleNumbers[catalogue.key] = nil }
    for catalogue in fresh where shelf[catalogue.key] == nil {
      shelf.catalogues.append(catalogue)
      shelf.titleNumbers[catalogue.key] = Self.numbersByTitle(catalogue, [:])
    }
    return shelf
  }

  private static func numbersByTitle(
    _ catalogue: ControlCatalogue, _ variants: [String: String]
  ) -> [String: String] {
    let own = catalogue.controls.flatMap { [($0.title.en, $0.number), ($0.title.ja, $0.number)] }
    let titles = (own + variants.map { ($0.key, $0.value) }).map { (folded($0.0), $0.1) }
    return Dictionary(titles, uniquingKeysWith: { first, _ in first })
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
