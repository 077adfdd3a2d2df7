/// Where each record's row is. Numbers of one replica are dense, so a place is an array look-up.
struct Places: Sendable {
  struct Place {
    let kind: RecordKind
    let row: Int
  }

  private var replicas: [UInt32: [UInt64]] = [:]
  private static let nowhere = UInt64.max
  private static let kinds = RecordKind.allCases

  subscript(id: RecordID) -> Place? {
    guard let rows = replicas[id.replica], Int(id.number) < rows.count else { return nil }
    let packed = rows[Int(id.number)]
    guard packed != Self.nowhere else { return nil }
    return Place(kind: Self.kinds[Int(packed >> 32)], row: Int(UInt32(truncatingIfNeeded: packed)))
  }

  mutating func note(_ id: RecordID, kind: RecordKind, row: Int) {
    var rows = replicas.removeValue(forKey: id.replica) ?? []
    let missing = Int(id.number) + 1 - rows.count
    if missing > 0 { rows.append(contentsOf: repeatElement(Self.nowhere, count: missing)) }
    rows[Int(id.number)] = UInt64(kind.ordinal) << 32 | UInt64(row)
    replicas[id.replica] = rows
  }

  /// Notes a whole kind, row by row.
  mutating func adopt(_ ids: [RecordID], kind: RecordKind) {
    for (replica, run) in Dictionary(grouping: ids.indices, by: { ids[$0].replica }) {
      var rows = replicas.removeValue(forKey: replica) ?? []
      let last = run.reduce(0) { max($0, Int(ids[$1].number)) }
      if last >= rows.count {
        rows.append(contentsOf: repeatElement(Self.nowhere, count: last + 1 - rows.count))
      }
      for row in run { rows[Int(ids[row].number)] = UInt64(kind.ordinal) << 32 | UInt64(row) }
      replicas[replica] = rows
    }
  }

  mutating func forget(_ id: RecordID) {
    var rows = replicas.removeValue(forKey: id.replica) ?? []
    if Int(id.number) == rows.count - 1 { rows.removeLast() } else { rows[Int(id.number)] = Self.nowhere }
    replicas[id.replica] = rows
  }

  func nextNumber(replica: UInt32) -> UInt32 {
    UInt32(max(1, replicas[replica]?.count ?? 1))
  }
}
