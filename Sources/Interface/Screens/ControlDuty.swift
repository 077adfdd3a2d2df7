import Domain

/// Which controls a party must decide: those of its catalogues that are meant for its roles.
struct ControlDuty {
  private let roles: Set<PartyRole>
  private let catalogues: Set<String>

  init(of party: RecordID, _ assessment: Assessment, today: Day) {
    roles = assessment.roles(of: party, today: today)
    catalogues = Set(assessment[party, Party.catalogues])
  }

  func holds(_ control: CatalogueControl, of catalogue: String) -> Bool {
    catalogues.contains(catalogue) && CatalogueShelf.isFor(roles, control)
  }
}
