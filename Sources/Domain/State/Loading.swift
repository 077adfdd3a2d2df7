/// Fills an assessment straight from the columns of a file, kind by kind, row by row in the order of creation.
///
/// What is loaded was once folded from the journal: nothing is judged and no change is noted.
package struct Loading {
  private var assessment = Assessment()
  private var kind = RecordKind.assessment
  private var fields: [FieldDescription] = []
  private var columns: [[UInt64]] = []
  private var known: [[(word: [UInt8], cell: UInt64)]] = []
  private var rows = 0
  private var ids: [RecordID] = []
  private var numbers: [UInt32] = []
  private var parties: [UInt64] = []
  private var removed: [Bool] = []
  private var linked: [(kind: RecordKind, field: FieldDescription)] = []

  /// - Parameter textBytes: About how much text will come, so that the buffer grows once.
  package init(textBytes: Int = 0) {
    assessment.heap.reserve(textBytes: textBytes)
  }

  /// Starts a kind, each at most once, with the columns that will come and about how many rows.
  package mutating func open(_ kind: RecordKind, fields: [FieldDescription], rows: Int) {
    self.kind = kind
    self.fields = fields
    self.rows = rows
    columns = Array(repeating: [], count: fields.count)
    known = Array(repeating: [], count: fields.count)
    ids.reserveCapacity(rows)
    numbers.reserveCapacity(rows)
    parties.reserveCapacity(rows)
    removed.reserveCapacity(rows)
  }

  /// Starts the next row; the values that follow belong to it. The id's number is at most `RecordID.highestNumber`.
  package mutating func row(_ id: RecordID, number: UInt32, party: RecordID?, removed gone: Bool) {
    ids.append(id)
    numbers.append(number)
    parties.append(party?.raw ?? Heap.absent)
    removed.append(gone)
  }

  /// Ends the kind.
  package mutating func close() {
    assessment.adopt(kind, ids: ids, numbers: numbers, parties: parties, removed: removed)
    for (position, column) in columns.enumerated() where !column.isEmpty {
      assessment.tables[kind.ordinal].adopt(column, fields[position].key)
      if !fields[position].type.targets.isEmpty { linked.append((kind, fields[position])) }
    }
    columns = []
    ids = []
    numbers = []
    parties = []
    removed = []
  }

  /// The assessment, with its links and criteria; all kinds must have come.
  package consuming func finish(own: [(RecordID, Slot, Value)], phases: PhaseTable) -> Assessment {
    for (kind, field) in linked { assessment.link(kind, field) }
    for (id, slot, value) in own { assessment.write(value, to: id, slot) }
    for id in assessment.tables[RecordKind.riskCriteria.ordinal].ids {
      assessment.methods[id] = assessment.readMethod(id)
    }
    for id in assessment.tables[RecordKind.importedDocument.ordinal].ids {
      assessment.catalogues[id] = assessment.readCatalogue(id)
    }
    assessment.phases = phases
    return assessment
  }
}

// MARK: Values of the row just started

extension Loading {
  /// Text, long text or a target, in UTF-8.
  package mutating func text(_ position: Int, _ bytes: UnsafeRawBufferPointer) {
    put(assessment.heap.store(bytes: bytes), position)
  }

  /// A choice or a set of choices, its keys joined by spaces.
  package mutating func word(_ position: Int, _ bytes: UnsafeRawBufferPointer) {
    for (word, cell) in known[position] where word.elementsEqual(bytes) { return put(cell, position) }
    let cell = assessment.heap.intern(String(decoding: bytes, as: UTF8.self))
    if known[position].count < 32 { known[position].append((Array(bytes), cell)) }
    put(cell, position)
  }

  /// A whole number, step or day.
  package mutating func integer(_ position: Int, _ integer: Int64) {
    put(assessment.heap.encode(.integer(Int(integer))), position)
  }

  package mutating func flag(_ position: Int, _ flag: Bool) { put(flag ? 1 : 0, position) }

  package mutating func number(_ position: Int, _ number: Double) {
    put(assessment.heap.encode(.number(number)), position)
  }

  package mutating func reference(_ position: Int, _ id: RecordID) { put(id.raw, position) }

  /// Any other value.
  package mutating func value(_ position: Int, _ value: Value) {
    put(assessment.heap.encode(value), position)
  }

  private mutating func put(_ cell: UInt64, _ position: Int) {
    // Grown once: doubling would leave up to half of each column unused.
    if columns[position].isEmpty { columns[position].reserveCapacity(rows) }
    let missing = ids.count - 1 - columns[position].count
    if missing > 0 { columns[position].append(contentsOf: repeatElement(Heap.absent, count: missing)) }
    columns[position].append(cell)
  }
}

extension Assessment {
  /// Notes who points where through one column: counted first, so that each target's list is made once.
  fileprivate mutating func link(_ kind: RecordKind, _ field: FieldDescription) {
    let table = tables[kind.ordinal]
    var pairs: [(target: UInt64, row: Int)] = []
    for row in table.ids.indices {
      let cell = table.cell(row: row, field.key)
      guard cell != Heap.absent else { continue }
      if case .references = field.type {
        for target in heap.list(cell) { pairs.append((target.raw, row)) }
      } else {
        pairs.append((cell, row))
      }
    }
    pairs.sort { ($0.target, $0.row) < ($1.target, $1.row) }
    var start = 0
    while start < pairs.count {
      let end = pairs[start...].firstIndex { $0.target != pairs[start].target } ?? pairs.count
      links.adopt(
        pairs[start..<end].map { table.ids[$0.row] }, of: RecordID(raw: pairs[start].target), via: field.key)
      start = end
    }
  }

  /// The first record in which two assessments differ, values compared and not how they are kept, and whether they
  /// differ at all; the record is nil when only phases do.
  package func difference(from other: Assessment) -> (exists: Bool, record: RecordID?) {
    for (one, two) in zip(tables, other.tables) {
      for row in 0..<max(one.ids.count, two.ids.count) {
        guard row < one.ids.count, row < two.ids.count else {
          return (true, row < one.ids.count ? one.ids[row] : two.ids[row])
        }
        let id = one.ids[row]
        let same =
          id == two.ids[row] && one.numbers[row] == two.numbers[row] && one.parties[row] == two.parties[row]
          && one.removed[row] == two.removed[row]
          && values(of: id).elementsEqual(other.values(of: id), by: ==)
        guard same else { return (true, id) }
      }
    }
    return (phases.told != other.phases.told, nil)
  }

  /// Puts back what was remembered of a party in a phase.
  package mutating func restore(_ entry: PhaseTable.Entry, of party: RecordID, _ phase: Phase) {
    revision += 1
    phases.restore(entry, at: PhaseTable.Key(party, phase))
  }
}

extension PhaseTable {
  /// Entries that say more than that nothing happened.
  package var told: [Key: Entry] { entries.filter { $0.value != Entry() } }
}
