/// Which controls of two editions of a standard answer to each other.
package struct EditionCorrespondence: Sendable {
  package let pairs: [(older: String, newer: String)]
  private let byOlder: [String: [String]]
  private let byNewer: [String: [String]]

  package init(_ pairs: [(older: String, newer: String)]) {
    self.pairs = pairs
    byOlder = Dictionary(grouping: pairs, by: \.older).mapValues { $0.map(\.newer) }
    byNewer = Dictionary(grouping: pairs, by: \.newer).mapValues { $0.map(\.older) }
  }

  /// The newer edition's controls for a number of the older; empty if unknown.
  package func newer(of number: String) -> [String] { byOlder[number] ?? [] }

  /// The older edition's controls for a number of the newer; empty where the control is new.
  package func older(of number: String) -> [String] { byNewer[number] ?? [] }
}
