/// Where in a document something stands, written out only when somebody asks.
package indirect enum OSCALPlace: Hashable, Sendable {
  case top
  case key(OSCALPlace, String)
  case index(OSCALPlace, Int)

  /// As in `/catalog/groups/3/controls/0/id` (RFC 6901); empty at the top.
  package var text: String {
    switch self {
    case .top: ""
    case .key(let above, let key):
      above.text + "/" + key.replacing("~", with: "~0").replacing("/", with: "~1")
    case .index(let above, let index): above.text + "/\(index)"
    }
  }
}

/// A value of a document together with where it stands, so that whoever finds fault with it can say so.
struct OSCALElement {
  let value: OSCALValue
  let place: OSCALPlace

  func fault(_ why: OSCALFault.Why) -> OSCALFault { OSCALFault(why, at: place) }

  /// A member; nil where there is none.
  ///
  /// - Throws: `OSCALFault` if this is no object.
  func member(_ key: String) throws -> OSCALElement? {
    guard let object = value.object else { throw fault(.wrongType(expected: .object)) }
    return object[key].map { OSCALElement(value: $0, place: .key(place, key)) }
  }

  /// A member that must be there.
  func required(_ key: String) throws -> OSCALElement {
    guard let member = try member(key) else { throw fault(.missing(key)) }
    return member
  }

  /// The elements of a list; none where the key is absent.
  func list(_ key: String) throws -> [OSCALElement] {
    guard let member = try member(key) else { return [] }
    guard case .array(let elements) = member.value else {
      throw member.fault(.wrongType(expected: .array))
    }
    return elements.enumerated().map { OSCALElement(value: $1, place: .index(member.place, $0)) }
  }

  /// A text as it may be kept, over several lines; nil where the key is absent or nothing is said.
  func text(_ key: String) throws -> String? {
    guard let member = try member(key) else { return nil }
    return try member.ownText
  }

  /// A text on one line.
  func line(_ key: String) throws -> String? { try text(key).map(IncomingText.line) }

  /// A text that must be there and say something, on one line.
  func requiredLine(_ key: String) throws -> String {
    let member = try required(key)
    guard let text = try member.ownText else { throw member.fault(.empty) }
    return IncomingText.line(text)
  }

  private var ownText: String? {
    get throws {
      switch value {
      // Who writes YAML writes `version: 1.0` and means a text.
      case .text(let text), .number(let text):
        let clean = IncomingText.lines(text)
        return clean.isEmpty ? nil : clean
      case .null: return nil
      case .flag, .array, .object: throw fault(.wrongType(expected: .text))
      }
    }
  }

  /// The value of the first property of that name, of any namespace or class, those without a class first.
  func property(_ name: String) throws -> String? {
    let named = try list("props").filter { try $0.line("name") == name }
    let plain = try named.first { try $0.member("class") == nil } ?? named.first
    return try plain?.line("value")
  }
}
