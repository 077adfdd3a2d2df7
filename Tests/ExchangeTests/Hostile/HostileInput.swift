import Catalogues
import Domain
import Exchange
import Foundation

/// Where files come in.
enum WayIn: CaseIterable {
  /// A workspace as JSON.
  case workspace
  /// Tables: delimited text and workbooks.
  case tables
  /// OSCAL and libraries, in JSON or YAML.
  case document
}

/// A file that means no good, made on demand, and where it may come in all the same.
struct HostileInput: CustomStringConvertible, Sendable {
  let description: String
  let admits: Set<WayIn>
  let make: @Sendable () -> [UInt8]

  init(_ description: String, admits: Set<WayIn> = [], _ make: @autoclosure @escaping @Sendable () -> [UInt8])
  {
    self.description = description
    self.admits = admits
    self.make = make
  }

  private static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

  private static func many(_ piece: String, _ count: Int) -> [UInt8] {
    Array(String(repeating: piece, count: count).utf8)
  }

  private static func utf16(_ text: String, bigEndian: Bool = false, mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  private static let table = "Event,Cause\n方針がない,不明\n"
  private static let catalogue =
    #"{"catalog":{"metadata":{"title":"方針"},"controls":[{"id":"a","title":"b"}]}}"#
  private static let workspace =
    #"{"format":"kyokumen","version":1,"replica":"1","records":{"policyDocument":[]}}"#

  static let all: [HostileInput] = nothing + lines + nested + encodings + numbers + wide + laborious + books

  private static let nothing = [
    HostileInput("nothing", []),
    HostileInput("a byte order mark alone", [0xEF, 0xBB, 0xBF]),
    HostileInput("blanks", many(" ", 1 << 20)),
    HostileInput("zeros", [UInt8](repeating: 0, count: 1 << 20)),
    HostileInput("a program", text("\u{7F}ELF\u{2}\u{1}\u{1}\0\0\0")),
    HostileInput("a picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]),
  ]

  /// What is too long is refused by its length before anything is made of it.
  private static let lines = [
    HostileInput("100 MB of one line", [UInt8](repeating: 0x61, count: 100_000_000)),
    HostileInput("100 MB of opening brackets", [UInt8](repeating: 0x5B, count: 100_000_000)),
    HostileInput("a text that does not end", text("{\"format\":\"") + many("a", 1_200_000)),
    HostileInput("a quote that does not end", text("Event\n\"") + many("a", 1_200_000)),
    HostileInput("a key of half a megabyte", text("{\"catalog\":{\"") + many("a", 500_000) + text("\":}}")),
  ]

  private static let nested: [HostileInput] =
    ["[", "{\"a\":", "- ", "a: {b: ", "? ", "!a ", "&a [", "\"\"[", "<a>"].map { piece in
      HostileInput("\(piece) within itself", many(piece, 100_000))
    } + [
      HostileInput(
        "lists in a record",
        text(#"{"format":"kyokumen","version":1,"replica":"1","records":"#) + many("[", 100_000)),
      HostileInput("controls in controls", text(#"{"catalog":{"#) + many(#""groups":[{"#, 100_000)),
      HostileInput(
        "elements in a sheet", HostileBook.bytes("<worksheet>" + String(repeating: "<row>", count: 100_000))),
      HostileInput("entities in entities", HostileBook.bytes(HostileBook.laughs)),
      HostileInput("an entity that reads a file", HostileBook.bytes(HostileBook.thief)),
    ]

  private static let encodings: [HostileInput] = [
    HostileInput("a table in UTF-16", admits: [.tables], utf16(table, mark: true)),
    HostileInput(
      "a table in UTF-16, high bytes first", admits: [.tables], utf16(table, bigEndian: true, mark: true)),
    HostileInput("a table in UTF-16 without a mark", utf16(table, mark: false)),
    HostileInput("half a character of UTF-16", utf16(table, mark: true).dropLast()),
    HostileInput("half a pair of UTF-16", utf16("Event\n", mark: true) + [0x00, 0xD8]),
    HostileInput(
      "a table in UTF-32",
      [0xFF, 0xFE, 0, 0]
        + table.unicodeScalars.flatMap { [UInt8($0.value & 0xFF), UInt8($0.value >> 8 & 0xFF), 0, 0] }),
    HostileInput("a catalogue in UTF-16", utf16(catalogue, mark: true)),
    HostileInput("overlong UTF-8", text("Event\n") + [0xC0, 0x80, 0xE0, 0x80, 0xAF]),
    HostileInput("surrogates as UTF-8", text("Event\n") + [0xED, 0xA0, 0x80, 0xED, 0xB0, 0x80]),
    HostileInput("half a character", text(table).dropLast(2) + [0xE4]),
    HostileInput(
      "half a pair in JSON", text(#"{"catalog":{"metadata":{"title":"\ud800"},"controls":[{"id":"a"}]}}"#)),
    HostileInput(
      "half a pair in a workspace", text(#"{"format":"kyokumen","version":1,"replica":"\udc00"}"#)),
  ]

  private static let numbers =
    [
      #""1e999"#, "1e999", "-0", "99999999999999999999999999", "NaN", "0x10", "1_000", "null", "{}", "[]",
      "true",
    ].map { number in
      HostileInput(
        "a version \(number)", text(workspace.replacing("\"version\":1", with: "\"version\":\(number)")))
    } + [
      HostileInput("digits without end", text("{\"version\":") + many("9", 300_000)),
      HostileInput("a replica beyond all", text(workspace.replacing("\"1\"", with: "\"fffffffff\""))),
      HostileInput(
        "keys twice",
        text("{\"format\":\"kyokumen\"," + workspace.dropFirst().replacing("kyokumen", with: "other"))),
      HostileInput(
        "the last row there can be",
        HostileBook.bytes(
          HostileBook.sheet("<row r=\"9223372036854775807\"><c><v>1</v></c></row><row><c><v>2</v></c></row>"))
      ),
      HostileInput(
        "a column beyond all",
        HostileBook.bytes(HostileBook.sheet("<row><c r=\"ZZZZZZZZZZZZZZZ1\"><v>1</v></c></row>"))),
      HostileInput(
        "a text that is not there",
        HostileBook.bytes(HostileBook.sheet("<row><c t=\"s\"><v>-1</v></c><c t=\"s\"><v>99</v></c></row>"))),
    ]

  private static let wide = [
    HostileInput("a million columns", many(",", 1_000_000)),
    HostileInput("a million columns with heads", many("Event,", 1_000_000)),
    HostileInput(
      "a million cells in a row",
      HostileBook.bytes(
        HostileBook.sheet("<row>" + String(repeating: "<c><v>1</v></c>", count: 1_000_000) + "</row>"))),
    HostileInput(
      "a million empty cells in a row",
      HostileBook.bytes(HostileBook.sheet("<row>" + String(repeating: "<c/>", count: 1_000_000) + "</row>"))),
    HostileInput(
      "twenty thousand attributes",
      HostileBook.bytes(
        HostileBook.sheet(
          "<row><c " + (0..<20_000).map { "a\($0)=\"\"" }.joined(separator: " ") + "/></row>"))),
    HostileInput(
      "twenty thousand keys", text("{" + (0..<20_000).map { "\"k\($0)\":1" }.joined(separator: ",") + "}")
    ),
  ]

  /// Small for their bytes, and without end for a reader that goes over all of it once more for each piece.
  private static let laborious = [
    HostileInput(
      "a format of a megabyte that a hundred styles share", admits: [.tables],
      HostileBook.bytes(
        HostileBook.sheet(
          "<row><c t=\"inlineStr\"><is><t>Event</t></is></c></row><row><c><v>1</v></c></row>"),
        [
          "xl/styles.xml": "<styleSheet><numFmts><numFmt numFmtId=\"200\" formatCode=\""
            + String(repeating: "0", count: 1_000_000) + "\"/></numFmts><cellXfs>"
            + String(repeating: "<xf numFmtId=\"200\"/>", count: 100) + "</cellXfs></styleSheet>"
        ])),
    HostileInput(
      "a library in which each control has a heading of its own", admits: [.document],
      text(
        #"{"urn":"u","name":"n","objects":{"framework":{"urn":"f","requirement_nodes":["#
          + (0..<6_000).map { number in
            #"{"urn":"h\#(number)","name":"H"},"#
              + #"{"urn":"c\#(number)","parent_urn":"h\#(number)","assessable":true,"name":"C"}"#
          }.joined(separator: ",") + "]}}}")),
  ]

  private static let books = [
    HostileInput("four gibibytes in one sheet", HostileBook.bomb()),
    HostileInput("eight gibibytes in two thousand sheets", HostileBook.overlappingBomb()),
    HostileInput("an archive of nothing", ZipFile().closed()),
    HostileInput(
      "a sheet that leads out",
      HostileBook.bytes(
        "<worksheet/>",
        [
          "xl/_rels/workbook.xml.rels":
            "<Relationships><Relationship Id=\"r1\" Target=\"../../../../etc/passwd\"/></Relationships>"
        ])),
  ]
}
