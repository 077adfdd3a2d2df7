/// What the pointer did, and on which cell.
package struct MouseEvent: Hashable, Sendable {
  /// The part of the pointer that moved; motion alone is never reported.
  package enum Action: Hashable, Sendable {
    case click
    case release
    case wheelUp
    case wheelDown
  }

  /// What happened.
  package var action: Action
  /// The cell under the pointer.
  package var point: Point

  /// An event at a cell of the frame last shown.
  package init(_ action: Action, at point: Point) {
    self.action = action
    self.point = point
  }
}
