package import Domain

/// What can be asked of a record by a filter and shown of it in a column: its fields, and what follows from them.
package enum Aspect: Hashable, Sendable {
  case label
  case party
  case field(FieldDescription)
  /// A risk's computed level.
  case level(RatingKind)
  /// How far a risk's treatment has come.
  case state
  /// The controls that treat a risk.
  case controls

  /// All aspects of a kind, its fields in the order of the description.
  package static func all(of kind: RecordKind) -> [Aspect] {
    let fields = kind.description.fields.filter { !$0.isComputed && !$0.perParty }.map(Aspect.field)
    guard kind == .risk else { return [.label] + fields + [.party] }
    let computed: [Aspect] = [
      .level(.present), .level(.inherent), .level(.residual), .state, .controls, .party,
    ]
    return [.label] + fields + computed
  }

  /// The aspect of that name, as it stands in saved views; nil if the kind has none such.
  package static func named(_ name: String, of kind: RecordKind) -> Aspect? {
    all(of: kind).first { $0.name == name }
  }

  /// Stable, as written to files.
  package var name: String {
    switch self {
    case .label: "id"
    case .party: "party"
    case .field(let field): field.name
    case .level(.present): "level"
    case .level(.inherent): "inherent"
    case .level(.residual): "residual"
    case .state: "status"
    case .controls: "controls"
    }
  }

  package var words: Words {
    switch self {
    case .label: Words("ID", "ID")
    case .party: Words("Party", "組織")
    case .field(let field): field.words
    case .level(.present): Words("Level", "レベル")
    case .level(.inherent): Words("Inherent level", "固有レベル")
    case .level(.residual): Words("Residual level", "残留レベル")
    case .state: Words("Status", "状態")
    case .controls: Words("Controls", "管理策")
    }
  }

  /// Whether it follows from fields and cannot be typed in.
  package var isComputed: Bool { field == nil }

  package var field: FieldDescription? {
    guard case .field(let field) = self else { return nil }
    return field
  }

  /// What a person may call it in a filter, folded: its name, its words without spaces, its quick-entry tokens.
  var spellings: [String] {
    let own: [String] =
      switch self {
      case .label: ["id", "番号"]
      case .party: ["party", "組織", "@"]
      case .level(.present): ["level", "レベル"]
      case .level(.inherent): ["inherent", "固有"]
      case .level(.residual): ["residual", "残留"]
      case .state: ["status", "state", "状態", "状況"]
      case .controls: ["control", "+"]
      case .field(let field):
        field.tokens.map { $0.hasSuffix(":") ? String($0.dropLast()) : $0 }
          + (field.key == SharedFields.tags.key ? ["tag"] : [])
      }
    return ([name, words.ja, words.en] + own).map { TypedText.folded($0.filter { !$0.isWhitespace }) }
  }
}
