package import Domain

/// Pieces of a line that stay for the lines after it: whose it is, what it hangs from, who owns it, until when.
///
/// They are kept as they were typed and read anew for every line, so that a person created by one line is the
/// same person in the next.
package struct EntrySticky: Hashable, Sendable {
  struct Piece: Hashable, Sendable {
    let meaning: EntryVocabulary.Meaning
    let text: String
  }

  private(set) var pieces: [Piece] = []

  package init() {}

  /// What can be kept of a line, and what was kept already where the line says nothing else.
  package init(_ reading: EntryReading, after before: EntrySticky = EntrySticky()) {
    let characters = Array(reading.line)
    let own = reading.pieces.compactMap { piece -> Piece? in
      guard let meaning = piece.meaning, piece.problem == nil, Self.isKept(meaning, of: reading.kind) else {
        return nil
      }
      let text = TypedText.line(String(characters[piece.range.clamped(to: 0..<characters.count)]))
      return text.isEmpty ? nil : Piece(meaning: meaning, text: text)
    }
    pieces = own + before.pieces.filter { kept in !own.contains { $0.meaning == kept.meaning } }
  }

  package var isEmpty: Bool { pieces.isEmpty }

  private static let tokens: Set<String> = ["^", "own:", "due:", "#"]

  private static func isKept(_ meaning: EntryVocabulary.Meaning, of kind: RecordKind) -> Bool {
    switch meaning {
    case .party: true
    case .treatingControl: false
    case .field(let field):
      field.key != kind.description.title.key
        && (!tokens.isDisjoint(with: field.tokens)
          || kind.description.ownership == .joint && field.type == .references([.party]))
    }
  }

  /// The pieces as they would be typed.
  package func texts(_ kind: RecordKind, _ language: Language) -> [String] {
    let vocabulary = EntryVocabulary[kind]
    return pieces.map { piece in
      switch piece.meaning {
      case .party: "@" + piece.text
      case .treatingControl: "+" + piece.text
      case .field(let field): vocabulary.spelling(of: field, language) + piece.text
      }
    }
  }
}

extension EntryReader {
  /// Fills from the pieces kept what the line leaves open.
  mutating func takeSticky() {
    for piece in sticky.pieces {
      guard case .field(let field) = piece.meaning, !given.contains(Slot(field.key)) else { continue }
      let slot = Slot(field.key)
      do throws(FieldProblem) {
        let text = try split(piece.text, field)
        guard let value = try reading.value(text, field) else { continue }
        let kept = asAbove.contains(slot) ? values[slot] : nil
        values[slot] = kept.flatMap { Self.merged($0, value, field) } ?? value
        asAbove.insert(slot)
      } catch {
        problem(.field(field.words, error), at: 0)
      }
    }
  }

  /// The party kept, as far as there still is one of that name.
  var stickyParty: RecordID? {
    let text = sticky.pieces.first { $0.meaning == .party }?.text
    return text.flatMap { try? PartyReading.party($0, assessment) }
  }
}
