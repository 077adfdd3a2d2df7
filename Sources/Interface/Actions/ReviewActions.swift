import Canvas
import Domain

/// Actions on the page of the management review.
enum ReviewActions {
  static let all: [Action] = [
    Action(
      "keep-inputs", "record the inputs", "インプットを記録", keys: [.character("I")], screens: [.review],
      capability: .change, footer: 15, unless: noReview
    ) { keep(&$0) },
    Action(
      "action-done", "done / open again", "完了・未完了", keys: [.character("a")], screens: [.review],
      capability: .change, footer: 17, unless: noAction
    ) { done($0) },
  ]

  @Sendable private static func noReview(_ model: Model) -> Words? {
    ReviewScreen.review(model) == nil ? ReviewScreen.noneHeld : nil
  }

  @Sendable private static func noAction(_ model: Model) -> Words? {
    model.current.flatMap(model.assessment.kind(of:)) == .actionItem
      ? nil : Words("Put the cursor on an action.", "処置の行を選んでください。")
  }

  /// The inputs as text in the record itself: what the meeting saw stays though the records go on.
  private static func keep(_ model: inout Model) -> [Effect] {
    guard let review = ReviewScreen.review(model), let party = model.party else { return [] }
    let text = text(of: party, model)
    let commands = [Command.set(review, Slot(ManagementReview.inputs.key), .text(text))]
    guard model.assessment.has(review, ManagementReview.inputs) else { return [.perform(commands, .action)] }
    model.layers.append(
      ConfirmLayer(
        deciding: Words(
          "Replace the recorded inputs by those of today?", "記録済みのインプットを本日のものに置き換えますか？"), commands, model))
    return []
  }

  private static func text(of party: RecordID, _ model: Model) -> String {
    let assessment = model.assessment
    let inputs = ReviewInputs(assessment, party: party, today: model.context.today)
    return ReviewInput.allCases.map { input in
      let items = inputs.items(input).map { item in
        let state = model.say(item.state)
        return "  " + assessment.label(of: item.record) + " " + (assessment.title(of: item.record) ?? "")
          + (state.isEmpty ? "" : ": " + state)
      }
      let none = "  " + model.say(Words("nothing recorded", "記録なし"))
      return ([input.item + ") " + model.say(input.words)] + (items.isEmpty ? [none] : items))
        .joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private static func done(_ model: Model) -> [Effect] {
    let actions = model.chosen.filter { model.assessment.kind(of: $0) == .actionItem }
    return [
      .perform(
        actions.map { action in
          model.assessment.has(action, ActionItem.doneOn)
            ? .set(action, Slot(ActionItem.doneOn.key), nil)
            : .set(action, Slot(ActionItem.doneOn.key), .day(model.context.today))
        }, .action)
    ]
  }
}
