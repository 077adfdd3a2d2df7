package import Domain

extension EntryReading {
  /// Ways to go on at the end of the line: values of the piece that ends there, else tokens.
  ///
  /// - Parameters:
  ///   - assessment: Where names are found.
  ///   - context: The control catalogues.
  ///   - language: Of words and of tokens offered.
  ///   - limit: The most to offer.
  /// - Returns: The likeliest first.
  package func completions(
    _ assessment: Assessment, _ context: Context, _ language: Language, limit: Int = 8
  ) -> [Completion] {
    let characters = Array(line)
    guard let piece = piece(atEndOf: characters), let meaning = piece.meaning, !isTitle(meaning) else {
      return tokens(characters, language, limit)
    }
    let start = min(piece.range.lowerBound, characters.count)
    let typed = String(characters[start...])
    let closing =
      start > 0 ? TypedText.compatible(characters[start - 1]).first.flatMap(FoldedLine.closing) : nil
    return values(meaning, typed, assessment, context, language, limit).map { completion in
      Completion(
        start: start + completion.start, insert: Self.safe(completion, closing, language),
        display: completion.display)
    }
  }

  /// With quotes where words behind it could be taken for more of the same, or with the quote that is still open.
  private static func safe(_ completion: Completion, _ closing: Character?, _ language: Language) -> String {
    if let closing { return completion.insert + String(closing) }
    guard completion.start == 0, completion.insert.contains(where: \.isWhitespace) else {
      return completion.insert
    }
    return EntryLine.quoted(completion.insert, language)
  }

  /// The piece that ends at the end of the line; a space behind it ends it.
  private func piece(atEndOf characters: [Character]) -> Piece? {
    pieces.last { piece in
      piece.range.upperBound >= characters.count
        || piece.range.isEmpty && characters[piece.range.lowerBound...].allSatisfy(\.isWhitespace)
    }
  }

  private func isTitle(_ meaning: EntryVocabulary.Meaning) -> Bool {
    meaning == .field(kind.description.title) && kind != .controlStatement
  }

  private func values(
    _ meaning: EntryVocabulary.Meaning, _ typed: String, _ assessment: Assessment, _ context: Context,
    _ language: Language, _ limit: Int
  ) -> [Completion] {
    switch meaning {
    case .party:
      return FieldText.completions(
        for: typed, field: Self.partyField, kind: kind, party: party, assessment: assessment,
        language: language, limit: limit)
    case .treatingControl, .field(ControlStatement.control.field):
      return controls(typed, assessment, context, language, limit)
    case .field(let field):
      return FieldText.completions(
        for: typed, field: field, kind: kind, party: party, assessment: assessment, language: language,
        limit: limit)
    }
  }

  /// Any link to a party serves to find one.
  private static let partyField = Commitment.discloser.field

  private func controls(
    _ typed: String, _ assessment: Assessment, _ context: Context, _ language: Language, _ limit: Int
  ) -> [Completion] {
    guard let party else { return [] }
    let likeness = Likeness(typed)
    let all = assessment[party, Party.catalogues].compactMap { context.catalogues[$0] }.flatMap(\.controls)
    let fitting = all.compactMap { control in
      [control.number, control.title.ja, control.title.en].compactMap { likeness.rank($0) }.min().map {
        ($0, control)
      }
    }
    return fitting.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.prefix(limit)
      .map {
        let control = $0.element.1
        return Completion(
          start: 0, insert: control.number, display: control.number + " " + control.title[language])
      }
  }

  /// Tokens that the last word begins; after a space those not used yet.
  private func tokens(_ characters: [Character], _ language: Language, _ limit: Int) -> [Completion] {
    let start = (characters.lastIndex { $0.isWhitespace } ?? -1) + 1
    let typed = TypedText.folded(String(characters[start...]))
    guard !typed.isEmpty || start > 0 else { return [] }
    let vocabulary = EntryVocabulary[kind]
    let used = Set(pieces.compactMap(\.meaning))
    let open = vocabulary.fields.filter { field in
      field.key != kind.description.title.key && (!used.contains(.field(field)) || !typed.isEmpty)
        && (!typed.isEmpty || !field.tokens.isEmpty)
    }
    let fitting = open.filter { field in
      typed.isEmpty
        || (field.tokens + [field.name, field.words.ja, field.words.en]).contains {
          TypedText.folded($0).hasPrefix(typed)
        }
    }
    return fitting.prefix(limit).map { field in
      let token = vocabulary.spelling(of: field, language)
      return Completion(start: start, insert: token, display: token + " " + field.words[language])
    }
  }
}
