import Domain

/// A column of a pasted table: its head as it came, and what that means.
struct PastedColumn: Hashable, Sendable {
  let head: String
  /// Nil for a column that is left out.
  let meaning: EntryVocabulary.Meaning?
  /// What belongs before each cell: the property of a column that gives losses of one.
  let prefix: String

  /// The text of a cell as its field reads it; empty where nothing is said.
  func text(_ cell: String) -> String {
    let text = TypedText.lines(cell)
    guard !Self.nothing.contains(TypedText.folded(text)) else { return "" }
    guard prefix.isEmpty else { return Self.ticks.contains(TypedText.folded(text)) ? prefix : prefix + text }
    guard case .field(let field)? = meaning, field.type == .list else { return text }
    let lines = text.split(separator: "\n").map { TypedText.trim(String($0.drop { "・-•◦".contains($0) })) }
    return lines.joined(separator: "; ")
  }

  /// What people put into a cell that says nothing.
  static let nothing: Set<String> = ["", "-", "ー", "―", "—", "–", "−", "n/a", "na"]
  private static let ticks: Set<String> = ["○", "〇", "◯", "●", "✓", "✔", "x", "有", "yes", "はい"]

  /// The token a piece of this column stands behind, as the reader knows it.
  var token: EntryVocabulary.Token? {
    switch meaning {
    case nil: nil
    case .party?: EntryVocabulary.Token(spelling: "@", meaning: .party, characters: [])
    case .treatingControl?: EntryVocabulary.Token(spelling: "+", meaning: .treatingControl, characters: [])
    case .field(let field)?:
      EntryVocabulary.Token(
        spelling: field.tokens.contains("^") ? "^" : field.name + ":", meaning: .field(field), characters: [])
    }
  }
}

/// Finds out what the columns of a table mean by their heads.
struct HeaderReading {
  let kind: RecordKind

  /// What a head may mean, the likeliest first; empty when it is not known.
  private struct Candidate {
    let meaning: EntryVocabulary.Meaning
    let prefix: String
    /// The field's own word or token, and not what people also call it.
    let isOwn: Bool
  }

  /// - Parameters:
  ///   - heads: The cells of the first row.
  ///   - sample: Some rows below, which tell apart what the head alone does not.
  ///   - taken: What other columns are, which none of these can be.
  ///   - knowsOthers: Other heads of the row are known, so that it is a header whatever these are.
  /// - Returns: Nil when the row is no header.
  func columns(
    _ heads: [String], sample: [[String]], taken: Set<EntryVocabulary.Meaning> = [], knowsOthers: Bool = false
  ) -> [PastedColumn]? {
    let named = heads.filter { !TypedText.line($0).isEmpty }.count
    var found: [Int: Candidate] = [:]
    var taken = taken
    let candidates = heads.map(candidates)
    // The sure ones first, so that a head of several meanings takes what they leave.
    for most in [0, 1, Int.max] {
      for (place, choices) in candidates.enumerated()
      where found[place] == nil && (most == 0 ? choices.first?.isOwn == true : choices.count <= most) {
        let cells = sample.compactMap { $0.indices.contains(place) ? TypedText.token($0[place]) : nil }
        let fitting = choices.first { choice in
          (!taken.contains(choice.meaning) || Self.takesMore(choice.meaning))
            && fits(choice.meaning, cells.filter { !$0.isEmpty }, choice.isOwn && choices.count == 1)
        }
        guard let fitting else { continue }
        found[place] = fitting
        taken.insert(fitting.meaning)
      }
    }
    guard knowsOthers || found.count >= 2 || found.count == 1 && named <= 2 else { return nil }
    return heads.enumerated().map { place, head in
      PastedColumn(
        head: TypedText.line(head), meaning: found[place]?.meaning, prefix: found[place]?.prefix ?? "")
    }
  }

  /// Whether a line is nothing but the head of the column of titles.
  func isTitle(_ line: String) -> Bool {
    candidates(line).first?.meaning == .field(kind.description.title)
  }

