/// Where each record's row is. Numbers of one replica are dense, so a place is an array look-up.
struct Places: Sendable {
  struct Place {
    let kind: RecordKind
    let row: Int
  }

  /// Rows of each replica, and where each replica's stand; most workspaces have one or a few.
  private var runs: [[UInt64]] = []
  private var owners: [UInt32] = []
  private var positions: [UInt32: Int] = [:]
  private static let nowhere = UInt64.max
  private static let kinds = RecordKind.allCases

  subscript(id: RecordID) -> Place? {
    guard let run = run(of: id.replica), Int(id.number) < runs[run].count else { return nil }
    let packed = runs[run][Int(id.number)]
    guard packed != Self.nowhere else { return nil }
    return Place(kind: Self.kinds[Int(packed >> 32)], row: Int(UInt32(truncatingIfNeeded: packed)))
  }

  private func run(of replica: UInt32) -> Int? {
    // Asked for every value read: the first few are compared, which is quicker than hashing.
    for position in 0..<min(owners.count, 4) where owners[position] == replica { return position }
    return owners.count > 4 ? positions[replica] : nil
  }

  private mutating func runMade(for replica: UInt32) -> Int {
    if let known = run(of: replica) { return known }
    positions[replica] = owners.count
    owners.append(replica)
    runs.append([])
    return owners.count - 1
  }

  private mutating func extend(_ run: Int, to number: UInt32) {
    let missing = Int(number) + 1 - runs[run].count
    if missing > 0 { runs[run].append(contentsOf: repeatElement(Self.nowhere, count: missing)) }
  }

  mutating func note(_ id: RecordID, kind: RecordKind, row: Int) {
    let run = runMade(for: id.replica)
    extend(run, to: id.number)
    runs[run][Int(id.number)] = UInt64(kind.ordinal) << 32 | UInt64(row)
  }

  /// Notes a whole kind, row by row.
  mutating func adopt(_ ids: [RecordID], kind: RecordKind) {
    for (row, id) in ids.enumerated() { note(id, kind: kind, row: row) }
  }

  mutating func forget(_ id: RecordID) {
    let run = runMade(for: id.replica)
    extend(run, to: id.number)
    if Int(id.number) == runs[run].count - 1 {
      runs[run].removeLast()
    } else {
      runs[run][Int(id.number)] = Self.nowhere
    }
  }

  func nextNumber(replica: UInt32) -> UInt32 {
    UInt32(max(1, run(of: replica).map { runs[$0].count } ?? 1))
  }
}
