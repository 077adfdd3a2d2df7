package import Domain

/// What a line's record will be where the line says nothing else.
package struct EntryPlace: Hashable, Sendable {
  package let kind: RecordKind
  /// Whose it is.
  package let party: RecordID?
  /// What follows from the place on the screen.
  package let defaults: [Slot: Value]
  /// Which of it a line cannot say otherwise.
  package let held: Set<FieldKey>
  /// What is kept of a line before.
  package let sticky: EntrySticky

  package init(
    _ kind: RecordKind, party: RecordID?, defaults: [Slot: Value] = [:], held: Set<FieldKey> = [],
    sticky: EntrySticky = EntrySticky()
  ) {
    self.kind = kind
    self.party = party
    self.defaults = defaults
    self.held = held
    self.sticky = sticky
  }
}

/// The quick-entry line: one record per line, typed as people speak.
package enum EntryLine {
  /// Understands a line as a record to be.
  ///
  /// - Parameters:
  ///   - line: As typed, in either width and either language.
  ///   - place: What it will be, and whose unless the line says otherwise.
  ///   - assessment: What the line may point to.
  ///   - context: Today, who acts, and the control catalogues.
  /// - Returns: The pieces, and either what stands in the way or what makes the record.
  package static func read(
    _ line: String, at place: EntryPlace, _ assessment: Assessment, _ context: Context
  ) -> EntryReading {
    var run = EntryRun()
    let reader = read(.typed(line), nil, at: place, assessment, context, &run)
    return reading(line, reader, run)
  }

  /// Understands a line as one of several of the same act.
  ///
  /// The run takes the record if the line is understood; else it is as before.
  ///
  /// - Returns: What stands in the way; empty when nothing does.
  package static func read(
    _ line: String, at place: EntryPlace, _ assessment: Assessment, _ context: Context,
    into run: inout EntryRun
  ) -> [EntryProblem] {
    problems(read(.typed(line), nil, at: place, assessment, context, &run), &run)
  }

  /// The same for a table's row, whose pieces are cut already.
  static func read(
    _ line: FoldedLine, _ pieces: [EntryScanner.Piece], at place: EntryPlace, _ assessment: Assessment,
    _ context: Context, into run: inout EntryRun
  ) -> [EntryProblem] {
    problems(read(line, pieces, at: place, assessment, context, &run), &run)
  }

  /// How a table's row is understood, for showing it.
  static func read(
    _ line: FoldedLine, _ pieces: [EntryScanner.Piece], at place: EntryPlace, _ assessment: Assessment,
    _ context: Context
  ) -> EntryReading {
    var run = EntryRun()
    let reader = read(line, pieces, at: place, assessment, context, &run)
    return reading(String(line.original), reader, run)
  }

  private static func read(
    _ line: FoldedLine, _ pieces: [EntryScanner.Piece]?, at place: EntryPlace, _ assessment: Assessment,
    _ context: Context, _ run: inout EntryRun
  ) -> EntryReader {
    // Handed over rather than copied: a copy of what thousands of lines share would be made for each of them.
    var taken = EntryRun()
    swap(&taken, &run)
    var reader = EntryReader(line, at: place, assessment, context, run: taken)
    taken = EntryRun()
    if let pieces { reader.read(pieces) } else { reader.read() }
    swap(&reader.run, &run)
    return reader
  }

  /// What stands in the way of a line among others, whose newcomers then are nobody's.
  private static func problems(_ reader: EntryReader, _ run: inout EntryRun) -> [EntryProblem] {
    if !reader.problems.isEmpty { run.newcomers.forget(after: reader.newcomersBefore) }
    return reader.sortedProblems
  }

  private static func reading(_ line: String, _ reader: EntryReader, _ run: EntryRun) -> EntryReading {
    var reader = reader
    reader.reading.newcomers = run.newcomers
    return EntryReading(
      line: line, kind: reader.kind, party: reader.party, pieces: reader.pieces, tokens: reader.tokens,
      problems: reader.sortedProblems, commands: reader.problems.isEmpty ? run.commands : [],
      lines: reader.preview)
  }
}

extension EntryReader {
  fileprivate var sortedProblems: [EntryProblem] { problems.sorted { $0.column < $1.column } }
}
