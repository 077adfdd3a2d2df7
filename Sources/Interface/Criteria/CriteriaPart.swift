import Domain

/// The parts of the criteria editor, in the order in which Tab walks them: each a small table.
enum CriteriaPart: Int, CaseIterable {
  case likelihood
  case consequence
  case cells
  case bands
  case line
  case properties
  case lossScale

  var words: Words {
    switch self {
    case .likelihood: Words("likelihood", "起こりやすさ")
    case .consequence: Words("consequence", "結果")
    case .cells: Words("levels", "レベル")
    case .bands: Words("bands", "区分")
    case .line: Words("line, name", "受容線・名称")
    case .properties: Words("properties", "喪失する特性")
    case .lossScale: Words("loss", "喪失の尺度")
    }
  }

  /// The scale whose steps its rows are; nil for the others.
  var axis: ScaleAxis? {
    switch self {
    case .likelihood: .likelihood
    case .consequence: .consequence
    case .cells, .bands, .line, .properties, .lossScale: nil
    }
  }

  func heads(_ tables: CriteriaTables) -> [Words] {
    switch self {
    case .likelihood, .consequence:
      [
        Words("Japanese", "日本語"), Words("English", "英語"), Words("Meaning (ja)", "意味（日）"),
        Words("Meaning (en)", "意味（英）"),
      ]
    case .cells: tables.consequence.indices.map { Words("\($0 + 1)", "\($0 + 1)") }
    case .bands:
      [
        Words("From level", "下限"), Words("Japanese", "日本語"), Words("English", "英語"),
        Words("May accept", "受容できる者"),
      ]
    case .line: [Words("Value", "値")]
    case .properties: [Words("Key", "記号"), Words("Japanese", "日本語"), Words("English", "英語")]
    case .lossScale: [Words("Japanese", "日本語"), Words("English", "英語")]
    }
  }

  /// The rows as shown; levels as on the matrix, from the highest likelihood down.
  func rows(_ tables: CriteriaTables) -> [[String]] {
    switch self {
    case .likelihood: tables.likelihood
    case .consequence: tables.consequence
    case .cells: tables.cells.reversed()
    case .bands: tables.bands
    case .line: [[tables.line.map(String.init) ?? ""], [tables.title]]
    case .properties: tables.properties
    case .lossScale: tables.lossScale
    }
  }

  /// What stands before a row.
  func label(_ row: Int, _ tables: CriteriaTables) -> Words {
    switch self {
    case .cells:
      let step = tables.likelihood.count - row
      let name = tables.likelihood.at(step - 1) ?? []
      return Words("\(step) \(name.at(1))", "\(step) \(name.at(0))")
    case .line:
      return row == 0 ? RiskCriteria.acceptanceLine.field.words : RiskCriteria.title.field.words
    case .likelihood, .consequence, .bands, .properties, .lossScale: return Words("\(row + 1)", "\(row + 1)")
    }
  }

  /// Whether only whole numbers stand in a column.
  func isNumber(row: Int, column: Int) -> Bool {
    switch self {
    case .cells: true
    case .bands: column == 0
    case .line: row == 0
    case .likelihood, .consequence, .properties, .lossScale: false
    }
  }

  /// Whether a column holds who may accept.
  func isAcceptor(_ column: Int) -> Bool { self == .bands && column == 3 }

  // MARK: Changing

  func write(_ text: String, row: Int, column: Int, _ tables: inout CriteriaTables) {
    switch self {
    case .likelihood: Self.put(text, row, column, &tables.likelihood)
    case .consequence: Self.put(text, row, column, &tables.consequence)
    case .cells: Self.put(text, tables.cells.count - 1 - row, column, &tables.cells)
    case .bands: Self.put(text, row, column, &tables.bands)
    case .line: if row == 0 { tables.line = Int(text) ?? tables.line } else { tables.title = text }
    case .properties: Self.put(text, row, column, &tables.properties)
    case .lossScale: Self.put(text, row, column, &tables.lossScale)
    }
  }

  private static func put(_ text: String, _ row: Int, _ column: Int, _ table: inout [[String]]) {
    guard table.indices.contains(row) else { return }
    while table[row].count <= column { table[row].append("") }
    table[row][column] = text
  }

  func insert(after row: Int, _ tables: inout CriteriaTables) {
    switch self {
    case .likelihood, .consequence: axis.map { tables.insertStep($0, after: row) }
    case .bands:
      guard tables.bands.count < 7 else { return }
      let start = (Int(tables.bands.at(row)?.at(0) ?? "") ?? 0) + 1
      tables.bands.insert(
        [String(start), "", "", Acceptor.topManagement.rawValue], at: min(row + 1, tables.bands.count))
    case .properties: tables.properties.insert(["", "", ""], at: min(row + 1, tables.properties.count))
    case .lossScale:
      guard tables.lossScale.count < 7 else { return }
      tables.lossScale.insert(["", ""], at: min(row + 1, tables.lossScale.count))
    case .cells, .line: break
    }
  }

  func remove(_ row: Int, _ tables: inout CriteriaTables) {
    switch self {
    case .likelihood, .consequence: axis.map { tables.removeStep($0, at: row) }
    case .bands: if tables.bands.count > 1 { tables.bands.remove(at: row) }
    case .properties: if tables.properties.count > 1 { tables.properties.remove(at: row) }
    case .lossScale: if tables.lossScale.count > 1 { tables.lossScale.remove(at: row) }
    case .cells, .line: break
    }
  }

  func exchange(_ one: Int, _ other: Int, _ tables: inout CriteriaTables) {
    let count = rows(tables).count
    guard (0..<count).contains(one), (0..<count).contains(other) else { return }
    switch self {
    case .likelihood, .consequence: axis.map { tables.exchangeSteps($0, one, other) }
    case .bands: tables.bands.swapAt(one, other)
    case .properties: tables.properties.swapAt(one, other)
    case .lossScale: tables.lossScale.swapAt(one, other)
    case .cells, .line: break
    }
  }
}
