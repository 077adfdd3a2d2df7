import Canvas
import Domain

/// Going to a field by its name: forms of forty fields are not walked line by line.
extension FormLayer {
  /// Takes a key while a field is looked for; every letter moves the cursor to the first field that fits. Enter
  /// stays here where none does, so that nothing is typed into another field unnoticed.
  mutating func seek(_ text: String, _ input: LayerInput, _ model: Model) {
    switch input {
    case .key(.escape), .key(.control("c")): sought = nil
    case .key(.enter), .key(.tab):
      if text.isEmpty || field(called: text, model) != nil { sought = nil }
    case .key(.backspace): seek(String(text.dropLast()), model)
    case .key(.control("f")), .key(.down): seek(text, model, after: cursor)
    case .key(.character(let character)): seek(text + String(character), model)
    case .key: break
    case .paste(let more): seek(text + more, model)
    }
  }

  private mutating func seek(_ text: String, _ model: Model, after: Int = -1) {
    sought = text
    if let found = field(called: text, model, after: after) { moveTo(found, model) }
  }

  /// The first line after another, and from the top again, whose name begins so, else has it anywhere.
  func field(called text: String, _ model: Model, after: Int = -1) -> Int? {
    let wanted = TypedText.folded(text)
    guard !wanted.isEmpty else { return nil }
    let names = lines.map { line in
      let whose = line.slot.party.map { " " + (model.assessment[$0, Party.partyKey] ?? "") } ?? ""
      return TypedText.folded(model.say(line.field.words) + whose)
    }
    let order = Array(lines.indices.dropFirst(after + 1)) + Array(lines.indices.prefix(after + 1))
    return order.first { names[$0].hasPrefix(wanted) } ?? order.first { names[$0].contains(wanted) }
  }

  /// That no field is called what is looked for; nil while one is.
  func miss(_ model: Model) -> Words? {
    guard let sought, !sought.isEmpty, field(called: sought, model) == nil else { return nil }
    return Words("No field is called “\(sought)”.", "「\(sought)」という欄はありません。")
  }
}

extension FormLayer {
  /// A form with what an entry line was understood to say.
  init(_ reading: EntryReading, _ birth: Birth, _ model: Model) {
    var names: [RecordID: String] = [:]
    var values = birth.defaults
    for case .create(let draft) in reading.commands {
      if draft.kind == birth.kind { values = draft.values }
      if draft.kind == .person, case .text(let name)? = draft.values[Slot(Person.name.key)] {
        names[draft.id] = name
      }
    }
    self.init(
      Birth(birth.kind, party: reading.party ?? birth.party, defaults: values, link: birth.link), model)
    for index in lines.indices {
      guard case .reference(let id)? = values[lines[index].slot], let name = names[id] else { continue }
      lines[index].text.text = name
    }
    if reading.commands.isEmpty { take(reading.pieces, of: reading.line, model.language) }
  }

  /// Fills in what a line that cannot be saved yet says, as it was typed, right or wrong.
  private mutating func take(_ pieces: [EntryReading.Piece], of line: String, _ language: Language) {
    let characters = Array(line)
    for piece in pieces {
      guard case .field(let field)? = piece.meaning, piece.range.upperBound <= characters.count,
        let index = lines.firstIndex(where: { $0.slot.key == field.key })
      else { continue }
      let text = String(characters[piece.range]).trimmed
      let isFirst = lines[index].text.isEmpty || lines[index].text.text == lines[index].original
      lines[index].text.text =
        isFirst ? text : lines[index].text.text + FieldText.separator(language) + text
      if piece.problem != nil { cursor = index }
    }
  }
}
