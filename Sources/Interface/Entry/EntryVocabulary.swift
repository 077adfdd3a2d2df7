import Domain

/// The tokens that a kind's line understands: what its fields declare, the name of each field with a colon, `@`
/// for the party, and on a risk `+` for a control that treats it.
struct EntryVocabulary {
  enum Meaning: Hashable {
    case party
    /// A control of the party's catalogues that treats the risk.
    case treatingControl
    case field(FieldDescription)
  }

  struct Token {
    /// As it is written, such as `own:`.
    let spelling: String
    let meaning: Meaning
    /// Folded, for comparing.
    let characters: [Character]

    /// A word with a colon, or an arrow: spaces may follow.
    var takesSpace: Bool { characters.last == ":" || spelling == "->" || spelling == "→" }
  }

  /// Longest first, so that `on:` does not hide a longer one.
  let tokens: [Token]
  /// The same by their first character, since every word of a line is asked whether it begins one.
  private let beginnings: [Character: [Token]]
  /// Tokens of steps without their colon: `l3`, `起3`.
  let stepMarks: [Token]
  let fields: [FieldDescription]
  /// The tokens that mean a field, those it declares first.
  private let spellings: [FieldKey: [String]]

  static subscript(kind: RecordKind) -> EntryVocabulary { all[kind] ?? EntryVocabulary(kind.description) }

  private static let all = Dictionary(
    uniqueKeysWithValues: RecordKind.allCases.map { ($0, EntryVocabulary($0.description)) })

  private init(_ description: KindDescription) {
    fields = description.fields.filter { !$0.isKept }
    var known: Set<String> = []
    var tokens: [Token] = []
    func add(_ spelling: String, _ meaning: Meaning) {
      guard known.insert(TypedText.folded(spelling)).inserted else { return }
      tokens.append(
        Token(spelling: spelling, meaning: meaning, characters: Array(TypedText.folded(spelling))))
    }
    add("@", .party)
    if description.kind == .risk { add("+", .treatingControl) }
    for field in fields { for token in field.tokens { add(token, .field(field)) } }
    for field in fields { for name in Self.names(field) { add(name + ":", .field(field)) } }
    stepMarks = tokens.filter { token in
      guard case .field(let field) = token.meaning, case .step = field.type else { return false }
      return token.characters.count == 2
    }
    spellings = tokens.reduce(into: [:]) { spellings, token in
      if case .field(let field) = token.meaning { spellings[field.key, default: []].append(token.spelling) }
    }
    self.tokens = tokens.sorted { $0.characters.count > $1.characters.count }
    beginnings = Dictionary(grouping: self.tokens) { $0.characters[0] }
  }

  /// The tokens that begin with a character as typed, longest first.
  func tokens(beginningWith typed: Character) -> [Token] {
    guard let code = typed.asciiValue, (0x41...0x5A).contains(code) else { return beginnings[typed] ?? [] }
    return beginnings[Character(Unicode.Scalar(code | 0x20))] ?? []
  }

  private static func names(_ field: FieldDescription) -> [String] {
    [field.name, field.words.ja, field.words.en].filter { !$0.contains(" ") && !$0.contains("　") }
  }

  /// The token a person would write for a field in a language: of those declared, else its name.
  func spelling(of field: FieldDescription, _ language: Language) -> String {
    let own = spellings[field.key] ?? []
    let isJapanese = language == .japanese
    let declared = own.filter(field.tokens.contains)
    let choice = declared.isEmpty ? own : declared
    return choice.first { $0.allSatisfy(\.isASCII) != isJapanese } ?? choice.first ?? field.name + ":"
  }
}
