import Canvas
import Domain

/// Going into the cells of grids whose values are typed by one key.
enum LetterActions {
  private static let here: [ScreenID] = [.responsibilities, .integration, .adoption, .negotiation]

  static let all: [Action] = [
    Action(
      "group-clauses", "by topic / by kind", "主題別・種類別", keys: [.character("b")], screens: [.agreement],
      footer: 28
    ) { model in
      model.state.variant = (model.state.variant + 1) % 2
      return []
    },
    Action(
      "open-cell", "into the cell", "欄に入る", keys: [.enter], screens: here, footer: 20
    ) { model in
      if model.pane != .main { return RecordActions.open(&model) }
      return Screens.screen(model.screen).enter(&model) ?? RecordActions.open(&model)
    }.idle(where: RecordActions.opensNothing),
    Action(
      "edit-cell", "edit in a form", "フォームで編集", keys: [.character("e")], screens: [.integration],
      capability: .change, footer: 25
    ) { model in
      guard model.current == nil, let birth = IntegrationScreen.cellBirth(model) else {
        return RecordActions.edit(&model)
      }
      model.layers.append(FormLayer(birth, model))
      return []
    }.idle { $0.chosen.isEmpty && IntegrationScreen.cellBirth($0) == nil },
  ]
}
