/// Control catalogues that came into the assessment with a document: read once when they are written, and not when
/// they are looked at.
extension Assessment {
  /// The assessment's own catalogues, in the order in which they came.
  package var ownCatalogues: [ControlCatalogue] {
    ids(.importedDocument).compactMap { catalogues[$0] }
  }

  /// Whether a value of a document is part of its catalogue.
  static func isOfCatalogue(_ key: FieldKey) -> Bool {
    key == ImportedDocument.title.key || key == ImportedDocument.catalogueKey.key
      || key == ImportedDocument.groups.key || key == ImportedDocument.controls.key
  }

  /// The catalogue of a document; nil when it lists no controls.
  func readCatalogue(_ document: RecordID) -> ControlCatalogue? {
    guard let key = self[document, ImportedDocument.catalogueKey] else { return nil }
    let controls = self[document, ImportedDocument.controls].filter { $0.count == 5 }
    guard !controls.isEmpty else { return nil }
    let title = self[document, ImportedDocument.title] ?? key
    return ControlCatalogue(
      key: key, title: Words(title, title),
      controls: controls.map {
        CatalogueControl(
          number: $0[0], title: Words($0[2], $0[3].isEmpty ? $0[2] : $0[3]), group: key + "/" + $0[4],
          sourceID: $0[1])
      },
      // Keys of its own: a heading is shared only by catalogues that say so, and a stranger's `5` is not ours.
      groups: self[document, ImportedDocument.groups].filter { $0.count == 3 }.map {
        (key + "/" + $0[0], Words($0[1], $0[2].isEmpty ? $0[1] : $0[2]))
      })
  }
}

extension Context {
  /// Puts the catalogues of an assessment beside those of the program.
  ///
  /// - Returns: Whether that changed what is on the shelf.
  @discardableResult
  package mutating func follow(_ assessment: Assessment) -> Bool {
    let own = assessment.ownCatalogues
    guard own != catalogues.own else { return false }
    catalogues = catalogues.with(own: own)
    return true
  }
}
