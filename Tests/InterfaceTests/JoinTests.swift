import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("A participant's own terminal")
struct JoinTests {
  private func begun(_ name: String, size: Size = .small) throws -> (Stage, JoinModel) {
    var stage = try Stage(.cloud, .english)
    _ = try EstimateScreenTests.begun(&stage)
    return (stage, join(stage, name, size: size))
  }

  private func join(_ stage: Stage, _ name: String, size: Size = .small) -> JoinModel {
    JoinModel(
      assessment: stage.model.assessment, context: stage.model.context, name: name, language: .english,
      glyphs: .neutral, size: size)
  }

  private func text(_ model: JoinModel) -> String { TextWriter().write(model.view()) }

  /// Carries an order out as a file would.
  private func carryOut(_ effects: [JoinEffect], _ model: inout JoinModel) throws {
    for effect in effects {
      switch effect {
      case .perform(let commands):
        model.finish(.done(try model.assessment.perform(commands, in: model.context)))
      case .cast(let ballot):
        let opening = Opening(ballot, salt: String(repeating: "3", count: 32))
        model.finish(.done(try model.assessment.perform([.cast(opening)], in: model.context)))
      case .suspend, .redraw, .quit: Issue.record("\(effect)")
      }
    }
  }

  @Test("whoever is known sits down at once; whoever is not says for whom and is added")
  func sitsDown() throws {
    var (_, known) = try begun("佐藤")
    #expect(known.sitDown(for: nil).isEmpty)
    #expect(text(known).contains("Type two digits"))
    var (_, new) = try begun("新人")
    try carryOut(new.sitDown(for: nil), &new)
    #expect(text(new).contains("For which organisation"))
    try carryOut(new.update(.key(.down)), &new)
    try carryOut(new.update(.key(.enter)), &new)
    let participant = try #require(new.assessment.ids(.participant).last)
    #expect(new.assessment[participant, Participant.name] == "新人")
    #expect(new.assessment.party(of: participant) == new.assessment.party(key: "csp"))
    #expect(text(new).contains("Type two digits"))
  }

  @Test("two digits and Enter cast; until the reveal they can be cast anew; the digits show on request only")
  func casts() throws {
    var (_, model) = try begun("佐藤")
    _ = model.sitDown(for: nil)
    #expect(model.update(.key(.enter)).isEmpty)
    _ = model.update(.key("4"))
    #expect(model.update(.key("6")).isEmpty && text(model).contains("consequence is 1 to 5"))
    _ = model.update(.key("２"))
    #expect(text(model).contains("[▪]") && !text(model).contains("[4]"))
    _ = model.update(.key(.tab))
    #expect(text(model).contains("[4]"))
    try carryOut(model.update(.key(.enter)), &model)
    #expect(text(model).contains("[ ]") && text(model).contains("1 of 4 have cast"))
    for key in ["5", "5"] as [Key] { _ = model.update(.key(key)) }
    try carryOut(model.update(.key(.enter)), &model)
    #expect(model.assessment.count(.estimate) == 1)
    #expect(text(model).contains("Yours is in"))
  }

  @Test("it waits for a round, shows the result, and goes on with the next")
  func follows() throws {
    let empty = try Stage(.cloud, .english)
    var waiting = join(empty, "佐藤")
    _ = waiting.sitDown(for: empty.model.assessment.party(key: "csc"))
    var (stage, model) = try begun("佐藤")
    _ = model.sitDown(for: nil)
    stage.press("c")
    stage.type("34 35 44 33")
    stage.press(.enter, "R", "y")
    model.assessment = stage.model.assessment
    model.follow()
    #expect(text(model).contains("Median 3 × 4 = 12"))
    #expect(model.update(.key("3")).isEmpty && model.update(.key(.enter)).isEmpty)
    stage.press("n")
    model.assessment = stage.model.assessment
    model.follow()
    #expect(text(model).contains("Type two digits"))
  }

  @Test("the whole card fits 60 × 15", arguments: Language.allCases)
  func small(_ language: Language) throws {
    var (stage, _) = try begun("佐藤")
    stage.model.size = Size(columns: 60, rows: 15)
    var model = JoinModel(
      assessment: stage.model.assessment, context: stage.model.context, name: "佐藤", language: language,
      glyphs: .neutral, size: Size(columns: 60, rows: 15))
    _ = model.sitDown(for: nil)
    let shown = text(model)
    for word in language == .english ? ["5 ", "1 ", "Likelihood [ ]", "0 of 4"] : ["5 ", "1 ", "起こりやすさ [ ]"] {
      #expect(shown.contains(word), "\(word)")
    }
  }

  @Test("no key leads anywhere else: the keys of all screens do nothing or stay on the card")
  func nothingElse() throws {
    var (_, model) = try begun("佐藤")
    _ = model.sitDown(for: nil)
    for character in "0:?/nNeEduxmitovWwFA.pP[]<>+cR" {
      let effects = model.update(.key(.character(character)))
      #expect(effects.isEmpty, "\(character)")
      #expect(text(model).contains("Likelihood ["), "\(character)")
    }
    #expect(model.update(.key("q")) == [.quit])
  }
}
