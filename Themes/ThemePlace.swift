/// A place in a theme file.
package struct ThemePlace: Hashable, Sendable {
  /// The path as it was given, or the name of a built-in theme.
  package var file: String
  /// Counted from 1; nil when the file as a whole is meant.
  package var line: Int?
  /// Counted from 1; nil when the line as a whole is meant.
  package var column: Int?

  /// The file as a whole unless told otherwise.
  package init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `file:line:column`, as compilers write it.
  package var description: String {
    ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
  }
}
