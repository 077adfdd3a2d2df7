import Crypto
package import Domain

/// How things are called in OSCAL: the project's one namespace, uuids that follow from names, tokens, one-line strings.
package enum OSCALName {
  private static let project = "0091cabb-4959-46e6-a7c6-369ce0e3c009"

  /// The namespace of our properties and of the names our uuids are made from. A urn, because it needs no host
  /// that somebody would have to keep; never to be changed.
  package static let namespace = "urn:uuid:" + project

  /// The name-based uuid (RFC 9562, version 5) of a name in the project's namespace.
  package static func uuid(_ name: String) -> String {
    var hash = Insecure.SHA1()
    hash.update(data: projectBytes)
    hash.update(data: Array(name.utf8))
    var bytes = Array(hash.finalize().prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return [digits[0..<4], digits[4..<6], digits[6..<8], digits[8..<10], digits[10..<16]]
      .map { $0.joined() }.joined(separator: "-")
  }

  /// The uuid of a record that was made here and came from nowhere else.
  package static func uuid(of record: RecordID) -> String { uuid("record/" + record.text) }

  private static let projectBytes: [UInt8] = {
    let digits = Array(project.utf8.filter { $0 != UInt8(ascii: "-") })
    return stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
    }
  }()

  /// Whether it is a uuid that OSCAL takes: version 4 or 5, in lower or upper case.
  package static func isUUID(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [8, 4, 4, 4, 12], "45".contains(parts[2].prefix(1)),
      "89abAB".contains(parts[3].prefix(1))
    else { return false }
    return parts.joined().utf8.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }

  /// A name as an OSCAL token: letters, digits, `.`, `-` and `_`, not beginning with a digit.
  package static func token(_ name: String) -> String {
    let scalars = name.unicodeScalars.map { scalar -> Unicode.Scalar in
      isLetter(scalar) || isNumber(scalar) || ".-_".unicodeScalars.contains(scalar) ? scalar : "-"
    }
    let starts = scalars.first.map { isLetter($0) || $0 == "_" } ?? false
    return (starts ? "" : "_") + String(String.UnicodeScalarView(scalars))
  }

  /// A text as an OSCAL string: one line, no space at its ends; nil when nothing is left of it.
  package static func line(_ text: String?) -> String? {
    guard let text else { return nil }
    let flat = text.unicodeScalars.map { breaksLine($0) ? " " : $0 }
    let kept = flat.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    return kept.isEmpty ? nil : String(String.UnicodeScalarView(kept))
  }

  /// A place as the reference part of a URI: what may not stand there is percent-encoded.
  package static func reference(_ place: String) -> String {
    let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    return place.utf8.map { byte in
      allowed.contains(byte)
        ? String(decoding: [byte], as: UTF8.self)
        : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber: true
    default: false
    }
  }

  private static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
    ["\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar)
  }

  // Validators differ in what they call a space; a control character or byte order mark is none that anybody needs.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.generalCategory == .control || scalar == "\u{FEFF}"
  }
}
