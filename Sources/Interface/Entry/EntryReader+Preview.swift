import Domain

/// How the record was understood, in words.
extension EntryReader {
  /// What happens, then to whom it belongs and what is decided.
  var preview: [Words] {
    guard !values.isEmpty || !controlNotes.isEmpty else { return [] }
    let fields = description.fields.filter { $0.key != description.title.key }
    var happens = phrase(description.title).map { [$0] } ?? []
    var belongs = [partyPhrase].compactMap(\.self)
    let rating = ratingPhrase
    for field in fields {
      if Self.isOfRating(field), let rating {
        if field.key == Risk.likelihood.key { happens.append(rating) }
        continue
      }
      guard let phrase = phrase(field) else { continue }
      if Self.saysWhatHappens(field.type) { happens.append(phrase) } else { belongs.append(phrase) }
    }
    belongs = strangers + questions + belongs
    if !controlNotes.isEmpty {
      let words = ControlStatement.control.field.words
      let (en, ja) = (controlNotes.map(\.en), controlNotes.map(\.ja))
      belongs.append(
        Words("\(words.en) " + en.joined(separator: ", "), "\(words.ja) " + ja.joined(separator: "、")))
    }
    return [happens, belongs].map { phrases in
      Words(phrases.map(\.en).joined(separator: " · "), phrases.map(\.ja).joined(separator: " · "))
    }
  }

  /// Words that look like a field's and name none here: said, since they stay in the text.
  private var strangers: [Words] {
    let words = bare.flatMap { line.text($0).split(whereSeparator: \.isWhitespace) }
    guard let token = words.lazy.compactMap(Self.fieldLike).first else { return [] }
    let shown = TypedText.line(token)
    return [
      Words("“\(shown)” is no field here and stays in the text", "「\(shown)」は項目名ではなく本文に含まれます")
    ]
  }

  /// `class:` of `class:minor`; nil for addresses, times and plain words.
  private static func fieldLike(_ word: Substring) -> String? {
    guard let colon = word.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    let (name, rest) = (word[..<colon], word[word.index(after: colon)...])
    guard (2...12).contains(name.count), name.allSatisfy(\.isLetter), let next = rest.first, next != "/"
    else { return nil }
    return String(name) + ":"
  }

  /// In cyberspace, what the talk says to ask always, as long as the line does not say it: safe for whom, who acts.
  private var questions: [Words] {
    guard assessment.scope == .cyberspace else { return [] }
    return EntryExample.asked(of: kind).filter { field, _ in values[Slot(field.key)] == nil }.map {
      field, question in
      let tokens = field.tokens
      let (en, ja) = (tokens.first ?? field.name, tokens.last ?? field.name)
      return Words("\(question.en) \(en)", "\(question.ja) \(ja)")
    }
  }

  /// A value in the words of both languages; a person to be is marked as new.
  func shown(_ value: Value, _ field: FieldDescription) -> Words {
    func text(_ language: Language) -> String {
      func name(_ id: RecordID) -> String {
        guard let name = reading.newcomers.name(of: id) else { return RecordName.read(id, assessment) }
        return name + Words(" (new)", "（新規）")[language]
      }
      switch value {
      case .reference(let id): return name(id)
      case .references(let ids): return ids.map(name).joined(separator: FieldText.separator(language))
      case .text, .number, .integer, .flag, .day, .choice, .choices, .list, .table:
        return FieldText.display(value, field, assessment, language, party: party)
      }
    }
    return Words(text(.english), text(.japanese))
  }

  private func phrase(_ field: FieldDescription) -> Words? {
    let slots = values.keys.filter { $0.key == field.key }
    guard let slot = slots.first, let value = values[slot] else { return nil }
    let shown = shown(value, field)
    let note = asAbove.contains(slot) ? Self.asAboveNote : Words("", "")
    guard field.type != .loss else { return shown }
    return Words(
      "\(field.words.en) \(shown.en)\(note.en)", "\(field.words.ja) \(shown.ja)\(note.ja)")
  }

  private static let asAboveNote = Words(" (as above)", "（同上）")

  private static func isOfRating(_ field: FieldDescription) -> Bool {
    field.key == Risk.likelihood.key || field.key == Risk.consequenceStep.key
  }

  /// `2×4 = 8 中`, once both steps are there.
  private var ratingPhrase: Words? {
    guard kind == .risk, case .integer(let l)? = values[Slot(Risk.likelihood.key)],
      case .integer(let c)? = values[Slot(Risk.consequenceStep.key)],
      let method = Scales.method(for: party, assessment),
      let level = method.level(likelihood: l, consequence: c)
    else { return nil }
    let band = method.band(level).label
    return Words("\(l)×\(c) = \(level) \(band.en)", "\(l)×\(c) = \(level) \(band.ja)")
  }

  private var partyPhrase: Words? {
    guard description.ownership != .joint, let party else { return nil }
    let (name, word) = (RecordName.party(party, assessment), RecordKind.party.description.words)
    guard let source = partySource else {
      let note = isPartyAsAbove ? Self.asAboveNote : Words("", "")
      return Words("\(word.en) \(name)\(note.en)", "\(word.ja) \(name)\(note.ja)")
    }
    let label = assessment.label(of: source)
    return Words("\(word.en) \(name) (from \(label))", "\(word.ja) \(name)（\(label) から）")
  }

  private static func saysWhatHappens(_ type: FieldType) -> Bool {
    switch type {
    case .text, .longText, .number, .list, .table, .step, .loss, .target: true
    case .integer, .flag, .day, .choice, .choices, .reference, .references: false
    }
  }
}
