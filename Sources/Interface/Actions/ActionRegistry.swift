package import Canvas

/// All actions of the program, in the order in which help lists them.
package enum ActionRegistry {
  package static let actions: [Action] =
    ScreenActions.all + RecordActions.all + PhaseActions.all + MatterActions.all + WorkshopActions.all
    + WalkActions.all + ReportActions.all + ProgramActions.all
    + MovementActions.all

  private static let byID = Dictionary(uniqueKeysWithValues: actions.map { ($0.id, $0) })

  /// The action of that name; nil when there is none.
  package static func action(named id: String) -> Action? { byID[id] }

  /// What a key does on the screen in front where nobody wanted other keys.
  package static func usualAction(for key: Key, in model: Model) -> Action? {
    Keymap.usual.action(for: key, in: model)
  }
}
