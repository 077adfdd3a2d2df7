/// Reads a workbook (ECMA-376, `.xlsx`): every sheet with its rows, cells as what they show.
package struct WorkbookReader {
  /// One sheet as it stands, its first row not yet taken for a head.
  package struct Sheet: Hashable, Sendable {
    package let name: String
    /// Rows that hold something, with their numbers as the spreadsheet counts them.
    package let rows: [Line]
  }

  /// One row of a sheet.
  package struct Line: Hashable, Sendable {
    package let number: Int
    package let cells: [TableSheet.Cell]
  }

  package let sheets: [Sheet]

  /// Whether bytes begin as an archive does, or as what Office encrypts or wrote before there were archives.
  package static func isMeant(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
  }

  /// - Throws: Why it cannot be read, and which part of it.
  package init(_ bytes: [UInt8]) throws(WorkbookFault) {
    // What Office encrypts is an OLE file, not an archive.
    guard !bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { throw .encrypted }
    let archive = try Archive(bytes)
    let list = SheetList()
    try Self.read(list, "xl/workbook.xml", archive, isNeeded: true)
    let relations = PartRelations()
    try Self.read(relations, "xl/_rels/workbook.xml.rels", archive, isNeeded: true)
    let strings = SharedStrings()
    try Self.read(strings, "xl/sharedStrings.xml", archive, isNeeded: false)
    let formats = CellFormats()
    try Self.read(formats, "xl/styles.xml", archive, isNeeded: false)
    var sheets: [Sheet] = []
    let budget = CellBudget()
    for (name, relation) in list.sheets {
      guard let part = relations.targets[relation], part.contains("worksheets/") else { continue }
      let rows = SheetRows(
        strings: strings.strings, areDates: formats.areDates, countsFrom1904: list.countsFrom1904,
        budget: budget)
      try Self.read(rows, part, archive, isNeeded: true)
      guard !budget.isSpent else { throw .tooMany(sheet: name) }
      guard !rows.isTooWide else { throw .tooWide(sheet: name, limit: SheetRows.widest) }
      sheets.append(Sheet(name: name, rows: rows.rows.map { Line(number: $0.line, cells: $0.cells) }))
    }
    self.sheets = sheets
  }

  private static func read(
    _ reader: PartReader, _ part: String, _ archive: Archive, isNeeded: Bool
  ) throws(WorkbookFault) {
    guard let bytes = try archive.part(part) else {
      if isNeeded { throw .missing(part: part) }
      return
    }
    try reader.read(bytes, part: part)
  }
}
