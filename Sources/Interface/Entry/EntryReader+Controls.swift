import Domain

/// Controls named on a line, found in the catalogues of the record's party.
extension EntryReader {
  /// The controls named with `+`, each once.
  mutating func namedControls() -> [NamedControl] {
    guard let party else { return [] }
    var seen: Set<String> = []
    var found: [NamedControl] = []
    for range in controls {
      let text = TypedText.token(line.text(range))
      for number in Self.numbers(text) where seen.insert(number.uppercased()).inserted {
        guard let control = named(number, party, at: range) else { continue }
        found.append(control)
        note(control, at: range)
      }
    }
    return found
  }

  /// The numbers of a list such as `5.17, 8.5`, `A.5.17 A 8.5` or `附属書A 5.17`.
  private static func numbers(_ text: String) -> [String] {
    var numbers: [String] = []
    var isAnnex = false
    for word in text.split(whereSeparator: { ",、;・".contains($0) || $0.isWhitespace }) {
      if isAnnexWord(word) {
        isAnnex = true
        continue
      }
      numbers.append((isAnnex && word.first?.isNumber == true ? "A." : "") + word)
      isAnnex = false
    }
    return numbers
  }

  private static func isAnnexWord(_ word: Substring) -> Bool {
    ["a", "a.", "annex", "附属書", "附属書a", "管理策"].contains(word.lowercased())
  }

  private mutating func note(_ control: NamedControl, at range: Range<Int>) {
    let title = control.title ?? Words("", "")
    let isNew = control.statement == nil
    controlNotes.append(
      Words(
        TypedText.trim("\(control.number) \(title.en)") + (isNew ? " (new)" : ""),
        TypedText.trim("\(control.number) \(title.ja)") + (isNew ? "（新規）" : "")))
    note(range, .treatingControl, nil, nil)
  }

  /// Gives a control statement's number its catalogue, and refuses a second statement of the same control.
  mutating func settleControl() {
    let slot = Slot(ControlStatement.control.key)
    guard let party, case .text(let text)? = values[slot] else { return }
    let range = pieceRange(ControlStatement.control.field)
    if case .text(let catalogue)? = values[Slot(ControlStatement.catalogue.key)], given.contains(slot) {
      values[slot] = .text(context.catalogues[catalogue].flatMap { Self.find(text, in: $0) }?.number ?? text)
      return
    }
    guard let control = named(text, party, at: range) else { return }
    if let there = control.statement {
      problem(.alreadyThere(kind, label: assessment.label(of: there)), at: range.lowerBound)
    } else if run.states(control) {
      problem(.alreadyThere(kind, label: control.number), at: range.lowerBound)
    }
    values[slot] = .text(control.number)
    if let catalogue = control.catalogue { imply(.text(catalogue), ControlStatement.catalogue.field) }
  }

  /// Folded positions are close enough: a control number is never wider than it was typed.
  private func pieceRange(_ field: FieldDescription) -> Range<Int> {
    let place = pieces.first { $0.meaning == .field(field) }?.range.lowerBound ?? 0
    let start = (0..<line.count).first { line.place($0) >= place } ?? 0
    return start..<start
  }

  private mutating func named(_ text: String, _ party: RecordID, at range: Range<Int>) -> NamedControl? {
    let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
    let number = parts.first ?? ""
    let keys = parts.count == 2 ? [parts[1]] : assessment[party, Party.catalogues]
    let catalogues = keys.compactMap { context.catalogues[$0] }
    for catalogue in catalogues {
      guard let control = Self.find(number, in: catalogue) else { continue }
      return NamedControl(
        party: party, statement: statement(control.number, catalogue.key, party), number: control.number,
        catalogue: catalogue.key, title: control.title)
    }
    if let statement = statement(number, nil, party) {
      return NamedControl(party: party, statement: statement, number: number, catalogue: nil, title: nil)
    }
    let name = assessment[party, Party.name] ?? assessment.label(of: party)
    let fault: EntryFault =
      keys.isEmpty ? .noCatalogues(party: name) : .unknownControl(TypedText.line(text), party: name)
    problem(fault, at: range.lowerBound)
    note(range, .treatingControl, nil, fault)
    return nil
  }

  /// By number in any case; `A.5.1`, `A5.1` and `附属書A5.1` are 5.1 of Annex A.
  private static func find(_ number: String, in catalogue: ControlCatalogue) -> CatalogueControl? {
    let plain = number.uppercased()
    if let control = catalogue.control(number) ?? catalogue.control(plain) { return control }
    let start = ["A.", "A", "附属書A.", "附属書A"].first(where: plain.hasPrefix)
    return start.flatMap { catalogue.control(String(plain.dropFirst($0.count))) }
  }

  private func statement(_ number: String, _ catalogue: String?, _ party: RecordID) -> RecordID? {
    assessment.ids(.controlStatement, of: party).first {
      guard assessment[$0, ControlStatement.control] == number else { return false }
      let own = assessment[$0, ControlStatement.catalogue]
      return own == nil || catalogue == nil || own == catalogue
    }
  }
}
