/// A record on the way from another, and what it is to that one.
package struct TraceNode: Hashable, Sendable {
  package let record: RecordID
  package let link: Words
  package let children: [TraceNode]
  /// Further children left out, because there are too many to show.
  package let omitted: Int
  /// It stands elsewhere in the tree with its children.
  package let isRepeated: Bool

  package init(
    _ record: RecordID, _ link: Words, _ children: [TraceNode] = [], omitted: Int = 0,
    isRepeated: Bool = false
  ) {
    self.record = record
    self.link = link
    self.children = children
    self.omitted = omitted
    self.isRepeated = isRepeated
  }
}

/// Where a record comes from, what follows from it, and what stands beside it at other parties (根拠の追跡).
package struct TraceTree: Hashable, Sendable {
  package let record: RecordID
  /// Towards policies and commitments: why it is here.
  package let up: [TraceNode]
  /// Towards controls, evidence, readings and findings: who makes sure of it.
  package let down: [TraceNode]
  /// Joined by a pair, a chain, a shared control or a disclosure.
  package let sideways: [TraceNode]
  /// Nodes left out right above or below the record.
  package let omittedUp: Int
  package let omittedDown: Int
}

extension Assessment {
  /// Walks every link from a record, showing at most `width` children of a node and `limit` nodes in either
  /// direction. Ends also where links run in a circle.
  ///
  /// - Parameters:
  ///   - record: Where the trace begins.
  ///   - editions: Which controls of another edition are the same one.
  ///   - width: Children of a node shown at most.
  ///   - limit: Nodes shown in either direction at most.
  /// - Returns: What was left out is counted.
  package func trace(
    of record: RecordID, _ editions: EditionCorrespondence, width: Int = 200, limit: Int = 2000
  ) -> TraceTree {
    var above = TraceWalk(self, from: record, width: width, limit: limit) { self.uppers(of: $0) }
    var below = TraceWalk(self, from: record, width: width, limit: limit) { self.lowers(of: $0) }
    let up = above.children(of: record)
    let down = below.children(of: record)
    return TraceTree(
      record: record, up: up.nodes, down: down.nodes, sideways: sideways(of: record, editions),
      omittedUp: up.omitted, omittedDown: down.omitted)
  }

  /// The records right above one, each with what it is to it.
  package func uppers(of record: RecordID) -> [(record: RecordID, link: Words)] {
    guard let kind = kind(of: record), let links = TraceLink.byLower[kind] else { return [] }
    return links.flatMap { link in
      Backlinks.targets(value(record, link.key)).filter(exists).map { ($0, link.up) }
    }
  }

  /// The records right below one, each with what it is to it.
  package func lowers(of record: RecordID) -> [(record: RecordID, link: Words)] {
    TraceLink.all.flatMap { link in
      links.sources(of: record, via: link.key).filter { kind(of: $0) == link.from && exists($0) }
        .map { ($0, link.down) }
    }
  }
}

/// One walk in one direction.
private struct TraceWalk {
  let assessment: Assessment
  let width: Int
  let next: (RecordID) -> [(record: RecordID, link: Words)]
  private var seen: Set<RecordID>
  private var left: Int

  init(
    _ assessment: Assessment, from record: RecordID, width: Int, limit: Int,
    next: @escaping (RecordID) -> [(record: RecordID, link: Words)]
  ) {
    self.assessment = assessment
    self.width = width
    self.next = next
    seen = [record]
    left = limit
  }

  mutating func children(of record: RecordID) -> (nodes: [TraceNode], omitted: Int) {
    let all = next(record)
    let shown = all.prefix(min(width, max(0, left)))
    left -= shown.count
    // Siblings are noted first, so that each stands as near to the start as it can.
    let fresh = shown.map { seen.insert($0.record).inserted }
    var nodes: [TraceNode] = []
    for (child, isFresh) in zip(shown, fresh) {
      guard isFresh else {
        nodes.append(TraceNode(child.record, child.link, isRepeated: true))
        continue
      }
      let below = children(of: child.record)
      nodes.append(TraceNode(child.record, child.link, below.nodes, omitted: below.omitted))
    }
    return (nodes, all.count - shown.count)
  }
}
