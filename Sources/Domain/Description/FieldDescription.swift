import Synchronization

/// Whose lock a field obeys.
package enum FieldPhase: Hashable, Sendable {
  /// The phase of its kind.
  case ofKind
  /// A later phase than its kind's (`→n` in the domain's words).
  case phase(Phase)
  /// Operation goes on when a phase is agreed: journalled, never locked, never makes a phase stale.
  case running
}

/// Everything the program knows about one field; forms, quick entry, journal, history, search, tables and
/// exchange read it and nothing else.
///
/// An object, one for each declaration, because columns, rules and values carry it about: handing it on must copy
/// nothing.
package final class FieldDescription: Hashable, Sendable {
  package let key: FieldKey
  package let words: Words
  package let type: FieldType
  package let phase: FieldPhase
  /// Each bound party fills in its own value.
  package let perParty: Bool
  /// Ids of the gate rules that ask for this field.
  package let required: [String]
  /// Quick-entry tokens, such as `own:` and `担当:`; empty when only the form sets it.
  package let tokens: [String]
  /// What belongs here, for forms and help; nil when the words say enough.
  package let hint: Words?
  /// Written by the program and by nobody's hand: no form asks for it, no line sets it, search passes it by.
  package let isKept: Bool
  /// Tells declarations apart: fields of several kinds may share a name and so a key. Private to the running process.
  let declaration: Int

  private static let declarations = Atomic(0)

  fileprivate init(
    key: FieldKey, words: Words, type: FieldType, phase: FieldPhase, perParty: Bool, required: [String],
    tokens: [String], hint: Words?, isKept: Bool
  ) {
    self.key = key
    self.words = words
    self.type = type
    self.phase = phase
    self.perParty = perParty
    self.required = required
    self.tokens = tokens
    self.hint = hint
    self.isKept = isKept
    declaration = Self.declarations.add(1, ordering: .relaxed).newValue
  }

  /// The name as it stands in files.
  package var name: String { key.name }

  package static func == (one: FieldDescription, other: FieldDescription) -> Bool { one === other }

  package func hash(into hasher: inout Hasher) { hasher.combine(declaration) }
}

/// A field with the Swift type of its value, so that code reads it without casts.
package struct Attribute<Content>: Sendable {
  package let field: FieldDescription

  package var key: FieldKey { field.key }

  fileprivate init(
    _ name: String, _ words: Words, _ type: FieldType, phase: FieldPhase, perParty: Bool, required: [String],
    tokens: [String], hint: Words?, isKept: Bool = false
  ) {
    field = FieldDescription(
      key: FieldKey(name), words: words, type: type, phase: phase, perParty: perParty, required: required,
      tokens: tokens, hint: hint, isKept: isKept)
  }
}

extension Attribute {
  /// Declares a field whose type does not follow from `Content` alone.
  package static func field(
    _ name: String, _ en: String, _ ja: String, _ type: FieldType, phase: FieldPhase = .ofKind,
    perParty: Bool = false, required: [String] = [], tokens: [String] = [], hint: Words? = nil,
    isKept: Bool = false
  ) -> Attribute {
    Attribute(
      name, Words(en, ja), type, phase: phase, perParty: perParty, required: required, tokens: tokens,
      hint: hint, isKept: isKept)
  }
}

extension Attribute where Content == String {
  /// A line of text.
  package static func text(
    _ name: String, _ en: String, _ ja: String, long: Bool = false, phase: FieldPhase = .ofKind,
    perParty: Bool = false, required: [String] = [], tokens: [String] = [], hint: Words? = nil
  ) -> Attribute {
    field(
      name, en, ja, long ? .longText : .text, phase: phase, perParty: perParty, required: required,
      tokens: tokens, hint: hint)
  }
}

extension Attribute where Content == String {
  /// Text that the program keeps for itself, such as a digest; it never locks.
  package static func kept(_ name: String, _ en: String, _ ja: String, long: Bool = false) -> Attribute {
    Attribute(
      name, Words(en, ja), long ? .longText : .text, phase: .running, perParty: false, required: [],
      tokens: [], hint: nil, isKept: true)
  }
}

extension Attribute where Content == RecordID {
  /// A link to one record.
  package static func reference(
    _ name: String, _ en: String, _ ja: String, to kinds: RecordKind..., phase: FieldPhase = .ofKind,
    perParty: Bool = false, required: [String] = [], tokens: [String] = [], hint: Words? = nil
  ) -> Attribute {
    field(
      name, en, ja, .reference(kinds), phase: phase, perParty: perParty, required: required, tokens: tokens,
      hint: hint)
  }
}

