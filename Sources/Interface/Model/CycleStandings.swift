import Domain

/// How the cycles stood, as far as they were asked for: closed ones as the journal tells them, the present one as it
/// stands.
struct CycleStandings: Sendable {
  fileprivate var closed: [Int: CycleStanding] = [:]
  fileprivate var present: CycleStanding?
  /// In which cycle the closed ones were last asked for; nil before.
  fileprivate var askedIn: Int?
}

extension Model {
  /// How a cycle stood; nil while it is not known.
  func standing(inCycle cycle: Int) -> CycleStanding? {
    cycle == assessment.cycle ? cycles.present : cycles.closed[cycle]
  }

  /// Looks at the present cycle, for the lines that are about to be made.
  mutating func prepareCycles() {
    cycles.present = CycleStanding(assessment, today: context.today)
  }

  /// The order that closed cycles be read, once per cycle and only where they are shown.
  mutating func cyclesWanted() -> [Effect] {
    guard screen == .comparison, assessment.cycle > 1, cycles.askedIn != assessment.cycle else { return [] }
    cycles.askedIn = assessment.cycle
    return [.readCycles]
  }

  mutating func take(_ standings: [CycleStanding]) {
    for standing in standings { cycles.closed[standing.cycle] = standing }
    states[.comparison]?.isStale = true
  }
}
