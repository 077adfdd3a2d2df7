/// A clause of a standard: its number and titles. No text of any standard.
package struct Clause: Hashable, Sendable {
  package let number: String
  package let title: Words

  package init(number: String, title: Words) {
    self.number = number
    self.title = title
  }

  /// 1 for a main clause (`4`), 2 for `4.1`, 3 for `6.1.1`.
  package var depth: Int { number.split(separator: ".").count }
}

/// The clauses of a standard in its order.
package struct ClauseList: Sendable {
  package let clauses: [Clause]
  private let positions: [String: Int]

  package init(_ clauses: [Clause]) {
    self.clauses = clauses
    positions = Dictionary(
      clauses.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The clause of that number; nil if there is none.
  package subscript(number: String) -> Clause? { positions[number].map { clauses[$0] } }

  /// The clauses without parts of their own: those that can be conformed to.
  package var leaves: [Clause] {
    clauses.filter { clause in !clauses.contains { $0.number.hasPrefix(clause.number + ".") } }
  }
}
