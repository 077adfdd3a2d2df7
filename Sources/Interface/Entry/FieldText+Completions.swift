package import Domain

extension FieldText {
  /// Ways to go on with a field's text, the likeliest first.
  ///
  /// - Parameters:
  ///   - text: What stands before the cursor.
  ///   - field: Whose value it will be.
  ///   - kind: The record's kind; values already used in records of it are offered for texts with a token.
  ///   - party: The record's party; its persons come first.
  ///   - assessment: Where names are found.
  ///   - language: Of words for choices.
  ///   - limit: The most to offer.
  /// - Returns: None for numbers, days and free text.
  package static func completions(
    for text: String, field: FieldDescription, kind: RecordKind, party: RecordID?, assessment: Assessment,
    language: Language, limit: Int = 8
  ) -> [Completion] {
    let start = FieldCandidates.start(text, field.type)
    let typed = String(text.dropFirst(start))
    let likeness = Likeness(typed)
    let source = FieldCandidates(kind: kind, party: party, assessment: assessment, language: language)
    var ranked: [(rank: Int, place: Int, candidate: FieldCandidates.Candidate)] = []
    for (place, candidate) in source.candidates(field, typed).enumerated() {
      guard let rank = candidate.names.compactMap({ likeness.rank($0) }).min() else { continue }
      ranked.append((rank, place, candidate))
    }
    ranked.sort { ($0.rank, $0.place) < ($1.rank, $1.place) }
    return ranked.prefix(limit).map {
      Completion(start: start, insert: $0.candidate.insert, display: $0.candidate.display)
    }
  }
}

/// What may be offered for a field. Work is bounded however many records there are.
struct FieldCandidates {
  struct Candidate {
    let insert: String
    let display: String
    /// Everything it may be typed as.
    let names: [String]
  }

  let kind: RecordKind
  let party: RecordID?
  let assessment: Assessment
  let language: Language

  /// The latest records of a kind that are looked at.
  private static let horizon = 300

  /// Where the piece of a text begins that is being typed.
  static func start(_ text: String, _ type: FieldType) -> Int {
    let separators: String
    switch type {
    case .list, .table: separators = ";；|｜"
    case .choices: separators = ",、，;；・"
    case .references: separators = ",、，;； 　"
    case .text, .longText, .number, .integer, .flag, .day, .choice, .reference, .step, .loss, .target:
      return 0
    }
    let characters = Array(text)
    guard let last = characters.lastIndex(where: { separators.contains($0) }) else { return 0 }
    return characters[(last + 1)...].firstIndex { !$0.isWhitespace } ?? characters.count
  }

  func candidates(_ field: FieldDescription, _ typed: String) -> [Candidate] {
    switch field.type {
    case .choice(let options), .choices(let options):
      return options.map {
        Candidate(insert: $0.words[language], display: $0.words[language], names: ChoiceReading.names($0))
      }
    case .flag:
      return [true, false].map { flag in
        let words = FieldText.words(flag)
        return Candidate(insert: words[language], display: words[language], names: [words.ja, words.en])
      }
    case .reference(let kinds), .references(let kinds): return kinds.flatMap { records($0, typed) }
    case .step(let axis): return steps(axis)
    case .list: return used(field)
    case .text where !field.tokens.isEmpty: return used(field)
    case .text, .longText, .number, .integer, .day, .table, .loss, .target: return []
    }
  }

  private func steps(_ axis: ScaleAxis) -> [Candidate] {
    guard let method = Scales.method(for: party, assessment) else { return [] }
    return Scales.steps(axis, method).enumerated().map { index, step in
      Candidate(
        insert: String(index + 1), display: "\(index + 1) \(step.label[language])",
        names: [String(index + 1), step.label.ja, step.label.en])
    }
  }

  // MARK: Records

  private func records(_ kind: RecordKind, _ typed: String) -> [Candidate] {
    latest(kind).map(candidate) + numbered(kind, typed)
  }

  private func candidate(_ id: RecordID) -> Candidate {
    let (label, title) = (assessment.label(of: id), assessment.title(of: id) ?? "")
    if assessment.kind(of: id) == .person {
      let name = assessment.party(of: id) == party ? title : RecordName.edited(id, assessment)
      let isPlain = assessment.record(labelled: name) == nil && !name.isEmpty
      return Candidate(insert: isPlain ? name : label, display: name, names: [title, label])
    }
    return Candidate(insert: label, display: TypedText.trim(label + " " + title), names: [label, title])
  }

  /// The latest records, the own party's first.
  private func latest(_ kind: RecordKind) -> [RecordID] {
    ownFirst(Array(assessment.ids(kind).suffix(Self.horizon)))
  }

  private func ownFirst(_ ids: [RecordID]) -> [RecordID] {
    guard let party else { return ids }
    return ids.filter { assessment.party(of: $0) == party } + ids.filter { assessment.party(of: $0) != party }
  }

  /// Records beyond the horizon by the start of their number.
  private func numbered(_ kind: RecordKind, _ typed: String) -> [Candidate] {
    guard assessment.count(kind) > Self.horizon else { return [] }
    let digits = TypedText.token(typed).drop { !$0.isNumber }
    guard let number = UInt32(digits), number < UInt32.max / 10 else { return [] }
    return ([number] + (0...9).map { number * 10 + $0 }).compactMap { assessment.id(kind, number: $0) }.map(
      candidate)
  }

  // MARK: Texts already used

  private func used(_ field: FieldDescription) -> [Candidate] {
    var seen: Set<String> = []
    var texts: [String] = []
    for id in ownFirst(assessment.ids(kind).suffix(Self.horizon).reversed()) {
      switch assessment.value(id, field.key) {
      case .list(let list)?: texts += list.filter { seen.insert($0).inserted }
      case .text(let text)? where text.count <= 60 && seen.insert(text).inserted: texts.append(text)
      default: continue
      }
      if texts.count >= 100 { break }
    }
    return texts.map { text in
      let insert = field.type == .list ? TableText.write([[text]], cells: ";") : text
      return Candidate(insert: insert, display: text, names: [text])
    }
  }
}
