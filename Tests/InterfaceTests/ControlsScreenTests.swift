import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("Control status")
struct ControlsScreenTests {
  @Test("both parties, one party, and a small terminal look as they did", arguments: Language.allCases)
  func frames(_ language: Language) throws {
    var stage = try Stage(.cloud, language)
    stage.open(.controls)
    stage.press(.down, .down)
    try Golden.check(stage.frame, "controls-csc-120-\(language.rawValue)")
    stage.show(party: nil)
    try Golden.check(stage.frame, "controls-all-120-\(language.rawValue)")
    stage.press(.enter)
    try Golden.check(stage.frame, "controls-cell-120-\(language.rawValue)")
    var small = try Stage(.cloud, language, size: .small)
    small.open(.controls)
    small.show(party: "csp")
    small.press(.pageDown, .pageDown)
    try Golden.check(small.frame, "controls-csp-80-\(language.rawValue)")
  }

  @Test("looks as it did on every terminal", arguments: FourSizes.all)
  func fourSizes(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    stage.open(.controls)
    stage.show(party: nil)
    stage.type("/12.3.1")
    stage.press(.enter)
    try terminal.check(stage, "controls")
  }

  @Test("a decides the line under the cursor, and the reason is never made up")
  func applicableAsksForTheReason() throws {
    var stage = try undecided()
    stage.press(.enter)
    stage.type("a")
    let statement = try #require(stage.model.current)
    #expect(stage.model.assessment[statement, ControlStatement.applicability] == .applicable)
    #expect(stage.model.assessment[statement, ControlStatement.inclusionReasons] == nil)
    #expect(stage.text.contains("理由?"))
    stage.type("r2")
    stage.press(.enter)
    let reasons = stage.model.assessment[statement, ControlStatement.inclusionReasons]
    #expect(reasons?.members == [.law])
  }

  @Test("an exclusion is not taken without its reason")
  func exclusionNeedsReason() throws {
    var stage = try undecided()
    stage.press(.enter)
    stage.type("x")
    stage.press(.enter)
    #expect(stage.model.current == nil)
    stage.type("使用しない")
    stage.press(.enter)
    let statement = try #require(stage.model.current)
    #expect(stage.model.assessment[statement, ControlStatement.exclusionReason] == "使用しない")
  }

  @Test("digits are phases outside the line and states of the control inside")
  func digitsInsideAndOutside() throws {
    var stage = try undecided()
    stage.press(.enter)
    stage.type("a3")
    let statement = try #require(stage.model.current)
    #expect(stage.model.assessment[statement, ControlStatement.status] == .inProgress)
    stage.type("5")
    #expect(stage.model.assessment[statement, ControlStatement.verifiedOn] == Stage.today)
    stage.type("4")
    #expect(stage.model.assessment[statement, ControlStatement.verifiedOn] == nil)
    stage.press(.escape)
    stage.type("4")
    #expect(stage.model.screen != .controls)
  }

