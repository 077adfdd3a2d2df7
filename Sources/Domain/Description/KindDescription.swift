/// Who a record of a kind belongs to.
package enum Ownership: Hashable, Sendable {
  /// One party's own.
  case party
  /// Belongs to all the parties it binds.
  case joint
  /// One party's own, or joint when no party is named.
  case either
}

/// The one description of a record kind: its fields, and how it is called, labelled, owned and locked.
///
/// An object, one for each kind, because every value read asks it: handing it on must copy nothing.
package final class KindDescription: Sendable {
  package let kind: RecordKind
  package let words: Words
  /// The label's letters: `R` in `R-12`. Unique among kinds.
  package let letter: String
  /// The phase whose agreement locks its fields; nil for records without a phase.
  package let phase: Phase?
  package let ownership: Ownership
  package let fields: [FieldDescription]
  /// The field that names the record in lists; bare words of quick entry go here.
  package let title: FieldDescription
  /// Fields that together, with the party, name one record only; empty when any number may be alike.
  package let unique: [FieldKey]
  /// The link by which a record hangs from another of its kind, and never from itself; nil for kinds without.
  package let hierarchy: FieldDescription?
  /// The phase whose agreement keeps records of this kind from coming and going; nil when all they say is running.
  package let lockingPhase: Phase?
  /// Keys of the fields whose cells are text in the buffer that search walks.
  let textFields: [FieldKey]
  /// Where a field stands by the number of its key; −1 for keys of other kinds.
  private let positions: [Int16]

  package init(
    _ kind: RecordKind, _ letter: String, _ en: String, _ ja: String, phase: Phase?,
    ownership: Ownership = .party, fields: [FieldDescription], title: FieldDescription? = nil,
    unique: [FieldKey] = [], hierarchy: FieldDescription? = nil
  ) {
    self.kind = kind
    self.letter = letter
    words = Words(en, ja)
    self.phase = phase
    lockingPhase = fields.contains { $0.phase == .ofKind } ? phase : nil
    self.ownership = ownership
    let all = fields + SharedFields.all
    self.fields = all
    self.title = title ?? fields[0]
    self.unique = unique
    self.hierarchy = hierarchy
    textFields = all.filter { $0.type.isBufferedText && !$0.perParty && !$0.isKept }.map(\.key)
    positions = Self.positions(of: all)
  }

  private static func positions(of fields: [FieldDescription]) -> [Int16] {
    let highest = fields.reduce(0) { max($0, $1.key.index) }
    var positions = [Int16](repeating: -1, count: highest + 1)
    for (position, field) in fields.enumerated() where positions[field.key.index] < 0 {
      positions[field.key.index] = Int16(position)
    }
    return positions
  }

  /// The field with that key; nil if the kind has none such.
  package func field(_ key: FieldKey) -> FieldDescription? {
    guard key.index < positions.count, positions[key.index] >= 0 else { return nil }
    return fields[Int(positions[key.index])]
  }

  /// The field with that name in files; nil if the kind has none such.
  package func field(named name: String) -> FieldDescription? {
    fields.first { $0.name == name }
  }

  /// The phase whose lock the field obeys; nil when it never locks.
  package func lockingPhase(of field: FieldDescription) -> Phase? {
    switch field.phase {
    case .ofKind: phase
    case .phase(let later): later
    case .running: nil
    }
  }

  /// The phase whose lock a slot obeys, or without one the record as a whole; nil when it never locks.
  func lockingPhase(of slot: Slot?) -> Phase? {
    guard let slot else { return lockingPhase }
    return field(slot.key).flatMap(lockingPhase(of:))
  }
}

/// Who else may see a record.
package enum Sharing: String, Choice {
  case none
  case parties
  case all

  package var words: Words {
    switch self {
    case .none: Words("nobody else", "共有しない")
    case .parties: Words("parties of the agreement", "合意の当事者")
    case .all: Words("all", "全て")
    }
  }
}

/// Fields that every kind has.
package enum SharedFields {
  package static let tags = Attribute.list("tags", "Tags", "タグ", phase: .running, tokens: ["#"])
  package static let sharedWith = Attribute<Sharing>.choice(
    "sharedWith", "Shared with", "共有範囲", phase: .running,
    hint: Words("joint records and disclosures: their parties", "共同の記録と監査情報の提供は既定で当事者"))
  /// What the record is called in the document it came from, such as an OSCAL uuid: coming again it is known by it,
  /// and going out it bears it.
  package static let externalID = Attribute.kept("externalID", "Identifier elsewhere", "外部の識別子")
  package static let all = [tags.field, sharedWith.field, externalID.field]
}

extension RecordKind {
  /// The one kind that declares a field; nil for the fields that every kind has.
  package static func declaring(_ field: FieldDescription) -> RecordKind? { declarers[field.declaration] }

  private static let declarers = Dictionary(
    allCases.flatMap { kind in
      kind.description.fields.dropLast(SharedFields.all.count).map { ($0.declaration, kind) }
    }, uniquingKeysWith: { first, _ in first })
}
