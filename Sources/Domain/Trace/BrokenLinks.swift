/// A place where the line from commitments to evidence breaks off.
package struct BrokenLink: Hashable, Sendable {
  package let record: RecordID
  package let words: Words
}

extension Assessment {
  /// Records that trace up to nothing, and clauses that nothing discharges, kind by kind in the order of the
  /// line: a party's and the clauses that bind it, or everybody's.
  package func brokenLinks(of party: RecordID? = nil) -> [BrokenLink] {
    let clauses = ids(.commitment).filter { clause in
      party.map { parties(boundBy: clause).contains($0) } ?? true
    }
    // A finding or a disclosure on a clause does not discharge it.
    let discharging: [RecordKind] = [.policyDocument, .objective, .controlStatement]
    let undischarged = clauses.filter { clause in
      !lowers(of: clause).contains { lower in kind(of: lower.record).map(discharging.contains) ?? false }
    }.map {
      BrokenLink(record: $0, words: Words("nothing discharges this clause", "この合意事項を履行する記録がない"))
    }
    let line: [RecordKind] = [
      .policyDocument, .objective, .risk, .controlStatement, .evidence, .reading, .finding, .correctiveAction,
    ]
    return undischarged
      + line.flatMap { kind in
        (party.map { ids(kind, of: $0) } ?? ids(kind)).filter(tracesUpToNothing).map {
          BrokenLink(record: $0, words: Words("traces up to nothing", "上位の根拠につながっていない"))
        }
      }
  }

  /// Whether a record of the line stands on nothing above it. The basic policy and what does not count (retired
  /// documents, controls that do not apply) need nothing.
  package func tracesUpToNothing(_ record: RecordID) -> Bool {
    guard let kind = kind(of: record), let links = TraceLink.byLower[kind] else { return false }
    switch kind {
    case .policyDocument:
      if self[record, PolicyDocument.tier] == .basicPolicy || self[record, PolicyDocument.status] == .retired
      {
        return false
      }
    case .controlStatement:
      if !applies(record) { return false }
      // Law, business or good practice is reason enough; only who treats a risk must say which.
      if case .choices(let reasons) = value(record, ControlStatement.inclusionReasons.key), !reasons.isEmpty,
        !reasons.contains(InclusionReason.riskTreatment.rawValue)
      {
        return false
      }
    default: break
    }
    return links.allSatisfy { cell(record, Slot($0.key)) == Heap.absent }
  }
}
