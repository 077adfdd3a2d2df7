/// A JSON value that keeps what it was read from: the order of keys and how a number was written, so that what
/// nobody here understands comes out again as it came in.
package enum OSCALValue: Hashable, Sendable {
  case null
  case flag(Bool)
  /// As written in the document: `1`, `0.50`, `1e3`.
  case number(String)
  case text(String)
  case array([OSCALValue])
  case object(OSCALObject)

  /// The text; nil for any other value.
  package var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The elements; empty for anything but an array.
  package var elements: [OSCALValue] { if case .array(let elements) = self { elements } else { [] } }

  /// The members; nil for anything but an object.
  package var object: OSCALObject? { if case .object(let object) = self { object } else { nil } }

  /// The value of an object's key; nil where there is none.
  package subscript(key: String) -> OSCALValue? { object?[key] }

  /// An object of the members that have a value, in the order given.
  package static func object(_ members: KeyValuePairs<String, OSCALValue?>) -> OSCALValue {
    .object(OSCALObject(members.compactMap { member in member.value.map { (member.key, $0) } }))
  }

  /// An array, or nil where it would be empty: OSCAL has no empty arrays.
  package static func list(_ elements: [OSCALValue]) -> OSCALValue? {
    elements.isEmpty ? nil : .array(elements)
  }
}

/// The members of a JSON object in their order.
package struct OSCALObject: Hashable, Sendable {
  /// A key and its value.
  package struct Member: Hashable, Sendable {
    package let key: String
    package var value: OSCALValue
  }

  package private(set) var members: [Member]

  package init(_ members: [(String, OSCALValue)] = []) {
    self.members = members.map { Member(key: $0.0, value: $0.1) }
  }

  package var isEmpty: Bool { members.isEmpty }

  /// The value of the first member with that key; setting keeps its place, or appends; nil takes it out.
  package subscript(key: String) -> OSCALValue? {
    get { members.first { $0.key == key }?.value }
    set {
      guard let place = members.firstIndex(where: { $0.key == key }) else {
        if let newValue { members.append(Member(key: key, value: newValue)) }
        return
      }
      if let newValue { members[place].value = newValue } else { members.remove(at: place) }
    }
  }
}
