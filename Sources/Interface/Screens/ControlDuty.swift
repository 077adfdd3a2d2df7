import Domain

/// Which controls a party must decide: those of its catalogues that are meant for its roles.
struct ControlDuty {
  private let party: RecordID
  private let assessment: Assessment
  private let today: Day
  private let catalogues: [String]

  init(of party: RecordID, _ assessment: Assessment, today: Day) {
    self.party = party
    self.assessment = assessment
    self.today = today
    catalogues = assessment[party, Party.catalogues]
  }

  func holds(_ control: CatalogueControl, of catalogue: String) -> Bool {
    // Few controls ask for a role, so that it is found for those alone.
    catalogues.contains(catalogue)
      && CatalogueShelf.isFor(assessment.roles(of: party, today: today), control)
  }
}
