import Domain

/// An assessment made of chance: every kind of record, every type of value, links to whatever is there.
struct RandomAssessment {
  private(set) var assessment = Assessment()
  private var chance: SeededChance
  private var number: UInt32 = 0
  private var labels: [RecordKind: UInt32] = [:]

  init(seed: UInt64) {
    chance = SeededChance(seed)
    create(.assessment, party: nil)
    let parties = Int.random(in: 1...4, using: &chance)
    for _ in 0..<parties { create(.party, party: nil) }
    for _ in 0..<Int.random(in: 10...150, using: &chance) { createAny() }
    for kind in RecordKind.allCases {
      for record in assessment.ids(kind) { fill(record, kind) }
    }
    for kind in RecordKind.allCases {
      // A few are taken away, as people do; links to them stay behind.
      for record in assessment.ids(kind)
      where kind != .assessment && Int.random(in: 0..<20, using: &chance) == 0 {
        assessment.apply(.removed(record))
      }
    }
  }

  private mutating func createAny() {
    guard let kind = RecordKind.allCases.randomElement(using: &chance), kind != .assessment else { return }
    let isJoint = kind.description.ownership == .joint
    create(kind, party: isJoint ? nil : assessment.ids(.party).randomElement(using: &chance))
  }

  private mutating func create(_ kind: RecordKind, party: RecordID?) {
    number += 1
    labels[kind, default: 0] += 1
    assessment.apply(
      .created(RecordID(replica: 7, number: number), kind: kind, number: labels[kind] ?? 0, party: party))
  }

  private mutating func fill(_ record: RecordID, _ kind: RecordKind) {
    for field in kind.description.fields where Int.random(in: 0..<3, using: &chance) > 0 {
      guard let value = value(field) else { continue }
      let party = field.perParty ? assessment.ids(.party).randomElement(using: &chance) : nil
      assessment.apply(.set(record, Slot(field.key, party: party), before: nil, after: value))
    }
  }

  private mutating func value(_ field: FieldDescription) -> Value? {
    switch field.type {
    case .text, .longText, .target: .text(field.name == "control" ? control() : text())
    case .number: .number(Double(Int.random(in: -9999...9999, using: &chance)) / 8)
    case .integer: .integer(Int.random(in: 0...9, using: &chance))
    case .flag: .flag(Bool.random(using: &chance))
    case .day: .day(Day(number: Int.random(in: -354_000...500_000, using: &chance)))
    case .choice(let options): options.randomElement(using: &chance).map { .choice($0.key) }
    case .choices(let options): .choices(options.map(\.key).filter { _ in Bool.random(using: &chance) })
    case .reference(let kinds): target(kinds).map { .reference($0) }
    case .references(let kinds):
      .references(Array(Set((0..<3).compactMap { _ in target(kinds) })).sorted())
    case .list: .list((0..<2).map { _ in text() })
    case .table, .loss: .table([["A", "3"], [text(), "2"]])
    case .step: .integer(Int.random(in: 1...7, using: &chance))
    }
  }

  private mutating func target(_ kinds: [RecordKind]) -> RecordID? {
    kinds.randomElement(using: &chance).flatMap { assessment.ids($0).randomElement(using: &chance) }
  }

  private mutating func control() -> String {
    ["5.1", "12.3.1", "CLD.6.3.1", "A 5.17", "", text()].randomElement(using: &chance) ?? ""
  }

  private mutating func text() -> String {
    let pieces = [
      "a", "二", " ", "\u{3000}", "\n", "\r\n", "\t", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{0}", "\u{1F}",
      "\u{7F}",
      "\"", "\\", "<b>", "#", "e\u{301}", "\u{1F468}\u{200D}\u{1F469}", "9", "-", "csc",
    ]
    return (0..<Int.random(in: 0...8, using: &chance))
      .map { _ in pieces.randomElement(using: &chance) ?? "" }.joined()
  }
}
