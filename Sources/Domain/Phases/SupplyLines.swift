/// Lines of supply: a customer, its provider, that one's provider, and on. Services of agreements that ended before the
/// day do not count, nor do parties who left.
package struct SupplyLines: Sendable {
  private var providers: [RecordID: [RecordID]] = [:]
  /// Parties that provide to nobody, in the order in which they joined.
  private let heads: [RecordID]

  package init(_ assessment: Assessment, on today: Day) {
    var provided: Set<RecordID> = []
    for service in assessment.ids(.service) where assessment.isProvided(service, on: today) {
      guard let customer = assessment[service, Service.customer],
        let provider = assessment[service, Service.provider]
      else { continue }
      if providers[customer]?.contains(provider) != true { providers[customer, default: []].append(provider) }
      provided.insert(provider)
    }
    let customers = providers
    heads = assessment.ids(.party).filter { customers[$0] != nil && !provided.contains($0) }
  }

  /// The first lines from a party that provides to nobody down to one that uses nobody's service: where many use
  /// many there are more of them than anybody could look through.
  ///
  /// - Parameters:
  ///   - count: How many are wanted.
  ///   - length: Of how many parties each is at least.
  /// - Returns: In the order in which parties joined.
  package func first(_ count: Int, ofAtLeast length: Int = 2) -> [[RecordID]] {
    var found: [[RecordID]] = []
    for head in heads where found.count < count { follow([head], count, length, &found) }
    return found
  }

  private func follow(_ line: [RecordID], _ count: Int, _ length: Int, _ found: inout [[RecordID]]) {
    let next = (line.last.flatMap { providers[$0] } ?? []).filter { !line.contains($0) }
    if next.isEmpty, line.count >= length { found.append(line) }
    for provider in next where found.count < count { follow(line + [provider], count, length, &found) }
  }

  /// Whether some line goes through two of the parties and ends beyond them, without looking along each line.
  package func goBeyond(_ parties: some Sequence<RecordID>) -> Bool {
    let bound = Set(parties)
    var passed: [RecordID: Passed] = [:]
    var open = heads
    for head in heads { passed[head] = Passed().and(head, of: bound) }
    while let customer = open.popLast() {
      guard let before = passed[customer] else { continue }
      for provider in providers[customer] ?? [] {
        let after = (passed[provider] ?? Passed()).with(before.and(provider, of: bound))
        guard after != passed[provider] else { continue }
        passed[provider] = after
        open.append(provider)
      }
    }
    return passed.contains { $0.value.hasTwo && !bound.contains($0.key) && isEnd($0.key) }
  }

  /// A line ends at who uses nobody's service, or where it would come back to itself.
  private func isEnd(_ party: RecordID) -> Bool {
    var seen: Set<RecordID> = [party]
    var open = [party]
    while let customer = open.popLast() {
      guard let next = providers[customer] else { return customer == party }
      open += next.filter { seen.insert($0).inserted }
    }
    return true
  }

  /// Which of some parties lines come through on their way to one.
  private struct Passed: Equatable {
    /// Those that one line or another comes through: no more than two need be known.
    private var ones: Set<RecordID> = []
    /// One line comes through two of them.
    private(set) var hasTwo = false

    func and(_ party: RecordID, of bound: Set<RecordID>) -> Passed {
      guard bound.contains(party) else { return self }
      var passed = self
      if ones.contains(where: { $0 != party }) { passed.hasTwo = true }
      passed.ones = [party]
      return passed
    }

    func with(_ other: Passed) -> Passed {
      var passed = self
      passed.hasTwo = hasTwo || other.hasTwo
      for one in other.ones where passed.ones.count < 2 { passed.ones.insert(one) }
      return passed
    }
  }
}

extension Assessment {
  fileprivate func isProvided(_ service: RecordID, on today: Day) -> Bool {
    let sides = [self[service, Service.customer], self[service, Service.provider]]
    guard sides.allSatisfy({ $0.map { exists($0) && !has($0, Party.leftOn) } ?? false }) else { return false }
    guard let agreement = self[service, Service.agreement] else { return true }
    return self[agreement, Agreement.inForceTo].map { $0 >= today } ?? true
  }
}
