import Canvas
import Catalogues
import Domain
import Foundation
import Interface
import Testing

@Suite("Risk criteria and their editor")
struct CriteriaScreenTests {
  private func stage(_ terminal: FourSizes) throws -> Stage {
    var stage = try terminal.stage()
    stage.show(party: "csp")
    stage.open(.criteria)
    return stage
  }

  @Test("the list looks as it did", arguments: FourSizes.all)
  func list(_ terminal: FourSizes) throws {
    try terminal.check(stage(terminal), "criteria")
  }

  @Test("editor and mapping look as they did", arguments: FourSizes.two)
  func editor(_ terminal: FourSizes) throws {
    var stage = try stage(terminal)
    stage.press(.enter)
    try terminal.check(stage, "criteria-editor")
    smaller(&stage)
    stage.press(.control("s"))
    try terminal.check(stage, "criteria-mapping")
  }

  /// Takes the second step out of both scales and fills the levels anew: 4 × 4.
  private func smaller(_ stage: inout Stage) {
    stage.press(.down, .character("d"), .tab, .down, .character("d"), .tab, .character("*"))
  }

  @Test("from 5 × 5 to 4 × 4: proposed, decided, kept as one act, and taken back by one")
  func nextVersion() throws {
    var stage = try Stage(.cloud, .english)
    stage.show(party: "csp")
    stage.open(.criteria)
    let joint = try #require(stage.model.current)
    let risk = try #require(stage.model.assessment.id(.risk, number: 14))
    #expect(stage.model.assessment.level(risk) == 16)
    stage.press(.character("n"))
    smaller(&stage)
    stage.press(.control("s"))
    #expect(stage.text.contains("proposed"))
    #expect(stage.model.assessment.count(.riskCriteria) == 1, "nothing is kept before it is shown")
    // The second likelihood step: nothing; the fifth: 4.
    stage.press(.down, .character("-"), .down, .down, .character("4"))
    stage.press(.enter)
    #expect(stage.model.layers.isEmpty)
    let next = try #require(stage.model.assessment.ids(.riskCriteria).last)
    #expect(next != joint)
    #expect(stage.model.assessment[next, RiskCriteria.version] == 2)
    #expect(stage.model.assessment[next, RiskCriteria.replaces] == joint)
    #expect(
      stage.model.assessment[next, RiskCriteria.likelihoodMapping] == [
        ["1", "1"], ["3", "2"], ["4", "3"], ["5", "4"],
      ])
    #expect(stage.model.assessment.level(risk) == 16, "an old rating keeps its version")
    #expect(stage.model.assessment.criteriaInForce(for: stage.model.party) == joint, "it is a draft")
    let rating = try #require(stage.model.assessment.rating(risk))
    #expect(stage.model.assessment.translated(rating, to: next)?.likelihood == 3)
    stage.press(.character("u"))
    #expect(stage.model.assessment.ids(.riskCriteria) == [joint])
  }

  @Test("an agreed version is not changed: Enter draws up the next; a draft is edited as it is")
  func draft() throws {
    var stage = try Stage(.cloud, .english)
    stage.show(party: "csp")
    stage.open(.criteria)
    stage.press(.character("N"))
    stage.press(.tab, .tab, .tab, .tab, .enter)
    stage.type("12")
    stage.press(.enter, .control("s"))
    let own = try #require(stage.model.assessment.ids(.riskCriteria).last)
    #expect(stage.model.assessment.party(of: own) == stage.model.party)
    #expect(stage.model.assessment[own, RiskCriteria.acceptanceLine] == 12)
    stage.press(.enter, .tab, .tab, .tab, .tab, .character("+"), .control("s"))
    #expect(stage.model.assessment[own, RiskCriteria.acceptanceLine] == 13)
    stage.press(.character("A"), .character("y"))
    #expect(stage.model.assessment.isAgreed(own))
    stage.press(.enter)
    #expect(stage.text.contains("Next version"))
    stage.press(.escape)
    #expect(stage.model.layers.isEmpty, "nothing was typed")
  }

  @Test("what does not fit is said and not kept; Esc asks before typed text goes")
  func faults() throws {
    var stage = try Stage(.cloud, .english)
    stage.show(party: "csp")
    stage.open(.criteria)
    stage.press(.character("N"), .character("n"), .control("s"))
    #expect(stage.text.contains("likelihood step 2 has no name"))
    #expect(stage.model.assessment.count(.riskCriteria) == 1)
    stage.press(.escape)
    #expect(stage.model.layers.count == 2, "asks")
    stage.press(.character("n"), .character("u"), .escape)
    #expect(stage.model.layers.isEmpty, "taken back, nothing would be lost")
  }

  @Test(
    "what is no number is said in a sentence, and stays to be mended",
    arguments: [(Language.english, "\"many\" is no number"), (.japanese, "「many」は数値ではありません")])
  func noNumber(_ language: Language, _ sentence: String) throws {
    var stage = try Stage(.cloud, language)
    stage.open(.criteria)
    stage.press(.character("n"), .tab, .tab, .enter)
    stage.type("many")
    stage.press(.enter)
    #expect(stage.text.contains(sentence) && stage.text.contains("many"))
    stage.press(.escape)
    #expect(!stage.text.contains(sentence))
  }

  @Test("tables half drawn up come back after a crash, with the mapping they ask for")
  func unsaved() throws {
    var stage = try Stage(.cloud, .english)
    stage.show(party: "csp")
    stage.open(.criteria)
    stage.press(.character("n"))
    #expect(stage.model.unsavedText == nil, "nothing was changed yet")
    smaller(&stage)
    let kept = try #require(stage.model.unsavedText)
    let stored = try JSONDecoder().decode(UnsavedText.self, from: JSONEncoder().encode(kept))
    var next = try Stage(.cloud, .english)
    let isBack = next.model.restore(stored)
    #expect(isBack)
    next.press(.control("s"))
    #expect(next.text.contains("proposed"), "the steps that were taken out ask for a mapping")
    next.press(.enter)
    #expect(next.model.assessment.count(.riskCriteria) == 2 && next.model.unsavedText == nil)
  }

  @Test("J begins with the mapping on record: looking in and pressing Enter changes nothing")
  func jointAgain() throws {
    var stage = try Stage(.cloud, .english)
    stage.show(party: "csp")
    stage.open(.criteria)
    stage.press(.character("N"), .tab, .tab, .character("+"), .control("s"))
    let own = try #require(stage.model.assessment.ids(.riskCriteria).last)
    stage.press(.character("A"), .character("y"), .character("J"))
    #expect(stage.text.contains("proposed") && stage.text.contains("in the joint ones?"))
    stage.press(.character("3"), .enter)
    let mapping = stage.model.assessment.mapping(toJoint: own)
    #expect(mapping.likelihood[1] == 3)
    stage.press(.character("J"))
    #expect(!stage.text.contains("proposed"))
    stage.press(.enter)
    #expect(stage.model.assessment.mapping(toJoint: own) == mapping)
  }

  @Test("steps put in and taken back ask for no mapping")
  func undoneStep() throws {
    var stage = try Stage(.cloud, .english)
    stage.show(party: "csp")
    stage.open(.criteria)
    stage.press(.character("N"), .tab, .tab, .character("+"), .control("s"))
    let own = try #require(stage.model.assessment.ids(.riskCriteria).last)
    let csp = try #require(stage.model.assessment.party(key: "csp"))
    let risk = try #require(stage.model.assessment.ids(.risk, of: csp).first)
    try stage.reopen(.riskManagement)
    stage.act([.set(risk, Slot(Risk.criteria.key), .reference(own))])
    try #require(stage.model.assessment.isRatedUnder(own))
    try stage.select(own)
    stage.press(.character("e"), .character("n"), .character("u"), .control("s"))
    #expect(stage.model.layers.isEmpty)
    #expect(stage.model.assessment.ids(.riskCriteria).last == own)
  }

  @Test("own criteria mapped to the joint ones are seen on the joint matrix")
  func joint() throws {
    var stage = try Stage(.cloud, .english)
    stage.show(party: "csp")
    stage.open(.criteria)
    stage.press(.character("N"), .tab, .tab, .character("+"), .control("s"))
    let own = try #require(stage.model.assessment.ids(.riskCriteria).last)
    stage.press(.character("A"), .character("y"), .character("J"), .enter)
    #expect(stage.model.assessment[own, RiskCriteria.jointLikelihoodMapping].count == 5)
    let risk = try #require(stage.model.assessment.id(.risk, number: 14))
    stage.act([.set(risk, Slot(Risk.likelihood.key), .integer(5))])
    #expect(stage.model.assessment.rating(risk)?.criteria == own)
    stage.show(party: nil)
    stage.open(.matrix)
    try stage.select(risk)
    #expect(stage.text.contains(stage.model.glyphs[.phaseStale] + "R-14"))
    #expect(!stage.text.contains("left out"))
  }
}
