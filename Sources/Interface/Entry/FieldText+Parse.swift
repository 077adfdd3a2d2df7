package import Domain

extension FieldText {
  /// Reads what a person typed into a field.
  ///
  /// - Parameters:
  ///   - text: Empty to empty the field.
  ///   - field: Whose value it should be.
  ///   - kind: The record's kind.
  ///   - party: The record's party; new persons become its own.
  ///   - assessment: Where names and scales are found.
  ///   - language: Unused words never matter: both languages are read whatever it is.
  ///   - today: What a date without a year is read by; nil where it means nothing.
  ///   - pending: The next number free for a draft of the act; moves on when a person is made.
  /// - Returns: The value with what must be done first, or why the text is none.
  package static func parse(
    _ text: String, field: FieldDescription, kind: RecordKind, party: RecordID?, assessment: Assessment,
    language: Language, today: Day? = nil, pending: inout Int
  ) -> Result<ParsedValue, FieldProblem> {
    var reading = ValueReading(
      party: party, assessment: assessment, today: today, newcomers: Newcomers(pending: pending))
    do throws(FieldProblem) {
      let value = try reading.value(text, field)
      pending = reading.newcomers.pending
      return .success(ParsedValue(value: value, commands: reading.newcomers.commands))
    } catch {
      return .failure(error)
    }
  }
}
