import Domain

/// Turns the tables of a case into acts.
struct CaseWriter {
  private(set) var steps: [CaseStep]
  private let language: Language
  private let today: Day
  private var ids: [String: RecordID] = [:]
  /// Names of persons by their key, for fields that hold a name.
  private var names: [String: String] = [:]
  private var actors: [String: String] = [:]
  private var nextPending = 1000
  private var isToday = false

  init(founding: NewWorkspace, language: Language, today: Day) {
    self.language = language
    self.today = today
    for (key, id) in founding.parties { ids[key] = id }
    ids["assessment"] = founding.head
    ids["criteria"] = founding.criteria
    if let first = founding.agreements.first {
      ids["agreement"] = first.agreement
      ids["service"] = first.service
    }
    actors[""] = Words("facilitator", "進行役")[language]
    steps = [CaseStep(actor: actors[""] ?? "", party: nil, commands: founding.commands, isToday: false)]
  }

  /// Adds the acts of one file: neighbouring rows of one party are one act.
  mutating func read(_ file: String, _ bytes: [UInt8]) throws(CaseError) {
    for section in try CaseSection.sections(file, bytes) {
      switch section.purpose {
      case .actors:
        for row in section.rows { actors[row["party"]] = text(row, "name") }
      case .today: isToday = true
      case .phases:
        for row in section.rows { try append(.phase(event(row)), by: name(row["by"]), row) }
      case .create(let kind):
        try write(section.rows) { (writer: inout CaseWriter, row) throws(CaseError) in
          try writer.draft(kind, row)
        }
      case .set(let kind):
        try write(section.rows) { (writer: inout CaseWriter, row) throws(CaseError) in
          try writer.settings(kind, row)
        }
      }
    }
  }

  private mutating func write(
    _ rows: [CaseRow], _ commands: (inout CaseWriter, CaseRow) throws(CaseError) -> [Command]
  ) throws(CaseError) {
    var start = 0
    while start < rows.count {
      let party = rows[start]["party"]
      let end = rows[start...].firstIndex { $0["party"] != party } ?? rows.count
      var act: [Command] = []
      for row in rows[start..<end] { act += try commands(&self, row) }
      let id = party.isEmpty ? nil : try reference(party, rows[start])
      steps.append(
        CaseStep(actor: actors[party] ?? actors[""] ?? "", party: id, commands: act, isToday: isToday))
      start = end
    }
  }

  private mutating func append(_ command: Command, by actor: String, _ row: CaseRow) throws(CaseError) {
    steps.append(
      CaseStep(
        actor: actor, party: try reference(row["party"], row), commands: [command], isToday: isToday))
  }

  // MARK: Rows

  private mutating func draft(_ kind: RecordKind, _ row: CaseRow) throws(CaseError) -> [Command] {
    let party = row["party"].isEmpty ? nil : try reference(row["party"], row)
    var draft = Draft(kind, party: party, pending: nextPending)
    nextPending += 1
    for (slot, value) in try values(kind, row) { draft.values[slot] = value }
    let key = row["key"]
    if !key.isEmpty {
      guard ids.updateValue(draft.id, forKey: key) == nil else { throw row.unknown(key) }
      if kind == .person { names[key] = text(row, Person.name.field.name) }
    }
    return [.create(draft)]
  }

  private func settings(_ kind: RecordKind, _ row: CaseRow) throws(CaseError) -> [Command] {
    let id = try reference(row["key"], row)
    return try values(kind, row).map { .set(id, $0.slot, $0.value) }
  }

  private func values(_ kind: RecordKind, _ row: CaseRow) throws(CaseError) -> [(slot: Slot, value: Value)] {
    var values: [(Slot, Value)] = []
    for (column, text) in row.cells where !["key", "party"].contains(column) {
      let parts = column.split(separator: ".").map(String.init)
      if parts.count == 2, parts[1] != language.rawValue { continue }
      let names = parts[0].split(separator: "@").map(String.init)
      guard let field = kind.description.field(named: names[0]) else { throw row.unknown(column) }
      let party = names.count == 2 ? try reference(names[1], row) : nil
      values.append((Slot(field.key, party: party), try value(text, field.type, row)))
    }
    return values
  }

  /// A text in the case's language, or in none in particular.
  private func text(_ row: CaseRow, _ column: String) -> String {
    let own = row[column + "." + language.rawValue]
    return own.isEmpty ? row[column] : own
  }

  // MARK: Cells

  private func value(_ text: String, _ type: FieldType, _ row: CaseRow) throws(CaseError) -> Value {
    switch type {
    case .text, .longText: return .text(text.hasPrefix("@") ? name(String(text.dropFirst())) : text)
    case .target: return .text(text)
    case .number: if let number = Double(text) { return .number(number) }
    case .integer, .step: if let integer = Int(text) { return .integer(integer) }
    case .flag: return .flag(text == "yes")
    case .day: if let day = day(text) { return .day(day) }
    case .choice: return .choice(text)
    case .choices(let options):
      let keys = text.split(separator: " ").map(String.init)
      return .choices(options.map(\.key).filter(keys.contains))
    case .reference: return .reference(try reference(text, row))
    case .references:
      var ids: [RecordID] = []
      for key in text.split(separator: " ") { ids.append(try reference(String(key), row)) }
      return .references(ids)
    case .list:
      return .list(
        text.split(separator: " / ").map { item in
          let isRelative = item.hasPrefix("+") || item.hasPrefix("-")
          return isRelative ? day(String(item))?.text ?? String(item) : String(item)
        })
    case .loss:
      return .table(text.split(separator: " ").map { [String($0.prefix(1)), String($0.dropFirst())] })
    case .table: break
    }
    throw row.unknown(text)
  }

  /// Days or months from today with a sign, `+30`, `-9m`, `-10m+6`; or a date.
  private func day(_ text: String) -> Day? {
    guard text.hasPrefix("+") || text.hasPrefix("-") else { return Day(text: text) }
    guard let end = text.firstIndex(of: "m") else { return Int(text).map { today.adding($0) } }
    let days = text[text.index(after: end)...]
    guard let months = Int(text[..<end]), let rest = days.isEmpty ? 0 : Int(days) else { return nil }
    return today.adding(months: months).adding(rest)
  }

  private func reference(_ key: String, _ row: CaseRow) throws(CaseError) -> RecordID {
    guard let id = ids[key] else { throw row.unknown(key) }
    return id
  }

  private func name(_ key: String) -> String { names[key] ?? key }

  private func event(_ row: CaseRow) throws(CaseError) -> PhaseEvent {
    guard let number = Int(row["phase"]), let phase = Phase(rawValue: number),
      let kind = PhaseEventKind(rawValue: row["event"])
    else { throw row.unknown(row["event"] + " " + row["phase"]) }
    let party = try reference(row["party"], row)
    let by = name(row["by"])
    switch kind {
    case .begin: return .begin(phase, party: party)
    case .submit: return .submit(phase, party: party, by: by)
    case .sendBack: return .sendBack(phase, party: party, by: by, reason: text(row, "reason"))
    case .agree: return .agree(phase, party: party, by: by)
    case .reopen: return .reopen(phase, party: party, by: by, reason: text(row, "reason"))
    case .confirm: return .confirm(phase, party: party, by: by)
    // What joint records, cycles and leaving parties ask for, no case tells.
    default: throw row.unknown(row["event"])
    }
  }
}
