import Domain

/// Sorts records by a column; what each is sorted by is found once.
struct GridOrder {
  let aspect: Aspect
  let isDescending: Bool
  let model: Model

  /// In order, those alike in the order of their creation; those without a value apart, at the end, either way.
  func sorted(_ ids: [RecordID]) -> [RecordID] {
    isNumeric ? sortedByNumber(ids) : sortedByText(ids)
  }

  private func sortedByNumber(_ ids: [RecordID]) -> [RecordID] {
    var keyed: [(key: Double, place: Int)] = []
    var without: [RecordID] = []
    keyed.reserveCapacity(ids.count)
    for (place, id) in ids.enumerated() {
      if let key = number(id) { keyed.append((key, place)) } else { without.append(id) }
    }
    keyed.sort { one, other in
      one.key == other.key ? one.place < other.place : (one.key < other.key) != isDescending
    }
    return keyed.map { ids[$0.place] } + without
  }

  private func sortedByText(_ ids: [RecordID]) -> [RecordID] {
    let text = text()
    var texts = FoldedTexts()
    var without: [RecordID] = []
    for (place, id) in ids.enumerated() {
      if let text = text(id) { texts.add(text, place: place) } else { without.append(id) }
    }
    return texts.sorted(isDescending: isDescending).map { ids[$0] } + without
  }

  private var isNumeric: Bool {
    switch aspect {
    case .label, .party, .level, .state: true
    case .controls: false
    case .field(let field):
      switch field.type {
      case .step, .number, .integer, .day, .flag, .choice, .choices: true
      case .text, .longText, .reference, .references, .list, .table, .loss, .target: false
      }
    }
  }

  private func number(_ id: RecordID) -> Double? {
    let assessment = model.assessment
    switch aspect {
    case .label: return assessment.labelNumber(of: id).map(Double.init)
    case .party: return assessment.party(of: id).map { Double($0.raw) }
    case .level(let kind): return assessment.standing(of: id, kind).map { Double($0.level) }
    case .state:
      let state = assessment.state(of: id, today: model.context.today)
      return state == .unrated ? nil : RiskState.allCases.firstIndex(of: state).map(Double.init)
    case .controls: return nil
    case .field(let field):
      switch assessment.value(id, field.key) {
      case .integer(let integer)?: return Double(integer)
      case .number(let number)?: return number
      case .day(let day)?: return Double(day.number)
      case .flag(let flag)?: return flag ? 1 : 0
      case .choice(let key)?: return Self.place(key, field)
      case .choices(let keys)?: return keys.first.flatMap { Self.place($0, field) }
      default: return nil
      }
    }
  }

  private static func place(_ key: String, _ field: FieldDescription) -> Double? {
    field.type.options.firstIndex { $0.key == key }.map(Double.init)
  }

  /// Texts folded, names of linked records looked up once each.
  private func text() -> (RecordID) -> String? {
    var names: [RecordID: String] = [:]
    return { id in
      if let field = aspect.field, case .reference(let target)? = model.assessment.value(id, field.key) {
        if let known = names[target] { return known }
        let name = TypedText.folded(RecordName.read(target, model.assessment))
        names[target] = name
        return name
      }
      return GridCell(aspect: aspect, record: id).text(model).map(TypedText.folded)
    }
  }
}

/// Places by folded text, in the order of its scalars. All texts lie in one buffer and begin with a number that
/// settles most comparisons, so that sorting copies and counts no strings.
private struct FoldedTexts {
  private struct Key {
    let head: UInt64
    let start: Int
    let count: Int
    let place: Int
  }

  private var bytes: [UInt8] = []
  private var keys: [Key] = []

  /// Takes a text with the place that it stands for.
  mutating func add(_ text: String, place: Int) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    var head: UInt64 = 0
    for offset in 0..<8 {
      head = head << 8 | (start + offset < bytes.count ? UInt64(bytes[start + offset]) : 0)
    }
    keys.append(Key(head: head, start: start, count: bytes.count - start, place: place))
  }

  /// The places in order, those of equal texts as they stand.
  func sorted(isDescending: Bool) -> [Int] {
    bytes.withUnsafeBytes { bytes in
      keys.sorted { one, other in
        let order = Self.order(one, other, bytes)
        return order == 0 ? one.place < other.place : (order < 0) != isDescending
      }.map(\.place)
    }
  }

  /// Eight bytes at a time, since many titles begin alike.
  private static func order(_ one: Key, _ other: Key, _ bytes: UnsafeRawBufferPointer) -> Int {
    if one.head != other.head { return one.head < other.head ? -1 : 1 }
    let shared = min(one.count, other.count)
    var offset = 8
    while offset + 8 <= shared {
      let (first, second) = (word(at: one.start + offset, bytes), word(at: other.start + offset, bytes))
      if first != second { return first < second ? -1 : 1 }
      offset += 8
    }
    while offset < shared {
      let (first, second) = (bytes[one.start + offset], bytes[other.start + offset])
      if first != second { return first < second ? -1 : 1 }
      offset += 1
    }
    return one.count - other.count
  }

  private static func word(at start: Int, _ bytes: UnsafeRawBufferPointer) -> UInt64 {
    UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
  }
}

extension Model {
  /// The columns of the screen in front, where it has any.
  package var gridColumns: [Aspect] { filterKind.map { GridColumns.chosen(state.columns, $0) } ?? [] }

  /// Sorts by the next column; behind the last one in the order of creation again.
  mutating func turnSort() {
    let columns = gridColumns.filter { $0 != .label }
    let now = state.sort.flatMap { sort in columns.firstIndex { $0.name == sort.column } }
    let underCursor =
      gridColumns.indices.contains(state.column) ? columns.firstIndex(of: gridColumns[state.column]) : nil
    let next = now.map { $0 + 1 } ?? underCursor ?? 0
    state.sort =
      next < columns.count
      ? GridSort(column: columns[next].name, isDescending: columns[next].startsDescending) : nil
    arrangeAnew()
  }

  /// Turns the order round; that of creation too.
  mutating func reverseSort() {
    let sort = state.sort
    state.sort = GridSort(
      column: sort?.column ?? Aspect.label.name, isDescending: !(sort?.isDescending ?? false))
    if state.sort == GridSort(column: Aspect.label.name, isDescending: false) { state.sort = nil }
    arrangeAnew()
  }
}