  private static func takesMore(_ meaning: EntryVocabulary.Meaning) -> Bool {
    switch meaning {
    case .party: return false
    case .treatingControl: return true
    case .field(let field):
      switch field.type {
      case .list, .choices, .references, .loss: return true
      case .text, .longText, .number, .integer, .flag, .day, .choice, .reference, .table, .step, .target:
        return false
      }
    }
  }

  /// Whether most cells can be such values; a head that means one field only needs no proof.
  private func fits(_ meaning: EntryVocabulary.Meaning, _ cells: [String], _ isSure: Bool) -> Bool {
    guard !isSure, !cells.isEmpty, case .field(let field) = meaning else { return true }
    let good = cells.count { cell in
      switch field.type {
      case .choice(let options): (try? ChoiceReading.key(cell, options)) != nil
      case .choices(let options): (try? ChoiceReading.keys(cell, options)) != nil
      case .step: cell.first?.isNumber == true || Self.steps.contains(TypedText.folded(cell))
      case .day: (try? ValueReading.day(cell)) != nil
      case .number, .integer: (try? ValueReading.number(cell)) != nil
      case .text, .longText, .flag, .reference, .references, .list, .table, .loss, .target: true
      }
    }
    return good * 2 >= cells.count
  }

  /// What people call steps of any scale.
  private static let steps: Set<String> = [
    "高", "中", "低", "大", "小", "特大", "甚大", "軽微", "高い", "低い", "中程度", "まれ", "ほぼ確実", "high", "medium", "low",
    "very high", "very low", "major", "minor", "moderate", "severe", "rare", "h", "m", "l",
  ]

  // MARK: Heads

  private func candidates(_ head: String) -> [Candidate] {
    for name in Self.names(head) {
      let found = synonyms(name) + own(name)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The head as compared: without blanks, marks and what stands in brackets; then each side of a slash.
  private static func names(_ head: String) -> [String] {
    var folded = TypedText.folded(head).filter { !$0.isWhitespace && !"*※:•・_'\"".contains($0) }
    if let open = folded.firstIndex(where: { "([【〔".contains($0) }), open != folded.startIndex {
      folded = String(folded[..<open])
    }
    return [folded] + (folded.contains("/") ? folded.split(separator: "/").map(String.init) : [])
  }

  private func own(_ name: String) -> [Candidate] {
    Self.ownFields[kind]?[name].map { [Candidate(meaning: .field($0), prefix: "", isOwn: true)] } ?? []
  }

  /// The fields of each kind by what they themselves are called; the first of several.
  private static let ownFields: [RecordKind: [String: FieldDescription]] = Dictionary(
    uniqueKeysWithValues: RecordKind.allCases.map { kind in
      var fields: [String: FieldDescription] = [:]
      for field in EntryVocabulary[kind].fields {
        for text in [field.name, field.words.en, field.words.ja] + field.tokens {
          if let name = names(text).first, fields[name] == nil { fields[name] = field }
        }
      }
      return (kind, fields)
    })

  private func synonyms(_ name: String) -> [Candidate] {
    let wanted = HeaderSynonyms.fields(name, of: kind)
    return wanted.compactMap { text in
      let parts = text.split(separator: "=").map(String.init)
      let prefix = parts.count == 2 ? parts[1] : ""
      switch parts[0] {
      case "@": return Candidate(meaning: .party, prefix: "", isOwn: false)
      case "+":
        return kind == .risk ? Candidate(meaning: .treatingControl, prefix: "", isOwn: false) : nil
      case "title": return Candidate(meaning: .field(kind.description.title), prefix: "", isOwn: false)
      case "owner", "due", "parent":
        let token = ["owner": "own:", "due": "due:", "parent": "^"][parts[0]] ?? ""
        let field = kind.description.fields.first { $0.tokens.contains(token) }
        return field.map { Candidate(meaning: .field($0), prefix: "", isOwn: false) }
      default:
        return kind.description.field(named: parts[0]).map {
          Candidate(meaning: .field($0), prefix: prefix, isOwn: false)
        }
      }
    }
  }
}
