import Domain

/// Ways of looking that are kept in the workspace, so that they travel with it.
enum SavedViews {
  /// The screen whose views the one in front shows and keeps: the matrix looks at risks as the register does.
  static func home(_ model: Model) -> ScreenID { model.screen == .matrix ? .register : model.screen }

  /// Those for the screen in front, in the order in which they were made.
  static func offered(_ model: Model) -> [RecordID] {
    let home = home(model).rawValue
    return model.assessment.ids(.savedView).filter { model.assessment[$0, SavedView.screen] == home }
  }

  /// Asks what the present way of looking is to be called.
  static func question(_ model: Model) -> PromptLayer {
    PromptLayer(
      Words("Name of the view (one of that name is replaced)", "ビューの名称（同名のものは置き換えます）"), .saveView)
  }

  /// Keeps the present way of looking under a name, as one act.
  static func save(_ name: String, _ model: Model) -> [Command] {
    let home = home(model)
    let state = model.states[home] ?? ScreenState()
    let values: [Slot: Value?] = [
      Slot(SavedView.title.key): .text(name), Slot(SavedView.screen.key): .text(home.rawValue),
      Slot(SavedView.filter.key): model.filterText.map { .text($0) },
      Slot(SavedView.sort.key): state.sort.map { .text($0.text) },
      Slot(SavedView.columns.key): state.columns.map { .list($0) },
    ]
    let same = offered(model).first { model.assessment[$0, SavedView.title] == name }
    if let same { return RecordKind.savedView.setting(values, of: same) }
    return [.create(Draft(.savedView, party: nil, values: values.compactMapValues { $0 }))]
  }

  /// Looks at the screen in front as a view says.
  static func apply(_ view: RecordID, _ model: inout Model) {
    let assessment = model.assessment
    var state = model.states[home(model)] ?? ScreenState()
    state.sort = assessment[view, SavedView.sort].flatMap { GridSort(text: $0) }
    let columns = assessment[view, SavedView.columns]
    state.columns = columns.isEmpty ? nil : columns
    model.states[home(model)] = state
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
