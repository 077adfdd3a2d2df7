/// All records of one kind, a column per field. Columns exist once a record uses them.
struct Table: Sendable {
  private(set) var ids: [RecordID] = []
  private(set) var numbers: [UInt32] = []
  private(set) var parties: [UInt64] = []
  private(set) var removed: [Bool] = []
  /// Records that are not removed, in the order of their creation.
  private(set) var live: [RecordID] = []
  /// The same by the party they belong to.
  private var owned: [UInt64: [RecordID]] = [:]
  private var columns: [[UInt64]?] = []
  private var own: [Slot: [UInt32: UInt64]] = [:]

  mutating func append(_ id: RecordID, number: UInt32, party: RecordID?) -> Int {
    ids.append(id)
    numbers.append(number)
    parties.append(party?.raw ?? Heap.absent)
    removed.append(false)
    live.append(id)
    if let party { owned[party.raw, default: []].append(id) }
    return ids.count - 1
  }

  /// Takes the latest row away again; false if `id` is not in it.
  mutating func dropLast(_ id: RecordID) -> Bool {
    guard ids.last == id, live.last == id else { return false }
    let row = ids.count - 1
    ids.removeLast()
    numbers.removeLast()
    owned[parties.removeLast()]?.removeLast()
    removed.removeLast()
    live.removeLast()
    for index in columns.indices where (columns[index]?.count ?? 0) > row { columns[index]?.removeLast() }
    return true
  }

  mutating func remove(row: Int) {
    removed[row] = true
    if let position = live.lastIndex(of: ids[row]) { live.remove(at: position) }
    if let position = owned[parties[row]]?.lastIndex(of: ids[row]) {
      owned[parties[row]]?.remove(at: position)
    }
  }

  mutating func restore(row: Int) {
    removed[row] = false
    Self.insert(ids[row], into: &live)
    guard parties[row] != Heap.absent else { return }
    Self.insert(ids[row], into: &owned[parties[row], default: []])
  }

  private static func insert(_ id: RecordID, into ids: inout [RecordID]) {
    ids.insert(id, at: ids.firstIndex { $0 > id } ?? ids.count)
  }

  /// The records of a party that are not removed, in the order of their creation.
  func ids(of party: RecordID) -> [RecordID] { owned[party.raw] ?? [] }

  func party(row: Int) -> RecordID? {
    parties[row] == Heap.absent ? nil : RecordID(raw: parties[row])
  }

  func cell(row: Int, _ key: FieldKey) -> UInt64 {
    guard key.index < columns.count, let column = columns[key.index], row < column.count else {
      return Heap.absent
    }
    return column[row]
  }

  func cell(row: Int, _ slot: Slot) -> UInt64 {
    guard slot.party != nil else { return cell(row: row, slot.key) }
    return own[slot]?[UInt32(row)] ?? Heap.absent
  }

  mutating func write(_ cell: UInt64, row: Int, _ slot: Slot) {
    guard slot.party == nil else {
      own[slot, default: [:]][UInt32(row)] = cell == Heap.absent ? nil : cell
      return
    }
    let index = slot.key.index
    if index >= columns.count {
      columns.append(contentsOf: repeatElement(nil, count: index + 1 - columns.count))
    }
    if columns[index] == nil {
      if cell == Heap.absent { return }
      columns[index] = []
    }
    guard let count = columns[index]?.count else { return }
    if row >= count {
      if cell == Heap.absent { return }
      columns[index]?.append(contentsOf: repeatElement(Heap.absent, count: row + 1 - count))
    }
    columns[index]?[row] = cell
  }

  /// Takes a whole column as it was kept; the rows must be there already.
  mutating func adopt(_ column: [UInt64], _ key: FieldKey) {
    if key.index >= columns.count {
      columns.append(contentsOf: repeatElement(nil, count: key.index + 1 - columns.count))
    }
    columns[key.index] = column
  }

  /// Takes all rows at once, in the order of their creation.
  mutating func adopt(ids: [RecordID], numbers: [UInt32], parties: [UInt64], removed: [Bool]) {
    self.ids = ids
    self.numbers = numbers
    self.parties = parties
    self.removed = removed
    live = removed.contains(true) ? zip(ids, removed).compactMap { $1 ? nil : $0 } : ids
    owned = [:]
    for row in ids.indices where !removed[row] && parties[row] != Heap.absent {
      owned[parties[row], default: []].append(ids[row])
    }
  }

  /// Each party's own values in a row.
  func ownSlots(row: Int) -> [Slot] {
    own.compactMap { $0.value[UInt32(row)] == nil ? nil : $0.key }
  }

  /// The row of a label's number; rows stand in the order of their numbers unless replicas were merged.
  func row(number: UInt32) -> Int? {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    if low < numbers.count, numbers[low] == number { return low }
    return numbers.firstIndex(of: number)
  }
}
