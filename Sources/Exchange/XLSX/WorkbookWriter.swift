import CXLSX
import Domain
import Interface

/// Writes sheets as one workbook: heads stand still and filter, columns are as wide as Japanese needs, text is text
/// and never a formula.
package struct WorkbookWriter {
  private let path: String

  /// - Parameter path: Of the file to make.
  package init(_ path: String) { self.path = path }

  /// As many columns as a sheet of Excel has.
  private static let widest = 16_384

  /// - Throws: `WorkbookFault.tooWide` for more columns than a sheet has, else `notWritten` with the library's sentence.
  package func write(_ sheets: [TableSheet]) throws(WorkbookFault) {
    if let wide = sheets.first(where: { $0.heads.count > Self.widest }) {
      throw .tooWide(sheet: wide.name, limit: Self.widest)
    }
    guard let workbook = workbook_new(path) else { throw .notWritten("out of memory") }
    var formats = Formats(workbook)
    for (name, sheet) in zip(Self.names(sheets), sheets) {
      guard let worksheet = workbook_add_worksheet(workbook, name) else { continue }
      Self.write(sheet, worksheet, &formats)
    }
    let result = workbook_close(workbook)
    guard result == LXW_NO_ERROR else { throw .notWritten(String(cString: lxw_strerror(result))) }
  }

  private static func write(
    _ sheet: TableSheet, _ worksheet: UnsafeMutablePointer<lxw_worksheet>, _ formats: inout Formats
  ) {
    for (column, head) in sheet.heads.enumerated() {
      worksheet_write_string(worksheet, 0, UInt16(column), EscapedText.escaped(head), formats.head)
      let texts = [head] + sheet.rows.map { $0.indices.contains(column) ? $0[column].text : "" }
      worksheet_set_column(
        worksheet, UInt16(column), UInt16(column), ColumnWidth.fitting(texts), formats.wrapped)
    }
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        let fill = sheet.fills[row]?[column]
        put(cell, worksheet, UInt32(row + 1), UInt16(column), fill, &formats)
      }
    }
    guard !sheet.heads.isEmpty else { return }
    worksheet_freeze_panes(worksheet, 1, 1)
    worksheet_autofilter(worksheet, 0, 0, UInt32(max(1, sheet.rows.count)), UInt16(sheet.heads.count - 1))
  }

  private static func put(
    _ cell: TableSheet.Cell, _ worksheet: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32,
    _ column: UInt16, _ fill: UInt32?, _ formats: inout Formats
  ) {
    switch cell {
    case .empty:
      if fill != nil { worksheet_write_blank(worksheet, row, column, formats.text(fill)) }
    case .text(let text):
      worksheet_write_string(
        worksheet, row, column, EscapedText.cut(text), formats.text(fill))
    case .number(let number): worksheet_write_number(worksheet, row, column, number, formats.text(fill))
    case .day(let day):
      let (year, month, dayOfMonth) = day.parts
      // Spreadsheets begin in 1900, with a leap day that never was.
      guard (1901...9999).contains(year) else {
        worksheet_write_string(worksheet, row, column, day.text, formats.text(fill))
        return
      }
      var moment = lxw_datetime(
        year: Int32(year), month: Int32(month), day: Int32(dayOfMonth), hour: 0, min: 0, sec: 0)
      worksheet_write_datetime(worksheet, row, column, &moment, formats.day)
    }
  }

  /// The tabs' names as Excel allows them: at most 31 characters, none of `[]:*?/\`, none twice.
  private static func names(_ sheets: [TableSheet]) -> [String] {
    var taken: Set<String> = []
    return sheets.map { sheet in
      let clean = String(sheet.name.map { "[]:*?/\\'".contains($0) ? " " : $0 }.prefix(28))
      let choices = sequence(first: (1, clean)) { ($0.0 + 1, clean + " \($0.0 + 1)") }
      let name = choices.first { !taken.contains($0.1.lowercased()) }?.1 ?? clean
      taken.insert(name.lowercased())
      return name
    }
  }

  /// The looks of cells, each made once.
  private struct Formats {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    let head: UnsafeMutablePointer<lxw_format>?
    let wrapped: UnsafeMutablePointer<lxw_format>?
    let day: UnsafeMutablePointer<lxw_format>?
    private var filled: [UInt32: UnsafeMutablePointer<lxw_format>] = [:]

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
      self.workbook = workbook
      head = workbook_add_format(workbook)
      format_set_bold(head)
      format_set_text_wrap(head)
      format_set_bottom(head, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_align(head, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      wrapped = workbook_add_format(workbook)
      format_set_text_wrap(wrapped)
      format_set_align(wrapped, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      day = workbook_add_format(workbook)
      format_set_num_format(day, "yyyy-mm-dd")
      format_set_align(day, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }

    /// For text and numbers on a ground.
    mutating func text(_ fill: UInt32?) -> UnsafeMutablePointer<lxw_format>? {
      guard let fill else { return wrapped }
      if let known = filled[fill] { return known }
      let format = workbook_add_format(workbook)
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      format_set_bg_color(format, fill)
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      filled[fill] = format
      return format
    }
  }
}

/// How wide a column stands.
enum ColumnWidth {
  private static let narrowest = 6.0
  private static let widest = 48.0

  /// In characters of the workbook's font: a full-width one takes two; long text wraps.
  static func fitting(_ texts: [String]) -> Double {
    let widths = texts.lazy.map { text -> Int in
      // What wraps anyway need not be measured to its end.
      let lines = text.unicodeScalars.prefix(200).split { $0 == "\n" }
      return lines.map { line in line.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) } }.max() ?? 0
    }
    return min(widest, max(narrowest, Double(widths.max() ?? 0) + 2))
  }
}
