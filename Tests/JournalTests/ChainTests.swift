import Domain
import Journal
import Testing

@Suite("The chain of digests")
struct ChainTests {
  static let entry = Entry(
    seq: 7, id: EntryID(replica: 1, number: 7), batch: EntryID(replica: 1, number: 5),
    at: Moment(milliseconds: 1_700_000_000_000), actor: "佐藤", party: RecordID(raw: 1), kind: .set,
    record: RecordID(raw: 2), recordKind: "risk", label: 3, owner: RecordID(raw: 4), field: "event",
    slotParty: RecordID(raw: 5), before: "tone", after: "ttwo", payload: "p", digest: .zero)

  static let tampered: [(String, Entry)] = [
    ("seq", with { $0.seq = 8 }), ("replica", with { $0.id = EntryID(replica: 2, number: 7) }),
    ("number", with { $0.id = EntryID(replica: 1, number: 8) }),
    ("batch", with { $0.batch = EntryID(replica: 1, number: 6) }),
    ("at", with { $0.at = Moment(milliseconds: 1_700_000_000_001) }), ("actor", with { $0.actor = "鈴木" }),
    ("party", with { $0.party = nil }), ("kind", with { $0.kind = .removed }),
    ("record", with { $0.record = RecordID(raw: 9) }), ("recordKind", with { $0.recordKind = nil }),
    ("label", with { $0.label = 4 }), ("owner", with { $0.owner = nil }),
    ("field", with { $0.field = "cause" }),
    ("slotParty", with { $0.slotParty = nil }), ("before", with { $0.before = nil }),
    ("after", with { $0.after = "ttwo " }), ("payload", with { $0.payload = "" }),
  ]

  private static func with(_ change: (inout Entry) -> Void) -> Entry {
    var changed = entry
    change(&changed)
    return changed
  }

  @Test("every stored column is digested", arguments: tampered)
  func everyColumnCounts(column: String, changed: Entry) {
    #expect(
      Chain.digest(of: changed, after: .zero) != Chain.digest(of: Self.entry, after: .zero), "\(column)")
  }

  @Test("the cases above name every column but the digest")
  func casesAreComplete() {
    #expect(Self.tampered.map(\.0) + ["digest"] == Entry.columnNames)
    #expect(Self.entry.columns.count + 1 == Entry.columnNames.count)
  }

  @Test("text cannot move from one column to the next unseen")
  func columnsAreApart() {
    let one = Self.with {
      $0.before = "tab"
      $0.after = "c"
    }
    let other = Self.with {
      $0.before = "ta"
      $0.after = "bc"
    }
    #expect(Chain.digest(of: one, after: .zero) != Chain.digest(of: other, after: .zero))
  }

  @Test("the digest before counts, and a digest reads back from its digits")
  func previousCounts() throws {
    let digest = Chain.digest(of: Self.entry, after: .zero)
    #expect(Chain.digest(of: Self.entry, after: digest) != digest)
    #expect(Digest(hex: digest.hex) == digest)
    #expect(Digest(hex: "xyz") == nil)
  }
}
