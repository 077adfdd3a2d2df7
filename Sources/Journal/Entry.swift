package import Domain

/// Names an entry, and by its first entry a batch, apart from any file: the replica that made it and its number there.
package struct EntryID: Hashable, Sendable {
  package let replica: UInt32
  /// From 1, without gaps within a replica.
  package let number: UInt32

  package init(replica: UInt32, number: UInt32) {
    self.replica = replica
    self.number = number
  }

  /// Reads the written form, `replica-number` in hexadecimal; nil if it is not that.
  package init?(text: some StringProtocol) {
    guard let pair = RecordID(text: text) else { return nil }
    self.init(replica: pair.replica, number: pair.number)
  }

  package init(raw: UInt64) {
    self.init(replica: UInt32(raw >> 32), number: UInt32(truncatingIfNeeded: raw))
  }

  /// Both halves in one word, replica in the upper.
  package var raw: UInt64 { UInt64(replica) << 32 | UInt64(number) }
  package var text: String { RecordID(raw: raw).text }
}

/// One line of the journal: a fact as fine as one field, never changed once written.
package struct Entry: Hashable, Sendable {
  /// What an entry tells; the raw value stands in files.
  package enum Kind: String, CaseIterable, Sendable {
    case created
    case set
    case removed
    case phase
    /// Like `set`, of an estimate's seal: it was cast; what it says is not told before `revealed`.
    case sealed
    /// Like `set`, of a round's mark that its estimates lie open.
    case revealed
    /// Opens a batch that takes back the batch named in `payload`.
    case undone
    /// Opens a batch that brings back the batch named in `payload`.
    case redone
  }

  /// Position in this file, from 1, without gaps.
  package var seq: Int64
  package var id: EntryID
  /// The act it belongs to: the id of that act's first entry.
  package var batch: EntryID
  package var at: Moment
  /// Who acted, as they were called.
  package var actor: String
  /// The party on whose behalf; nil when nobody's.
  package var party: RecordID?
  package var kind: Kind
  /// The record at issue, for a phase the party; nil for undone and redone.
  package var record: RecordID?
  /// The record's kind by name, so that kinds of later versions survive.
  package var recordKind: String?
  /// The number in the record's label.
  package var label: UInt32?
  /// For `created`, the party the record belongs to; nil for joint records.
  package var owner: RecordID?
  /// For `set`, `sealed` and `revealed` the field's name, for `phase` the phase's number.
  package var field: String?
  /// The party whose own value this is; nil for fields the record has once.
  package var slotParty: RecordID?
  /// The written value (`Value.written`); nil for absent.
  package var before: String?
  package var after: String?
  /// What the columns have no room for: of a phase step its event, by whom and why.
  package var payload: String?
  /// SHA-256 over all of the above and the previous entry's digest.
  package var digest: Digest

  package init(
    seq: Int64, id: EntryID, batch: EntryID, at: Moment, actor: String, party: RecordID?, kind: Kind,
    record: RecordID? = nil, recordKind: String? = nil, label: UInt32? = nil, owner: RecordID? = nil,
    field: String? = nil, slotParty: RecordID? = nil, before: String? = nil, after: String? = nil,
    payload: String? = nil, digest: Digest
  ) {
    self.seq = seq
    self.id = id
    self.batch = batch
    self.at = at
    self.actor = actor
    self.party = party
    self.kind = kind
    self.record = record
    self.recordKind = recordKind
    self.label = label
    self.owner = owner
    self.field = field
    self.slotParty = slotParty
    self.before = before
    self.after = after
    self.payload = payload
    self.digest = digest
  }

  /// Whether it opens its batch.
  package var opensBatch: Bool { id == batch }

  /// The values of its columns but the digest, in the order in which they are stored and digested.
  package var columns: [Column] {
    [
      .integer(seq), .integer(Int64(id.replica)), .integer(Int64(id.number)), .word(batch.raw),
      .integer(at.milliseconds), .text(actor), .record(party), .text(kind.rawValue), .record(record),
      .text(recordKind), .integer(label.map(Int64.init)), .record(owner), .text(field), .record(slotParty),
      .text(before), .text(after), .text(payload),
    ]
  }

  /// The names of `columns` in files, then the digest's.
  package static let columnNames = [
    "seq", "replica", "number", "batch", "at", "actor", "party", "kind", "record", "recordKind", "label",
    "owner",
    "field", "slotParty", "before", "after", "payload", "digest",
  ]

  /// One stored value of an entry.
  package enum Column: Hashable, Sendable {
    case integer(Int64?)
    case text(String?)

    static func word(_ raw: UInt64?) -> Column { .integer(raw.map { Int64(bitPattern: $0) }) }
    static func record(_ id: RecordID?) -> Column { .word(id?.raw) }
  }
}
