import Foundation
import Interface

/// `xl/workbook.xml`: the sheets in their order, and from which day dates are counted.
final class SheetList: PartReader {
  private(set) var sheets: [(name: String, relation: String)] = []
  /// Dates count from 1904, as old Macintosh workbooks do.
  private(set) var countsFrom1904 = false

  override func began(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "sheet":
      let relation = attributes["r:id"] ?? attributes.first { $0.key.hasSuffix(":id") }?.value
      if let title = attributes["name"], let relation, attributes["state"] != "veryHidden" {
        sheets.append((title, relation))
      }
    case "workbookPr": countsFrom1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
    default: break
    }
  }
}

/// `xl/_rels/workbook.xml.rels`: which file a sheet is in.
final class PartRelations: PartReader {
  private(set) var targets: [String: String] = [:]

  override func began(_ name: String, _ attributes: [String: String]) {
    guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"] else { return }
    targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
  }
}

/// `xl/sharedStrings.xml`: the texts that cells name by number, without their readings in kana.
final class SharedStrings: PartReader {
  private(set) var strings: [String] = []
  private var item = ""
  private var isReading = false

  override func began(_ name: String, _ attributes: [String: String]) {
    if name == "si" { item = "" }
    if name == "rPh" { isReading = true }
  }

  override func ended(_ name: String) {
    switch name {
    case "t": if !isReading { item += text }
    case "rPh": isReading = false
    case "si": strings.append(EscapedText.plain(item))
    default: break
    }
  }
}

/// `xl/styles.xml`: which styles show a number as a date.
final class CellFormats: PartReader {
  /// Whether a format of the workbook's own shows a date, by its number.
  private var formats: [Int: Bool] = [:]
  private var isInCells = false
  /// By style number.
  private(set) var areDates: [Bool] = []

  override func began(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }) {
        formats[id] = Self.isDate(attributes["formatCode"] ?? "")
      }
    case "cellXfs": isInCells = true
    case "xf":
      if isInCells { areDates.append(isDate(attributes["numFmtId"].flatMap { Int($0) } ?? 0)) }
    default: break
    }
  }

  override func ended(_ name: String) { if name == "cellXfs" { isInCells = false } }

  /// ECMA-376 part 1, 18.8.30: the built-in formats of dates, the Japanese ones among them.
  private func isDate(_ id: Int) -> Bool {
    formats[id] ?? [14...17, 22...22, 27...36, 50...58].contains { $0.contains(id) }
  }

  /// A year or a day stands in the code, outside of quotes and brackets. Spreadsheets write no longer one than this.
  private static func isDate(_ code: String) -> Bool {
    let code = code.prefix(255).lowercased()
    guard !code.hasPrefix("general") else { return false }
    var isQuoted = false
    var depth = 0
    for character in code {
      switch character {
      case "\"": isQuoted.toggle()
      case "[": depth += 1
      case "]": depth -= 1
      case "y", "d", "年": if !isQuoted, depth == 0 { return true }
      default: break
      }
    }
    return false
  }
}

/// `_x000D_` and the like, which workbooks write for characters that XML cannot hold.
enum EscapedText {
  /// Text in which nothing reads as such an escape: the underscore before one is written as one.
  static func escaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.range(of: "_x") {
      result += rest[..<start.lowerBound]
      result += scalar(rest[start.upperBound...].prefix(5)) == nil ? "_x" : "_x005F_x"
      rest = rest[start.upperBound...]
    }
    return result + rest
  }

  /// Escaped text that a cell can hold: where it cannot, the beginning with `…`, cut before the escape and not in it.
  static func cut(_ text: String) -> String {
    var kept = CellText.cut(text)
    while true {
      let written = escaped(kept)
      guard written.utf8.count > CellText.longest else { return written }
      let excess = written.utf16.count - CellText.longest
      guard excess > 0 else { return written }
      kept = String(decoding: text.utf16.prefix(kept.utf16.count - excess - 1), as: UTF16.self) + "\u{2026}"
    }
  }

  /// What the four digits and the underscore of an escape stand for; nil for other text.
  private static func scalar(_ code: Substring) -> Unicode.Scalar? {
    guard code.count == 5, code.last == "_", code.dropLast().allSatisfy(\.isHexDigit) else { return nil }
    return UInt32(code.dropLast(), radix: 16).flatMap(Unicode.Scalar.init)
  }

  static func plain(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.range(of: "_x") {
      result += rest[..<start.lowerBound]
      let code = rest[start.upperBound...].prefix(5)
      if let scalar = scalar(code) {
        result.unicodeScalars.append(scalar)
        rest = rest[code.endIndex...]
      } else {
        result += rest[start]
        rest = rest[start.upperBound...]
      }
    }
    return result + rest
  }
}
