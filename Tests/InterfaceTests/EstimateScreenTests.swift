import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("Blind estimates on screen")
struct EstimateScreenTests {
  /// A room of four on the first risk, its round open.
  static func begun(_ stage: inout Stage) throws -> RecordID {
    stage.act(stage.model.assessment.ids(.participant).map(Command.removeAndUnlink))
    for (number, name) in ["佐藤", "鈴木", "田中", "高橋"].enumerated() {
      let parties = stage.model.assessment.ids(.party)
      var draft = Draft(.participant, party: parties[number / 2])
      draft.set(Participant.name, name)
      stage.act([.create(draft)])
    }
    stage.press("4", "v")
    #expect(stage.model.screen == .estimate)
    return try #require(stage.model.assessment.ids(.estimateRound).last)
  }

  private func casts(_ stage: Stage, _ round: RecordID) -> [String] {
    (stage.model.assessment.result(of: round)?.casts ?? []).map {
      "\($0.name) \($0.likelihood)\($0.consequence)"
    }
  }

  @Test("v on a risk opens its round, and leads back to it while it is not settled")
  func opens() throws {
    var stage = try Stage()
    let round = try Self.begun(&stage)
    let risk = try #require(stage.model.assessment[round, EstimateRound.risk])
    stage.open(.register)
    try stage.select(risk)
    stage.press("v")
    #expect(stage.model.screen == .estimate)
    #expect(stage.model.assessment.count(.estimateRound) == 1)
    #expect(stage.model.current == round)
  }

  @Test("cards in one line: pairs, full width, commas and gaps; the digits never show unless asked for")
  func cards() throws {
    var stage = try Stage()
    let round = try Self.begun(&stage)
    stage.press("c")
    stage.type("34 ３，５ - 25")
    let line = try #require(stage.text.split(separator: "\n").first { $0.contains("▪▪ ▪，▪ - ▪▪") })
    #expect(!line.contains("3"))
    stage.press(.tab)
    #expect(stage.text.contains("34 ３，５ - 25"))
    stage.press(.tab, .enter)
    #expect(stage.model.layers.isEmpty)
    #expect(stage.model.assessment.count(.estimate) == 3)
    stage.press("R", "y")
    #expect(casts(stage, round) == ["佐藤 34", "鈴木 35", "高橋 25"])
  }

  @Test("what is wrong with a line of cards is said at its column, and nothing is cast")
  func wrongCards() throws {
    var stage = try Stage(.cloud, .english)
    _ = try Self.begun(&stage)
    stage.press("c")
    for (text, sentence) in [
      ("34 36", "5: consequence is 1 to 5"), ("34 93", "4: likelihood is 1 to 5"), ("34 3", "4: one digit"),
      ("34 x5", "4: “x” is no digit"), ("11 22 33 44 55", "13: more cards than people: 4 are"),
      ("11 22", "6: no card for 田中, 高橋"),
    ] {
      stage.press(.control("u"))
      stage.type(text)
      stage.press(.enter)
      #expect(stage.text.contains(sentence), "\(text)")
    }
    #expect(stage.model.assessment.count(.estimate) == 0)
    stage.press(.escape)
    #expect(stage.model.layers.count == 2)
    #expect(!stage.text.contains("11 22"))
  }

  @Test("in turn: each types two digits unseen, the next name follows, Tab skips, and every pair is one act")
  func turns() throws {
    var stage = try Stage()
    let round = try Self.begun(&stage)
    stage.press(.enter)
    #expect(stage.text.contains("佐 藤"))
    stage.press("5")
    #expect(stage.text.contains("[▪]") && !stage.text.contains("[5]"))
    stage.press(.backspace, "4", "2")
    #expect(stage.text.contains("鈴 木"))
    stage.press(.tab, "3", "3", "9", "１", "１")
    #expect(stage.model.layers.isEmpty)
    #expect(stage.model.assessment.count(.estimate) == 3)
    stage.press("u")
    #expect(stage.model.assessment.count(.estimate) == 2)
    stage.press("R", "y")
    #expect(casts(stage, round) == ["佐藤 42", "田中 33"])
  }

  @Test("the reveal asks and names who has not cast; afterwards nothing is cast any more")
  func reveal() throws {
    var stage = try Stage()
    let round = try Self.begun(&stage)
    stage.press("R")
    #expect(stage.model.layers.isEmpty)
    stage.press("c")
    stage.type("33 33 - -")
    stage.press(.enter, "R")
    #expect(stage.text.contains("田中、高橋"))
    stage.press("n")
    #expect(!stage.model.assessment.isRevealed(round))
    stage.press("R", "y")
    #expect(stage.model.assessment.isRevealed(round))
    stage.press("a")
    #expect(stage.model.layers.isEmpty && stage.model.notice?.tone == .warning)
    stage.press("u")
    #expect(stage.model.assessment.isRevealed(round))
  }