extension Attribute where Content == [RecordID] {
  /// Links to any number of records.
  package static func references(
    _ name: String, _ en: String, _ ja: String, to kinds: RecordKind..., phase: FieldPhase = .ofKind,
    perParty: Bool = false, required: [String] = [], tokens: [String] = [], hint: Words? = nil
  ) -> Attribute {
    field(
      name, en, ja, .references(kinds), phase: phase, perParty: perParty, required: required, tokens: tokens,
      hint: hint)
  }
}

extension Attribute where Content == [String] {
  /// Short texts, one or more.
  package static func list(
    _ name: String, _ en: String, _ ja: String, phase: FieldPhase = .ofKind, perParty: Bool = false,
    required: [String] = [], tokens: [String] = [], hint: Words? = nil
  ) -> Attribute {
    field(
      name, en, ja, .list, phase: phase, perParty: perParty, required: required, tokens: tokens, hint: hint)
  }
}

extension Attribute where Content == Day {
  /// A calendar date.
  package static func day(
    _ name: String, _ en: String, _ ja: String, phase: FieldPhase = .ofKind, perParty: Bool = false,
    required: [String] = [], tokens: [String] = [], hint: Words? = nil
  ) -> Attribute {
    field(
      name, en, ja, .day, phase: phase, perParty: perParty, required: required, tokens: tokens, hint: hint)
  }
}

extension Attribute where Content == Double {
  /// A measured or agreed quantity.
  package static func number(
    _ name: String, _ en: String, _ ja: String, phase: FieldPhase = .ofKind, perParty: Bool = false,
    required: [String] = [], tokens: [String] = [], hint: Words? = nil
  ) -> Attribute {
    field(
      name, en, ja, .number, phase: phase, perParty: perParty, required: required, tokens: tokens, hint: hint)
  }
}

extension Attribute where Content == Int {
  /// A whole number.
  package static func integer(
    _ name: String, _ en: String, _ ja: String, phase: FieldPhase = .ofKind, required: [String] = [],
    tokens: [String] = [], hint: Words? = nil
  ) -> Attribute {
    field(name, en, ja, .integer, phase: phase, required: required, tokens: tokens, hint: hint)
  }

  /// A step of a scale of the risk criteria.
  package static func step(
    _ name: String, _ en: String, _ ja: String, _ axis: ScaleAxis, phase: FieldPhase = .ofKind,
    required: [String] = [], tokens: [String] = [], hint: Words? = nil
  ) -> Attribute {
    field(name, en, ja, .step(axis), phase: phase, required: required, tokens: tokens, hint: hint)
  }
}

extension Attribute where Content == Bool {
  /// Yes or no.
  package static func flag(
    _ name: String, _ en: String, _ ja: String, phase: FieldPhase = .ofKind, perParty: Bool = false,
    required: [String] = [], tokens: [String] = [], hint: Words? = nil
  ) -> Attribute {
    field(
      name, en, ja, .flag, phase: phase, perParty: perParty, required: required, tokens: tokens, hint: hint)
  }
}

extension Attribute where Content: Choice {
  /// One of a closed list.
  package static func choice(
    _ name: String, _ en: String, _ ja: String, phase: FieldPhase = .ofKind, perParty: Bool = false,
    required: [String] = [], tokens: [String] = [], hint: Words? = nil
  ) -> Attribute {
    field(
      name, en, ja, .choice(Content.allCases.map { ChoiceOption($0.rawValue, $0.words) }), phase: phase,
      perParty: perParty, required: required, tokens: tokens, hint: hint)
  }
}

/// Several keys of one closed list, in the order of the list.
package struct ChoiceSet<Member: Choice>: Hashable, Sendable {
  package let members: [Member]

  package init(_ members: [Member]) {
    self.members = Member.allCases.filter(members.contains)
  }

  package func contains(_ member: Member) -> Bool { members.contains(member) }
  package var isEmpty: Bool { members.isEmpty }
}

extension Attribute {
  /// Any number of keys of a closed list.
  package static func choices<Member: Choice>(
    _ name: String, _ en: String, _ ja: String, phase: FieldPhase = .ofKind, perParty: Bool = false,
    required: [String] = [], tokens: [String] = [], hint: Words? = nil
  ) -> Attribute where Content == ChoiceSet<Member> {
    field(
      name, en, ja, .choices(Member.allCases.map { ChoiceOption($0.rawValue, $0.words) }), phase: phase,
      perParty: perParty, required: required, tokens: tokens, hint: hint)
  }
}
