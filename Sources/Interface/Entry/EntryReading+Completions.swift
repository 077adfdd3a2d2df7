package import Domain

extension EntryReading {
  /// Ways to go on at the cursor: values of the piece it stands in, else tokens.
  ///
  /// - Parameters:
  ///   - cursor: In characters.
  ///   - assessment: Where names are found.
  ///   - context: The control catalogues.
  ///   - language: Of words and of tokens offered.
  ///   - limit: The most to offer.
  /// - Returns: The likeliest first.
  package func completions(
    at cursor: Int, _ assessment: Assessment, _ context: Context, _ language: Language, limit: Int = 8
  ) -> [Completion] {
    let characters = Array(line.prefix(cursor))
    if let piece = piece(at: cursor, characters), let meaning = piece.meaning, !isTitle(meaning) {
      let start = min(piece.range.lowerBound, characters.count)
      let typed = String(characters[start...])
      return values(meaning, typed, assessment, context, language, limit).map {
        Completion(start: start + $0.start, insert: $0.insert, display: $0.display)
      }
    }
    return tokens(characters, language, limit)
  }

  /// The piece that ends at or holds the cursor; a space behind it ends it.
  private func piece(at cursor: Int, _ characters: [Character]) -> Piece? {
    pieces.last { piece in
      piece.range.lowerBound <= cursor
        && (cursor <= piece.range.upperBound
          || piece.range.isEmpty && characters[piece.range.lowerBound...].allSatisfy(\.isWhitespace))
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

  /// Tokens that the word before the cursor begins; after a space those not used yet.
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
