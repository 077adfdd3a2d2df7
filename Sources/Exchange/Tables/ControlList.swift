import Domain
package import Interface

/// A table of controls, such as people keep of a framework that no tool ships, as a catalogue to assess against:
/// numbers, titles and headings, and no more.
package struct ControlList {
  private enum Column: Hashable { case number, title, japanese, heading }

  private let name: String
  private var columns: [Column: Int]
  private let rows: ArraySlice<ImportedTable.Row>

  /// - Parameters:
  ///   - table: With heads among its first rows; without any, the columns are told by content.
  ///   - file: The name of its file: sheets of most workbooks have the same.
  /// - Throws: `TableFault.noControls` where no column has numbers or titles.
  package init(_ table: ImportedTable, of file: String) throws(TableFault) {
    let ending = [".csv", ".tsv", ".txt", ".xlsx", ".xlsm"].first { file.lowercased().hasSuffix($0) }
    name = String(file.dropLast(ending?.count ?? 0))
    let heads = table.rows.prefix(20).enumerated().lazy.compactMap { place, row in
      Self.columns(row.cells).map { (place, $0) }
    }.first
    rows = table.rows.dropFirst(heads.map { $0.0 + 1 } ?? 0)
    guard let columns = heads?.1 ?? Self.columns(byContent: rows) else { throw .noControls }
    self.columns = columns
    guard rows.contains(where: { cell(.number, $0) != nil }) else { throw .noControls }
  }

  /// The catalogue as OSCAL JSON: the same table gives the same bytes. OSCAL wants a date and a table has none, so it
  /// bears the first there is.
  package var document: [UInt8] {
    let (loose, groups, _) = grouped()
    let catalogue: OSCALValue = .object([
      "uuid": .text(OSCALName.uuid("control-list/" + name)),
      "metadata": .object([
        "title": .text(OSCALName.line(name) ?? "controls"),
        "last-modified": .text(Moment(milliseconds: 0).text),
        "version": .text("1"), "oscal-version": .text("1.1.3"),
      ]),
      "controls": .list(loose), "groups": .list(groups),
    ])
    return OSCALValue.object(["catalog": catalogue]).jsonBytes
  }

  /// What a person should know of lines that do not stand as they were written.
  package var notes: [ImportNote] { grouped().notes }

  private func grouped() -> (loose: [OSCALValue], groups: [OSCALValue], notes: [ImportNote]) {
    var sorting = ControlSorting()
    for (place, row) in rows.enumerated() {
      // A heading stands once and holds for the rows below, as in merged cells.
      if let heading = cell(.heading, row) { sorting.open(heading) }
      guard let number = cell(.number, row) else {
        if columns[.heading] == nil, let alone = cell(.title, row) { sorting.open(alone) }
        continue
      }
      let japanese = columns[.title] == nil ? nil : cell(.japanese, row)
      let line = ControlSorting.Line(
        row: row.number, number: number, title: cell(.title, row) ?? cell(.japanese, row), japanese: japanese)
      if columns[.heading] == nil, hasNumbersBelow(number, place) {
        sorting.open(line)
      } else {
        sorting.add(line)
      }
    }
    return (sorting.loose, sorting.groups, sorting.notes)
  }

  /// Whether the next number goes on where this one ends: `5` above `5.1` is what `5.1` stands under.
  private func hasNumbersBelow(_ number: String, _ place: Int) -> Bool {
    rows.dropFirst(place + 1).lazy.compactMap { cell(.number, $0) }.first?.hasPrefix(number + ".") ?? false
  }

  private func cell(_ column: Column, _ row: ImportedTable.Row) -> String? {
    guard let place = columns[column], row.cells.indices.contains(place) else { return nil }
    return OSCALName.line(row.cells[place])
  }

  // MARK: Columns

  private static let heads: [(Column, [String])] = [
    (
      .number,
      [
        "no", "no.", "number", "id", "ref", "identifier", "control id", "control no", "control no.",
        "control number", "番号", "管理策番号", "項番", "項目番号", "管理策id",
      ]
    ),
    (.japanese, ["title (ja)", "title-ja", "japanese", "日本語", "和文", "管理策名（日本語）", "名称（日本語）"]),
    (
      .title,
      [
        "title", "name", "control", "controls", "control title", "control name", "title (en)", "english",
        "管理策", "管理策名", "名称", "件名", "表題", "項目", "英語", "英文",
      ]
    ),
    (
      .heading,
      [
        "group", "theme", "domain", "family", "category", "section", "chapter", "heading", "テーマ", "分類",
        "カテゴリ", "カテゴリー", "区分", "領域", "章", "大項目", "見出し",
      ]
    ),
  ]

  /// What heads say; nil where they do not name both a number and a title.
  private static func columns(_ heads: [String]) -> [Column: Int]? {
    let folded = heads.map { TypedText.folded($0) }
    var columns: [Column: Int] = [:]
    for (column, names) in Self.heads {
      columns[column] = folded.firstIndex { names.map { TypedText.folded($0) }.contains($0) }
    }
    return columns[.number] != nil && (columns[.title] ?? columns[.japanese]) != nil ? columns : nil
  }

  /// The first column of short numbers, no two alike, and the first of words beside it.
  private static func columns(byContent rows: ArraySlice<ImportedTable.Row>) -> [Column: Int]? {
    let width = rows.map(\.cells.count).max() ?? 0
    func cells(_ place: Int) -> [String] {
      rows.prefix(200).compactMap { row in
        row.cells.indices.contains(place) ? OSCALName.line(row.cells[place]) : nil
      }
    }
    func isNumbers(_ cells: [String]) -> Bool {
      !cells.isEmpty && Set(cells).count == cells.count
        && cells.allSatisfy { $0.count <= 24 && !$0.contains(" ") && $0.contains(where: \.isNumber) }
    }
    guard let number = (0..<width).first(where: { isNumbers(cells($0)) }),
      let title = (0..<width).first(where: { place in
        place != number && cells(place).contains { $0.contains(where: \.isLetter) }
      })
    else { return nil }
    return [.number: number, .title: title]
  }
}
