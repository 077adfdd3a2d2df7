import Canvas
import Domain

/// Actions on a statement of applicability as a whole: which catalogues it runs over, moving it to the newer edition;
/// and on what is shared, going to whoever must act.
enum StatementActions {
  static let all: [Action] = [
    Action(
      "choose-catalogues", "control catalogues", "管理策カタログ", keys: [.character("C")],
      screens: ControlActions.here, capability: .change, footer: 52
    ) { chooseCatalogues(&$0) },
    Action(
      "move-edition", "move to the 2022 edition", "2022年版へ移行", keys: [.character("M")],
      screens: ControlActions.here, capability: .change, footer: 50
    ) { model in
      let moves = EditionLayer.moves(model)
      guard !moves.isEmpty else {
        let words = Words(
          "Nothing is stated by 27002:2013 here: there is nothing to move.",
          "27002:2013 による適用宣言がないため、移行するものがありません。")
        model.notice = Notice(model.say(words), .info)
        return []
      }
      model.layers.append(EditionLayer(moves, model))
      return []
    },
    Action("imported-documents", "documents imported", "取り込み文書の一覧", keys: []) { showImported(&$0) },
    Action(
      "open-gap", "to the line of who must act", "動く組織の行へ", keys: [.enter], screens: [.gap], footer: 5
    ) { model in
      if model.pane != .main { return RecordActions.open(&model) }
      return Screens.screen(model.screen).enter(&model) ?? []
    }.idle(where: RecordActions.opensNothing),
    Action(
      "edit-shared", "write who does what", "分担を記入", keys: [.character("e")], screens: [.gap],
      capability: .change, footer: 10
    ) { editShared(&$0) },
  ]

  /// Any mix of those the program knows, for the party whose line the cursor is on.
  private static func chooseCatalogues(_ model: inout Model) -> [Effect] {
    guard let front = ControlsScreen.front(model, model.state) else { return [] }
    let options = model.context.catalogues.catalogues.map { ChoiceOption($0.key, $0.title) }
    let name = model.shortName(of: front)
    model.layers.append(
      ChoicesLayer(
        title: Words("Control catalogues of \(name)", "\(name) の管理策カタログ"), options: options,
        chosen: Set(model.assessment[front, Party.catalogues])
      ) { model, keys in
        // Catalogues that this program does not know stay.
        let others = model.assessment[front, Party.catalogues].filter { model.context.catalogues[$0] == nil }
        let chosen = keys + others
        let value: Value? = chosen.isEmpty ? nil : .list(chosen)
        return [.perform([.set(front, Slot(Party.catalogues.key), value)], .action)]
      })
    return []
  }

  /// What came from elsewhere, newest first; the one chosen is traced, where it can be deleted.
  private static func showImported(_ model: inout Model) -> [Effect] {
    let documents = Array(model.assessment.ids(.importedDocument).reversed())
    guard !documents.isEmpty else {
      let words = Words(
        "No document was imported; see kyokumen import --help.", "取り込んだ文書はありません（kyokumen import --help 参照）。")
      model.notice = Notice(model.say(words), .info)
      return []
    }
    model.layers.append(
      RecordChoiceLayer(title: Words("Documents imported", "取り込み文書"), records: documents) { model, document in
        model.jump(to: document)
        return []
      })
    return []
  }

  /// The statement of whoever has to act, at what the provider provides; where there is none, its line.
  private static func editShared(_ model: inout Model) -> [Effect] {
    guard let row = model.state.current, let sides = GapScreen.sides(row, model) else {
      model.notice = Notice(model.say(UI.nothingChosen), .info)
      return []
    }
    guard let statement = sides.statement(of: sides.mover) else {
      return Screens.screen(model.screen).enter(&model) ?? []
    }
    let field =
      sides.mover == sides.provider ? ControlStatement.provided.key : ControlStatement.responsibility.key
    model.layers.append(FormLayer(editing: [statement], at: field, model))
    return []
  }
}
