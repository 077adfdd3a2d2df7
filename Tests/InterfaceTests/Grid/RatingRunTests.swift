import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("The rating run")
struct RatingRunTests {
  /// The register with so many unrated risks and no other.
  private func stage(_ count: Int) throws -> Stage {
    var stage = try Stage(.cloud, .english)
    stage.show(party: "csp")
    for risk in stage.model.assessment.ids(.risk) { stage.act([.removeAndUnlink(risk)]) }
    for number in 1...count {
      var draft = Draft(.risk, party: stage.model.party)
      draft.set(Risk.event, "risk \(number)")
      stage.act([.create(draft)])
    }
    stage.open(.register)
    stage.press(.home)
    return stage
  }

  private func ratings(_ stage: Stage) -> [String] {
    stage.model.assessment.ids(.risk).map { id in
      stage.model.assessment.rating(id).map { "\($0.likelihood)\($0.consequence)" } ?? "-"
    }
  }

  @Test("thirty risks take sixty digits and nothing else")
  func sixtyDigits() throws {
    var stage = try stage(30)
    stage.type("r")
    var digits = ""
    for number in 0..<30 { digits += "\(number % 5 + 1)\((number / 5) % 5 + 1)" }
    #expect(digits.count == 60)
    stage.type(digits)
    #expect(stage.model.layers.isEmpty, "it ends by itself")
    #expect(ratings(stage).joined() == digits)
    #expect(stage.model.notice?.text.contains("30 rated") == true)
    #expect(stage.model.current == stage.model.assessment.ids(.risk).last)
    stage.type("u")
    #expect(ratings(stage).last == "-", "each rating is an act of its own")
  }

  @Test("the run begins at the cursor, goes round, and skips what Space skips")
  func roundTheEnd() throws {
    var stage = try stage(4)
    stage.press(.down, .down)
    stage.type("r11 22")
    #expect(ratings(stage) == ["22", "-", "11", "-"])
    stage.press(.escape)
    #expect(stage.model.layers.isEmpty)
    #expect(stage.model.state.cursor == 0, "on the risk rated last")
  }

  @Test("a digit beyond the scale says so and changes nothing; full-width digits count")
  func offScale() throws {
    var stage = try stage(2)
    stage.type("r39")
    #expect(ratings(stage) == ["-", "-"])
    #expect(stage.text.contains("steps 1 to 5"))
    stage.type("0")
    #expect(ratings(stage) == ["-", "-"])
    stage.type("４")
    #expect(ratings(stage) == ["34", "-"])
  }

  @Test("Backspace takes back the first digit, then goes back to the risk before")
  func backspace() throws {
    var stage = try stage(3)
    stage.type("r2")
    stage.press(.backspace)
    stage.type("1155")
    #expect(ratings(stage) == ["11", "55", "-"])
    stage.press(.backspace)
    #expect(stage.model.state.cursor == 1)
    stage.type("44")
    #expect(ratings(stage) == ["11", "44", "-"])
    #expect(stage.model.state.cursor == 2, "and on with the next unrated")
  }

  @Test("j asks why, and the answer is kept with the rating in one act")
  func justification() throws {
    var stage = try stage(2)
    stage.type("rj")
    stage.type("seen twice in 2026")
    stage.press(.enter)
    stage.type("35")
    let first = try #require(stage.model.assessment.ids(.risk).first)
    #expect(stage.model.assessment[first, Risk.justification] == "seen twice in 2026")
    stage.press(.escape)
    stage.type("u")
    #expect(stage.model.assessment[first, Risk.justification] == nil && ratings(stage) == ["-", "-"])
  }

  @Test("a reason typed and not kept is not lost without asking")
  func reasonIsNotLost() throws {
    var stage = try stage(1)
    stage.type("rj")
    stage.type("half a thought")
    stage.press(.enter, .escape)
    #expect(stage.model.layers.count == 2)
    stage.type("n")
    stage.type("23")
    #expect(ratings(stage) == ["23"])
  }

  @Test("looks as it did", arguments: FourSizes.two)
  func frames(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    stage.show(party: "csc")
    stage.open(.register)
    stage.type("r3")
    try terminal.check(stage, "rating-run")
  }
}
