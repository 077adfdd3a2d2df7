package import Domain

/// Something in a line that is not understood.
package struct EntryProblem: Hashable, Sendable {
  /// The character it begins at, counted from 1.
  package let column: Int
  package let fault: EntryFault

  /// What is wrong and what to type instead.
  package var words: Words { fault.words }
}

/// Why a piece of a line, or the line, cannot be a record: the facts.
package enum EntryFault: Hashable, Sendable {
  case field(Words, FieldProblem)
  case party(FieldProblem)
  /// A token with nothing behind it.
  case nothingAfter(String, Words)
  /// A field that takes one value has two.
  case twice(Words)
  /// A field that the place of the line fills, with what stands in it there.
  case held(Words, String)
  /// No bare words, and the kind needs a title.
  case noTitle(Words)
  case noParty(RecordKind)
  /// `@` in a line whose record belongs to all.
  case belongsToAll(RecordKind)
  /// A field that each party fills in for itself, and nobody is acting.
  case whoseAnswer(Words)
  case unknownControl(String, party: String)
  case noCatalogues(party: String)
  case alreadyThere(RecordKind, label: String)
}

/// How a line was understood.
package struct EntryReading: Sendable {
  /// One part of the line.
  package struct Piece: Hashable, Sendable {
    /// Where it stands, in characters; its value alone.
    package let range: Range<Int>
    /// The field it fills.
    package let field: Words
    /// What it means there; nil while it means nothing.
    package let understood: Words?
    package let problem: EntryFault?
    let meaning: EntryVocabulary.Meaning?
  }

  let line: String
  let kind: RecordKind
  /// Whose the record will be; nil for joint ones and as long as nothing tells.
  package let party: RecordID?
  package let pieces: [Piece]
  /// Where tokens stand, in characters.
  package let tokens: [Range<Int>]
  /// In the order of the line.
  package let problems: [EntryProblem]
  /// What makes the record; empty while there are problems.
  package let commands: [Command]
  let lines: [Words]

  /// The record as it was understood, a line of what happens and a line of to whom it belongs.
  package func preview(_ language: Language) -> [String] {
    lines.map { $0[language] }.filter { !$0.isEmpty }
  }
}
