package import Domain

/// Who acts, when, and on whose behalf.
package struct Signature: Hashable, Sendable {
  package let at: Moment
  package let actor: String
  /// Nil when nobody's.
  package let party: RecordID?

  package init(at: Moment, actor: String, party: RecordID? = nil) {
    self.at = at
    self.actor = actor
    self.party = party
  }
}

/// That a batch takes another back, or brings it back.
package enum Marker: Hashable, Sendable {
  case undone(EntryID)
  case redone(EntryID)
}

/// One act of a person: entries that stand or fall together.
package struct Batch: Hashable, Sendable {
  package let entries: [Entry]

  package init(entries: [Entry]) {
    self.entries = entries
  }

  /// Writes down what an act brought about: changes already folded into `assessment`, as the batch that follows
  /// `head` and whose first entry is `first`.
  package init(
    _ changes: [Change], marker: Marker? = nil, by signature: Signature, after head: Head, first: EntryID,
    in assessment: Assessment
  ) {
    var facts = changes.map { Fact.change($0) }
    if let marker { facts.insert(.marker(marker), at: 0) }
    self.init(facts, by: signature, after: head, first: first, in: assessment)
  }

  /// Writes down any facts.
  package init(
    _ facts: [Fact], by signature: Signature, after head: Head, first: EntryID, in assessment: Assessment
  ) {
    var previous = head
    var number = first.number
    entries = facts.map { fact in
      var entry = Entry(
        seq: previous.seq + 1, id: EntryID(replica: first.replica, number: number), batch: first,
        at: signature.at, actor: signature.actor, party: signature.party, kind: .set, digest: .zero)
      entry.note(fact, in: assessment)
      entry.digest = Chain.digest(of: entry, after: previous.digest)
      previous = Head(seq: entry.seq, digest: entry.digest)
      number += 1
      return entry
    }
  }

  /// Whether it closed a cycle: its phases say so, whatever else was written.
  package var closesCycle: Bool {
    entries.contains { entry in
      guard case .change(.phase(let step)) = entry.fact else { return false }
      return step.event == .closeCycle
    }
  }

  /// Where the journal ends with this batch; nil when it is empty.
  package var head: Head? { entries.last.map { Head(seq: $0.seq, digest: $0.digest) } }
}
