/// What several statements say together on one control of the newer edition.
struct EditionMerge {
  private(set) var values: [Slot: Value] = [:]
  private(set) var differing: [FieldKey] = []

  private let statements: [RecordID]
  private let assessment: Assessment
  private let language: Language

  init(
    _ statements: [RecordID], into number: String, _ catalogue: String, _ assessment: Assessment,
    _ language: Language
  ) {
    self.statements = statements
    self.assessment = assessment
    self.language = language
    let named = [ControlStatement.control.key, ControlStatement.catalogue.key]
    for field in RecordKind.controlStatement.description.fields where !named.contains(field.key) {
      let slot = Slot(field.key)
      let all = statements.map { assessment.value($0, slot) }
      if Set(all).count > 1, !Self.isGathered(field) { differing.append(field.key) }
      values[slot] = merged(field, all)
    }
    settleDates()
    values[Slot(ControlStatement.control.key)] = .text(number)
    values[Slot(ControlStatement.catalogue.key)] = .text(catalogue)
    if statements.count > 1, !differing.isEmpty { writeDown() }
  }

  /// Fields that hold all that was said: nothing is lost where they differ.
  private static func isGathered(_ field: FieldDescription) -> Bool {
    switch field.type {
    case .text, .longText, .references, .choices, .list: true
    default: false
    }
  }

  private func merged(_ field: FieldDescription, _ all: [Value?]) -> Value? {
    let said = all.compactMap(\.self)
    guard let first = said.first, statements.count > 1 else { return all.first ?? nil }
    switch field.key {
    case ControlStatement.applicability.key: return applicability
    case ControlStatement.status.key: return status
    case ControlStatement.responsibility.key:
      let kinds = Set(statements.filter(assessment.applies).compactMap { assessment.value($0, field.key) })
      return kinds.count > 1 ? .choice(ControlResponsibility.shared.rawValue) : kinds.first ?? first
    default: break
    }
    switch first {
    case .references:
      return .references(said.flatMap { Backlinks.targets($0) }.distinct())
    case .choices:
      let chosen = Set(said.flatMap(Self.texts))
      return .choices(field.type.options.map(\.key).filter(chosen.contains))
    case .list: return .list(said.flatMap(Self.texts).distinct())
    case .text: return joined(all)
    case .number, .integer, .flag, .day, .choice, .reference, .table: return first
    }
  }

  /// The texts of a value that holds several.
  private static func texts(_ value: Value) -> [String] {
    switch value {
    case .choices(let texts), .list(let texts): texts
    case .text, .number, .integer, .flag, .day, .choice, .reference, .references, .table: []
    }
  }

  /// The same text once; different ones with the numbers they come from.
  private func joined(_ all: [Value?]) -> Value? {
    let texts = all.map { $0.flatMap(String.init) }
    let distinct = texts.compactMap(\.self).distinct()
    guard distinct.count > 1 else { return distinct.first.map { .text($0) } }
    let parts = zip(statements, texts).compactMap { statement, text in
      text.map { number(statement) + ": " + $0 }
    }
    return .text(parts.joined(separator: " / "))
  }

  /// Applicable where any is; excluded only where all are; else still to be decided.
  private var applicability: Value? {
    let all = statements.map { assessment[$0, ControlStatement.applicability] }
    if all.contains(.applicable) { return .choice(Applicability.applicable.rawValue) }
    return all.allSatisfy { $0 == .excluded } ? .choice(Applicability.excluded.rawValue) : nil
  }

  /// A control is as far as the least of its parts.
  private var status: Value? {
    let all = statements.filter(assessment.applies).compactMap { assessment[$0, ControlStatement.status] }
    return ControlStatus.allCases.first(where: all.contains).map { .choice($0.rawValue) }
  }

  /// The next date that falls due counts, and it is verified only where all its parts are.
  private mutating func settleDates() {
    guard statements.count > 1 else { return }
    let applied = statements.filter(assessment.applies)
    let unfinished = applied.filter { assessment[$0, ControlStatement.status] != .implemented }
    set(
      ControlStatement.due,
      (unfinished.isEmpty ? applied : unfinished).compactMap { assessment[$0, ControlStatement.due] }.min())
    set(
      ControlStatement.verificationDue,
      applied.compactMap { assessment[$0, ControlStatement.verificationDue] }.min())
    let verified = applied.compactMap { assessment[$0, ControlStatement.verifiedOn] }
    guard verified.count < applied.count else { return set(ControlStatement.verifiedOn, verified.min()) }
    set(ControlStatement.verifiedOn, nil)
    values[Slot(ControlStatement.verifiedBy.key)] = nil
  }

  private mutating func set(_ attribute: Attribute<Day>, _ day: Day?) {
    values[Slot(attribute.key)] = day.map { .day($0) }
  }

  // MARK: What does not fit into one

  /// What each said of the fields on which they differ goes behind how it is done.
  private mutating func writeDown() {
    let lines = statements.compactMap { statement -> String? in
      let said = differing.compactMap { key -> String? in
        guard let field = RecordKind.controlStatement.description.field(key),
          let value = assessment.value(statement, key)
        else { return nil }
        return field.words[language] + " " + plain(value, field)
      }
      return said.isEmpty
        ? nil : number(statement) + ": " + said.joined(separator: Words(", ", "、")[language])
    }
    let slot = Slot(ControlStatement.implementation.key)
    let before = if case .text(let text)? = values[slot] { text + "\n" } else { "" }
    let head = Words("Before the move", "移行前")[language]
    values[slot] = .text(before + head + " " + lines.joined(separator: " / "))
  }

  private func number(_ statement: RecordID) -> String {
    assessment[statement, ControlStatement.control] ?? ""
  }

  private func plain(_ value: Value, _ field: FieldDescription) -> String {
    switch value {
    case .choice(let key): field.type.options.first { $0.key == key }?.words[language] ?? key
    case .day(let day): day.text
    case .reference(let id): assessment.title(of: id) ?? assessment.label(of: id)
    case .flag, .number, .integer, .text, .choices, .list, .table, .references: value.written
    }
  }
}
