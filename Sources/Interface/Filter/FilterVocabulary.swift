import Domain

/// The names under which a kind's aspects are known to filters.
struct FilterVocabulary {
  let aspects: [Aspect]
  private let byName: [String: Aspect]
  /// Signs that stand right before a value: `@csp`, `^O-2`, `#tag`, `+12.3.1`. `!` is taken: it negates.
  let signs: [Character: Aspect]

  static subscript(kind: RecordKind) -> FilterVocabulary { all[kind] ?? FilterVocabulary(kind) }

  private static let all = Dictionary(
    uniqueKeysWithValues: RecordKind.allCases.map { ($0, FilterVocabulary($0)) })

  private init(_ kind: RecordKind) {
    aspects = Aspect.all(of: kind)
    var byName: [String: Aspect] = [:]
    var signs: [Character: Aspect] = [:]
    for aspect in aspects {
      for spelling in aspect.spellings where byName[spelling] == nil {
        byName[spelling] = aspect
        if let sign = spelling.first, spelling.count == 1, "@^#+".contains(sign) { signs[sign] = aspect }
      }
    }
    self.byName = byName
    self.signs = signs
  }

  /// By name, else by a start that no other aspect shares.
  func aspect(_ name: String) -> Aspect? {
    let wanted = TypedText.folded(name.filter { !$0.isWhitespace })
    if let exact = byName[wanted] { return exact }
    let starting = Set(byName.filter { $0.key.hasPrefix(wanted) }.map(\.value))
    return starting.count == 1 && !wanted.isEmpty ? starting.first : nil
  }

  /// What a person would write for an aspect in a language: `level`, and of a field the shortest: `own`, `担当`.
  func spelling(of aspect: Aspect, _ language: Language) -> String {
    if aspect.isComputed { return language == .english ? aspect.name : aspect.words.ja }
    let own = aspect.spellings.filter { byName[$0] == aspect && !"@^#+!".contains($0) }
    let fitting = own.filter { $0.allSatisfy(\.isASCII) == (language == .english) && $0.count > 1 }
    return fitting.min { $0.count < $1.count } ?? aspect.name
  }
}
