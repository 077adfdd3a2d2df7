import Canvas
import Domain
import Interface
import Testing

@Suite("Frames of blind estimates")
struct EstimateFramesTests {
  /// Twelve people of both organisations, a round open on the first risk.
  private func stage(_ terminal: FourSizes, cards: String = "") throws -> Stage {
    var stage = try terminal.stage()
    stage.act(stage.model.assessment.ids(.participant).map(Command.removeAndUnlink))
    let names =
      terminal.language == .japanese
      ? ["佐藤", "鈴木", "田中", "高橋", "伊藤", "渡辺", "山本", "中村", "小林", "加藤", "吉田", "山田"]
      : [
        "Sato", "Suzuki", "Tanaka", "Takahashi", "Ito", "Watanabe", "Yamamoto", "Nakamura", "Kobayashi",
        "Kato", "Yoshida", "Yamada",
      ]
    let parties = stage.model.assessment.ids(.party)
    for (number, name) in names.enumerated() {
      var draft = Draft(.participant, party: parties[number / 6])
      draft.set(Participant.name, name)
      stage.act([.create(draft)])
    }
    stage.press("4", "v")
    if !cards.isEmpty {
      stage.press("c")
      stage.type(cards)
      stage.press(.enter, .home)
    }
    return stage
  }

  private static let all = "34 35 25 35 34 44 33 34 15 34 43 35"

  private func join(_ stage: Stage) -> JoinModel {
    var model = JoinModel(
      assessment: stage.model.assessment, context: stage.model.context,
      name: stage.model.language == .japanese ? "佐藤" : "Sato", language: stage.model.language,
      glyphs: stage.model.glyphs, size: stage.model.size)
    _ = model.sitDown(for: nil)
    return model
  }

  @Test("the facilitator before the reveal", arguments: FourSizes.two)
  func open(_ terminal: FourSizes) throws {
    try terminal.check(stage(terminal, cards: "34 35 - 25 - - 44 - 33 - - -"), "estimate")
  }

  @Test("the reveal", arguments: FourSizes.all)
  func revealed(_ terminal: FourSizes) throws {
    var stage = try stage(terminal, cards: Self.all)
    stage.press("R", "y", .home)
    try terminal.check(stage, "reveal")
  }

  @Test("the estimate card", arguments: FourSizes.all)
  func card(_ terminal: FourSizes) throws {
    var model = join(try stage(terminal, cards: "- 35 - 25 - - 44 - 33 - - -"))
    _ = model.update(.key("3"))
    try Golden.check(model.view(), "card-\(terminal.testDescription)", colours: terminal.colours)
  }
}
