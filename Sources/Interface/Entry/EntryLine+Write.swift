package import Domain

extension EntryLine {
  /// The line that makes such a record; `read` understands it as the same values.
  ///
  /// - Parameters:
  ///   - kind: The record's kind.
  ///   - party: Whose it is; nil for joint ones.
  ///   - values: Its values; each party's own answers are left out, since a line speaks for one party.
  ///   - assessment: Where labels are found.
  ///   - language: Of tokens and words.
  /// - Returns: One line, values in quotes wherever they could be taken for more than one word.
  package static func write(
    _ kind: RecordKind, party: RecordID?, values: [Slot: Value], _ assessment: Assessment,
    _ language: Language
  ) -> String {
    let vocabulary = EntryVocabulary[kind]
    var parts: [String] = []
    if let party, kind.description.ownership != .joint { parts.append("@" + assessment.label(of: party)) }
    for field in vocabulary.fields {
      guard let value = values[Slot(field.key)] else { continue }
      let text = TypedText.line(FieldText.edit(value, field, assessment, language))
      if field.key == kind.description.title.key, kind != .controlStatement {
        parts.insert(quoted(text), at: 0)
      } else if case .list(let members) = value, field.tokens.contains("#") {
        parts += members.map { "#" + word(TableText.write([[$0]], cells: ";")) }
      } else {
        parts.append(vocabulary.spelling(of: field, language) + word(text))
      }
    }
    return parts.joined(separator: " ")
  }

  private static func word(_ text: String) -> String {
    text.allSatisfy { $0.isLetter || $0.isNumber || "-.%/:@".contains($0) } ? text : quoted(text)
  }

  /// In the first kind of quotes that the text itself does not use; if it uses them all, the plainest become ´.
  static func quoted(_ text: String, _ language: Language = .english) -> String {
    let pairs: [(Character, Character)] = [("\"", "\""), ("「", "」"), ("“", "”"), ("『", "』")]
    let order = language == .japanese ? [pairs[1], pairs[3], pairs[0], pairs[2]] : pairs
    for (open, close) in order where !text.contains(open) && !text.contains(close) {
      return String(open) + text + String(close)
    }
    return "\"" + text.replacing("\"", with: "´") + "\""
  }
}
