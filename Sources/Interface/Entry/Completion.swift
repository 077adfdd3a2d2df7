/// One way to go on typing.
package struct Completion: Hashable, Sendable {
  /// How many characters of the text stay; `insert` takes the place of the rest up to the cursor.
  package let start: Int
  package let insert: String
  /// What the person sees: what is inserted, and what it means.
  package let display: String
}
