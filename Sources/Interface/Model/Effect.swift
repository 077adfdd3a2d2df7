package import Domain

/// An order to the world outside; the runner carries it out and answers with a message.
package enum Effect: Hashable, Sendable {
  /// Carry out one act and write it before the next frame.
  case perform([Command], Origin)
  case undo
  case redo
  case readHistory(of: RecordID?)
  /// Long text into `$EDITOR`.
  case edit(String, EditTarget)
  /// Onto the clipboard of the terminal.
  case copy(String)
  case redraw
  case suspend
  case toggleMouse
  /// Save a changed demo under this path.
  case saveCopy(String)
  /// Ring the terminal's bell once.
  case bell
  case quit
}
