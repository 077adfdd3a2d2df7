import Domain

extension EntryLine {
  /// Adds a record whose values are read already to an act, with all that goes without saying.
  ///
  /// - Parameters:
  ///   - values: What it says.
  ///   - settled: Slots that nothing is to be put into, also where they are empty.
  ///   - id: Its stand-in.
  ///   - party: Whose it is; nil for joint ones.
  ///   - kind: What it is.
  ///   - assessment: What it may point to.
  ///   - context: Today and the catalogues.
  ///   - run: The act, which takes it if nothing stands in the way.
  /// - Returns: What stands in the way.
  static func add(
    _ values: [Slot: Value], settled: Set<Slot>, as id: RecordID, of party: RecordID?, _ kind: RecordKind,
    _ assessment: Assessment, _ context: Context, into run: inout EntryRun
  ) -> Words? {
    var taken = EntryRun()
    swap(&taken, &run)
    let place = EntryPlace(kind, party: party, defaults: values)
    var reader = EntryReader(
      FoldedLine(""), at: place, assessment, context, run: taken, number: Int(id.number))
    taken = EntryRun()
    reader.given = settled
    reader.read([])
    swap(&reader.run, &run)
    return reader.problems.first.map { problem in
      if case .noTitle(let field) = problem.fault { ImportWords.noTitle(field) } else { problem.words }
    }
  }

  /// The controls of a party that a text names, or what stands in the way.
  static func controls(
    _ text: String, of party: RecordID, _ assessment: Assessment, _ context: Context
  ) -> (controls: [NamedControl], problem: EntryProblem?) {
    let line = FoldedLine.typed(text)
    var reader = EntryReader(
      line, at: EntryPlace(.risk, party: party), assessment, context, run: EntryRun(), number: 0)
    reader.party = party
    reader.controls = [0..<line.count]
    let controls = reader.namedControls()
    return (controls, reader.problems.first)
  }
}
