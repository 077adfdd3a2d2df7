import Domain

/// Ways to go on with a filter line: fields, then what may stand in them.
struct FilterCompletions {
  let kind: RecordKind
  let party: RecordID?
  let assessment: Assessment
  let language: Language

  /// At the end of what stands before the cursor; the likeliest first.
  func completions(_ head: String, limit: Int = 8) -> [Completion] {
    let vocabulary = FilterVocabulary[kind]
    let line = FoldedLine(head)
    let scanner = FilterScanner(line: line, signs: Set(vocabulary.signs.keys))
    guard let term = scanner.terms().last, term.end >= line.count else {
      return keys("", line.original.count, limit)
    }
    guard let key = term.key else {
      let start = term.start + (term.isNegated ? 1 : 0)
      return keys(line.text(start..<line.count), line.place(start), limit)
    }
    let isSign = key.count == 1 && vocabulary.signs[line.folded[key.lowerBound]] != nil
    let aspect =
      isSign ? vocabulary.signs[line.folded[key.lowerBound]] : vocabulary.aspect(String(line.folded[key]))
    guard let aspect else { return [] }
    let start = line.folded.lastIndex { ",、".contains($0) }.flatMap { $0 >= key.upperBound ? $0 + 1 : nil }
    let from = line.place(start ?? term.values.first.map(\.range.lowerBound) ?? line.count)
    return values(of: aspect, String(line.original[from...]), limit).map {
      Completion(start: from, insert: quoted($0.insert), display: $0.display)
    }
  }

  private func quoted(_ text: String) -> String {
    text.contains { $0.isWhitespace || ",、".contains($0) } ? "\"" + text + "\"" : text
  }

  private func keys(_ typed: String, _ start: Int, _ limit: Int) -> [Completion] {
    let vocabulary = FilterVocabulary[kind]
    let likeness = Likeness(typed)
    let ranked = vocabulary.aspects.enumerated().compactMap { place, aspect -> (Int, Int, Aspect)? in
      // Without a letter typed only what people filter by most is worth the room.
      if typed.isEmpty, !aspect.isComputed, aspect.field?.tokens.isEmpty != false { return nil }
      let rank = aspect.spellings.compactMap { likeness.rank($0) }.min()
      return rank.map { ($0, aspect.isComputed ? place - 100 : place, aspect) }
    }
    return ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(limit).map { _, _, aspect in
      let spelling = vocabulary.spelling(of: aspect, language)
      let isOrdered = if case .level = aspect { true } else { false }
      return Completion(
        start: start, insert: spelling + (isOrdered ? ">=" : ":"),
        display: spelling == aspect.words[language].lowercased()
          ? spelling : spelling + " " + aspect.words[language])
    }
  }

  private func values(of aspect: Aspect, _ typed: String, _ limit: Int) -> [Completion] {
    if let field = aspect.field {
      return FieldText.completions(
        for: typed, field: field, kind: kind, party: party, assessment: assessment, language: language,
        limit: limit)
    }
    let likeness = Likeness(typed)
    return candidates(aspect).enumerated().compactMap { place, candidate in
      candidate.names.compactMap { likeness.rank($0) }.min().map { ($0, place, candidate) }
    }
    .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(limit).map {
      Completion(start: 0, insert: $0.2.insert, display: $0.2.display)
    }
  }

  private func candidates(_ aspect: Aspect) -> [FieldCandidates.Candidate] {
    func candidate(_ words: Words) -> FieldCandidates.Candidate {
      FieldCandidates.Candidate(
        insert: words[language], display: words[language], names: [words.ja, words.en])
    }
    switch aspect {
    case .level:
      return (Scales.method(for: party, assessment)?.bands.reversed() ?? []).map { candidate($0.label) }
    case .state:
      return [Words("open", "未完了"), Words("closed", "完了")].map(candidate)
        + RiskState.allCases.map { candidate($0.words) }
    case .party:
      return assessment.ids(.party).map { party in
        let (key, name) = (assessment.label(of: party), assessment[party, Party.name] ?? "")
        return FieldCandidates.Candidate(insert: key, display: key + " " + name, names: [key, name])
      }
    case .label, .controls, .field: return []
    }
  }
}
