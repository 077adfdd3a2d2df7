import Domain

/// From pieces to the act.
extension EntryReader {
  /// Records that are known by what they link rather than by a title.
  private static let untitled: Set<RecordKind> = [
    .reading, .delegation, .integrationCell, .objectivePair, .estimate, .walkStop, .managementReview,
  ]

  /// Whether records of a kind are known by their title.
  static func needsTitle(_ kind: RecordKind) -> Bool { !untitled.contains(kind) }

  private var titleSlot: Slot { Slot(description.title.key) }

  /// A responsibility may be known by its activity alone.
  private var isNameless: Bool {
    values[titleSlot] == nil && (kind != .commitment || values[Slot(Commitment.activity.key)] == nil)
  }

  mutating func takeBareWords() {
    let text = TypedText.line(bare.map { line.text($0) }.joined(separator: " "))
    guard !text.isEmpty, let first = bare.first else {
      if Self.needsTitle(kind) ? isNameless : given.isEmpty {
        problem(.noTitle(description.title.words), at: 0)
      }
      return
    }
    if kind == .controlStatement {
      takeControlWords(first)
    } else if kind == .reading, !given.contains(Slot(Reading.value.key)),
      let number = try? ValueReading.number(TypedText.token(text))
    {
      put(.number(number), Reading.value.field, at: first)
    } else if bare.count == 1, isWholeQuote(first) {
      take(first.lowerBound + 1..<first.upperBound - 1, description.title, isQuoted: true)
    } else {
      let title = try? reading.value(text, description.title)
      put(title ?? .text(text), description.title, at: first)
    }
  }

  /// Quoted from end to end: the quotes only keep tokens inside from being read.
  private func isWholeQuote(_ range: Range<Int>) -> Bool {
    line.quoted(at: range.lowerBound).map { $0.isClosed && $0.end == range.upperBound } ?? false
  }

  /// A control statement is known by its number; further words say how the control is done.
  private mutating func takeControlWords(_ range: Range<Int>) {
    let words = line.words(range)
    let isNumbered = given.contains(Slot(ControlStatement.control.key))
    if !isNumbered, let number = words.first { take(number, ControlStatement.control.field, isQuoted: false) }
    let rest = isNumbered ? words.first : words.dropFirst().first
    if let rest {
      take(rest.lowerBound..<range.upperBound, ControlStatement.implementation.field, isQuoted: false)
    }
  }

  /// What goes without saying: the day and the cycle of what was measured or found, the place in a chain.
  mutating func fillFromSituation() {
    implyCycle()
    switch kind {
    case .reading: imply(.day(context.today), Reading.date.field)
    case .finding:
      // What is found in a past moment is found today: its place says so.
      if values[Slot(Finding.foundOn.key)] == nil { imply(.day(context.today), Finding.foundOn.field) }
    case .chainStep:
      guard case .reference(let chain)? = values[Slot(ChainStep.chain.key)] else { return }
      imply(.integer(run.lastStep(of: chain, assessment) + 1), ChainStep.order.field)
    case .objective: implyComparison()
    case .commitment: implyServiceComparison()
    case .controlStatement: settleControl()
    default: return
    }
  }

  /// The cycle in which the day lies that the line gives, else that of its place, else the present one.
  private mutating func implyCycle() {
    guard let fields = kind.cycleFields else { return }
    let day = Slot(fields.day.key)
    guard given.contains(day) || values[Slot(fields.cycle.key)] == nil else { return }
    var said: Day?
    if case .day(let own)? = values[day] { said = own }
    imply(.integer(assessment.cycle(ofNew: said, today: context.today)), fields.cycle.field)
  }

  /// What should grow or stay is met from its target upwards, what should shrink downwards, and a range within.
  private mutating func implyComparison() {
    guard case .text(let target)? = values[Slot(Objective.target.key)],
      values[Slot(Objective.comparison.key)] == nil
    else { return }
    if target.contains("..") { return imply(.choice(Comparison.within.rawValue), Objective.comparison.field) }
    guard let falls = isToFall(target) else { return }
    let comparison: Comparison = falls ? .atMost : .atLeast
    imply(.choice(comparison.rawValue), Objective.comparison.field)
  }

  /// Whether the measure should shrink, as its direction says or else the way from its baseline; nil where neither tells.
  private func isToFall(_ target: String) -> Bool? {
    if case .choice(let key)? = values[Slot(Objective.direction.key)] {
      return Direction(rawValue: key).map { $0 == .decrease }
    }
    var unit: String?
    if case .text(let own)? = values[Slot(Objective.measureUnit.key)] { unit = own }
    guard case .number(let base)? = values[Slot(Objective.baseline.key)],
      let goal = Target(target, unit: unit)?.resolved(base: base)?.number, goal != base
    else { return nil }
    return goal < base
  }

  /// Availability is promised as no less than its target.
  private mutating func implyServiceComparison() {
    guard values[Slot(Commitment.target.key)] != nil, values[Slot(Commitment.comparison.key)] == nil,
      values[Slot(Commitment.topic.key)] == .choice(CommitmentTopic.availability.rawValue)
    else { return }
    imply(.choice(Comparison.atLeast.rawValue), Commitment.comparison.field)
  }

  /// Hands what was understood to the act; a line that is not understood leaves nothing there but newcomers, which
  /// whoever keeps the act forgets.
  mutating func gather() {
    let treating = namedControls()
    swap(&run.newcomers, &reading.newcomers)
    guard problems.isEmpty else { return }
    let owner = description.ownership == .joint ? nil : party
    run.add(Draft(kind, party: owner, pending: pending, values: values), treatedWith: treating, assessment)
  }
}
