/// Ways from a record to those beside it, mostly another party's.
extension Assessment {
  /// What a record is joined with, and what hangs from that.
  ///
  /// - Parameters:
  ///   - record: Where the ways begin.
  ///   - editions: Which controls of another edition are the same one.
  /// - Returns: The nearest ones, each with what joins it.
  func sideways(of record: RecordID, _ editions: EditionCorrespondence) -> [TraceNode] {
    switch kind(of: record) {
    case .objective: pairs(of: record)
    case .objectivePair:
      [ObjectivePair.customerObjective, ObjectivePair.providerObjective].compactMap { end in
        link(record, end).map { TraceNode($0, end.field.words) }
      }
    case .risk: chains(of: record)
    case .riskChain: story(of: record, but: nil)
    case .chainStep: chainNode(of: record).map { [$0] } ?? []
    case .controlStatement: counterparts(of: record, editions) + disclosures(on: record)
    case .disclosure:
      self[record, Disclosure.controls].map { TraceNode($0, Words("supports the control", "裏付ける管理策")) }
    default: []
    }
  }

  /// The nearest records of other parties that a record is joined with: what it is paired with, the same control
  /// there, what was disclosed on it, the chain it is a link of.
  ///
  /// - Parameters:
  ///   - record: An objective, a risk or a control; others have none.
  ///   - editions: Which controls of another edition are the same one.
  /// - Returns: Without what hangs from them.
  package func crossings(of record: RecordID, _ editions: EditionCorrespondence) -> [TraceNode] {
    canCross(record) ? sideways(of: record, editions).map { TraceNode($0.record, $0.link) } : []
  }

  /// Whether records of its kind are joined with other parties' at all.
  package func canCross(_ record: RecordID) -> Bool {
    switch kind(of: record) {
    case .objective, .risk, .controlStatement: true
    default: false
    }
  }

  private func pairs(of objective: RecordID) -> [TraceNode] {
    let words = Words("paired with", "対になる目的")
    let asCustomer = sources(of: objective, via: ObjectivePair.customerObjective).compactMap {
      link($0, ObjectivePair.providerObjective)
    }
    let asProvider = sources(of: objective, via: ObjectivePair.providerObjective).compactMap {
      link($0, ObjectivePair.customerObjective)
    }
    return (asCustomer + asProvider).filter(exists).map { TraceNode($0, words) }
  }

  private func chains(of risk: RecordID) -> [TraceNode] {
    sources(of: risk, via: ChainStep.risk).compactMap { link($0, ChainStep.chain) }
      .distinct().filter(exists)
      .map { TraceNode($0, Words("in the chain", "リスクの連携"), story(of: $0, but: risk)) }
  }

  private func chainNode(of step: RecordID) -> TraceNode? {
    link(step, ChainStep.chain).map {
      TraceNode($0, Words("step of", "属する連携"), story(of: $0, but: link(step, ChainStep.risk)))
    }
  }

  /// A chain's steps in order, each with its risk unless that is where we come from.
  private func story(of chain: RecordID, but start: RecordID?) -> [TraceNode] {
    steps(of: chain).enumerated().map { position, step in
      let risk = link(step, ChainStep.risk).flatMap { $0 == start || !exists($0) ? nil : $0 }
      let number = position + 1
      return TraceNode(
        step, Words("step \(number)", "第\(number)段"),
        risk.map { [TraceNode($0, Words("risk of the step", "この段のリスク"))] } ?? [])
    }
  }

  private func counterparts(of control: RecordID, _ editions: EditionCorrespondence) -> [TraceNode] {
    guard let number = self[control, ControlStatement.control] else { return [] }
    let catalogue = self[control, ControlStatement.catalogue]
    let own = party(of: control)
    let named = link(control, ControlStatement.counterpart)
    let namingUs = own.map { sources(of: $0, via: ControlStatement.counterpart) } ?? []
    let candidates = (named.map { ids(.controlStatement, of: $0) } ?? []) + namingUs
    let elsewhere = Set(editions.newer(of: number) + editions.older(of: number))
    var seen: Set<RecordID> = []
    return candidates.filter { other in
      let theirs = self[other, ControlStatement.control]
      let isSame =
        self[other, ControlStatement.catalogue] == catalogue
        ? theirs == number : theirs.map(elsewhere.contains) ?? false
      return isSame && party(of: other) != own && seen.insert(other).inserted
    }.map { TraceNode($0, Words("the same control at", "相手の組織の同じ管理策")) }
  }

  private func disclosures(on control: RecordID) -> [TraceNode] {
    sources(of: control, via: Disclosure.controls).map {
      TraceNode($0, Words("supported by", "裏付ける監査情報"))
    }
  }
}
