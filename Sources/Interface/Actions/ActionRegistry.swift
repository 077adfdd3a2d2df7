/// All actions of the program, in the order in which help lists them.
package enum ActionRegistry {
  package static let actions: [Action] =
    ScreenActions.all + RecordActions.all + PhaseActions.all + MatterActions.all + WorkshopActions.all
    + WalkActions.all + ReportActions.all + ProgramActions.all
    + MovementActions.all

  private static let byID = Dictionary(uniqueKeysWithValues: actions.map { ($0.id, $0) })

  /// The action of that name; nil when there is none.
  package static func action(named id: String) -> Action? { byID[id] }
}
