/// The two languages the program speaks.
package enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case japanese = "ja"
}

/// One expression in both languages, kept together so that neither can be forgotten.
package struct Words: Hashable, Codable, Sendable {
  /// As written: keys stand as mentions.
  package let en: String
  package let ja: String

  package init(_ en: String, _ ja: String) {
    self.en = en
    self.ja = ja
  }

  /// As people read it, with the usual keys.
  package subscript(language: Language) -> String { text(language) { _ in nil } }

  /// As people read it, with the keys they have.
  package func text(_ language: Language, key: (_ action: String) -> String?) -> String {
    KeyMention.read(language == .japanese ? ja : en, key)
  }
}

/// A closed list of values a field may take; the raw value is the stable key written to files.
package protocol Choice: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// The value as people read it.
  var words: Words { get }
}

/// One allowed value of a choice field, free of its Swift type.
package struct ChoiceOption: Hashable, Sendable {
  /// The stable key written to files.
  package let key: String
  /// What people read.
  package let words: Words

  package init(_ key: String, _ words: Words) {
    self.key = key
    self.words = words
  }
}
