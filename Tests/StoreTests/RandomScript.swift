import Domain

/// Repeatable chance: the same seed gives the same script.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}

/// Commands of every kind by chance, drawn from the descriptions; some of them will be refused.
struct RandomScript {
  var chance: SeededGenerator

  init(seed: UInt64) { chance = SeededGenerator(seed: seed) }

  mutating func commands(in assessment: Assessment) -> [Command] {
    switch Int.random(in: 0..<10, using: &chance) {
    case 0..<4: [create(in: assessment)].compactMap(\.self)
    case 4..<8: (0..<Int.random(in: 1...3, using: &chance)).compactMap { _ in set(in: assessment) }
    case 8: anyRecord(in: assessment).map { [.remove($0)] } ?? []
    default: anyRecord(in: assessment).map { [.removeAndUnlink($0)] } ?? []
    }
  }

  private mutating func create(in assessment: Assessment) -> Command? {
    guard let kind = RecordKind.allCases.filter({ $0 != .assessment }).randomElement(using: &chance) else {
      return nil
    }
    let parties = assessment.ids(.party)
    let party: RecordID? =
      switch kind.description.ownership {
      case .party: parties.randomElement(using: &chance)
      case .joint: nil
      case .either: Bool.random(using: &chance) ? parties.randomElement(using: &chance) : nil
      }
    var draft = Draft(kind, party: party)
    for field in kind.description.fields where Int.random(in: 0..<3, using: &chance) == 0 {
      let slot = Slot(field.key, party: field.perParty ? parties.randomElement(using: &chance) : nil)
      draft.values[slot] = value(of: field.type, in: assessment)
    }
    return .create(draft)
  }

  private mutating func set(in assessment: Assessment) -> Command? {
    guard let id = anyRecord(in: assessment),
      let field = assessment.kind(of: id)?.description.fields.randomElement(using: &chance)
    else { return nil }
    let party = field.perParty ? assessment.ids(.party).randomElement(using: &chance) : nil
    let value = Int.random(in: 0..<5, using: &chance) == 0 ? nil : value(of: field.type, in: assessment)
    return .set(id, Slot(field.key, party: party), value)
  }

  private mutating func anyRecord(in assessment: Assessment) -> RecordID? {
    RecordKind.allCases.filter { $0 != .assessment && assessment.count($0) > 0 }
      .randomElement(using: &chance).flatMap { assessment.ids($0).randomElement(using: &chance) }
  }

  private mutating func value(of type: FieldType, in assessment: Assessment) -> Value? {
    switch type {
    case .text, .longText, .target: return .text(text())
    case .number: return .number(Double(Int.random(in: -999...999, using: &chance)) / 8)
    case .integer: return .integer(Int.random(in: -5...5, using: &chance))
    case .step: return .integer(Int.random(in: 1...5, using: &chance))
    case .flag: return .flag(Bool.random(using: &chance))
    case .day: return .day(Day(number: Int.random(in: 0...30_000, using: &chance)))
    case .choice(let options): return options.randomElement(using: &chance).map { .choice($0.key) }
    case .choices(let options):
      return .choices(options.filter { _ in Bool.random(using: &chance) }.map(\.key))
    case .reference(let kinds):
      return kinds.flatMap(assessment.ids).randomElement(using: &chance).map { .reference($0) }
    case .references(let kinds):
      return .references(kinds.flatMap(assessment.ids).filter { _ in Bool.random(using: &chance) })
    case .list: return .list((0...Int.random(in: 0...2, using: &chance)).map { _ in text() })
    case .table, .loss:
      return .table((0...Int.random(in: 0...2, using: &chance)).map { _ in [text(), "2"] })
    }
  }

  private mutating func text() -> String {
    let words = ["復旧できない", "vendor lock-in", "é\n行", "\"引用\" \\ /", "x", "バックアップ", "𠮷野家"]
    return (0...Int.random(in: 0...3, using: &chance)).compactMap { _ in words.randomElement(using: &chance) }
      .joined(separator: " ")
  }
}
