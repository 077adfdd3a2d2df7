/// Everything a terminal can tell the program.
package enum TerminalEvent: Hashable, Sendable {
  case key(Key)
  /// Text that was pasted as one piece, line breaks as U+000A, not yet cleaned of control characters.
  case paste(String)
  case resize(Size)
  case mouse(MouseEvent)
  case focusGained
  /// Ctrl-Z or SIGTSTP: the person wants the shell for a while.
  case suspendRequested
  /// SIGINT from outside; Ctrl-C typed on the keyboard arrives as a key.
  case interrupt
  /// SIGTERM: end now, cleanly.
  case terminate
  /// SIGHUP: the terminal is gone, nothing can be shown any more.
  case hangup
}
