/// What a field holds. Absence is nil, never a case.
package enum Value: Hashable, Sendable {
  case text(String)
  case number(Double)
  case integer(Int)
  case flag(Bool)
  case day(Day)
  /// One key of a closed list.
  case choice(String)
  /// A set of keys of a closed list, in the order of the description.
  case choices([String])
  case reference(RecordID)
  /// Further records, in the order people gave them; no record twice.
  case references([RecordID])
  /// Short texts, such as tags or risk sources.
  case list([String])
  /// Rows of a small table, such as the steps of a scale.
  case table([[String]])
}
