/// Lines of supply: a customer, its provider, that one's provider, and on.
extension Assessment {
  /// Every line from a party that provides to nobody down to one that uses nobody's service, in the order in which
  /// parties joined. Services of agreements that ended before the day do not count, nor do parties who left.
  package func supplyLines(on today: Day) -> [[RecordID]] {
    var providers: [RecordID: [RecordID]] = [:]
    var provided: Set<RecordID> = []
    for service in ids(.service) where isProvided(service, on: today) {
      guard let customer = self[service, Service.customer], let provider = self[service, Service.provider]
      else { continue }
      if providers[customer]?.contains(provider) != true { providers[customer, default: []].append(provider) }
      provided.insert(provider)
    }
    let heads = ids(.party).filter { providers[$0] != nil && !provided.contains($0) }
    return heads.flatMap { lines(from: [$0], providers) }
  }

  private func lines(from line: [RecordID], _ providers: [RecordID: [RecordID]]) -> [[RecordID]] {
    let next = (line.last.flatMap { providers[$0] } ?? []).filter { !line.contains($0) }
    return next.isEmpty ? [line] : next.flatMap { lines(from: line + [$0], providers) }
  }

  private func isProvided(_ service: RecordID, on today: Day) -> Bool {
    let sides = [self[service, Service.customer], self[service, Service.provider]]
    guard sides.allSatisfy({ $0.map { exists($0) && !has($0, Party.leftOn) } ?? false }) else { return false }
    guard let agreement = self[service, Service.agreement] else { return true }
    return self[agreement, Agreement.inForceTo].map { $0 >= today } ?? true
  }
}
