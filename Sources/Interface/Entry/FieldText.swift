package import Domain

/// The one place between field values and text; everything follows from the field's type.
package enum FieldText {
  /// The text a person edits; `parse` reads it back to the same value.
  ///
  /// - Parameters:
  ///   - value: Nil for an empty field.
  ///   - field: Whose value it is.
  ///   - assessment: Where labels and names are found.
  ///   - language: Of words for choices.
  /// - Returns: Empty for an empty field.
  package static func edit(
    _ value: Value?, _ field: FieldDescription, _ assessment: Assessment, _ language: Language
  ) -> String {
    guard let value else { return "" }
    switch value {
    case .text(let text): return text
    case .number(let number): return Value.plain(number)
    case .integer(let integer): return String(integer)
    case .flag(let flag): return words(flag)[language]
    case .day(let day): return day.text
    case .choice(let key): return word(key, field, language)
    case .choices(let keys):
      return keys.map { word($0, field, language) }.joined(separator: separator(language))
    case .reference(let id): return name(id, field, assessment)
    case .references(let ids):
      let names = ids.map { name($0, field, assessment) }
      return names.joined(separator: names.contains { $0.contains(" ") } ? ", " : " ")
    case .list(let texts): return TableText.write([texts], cells: ";")
    case .table(let rows):
      return field.type == .loss ? Self.loss(rows, assessment, language) : TableText.write(rows, cells: "|")
    }
  }

  static func words(_ flag: Bool) -> Words { flag ? Words("yes", "はい") : Words("no", "いいえ") }

  static func word(_ key: String, _ field: FieldDescription, _ language: Language) -> String {
    field.type.options.first { $0.key == key }?.words[language] ?? key
  }

  static func separator(_ language: Language) -> String { Words(", ", "、")[language] }

  /// Where anything may be meant, only a label says what.
  private static func name(_ id: RecordID, _ field: FieldDescription, _ assessment: Assessment) -> String {
    field.type.targets == [.person] ? RecordName.edited(id, assessment) : assessment.label(of: id)
  }

  /// `C2 A3`, in Japanese `機2 可3`: the beginning of a property's name where no other begins so.
  private static func loss(_ rows: [[String]], _ assessment: Assessment, _ language: Language) -> String {
    rows.map { row in
      guard language == .japanese, let key = row.first else { return row.joined() }
      return (Scales.letter(of: key, assessment) ?? key) + row.dropFirst().joined()
    }.joined(separator: " ")
  }
}
