import Domain

/// Ways of looking that are kept in the workspace, so that they travel with it.
enum SavedViews {
  /// Those of a screen, in the order in which they were made.
  static func of(_ screen: ScreenID, _ model: Model) -> [RecordID] {
    model.assessment.ids(.savedView).filter { model.assessment[$0, SavedView.screen] == screen.rawValue }
  }

  /// Asks what the present way of looking is to be called.
  static func question(_ model: Model) -> PromptLayer {
    PromptLayer(
      Words("Name of the view (one of that name is replaced)", "ビューの名称（同名のものは置き換えます）"), .saveView)
  }

  /// Keeps the present way of looking under a name, as one act.
  static func save(_ name: String, _ model: Model) -> [Command] {
    let state = model.state
    let values: [Slot: Value?] = [
      Slot(SavedView.title.key): .text(name), Slot(SavedView.screen.key): .text(model.screen.rawValue),
      Slot(SavedView.filter.key): model.filterText.map { .text($0) },
      Slot(SavedView.sort.key): state.sort.map { .text($0.text) },
      Slot(SavedView.columns.key): state.columns.map { .list($0) },
    ]
    let same = of(model.screen, model).first { model.assessment[$0, SavedView.title] == name }
    if let same { return RecordKind.savedView.setting(values, of: same) }
    return [.create(Draft(.savedView, party: nil, values: values.compactMapValues { $0 }))]
  }

  /// Looks at the screen in front as a view says.
  static func apply(_ view: RecordID, _ model: inout Model) {
    let assessment = model.assessment
    model.state.sort = assessment[view, SavedView.sort].flatMap { GridSort(text: $0) }
    let columns = assessment[view, SavedView.columns]
    model.state.columns = columns.isEmpty ? nil : columns
    guard let kind = model.filterKind else { return }
    do throws(FilterFault) {
      model.apply(try model.filter(assessment[view, SavedView.filter] ?? "", kind), to: kind)
    } catch {
      model.apply(nil, to: kind)
      model.notice = Notice(model.say(error.words), .warning)
    }
    model.prepare()
  }
}
