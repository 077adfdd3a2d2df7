/// What lines are sorted by: a column, and which way.
package struct GridSort: Hashable, Codable, Sendable {
  /// The column's name.
  package let column: String
  package let isDescending: Bool
}

extension GridSort {
  /// As saved views keep it: `-level` for levels from the highest down.
  var text: String { (isDescending ? "-" : "") + column }

  /// Nil for an empty text.
  init?(text: String) {
    let column = text.hasPrefix("-") ? String(text.dropFirst()) : text
    guard !column.isEmpty else { return nil }
    self.init(column: column, isDescending: text.hasPrefix("-"))
  }
}
