import Canvas
import Domain

/// Actions on the screens that show the whole: division of work, line of supply.
enum WholeActions {
  static let all: [Action] = [
    Action(
      "usual-division", "begin from the usual division", "標準的な分担を入れる", keys: [.character("+")],
      screens: [.division], capability: .change, footer: 12, unless: nothingMissing
    ) { model in [.perform(UsualDivision.missing(model), .action)] },
    Action(
      "write-division", "write it", "分担を書く", keys: [.character("n")], screens: [.division],
      capability: .change, footer: 10, unless: onHeading
    ) { model in Screens.screen(.division).enter(&model) ?? [] },
    TreeActions.turn("fold-supply", "fold", "たたむ", [.left, .character("h")], .left, [.supply], footer: 30),
    TreeActions.turn(
      "unfold-supply", "unfold", "開く", [.right, .character("l")], .right, [.supply], footer: 31),
  ]

  @Sendable private static func nothingMissing(_ model: Model) -> Words? {
    UsualDivision.missing(model).isEmpty
      ? Words("Every phase says already what each party does.", "全ての局面に分担が書かれています。") : nil
  }

  @Sendable private static func onHeading(_ model: Model) -> Words? {
    model.state.current.flatMap { DivisionScreen.party($0, model) } == nil
      ? Words("Put the cursor on a party's line.", "組織の行を選んでください。") : nil
  }
}
