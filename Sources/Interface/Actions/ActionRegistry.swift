package import Canvas
import Domain

/// All actions of the program, in the order in which help lists them.
package enum ActionRegistry {
  package static let actions: [Action] =
    ScreenActions.all + RecordActions.all + PhaseActions.all + MatterActions.all + WorkshopActions.all
    + WalkActions.all + ReportActions.all + ProgramActions.all
    + MovementActions.all

  private static let byKey: [Key: [Action]] = actions.reduce(into: [:]) { table, action in
    for key in action.keys { table[key, default: []].append(action) }
  }

  /// What a key does on the screen in front: the screen's own action before the one of everywhere.
  package static func action(for key: Key, in model: Model) -> Action? {
    let here = (byKey[key] ?? []).filter { $0.isHere(model) }
    return here.first(where: \.inCell) ?? here.first { $0.screens != nil } ?? here.first
  }

  /// Keys and words for the footer of the screen in front.
  static func footer(_ model: Model) -> [(String, Words)] {
    actions.filter {
      $0.footer != nil && $0.inCell == model.state.inCell && $0.isHere(model) && $0.unavailable(model) == nil
        && isReached($0, model)
    }
    .sorted { ($0.footer ?? 0) < ($1.footer ?? 0) }
    .map { ($0.keyText, $0.words) }
  }

  /// Whether its key leads to it and not to an action of the screen in front.
  static func isReached(_ action: Action, _ model: Model) -> Bool {
    action.keys.first.map { self.action(for: $0, in: model)?.id == action.id } ?? true
  }
}
