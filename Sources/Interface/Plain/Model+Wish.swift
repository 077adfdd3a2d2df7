import Canvas
import Domain

extension Model {
  /// Does what was asked for by name or number, as the key that stands for it would.
  mutating func grant(_ wish: Wish) -> [Effect] {
    notice = nil
    guard layers.isEmpty else { return [] }
    switch wish {
    case .silence: break
    case .action(let id, let word):
      guard let action = ActionRegistry.action(named: id) else { return [] }
      if !word.isEmpty, let run = action.runWithWord, action.unavailable(self) == nil {
        return run(word, &self)
      }
      return run(action)
    case .line(let place):
      pane = .main
      if state.rows.indices.contains(place) { state.cursor = place }
    case .finding(let place):
      pane = .gate
      gateCursor = place
      return RecordActions.open(&self)
    case .gate: pane = .gate
    case .screen(let id): go(to: id)
    case .party(let party): showParty(party)
    case .record(let record): jump(to: record)
    }
    return []
  }
}
