import Synchronization

/// A field's stable name as a small number, so that a column is found by index and not by hashing a string.
///
/// The number is private to the running process; only `name` is ever written.
package struct FieldKey: Hashable, Sendable {
  /// Position of the column; dense from zero.
  package let index: Int

  /// The key for `name`; the same name always gives the same key within one process.
  package init(_ name: String) {
    index = Self.registry.withLock { $0.number(of: name) }
  }

  /// The name as it stands in files.
  package var name: String {
    Self.registry.withLock { $0.names[index] }
  }

  private static let registry = Mutex(Registry())

  private struct Registry {
    var names: [String] = []
    var numbers: [String: Int] = [:]

    mutating func number(of name: String) -> Int {
      if let known = numbers[name] { return known }
      numbers[name] = names.count
      names.append(name)
      return names.count - 1
    }
  }
}

/// By its name: the number is this process's own.
extension FieldKey: Codable {
  package init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}

/// Where a value stands: a field, and for fields that each party fills in for itself, whose.
package struct Slot: Hashable, Sendable {
  package let key: FieldKey
  /// The party whose own value this is; nil for fields the record has once.
  package let party: RecordID?

  package init(_ key: FieldKey, party: RecordID? = nil) {
    self.key = key
    self.party = party
  }
}
