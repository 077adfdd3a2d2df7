package import Domain

/// The quick-entry line: one record per line, typed as people speak.
package enum EntryLine {
  /// Understands a line as a record to be.
  ///
  /// - Parameters:
  ///   - line: As typed, in either width and either language.
  ///   - kind: What it will be.
  ///   - party: Whose it is unless the line says otherwise.
  ///   - defaults: What follows from the place, where the line says nothing else.
  ///   - assessment: What the line may point to.
  ///   - context: Today, who acts, and the control catalogues.
  ///   - language: Of the person; the line itself may be in any.
  /// - Returns: The pieces, and either what stands in the way or what makes the record.
  package static func read(
    _ line: String, kind: RecordKind, party: RecordID?, defaults: [Slot: Value], assessment: Assessment,
    context: Context, language: Language
  ) -> EntryReading {
    var reader = EntryReader(
      line: FoldedLine(line), kind: kind, party: party, defaults: defaults, assessment: assessment,
      context: context)
    reader.read()
    return EntryReading(
      line: line, kind: kind, party: reader.party, pieces: reader.pieces,
      problems: reader.problems.sorted { $0.column < $1.column },
      commands: reader.problems.isEmpty ? reader.commands : [], lines: reader.preview)
  }
}
