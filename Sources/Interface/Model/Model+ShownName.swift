package import Domain

extension Model {
  /// What a record is called in a line: a control by its catalogue's title, a reading by its value and day, others
  /// by their title, else by their kind.
  ///
  /// - Parameters:
  ///   - record: Of any kind.
  ///   - state: Where it is looked up; nil for what is on screen.
  /// - Returns: Empty for a record that is nowhere.
  package func shownName(of record: RecordID, in state: Assessment? = nil) -> String {
    let assessment = state ?? self.assessment
    if let number = assessment[record, ControlStatement.control],
      let catalogue = assessment[record, ControlStatement.catalogue],
      let control = context.catalogues[catalogue]?.control(number)
    {
      return say(control.title)
    }
    if let value = assessment[record, Reading.value] {
      return Value.plain(value)
        + (assessment[record, Reading.date].map { "  " + $0.short(seenFrom: context.today) } ?? "")
    }
    return assessment.title(of: record) ?? assessment.kind(of: record).map { say($0.description.words) } ?? ""
  }
}
