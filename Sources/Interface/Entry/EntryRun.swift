package import Domain

/// What the lines of one act share: persons named for the first time, controls that treat several of its risks,
/// places in a chain, and numbers that never meet.
package struct EntryRun: Sendable {
  var newcomers = Newcomers(pending: 0)
  private(set) var births: [[Command]] = []
  private var treatments = ControlTreatments()
  private var lastSteps: [RecordID: Int] = [:]
  private var stated: Set<ControlTreatments.Key> = []

  package init() {}

  /// The whole act: persons, then the records in the order of their lines, then the controls that treat them.
  package var commands: [Command] {
    newcomers.commands + births.flatMap(\.self) + treatments.commands.flatMap(\.self)
  }

  /// The act in parts that stand or fall on their own: persons, then a part per line, then a part per control.
  var parts: [[Command]] { [newcomers.commands] + births + treatments.commands }

  /// For each part behind the lines, the lines that named the control.
  var linesOfControls: [[Int]] { treatments.lines }

  /// A line was understood: its record will be.
  mutating func add(_ draft: Draft, treatedWith controls: [NamedControl], _ assessment: Assessment) {
    births.append([.create(draft)])
    if case .reference(let chain)? = draft.values[Slot(ChainStep.chain.key)] {
      lastSteps[chain] = lastStep(of: chain, assessment) + 1
    }
    if draft.kind == .controlStatement, let key = ControlTreatments.Key(draft) { stated.insert(key) }
    for control in controls {
      treatments.treat(draft.id, with: control, line: births.count - 1, &newcomers, assessment)
    }
  }

  /// A risk of this act, or one that is there, is treated with a control.
  ///
  /// - Parameters:
  ///   - risk: Or its stand-in.
  ///   - control: As it was named.
  ///   - line: What to call the place where it was named.
  ///   - assessment: What the control treats already.
  ///   - newcomers: Gives a statement to come its number.
  mutating func treat(
    _ risk: RecordID, with control: NamedControl, line: Int, _ assessment: Assessment,
    _ newcomers: inout Newcomers
  ) {
    treatments.treat(risk, with: control, line: line, &newcomers, assessment)
  }

  /// The highest place in a chain that is taken, by records or by lines before.
  func lastStep(of chain: RecordID, _ assessment: Assessment) -> Int {
    lastSteps[chain] ?? assessment.lastStep(of: chain)
  }

  /// Whether a line before states that control already.
  func states(_ control: NamedControl) -> Bool { stated.contains(ControlTreatments.Key(control)) }
}

extension Assessment {
  /// The highest place in a chain that a step has.
  func lastStep(of chain: RecordID) -> Int {
    sources(of: chain, via: ChainStep.chain).compactMap { self[$0, ChainStep.order] }.max() ?? 0
  }
}
