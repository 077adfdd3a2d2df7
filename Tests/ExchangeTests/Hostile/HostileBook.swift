import Exchange

/// Workbooks that no spreadsheet writes.
enum HostileBook {
  /// A workbook of one sheet whose XML is this, with parts of one's own.
  static func bytes(_ sheet: String, _ others: [String: String] = [:]) -> [UInt8] {
    bytes(sheet: ZipFile.Content(Array(sheet.utf8)), others)
  }

  static func bytes(sheet: ZipFile.Content, _ others: [String: String] = [:]) -> [UInt8] {
    var zip = frame(sheets: 1)
    for (name, text) in others { zip.add(name, ZipFile.Content(Array(text.utf8))) }
    zip.add("xl/worksheets/sheet1.xml", sheet)
    return zip.closed()
  }

  /// Four gibibytes of blanks in one sheet.
  static func bomb() -> [UInt8] {
    bytes(
      sheet: ZipFile.Content(
        Array("<worksheet><sheetData>".utf8), then: 0x20, runs: 1 << 24, isChecked: false))
  }

  /// One part of four mebibytes under two thousand names: eight gibibytes, and each part is honest.
  static func overlappingBomb() -> [UInt8] {
    let sheets = 2_000
    var zip = frame(sheets: sheets)
    let content = ZipFile.Content(Array("<worksheet/>".utf8), then: 0x20, runs: 1 << 14, isChecked: true)
    let place = zip.add("xl/worksheets/sheet1.xml", content)
    for sheet in 2...sheets { zip.link("xl/worksheets/sheet\(sheet).xml", content, at: place) }
    return zip.closed()
  }

  private static func frame(sheets: Int) -> ZipFile {
    var zip = ZipFile()
    let list = (1...sheets).map { "<sheet name=\"s\($0)\" sheetId=\"\($0)\" r:id=\"r\($0)\"/>" }.joined()
    let targets = (1...sheets).map { "<Relationship Id=\"r\($0)\" Target=\"worksheets/sheet\($0).xml\"/>" }
      .joined()
    zip.add(
      "xl/workbook.xml",
      ZipFile.Content(Array("<workbook xmlns:r=\"r\"><sheets>\(list)</sheets></workbook>".utf8)))
    zip.add(
      "xl/_rels/workbook.xml.rels", ZipFile.Content(Array("<Relationships>\(targets)</Relationships>".utf8)))
    return zip
  }

  /// A sheet of rows as they stand.
  static func sheet(_ rows: String) -> String { "<worksheet><sheetData>\(rows)</sheetData></worksheet>" }

  /// Entities ten deep, ten each: ten thousand million characters.
  static var laughs: String {
    let entities = (1...10).map { level in
      "<!ENTITY a\(level) \"" + String(repeating: "&a\(level - 1);", count: 10) + "\">"
    }
    return "<!DOCTYPE w [<!ENTITY a0 \"aaaaaaaaaa\">\(entities.joined())]>"
      + sheet("<row><c t=\"inlineStr\"><is><t>&a10;</t></is></c></row>")
  }

  /// An entity that reads a file of the machine.
  static let thief =
    "<!DOCTYPE w [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
    + sheet("<row><c t=\"inlineStr\"><is><t>&f;</t></is></c></row>")
}
