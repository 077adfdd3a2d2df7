import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("Moving to the 2022 edition")
struct EditionMoveTests {
  private func stage(_ language: Language = .english, size: Size = .large) throws -> Stage {
    var stage = try Stage(.cloud, language, size: size)
    stage.open(.controls)
    stage.show(party: nil)
    return stage
  }

  private func statements(_ assessment: Assessment, in catalogue: String) -> [RecordID] {
    assessment.ids(.controlStatement).filter { assessment[$0, ControlStatement.catalogue] == catalogue }
  }

  /// Everything a record says, so that two moments can be compared.
  private func contents(_ assessment: Assessment) -> [RecordID: [String]] {
    let ids = RecordKind.allCases.flatMap(assessment.ids)
    return Dictionary(
      uniqueKeysWithValues: ids.map { id in
        (id, assessment.values(of: id).map { "\($0.slot.key.name) \($0.slot.party?.text ?? "") \($0.value)" })
      })
  }

  @Test("both parties' decisions all land on 2022 controls, and u restores every field of every record")
  func landsAndComesBack() throws {
    var stage = try stage()
    let before = contents(stage.model.assessment)
    let old = statements(stage.model.assessment, in: CatalogueKey.edition2013)
    let reasons = Set(old.flatMap { stage.model.assessment[$0, ControlStatement.risks] })
    stage.type("M")
    #expect(stage.text.contains("merged"))
    stage.press(.enter)
    stage.type("y")
    let moved = stage.model.assessment
    #expect(statements(moved, in: CatalogueKey.edition2013).isEmpty)
    let new = statements(moved, in: CatalogueKey.annexA)
    #expect(!new.isEmpty && new.count < old.count)
    #expect(Set(new.flatMap { moved[$0, ControlStatement.risks] }) == reasons)
    for party in moved.ids(.party) {
      #expect(!moved[party, Party.catalogues].contains(CatalogueKey.edition2013))
    }
    stage.type("u")
    #expect(contents(stage.model.assessment) == before)
  }

  @Test(
    "evidence, disclosures and findings follow the control, and a control that stands alone stays the same record"
  )
  func linksFollow() throws {
    var stage = try stage()
    let before = stage.model.assessment
    let backup = try #require(before.record(labelled: "C-csp-12.3.1"))
    let evidence = before.ids(.evidence).count
    let titles = Set(before.ids(.evidence).compactMap { before[$0, Evidence.title] })
    stage.type("M")
    stage.press(.enter)
    stage.type("y")
    let after = stage.model.assessment
    #expect(after[backup, ControlStatement.control] == "8.13")
    #expect(after.ids(.evidence).count >= evidence)
    #expect(Set(after.ids(.evidence).compactMap { after[$0, Evidence.title] }) == titles)
    for piece in after.ids(.evidence) { #expect(after[piece, Evidence.control].map(after.exists) == true) }
    for disclosure in before.ids(.disclosure) where !before[disclosure, Disclosure.controls].isEmpty {
      #expect(!after[disclosure, Disclosure.controls].isEmpty)
    }
  }

  @Test(
    "where statements merge, the least advanced state counts and what each said is written down by number")
  func merges() throws {
    let stage = try stage()
    let assessment = stage.model.assessment
    let party = try #require(assessment.party(key: "csc"))
    let keys = EditionKeys(older: CatalogueKey.edition2013, newer: CatalogueKey.annexA)
    let move = try #require(EditionMove(of: party, keys, assessment, Catalogues.shelf, .english))
    let apart = try #require(move.landings.first { $0.differing.contains(ControlStatement.owner.key) })
    guard case .text(let note)? = apart.values[Slot(ControlStatement.implementation.key)] else {
      Issue.record("nothing is written down")
      return
    }
    for source in apart.sources {
      let owner = assessment[source, ControlStatement.owner].flatMap { assessment.title(of: $0) }
      if let owner { #expect(note.contains(owner)) }
    }
    for landing in move.landings where landing.isMerge {
      let states = landing.sources.compactMap { assessment[$0, ControlStatement.status] }
      guard case .choice(let raw)? = landing.values[Slot(ControlStatement.status.key)] else { continue }
      let least = try #require(ControlStatus.allCases.first(where: states.contains))
      #expect(raw == least.rawValue || states.count < landing.sources.count)
    }
    #expect(move.staying.isEmpty)
    #expect(
      move.moved
        == assessment.ids(.controlStatement, of: party).count {
          assessment[$0, ControlStatement.catalogue] == CatalogueKey.edition2013
        })
  }

  @Test("Esc leaves everything as it is, and where nothing is stated by the older edition it says so")
  func leaves() throws {
    var stage = try stage()
    let before = contents(stage.model.assessment)
    stage.type("M")
    stage.press(.escape)
    #expect(contents(stage.model.assessment) == before)
    var single = try Stage(.single, .english)
    single.open(.controls)
    single.type("M")
    #expect(single.model.layers.isEmpty)
    #expect(single.text.contains("27002:2013"))
  }

  @Test("looks as it did", arguments: FourSizes.two)
  func frames(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    stage.open(.controls)
    stage.show(party: nil)
    stage.type("Mm")
    try terminal.check(stage, "edition")
  }
}