  @Test("openings that are lost are named, and the round can be revealed without them")
  func lost() throws {
    var stage = try Stage()
    let round = try Self.begun(&stage)
    stage.press("c")
    stage.type("33 44 55 -")
    stage.press(.enter)
    stage.loseOpenings(of: stage.model.assessment.ids(.participant)[1])
    stage.press("R", "y")
    #expect(stage.text.contains("鈴木") && stage.model.layers.count == 1)
    #expect(!stage.model.assessment.isRevealed(round))
    stage.press("y")
    #expect(casts(stage, round) == ["佐藤 33", "田中 55"])
  }

  @Test("the decision starts with the medians, asks why, rates the risk and settles the round in one act")
  func decision() throws {
    var stage = try Stage()
    let round = try Self.begun(&stage)
    let risk = try #require(stage.model.assessment[round, EstimateRound.risk])
    let before = stage.model.assessment.level(risk)
    stage.press("c")
    stage.type("22 22 33 33")
    stage.press(.enter, "R", "y", "d", .enter, "4", .enter)
    #expect(stage.text.contains("理由を一文で"))
    stage.type("復旧試験の記録に依る")
    stage.press(.enter)
    #expect(stage.model.layers.isEmpty)
    let assessment = stage.model.assessment
    #expect(assessment[risk, Risk.likelihood] == 3 && assessment[risk, Risk.consequenceStep] == 4)
    #expect(assessment[risk, Risk.justification]?.contains("復旧試験の記録に依る") == true)
    let decision = try #require(assessment[round, EstimateRound.decision])
    #expect(assessment[decision, Decision.text]?.contains("3 × 4 = 12") == true)
    #expect(assessment[decision, Decision.record] == risk)
    stage.press("u")
    #expect(stage.model.assessment.level(risk) == before)
    #expect(stage.model.assessment[round, EstimateRound.decision] == nil)
  }

  @Test("a decision cut off comes back with its steps and its reason, until the round is settled")
  func decisionComesBack() throws {
    var stage = try Stage()
    let round = try Self.begun(&stage)
    stage.press("c")
    stage.type("22 22 33 33")
    stage.press(.enter, "R", "y", "d", .enter, "4")
    stage.type("復旧試験の")
    let unsaved = try #require(stage.model.unsavedText)
    stage.press(.escape, "y")
    #expect(stage.model.layers.isEmpty)
    let isBack = stage.model.restore(unsaved)
    #expect(isBack && stage.model.unsavedText == unsaved)
    stage.type("記録に依る")
    stage.press(.enter)
    let decision = try #require(stage.model.assessment[round, EstimateRound.decision])
    let text = stage.model.assessment[decision, Decision.text] ?? ""
    #expect(text.contains("3 × 4 = 12") && text.contains("復旧試験の記録に依る"))
    let isBackAgain = stage.model.restore(unsaved)
    #expect(!isBackAgain)
  }

  @Test("a second round follows on the same risk, and [ ] walk between the rounds")
  func again() throws {
    var stage = try Stage()
    let first = try Self.begun(&stage)
    stage.press("n")
    #expect(stage.model.assessment.count(.estimateRound) == 1)
    stage.press("c")
    stage.type("22 22 33 33")
    stage.press(.enter, "R", "y", "n")
    #expect(stage.model.assessment.count(.estimateRound) == 2)
    #expect(stage.text.contains("2.5 × 2.5"))
    stage.press("[")
    #expect(stage.model.current == first)
    stage.press("]")
    #expect(stage.model.current != first)
  }

  @Test("before the reveal no screen tells what was cast: two rounds that differ only in that look alike")
  func nothingShows() throws {
    func frames(_ digits: String) throws -> [String] {
      var stage = try Stage(.cloud, .english)
      _ = try Self.begun(&stage)
      stage.press("c")
      stage.type(digits)
      stage.press(.enter, .escape)
      var frames = [stage.text]
      for estimate in stage.model.assessment.ids(.estimate) {
        stage.model.jump(to: estimate)
        frames.append(stage.text)
        stage.press("t")
        frames.append(stage.text)
      }
      for screen in ScreenID.allCases where screen != .history {
        stage.open(screen)
        frames.append(stage.text)
      }
      #expect(stage.model.unsavedText == nil)
      return frames
    }
    #expect(try frames("11 12 13 14") == frames("55 44 33 22"))
  }
}
