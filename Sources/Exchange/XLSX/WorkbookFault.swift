/// Why a file is no workbook that can be read.
package enum WorkbookFault: Error, Hashable, Sendable {
  /// No zip archive, or a broken one.
  case notAnArchive
  /// An archive that lacks a part every workbook has.
  case missing(part: String)
  /// A part is no XML, or XML with declarations that no workbook has.
  case malformed(part: String, line: Int)
  /// Larger, unpacked, than any register: MiB.
  case tooLarge(limit: Int)
  /// A sheet has more columns than any register.
  case tooWide(sheet: String, limit: Int)
  /// More cells, or more text in them, than any register has.
  case tooMany(sheet: String)
  /// The workbook is protected by a password, or of the form before 2007.
  case encrypted
  /// The system refused to write it.
  case notWritten(String)
}