  @Test("marked lines, stated or not, are decided together and undone together")
  func markedTogether() throws {
    var stage = try undecided()
    stage.press(.up)
    let before = stage.model.assessment.count(.controlStatement)
    stage.type("  ")
    stage.press(.enter)
    stage.type("a")
    #expect(stage.model.assessment.count(.controlStatement) == before + 1)
    #expect(stage.model.marks.count == 2 && stage.model.markedLines.isEmpty)
    stage.type("u")
    #expect(stage.model.assessment.count(.controlStatement) == before)
    #expect(
      stage.model.marks.count == 1 && stage.model.markedLines.count == 1, "the line itself stays marked")
  }

  @Test("Enter on a heading decides what is marked, stated or not, and says so while nothing is")
  func headingEnter() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.controls)
    stage.press(.down, .enter)
    #expect(!stage.model.state.inCell)
    #expect(stage.model.notice?.text.contains("heading") == true)
    stage.type(" ")
    #expect(!stage.model.marks.isEmpty && stage.model.markedLines.isEmpty)
    stage.press(.enter)
    #expect(stage.model.state.inCell)
  }

  @Test("a finding is raised on an undecided control, also with all parties in view")
  func findingAmongAll() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.controls)
    stage.show(party: nil)
    let index = try #require(stage.model.state.rows.firstIndex { $0.depth == 1 && $0.record == nil })
    stage.model.state.cursor = index
    stage.type("F")
    #expect(stage.model.layers.last is EntryLayer)
  }

  @Test("a heading marks its controls, and evidence leads to its control's line")
  func headingsAndEvidence() throws {
    var stage = try Stage()
    stage.open(.controls)
    stage.press(.down)
    stage.type(" ")
    #expect(stage.model.marks.count == 2)
    let evidence = try #require(stage.model.assessment.ids(.evidence).last)
    stage.open(.overview)
    stage.model.jump(to: evidence)
    #expect(stage.model.current == stage.model.assessment[evidence, Evidence.control])
  }

  @Test("a statement of applicability runs over any mix of catalogues, chosen by their digits")
  func catalogues() throws {
    var stage = try Stage(.cyberspace, .english)
    stage.open(.controls)
    let party = try #require(stage.model.party)
    let before = stage.model.assessment[party, Party.catalogues]
    stage.type("C1")
    stage.press(.enter)
    #expect(Set(stage.model.assessment[party, Party.catalogues]) == Set(before + [CatalogueKey.annexA]))
    stage.type("/8.13")
    stage.press(.enter)
    #expect(stage.text.contains("Information backup"))
    stage.type("u")
    #expect(stage.model.assessment[party, Party.catalogues] == before)
  }

  @Test("an imported catalogue is chosen and assessed against like any other, until it is undone")
  func importedCatalogue() throws {
    var stage = try Stage(.cyberspace, .english)
    stage.open(.controls)
    let party = try #require(stage.model.party)
    var draft = Draft(.importedDocument, party: nil)
    draft.set(ImportedDocument.title, "Their catalogue")
    draft.set(ImportedDocument.catalogueKey, "theirs")
    draft.set(ImportedDocument.groups, [["ac", "Access control", ""]])
    draft.set(ImportedDocument.controls, [["AC-2", "ac-2", "Account management", "", "ac"]])
    stage.act([.create(draft)])
    stage.type("C5")
    #expect(stage.text.contains("Their catalogue"))
    stage.press(.enter)
    #expect(stage.model.assessment[party, Party.catalogues].contains("theirs"))
    stage.type("/AC-2")
    stage.press(.enter)
    #expect(stage.text.contains("Account management"))
    stage.press(.enter)
    stage.type("a")
    let statement = try #require(stage.model.current)
    #expect(stage.model.assessment[statement, ControlStatement.catalogue] == "theirs")
    #expect(stage.model.assessment[statement, ControlStatement.applicability] == .applicable)
    stage.press(.escape)
    stage.type(":documents imported")
    stage.press(.enter)
    #expect(stage.text.contains("IM-1"))
    stage.press(.enter)
    #expect(stage.model.screen == .trace)
    #expect(stage.model.current.flatMap { stage.model.assessment.kind(of: $0) } == .importedDocument)
    stage.open(.controls)
    stage.type("uuu")
    #expect(stage.model.context.catalogues["theirs"] == nil)
    #expect(!stage.text.contains("Account management"))
  }

  @Test("the line's number and titles in both languages are found")
  func search() throws {
    var stage = try Stage()
    stage.open(.controls)
    stage.type("/12.3.1")
    stage.press(.enter)
    let statement = try #require(stage.model.current)
    #expect(stage.model.assessment[statement, ControlStatement.control] == "12.3.1")
  }

  /// The cursor on a control nobody decided yet.
  private func undecided() throws -> Stage {
    var stage = try Stage()
    stage.open(.controls)
    let index = try #require(stage.model.state.rows.firstIndex { $0.depth == 1 && $0.record == nil })
    for _ in 0..<index { stage.press(.down) }
    return stage
  }
}
