/// Why the interface cannot be shown here; the sentences are made where the languages are.
package enum SessionError: Error, Equatable, Sendable {
  /// Standard input or output is a file or a pipe.
  case notATerminal
  /// TERM is missing, or the terminal database has no such entry.
  case unknownTerminal(name: String)
  /// The terminal cannot place its cursor.
  case dumbTerminal(name: String)
  /// Neither the user's locale nor C.UTF-8 is there, so Japanese could not be shown.
  case noUnicodeLocale
}
