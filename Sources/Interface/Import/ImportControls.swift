import Domain

/// Controls as cells name them, each text looked up once.
struct ImportControls {
  private struct Text: Hashable {
    let party: RecordID
    let text: String
  }

  private var found: [Text: Result<[NamedControl], ImportControlFault>] = [:]
  /// Statements that arrive with the act, and their rows.
  private var stated: [ControlTreatments.Key: (record: RecordID, row: Int)] = [:]

  /// The controls of a party that a text names, `A.5.17 A 8.5` or `5.17, 8.5`.
  mutating func find(
    _ text: String, of party: RecordID, _ assessment: Assessment, _ context: Context
  ) -> Result<[NamedControl], ImportControlFault> {
    let key = Text(party: party, text: text)
    if let known = found[key] { return known }
    let read = EntryLine.controls(text, of: party, assessment, context)
    let result: Result<[NamedControl], ImportControlFault> =
      read.problem.map { .failure(ImportControlFault(words: $0.words)) } ?? .success(read.controls)
    found[key] = result
    return result
  }

  /// Notes a statement to come.
  ///
  /// - Returns: The row that states the same control already; nil when none does.
  mutating func state(_ control: NamedControl, as id: RecordID, row: Int) -> Int? {
    stated.updateValue((id, row), forKey: ControlTreatments.Key(control))?.row
  }

  /// The statement to come of a control that has none; nil when the act brings none.
  func arriving(_ control: NamedControl) -> RecordID? {
    control.statement == nil ? stated[ControlTreatments.Key(control)]?.record : nil
  }
}

/// Why a text names no control.
struct ImportControlFault: Error {
  let words: Words
}
