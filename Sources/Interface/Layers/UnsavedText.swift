import Domain

/// What was typed into a form or an entry line and not saved, so that it outlives the program.
package struct UnsavedText: Codable, Hashable, Sendable {
  /// The kind of record, by its name in files; empty where it was an answer.
  package let kind: String
  /// Whose the record is or will be; nil for joint records.
  package let party: String?
  /// The records a form edits; empty for a new one.
  package let records: [String]
  /// The entry line; nil when it was a form.
  package let line: String?
  /// For a form the fields changed, as typed; for an entry line what follows from its place, as written in files.
  package let fields: [String: String]
  /// Criteria being drawn up; nil for everything else.
  package var criteria: UnsavedCriteria?
  /// An answer to a question; nil for everything else.
  package var answer: UnsavedAnswer?
  /// The walk that was under way; nil where none was.
  var walk: RecordID?
  /// Where it was typed; nil in what was kept before places were.
  var place: UnsavedPlace?
}

/// Where somebody stood while typing.
struct UnsavedPlace: Codable, Hashable, Sendable {
  /// By its name: what another version calls one is no reason to lose the text.
  let screen: String
  let party: RecordID?
  let record: RecordID?
}

/// Tables of risk criteria that were being drawn up.
package struct UnsavedCriteria: Codable, Hashable, Sendable {
  let work: CriteriaLayer.Work
  let original: CriteriaTables
  let tables: CriteriaTables
  let movesSteps: Bool
}

extension Model {
  /// The text of the topmost form, entry line or answer, if any would be lost.
  package var unsavedText: UnsavedText? {
    var unsaved = layers.reversed().lazy.compactMap(\.unsavedText).first
    unsaved?.walk = walk.walk
    unsaved?.place = UnsavedPlace(screen: screen.rawValue, party: party, record: current)
    return unsaved
  }

  /// Opens the form, line or question again where it was typed, with what was typed; false when what it is about is
  /// gone.
  package mutating func restore(_ unsaved: UnsavedText) -> Bool {
    let before = self
    if let place = unsaved.place { stand(at: place) }
    if open(unsaved) { return true }
    self = before
    return false
  }

  private mutating func stand(at place: UnsavedPlace) {
    if place.party.map(assessment.exists) ?? true { showParty(place.party) }
    // The walk is taken up by itself, with what was asked.
    if let screen = ScreenID(rawValue: place.screen), screen != .walk, Screens.isBuilt(screen) {
      go(to: screen)
    }
    prepare()
    if let record = place.record { _ = select(record) }
  }

  private mutating func open(_ unsaved: UnsavedText) -> Bool {
    if let answer = unsaved.answer { return restore(answer, walk: unsaved.walk) }
    guard let kind = RecordKind(rawValue: unsaved.kind) else { return false }
    let party = unsaved.party.flatMap { RecordID(text: $0) }
    if let party, !assessment.exists(party) { return false }
    if let criteria = unsaved.criteria {
      let layer = CriteriaLayer(criteria, party: party)
      if let base = layer.base, !assessment.exists(base) { return false }
      layers.append(layer)
      return true
    }
    if let line = unsaved.line {
      restoreEntry(line, birth(kind, party, unsaved.defaults))
      return true
    }
    let records = unsaved.records.compactMap { RecordID(text: $0) }
    guard records.count == unsaved.records.count, records.allSatisfy(assessment.exists) else { return false }
    if kind == .reading, let subject = records.first, assessment.kind(of: subject) != .reading {
      let text = unsaved.fields[Reading.value.field.name] ?? ""
      layers.append(ReadingLayer(subject, on: EvaluationScreen.dayToRead(subject, self), typed: text))
      return true
    }
    var form =
      records.isEmpty ? FormLayer(Birth(kind, party: party), self) : FormLayer(editing: records, self)
    for index in form.lines.indices {
      guard let text = unsaved.fields[UnsavedText.key(form.lines[index].slot)] else { continue }
      form.lines[index].text.text = text
    }
    layers.append(form)
    return true
  }

  /// What the screen makes here, where that is what was being typed, with all that follows from the place.
  private func birth(_ kind: RecordKind, _ party: RecordID?, _ defaults: [Slot: Value]) -> Birth {
    if let birth = Screens.screen(screen).birth(self), birth.kind == kind, birth.party == party,
      birth.defaults == defaults
    {
      return birth
    }
    return Birth(kind, party: party, defaults: defaults)
  }

  private mutating func restoreEntry(_ line: String, _ birth: Birth) {
    var entry = EntryLayer(birth, self)
    let depth = layers.count
    _ = entry.receive(.paste(line), &self)
    layers.insert(entry, at: depth)
  }
}

extension UnsavedText {
  init(_ form: FormLayer) {
    let changed = form.lines.filter { $0.isChanged || (form.records.isEmpty && !$0.text.isEmpty) }
    self.init(
      kind: form.kind.rawValue, party: form.party?.text, records: form.records.map(\.text), line: nil,
      fields: Dictionary(changed.map { (Self.key($0.slot), $0.text.text) }) { first, _ in first })
  }

  init(_ editor: CriteriaLayer) {
    self.init(
      kind: RecordKind.riskCriteria.rawValue, party: editor.party?.text, records: [], line: nil, fields: [:],
      criteria: UnsavedCriteria(
        work: editor.work, original: editor.original, tables: editor.tables, movesSteps: editor.movesSteps))
  }

  /// What was typed in answer to a question; nil when it is nothing but blanks.
  init?(answering question: UnsavedAnswer.Question, _ texts: [String]) {
    guard texts.contains(where: { !$0.trimmed.isEmpty }) else { return nil }
    self.init(
      kind: "", party: nil, records: [], line: nil, fields: [:],
      answer: UnsavedAnswer(question: question, texts: texts))
  }

  init(_ entry: EntryLayer) {
    self.init(
      kind: entry.birth.kind.rawValue, party: entry.birth.party?.text, records: [], line: entry.field.text,
      fields: Dictionary(entry.birth.defaults.map { (Self.key($0), $1.written) }) { first, _ in first })
  }

  /// Rows pasted and not stored: pasting them gives them again.
  init(_ birth: Birth, pasted text: String) {
    self.init(
      kind: birth.kind.rawValue, party: birth.party?.text, records: [], line: text,
      fields: Dictionary(birth.defaults.map { (Self.key($0), $1.written) }) { first, _ in first })
  }

  fileprivate static func key(_ slot: Slot) -> String {
    slot.key.name + (slot.party.map { "@" + $0.text } ?? "")
  }

  fileprivate var defaults: [Slot: Value] {
    var found: [Slot: Value] = [:]
    for (name, written) in fields {
      let parts = name.split(separator: "@").map(String.init)
      guard let key = parts.first, let value = Value(written: written) else { continue }
      found[Slot(FieldKey(key), party: parts.dropFirst().first.flatMap { RecordID(text: $0) })] = value
    }
    return found
  }
}
