import Catalogues
import Domain
import Exchange
import Foundation
import Interface
import Testing

/// What tests of tables work with: the worked cases without agreed phases, and the way out and in again.
enum TableDesk {
  static let today = Day(number: 20_781)

  static var context: Context { Context(today: today, actor: "tester", catalogues: Catalogues.shelf) }

  /// A worked case as it was built.
  static func built(_ worked: WorkedCase, _ language: Language = .japanese) throws -> Assessment {
    var assessment = Assessment()
    try worked.build(language: language, today: today) { commands, actor, party in
      var own = Context(today: today, actor: actor, catalogues: Catalogues.shelf)
      own.party = party
      return try assessment.perform(commands, in: own)
    }
    return assessment
  }

  /// The same records without phases, so that nothing is locked; those of some kinds left out.
  static func copy(
    _ assessment: Assessment, without kinds: Set<RecordKind> = [],
    where keeps: (RecordID, Slot, Value) -> Bool = { _, _, _ in true }
  ) -> Assessment {
    var copy = Assessment()
    let kept = RecordKind.allCases.filter { !kinds.contains($0) }.flatMap(assessment.ids).sorted()
    for id in kept {
      guard let kind = assessment.kind(of: id) else { continue }
      copy.apply(
        .created(
          id, kind: kind, number: assessment.labelNumber(of: id) ?? 0, party: assessment.party(of: id)))
    }
    for id in kept {
      for (slot, value) in assessment.values(of: id) where keeps(id, slot, value) {
        copy.apply(.set(id, slot, before: nil, after: value))
      }
    }
    return copy
  }

  /// The tables as files of a folder and as they are read from them.
  static func csv(
    _ assessment: Assessment, _ language: Language, _ tables: [RecordTable] = RecordTable.allCases
  ) throws -> [ImportedTable] {
    try tables.flatMap { table in
      try TableFile.tables(table.csv(assessment, context, language), named: table.rawValue + ".csv")
    }
  }

  /// The same as the sheets of a workbook.
  static func workbook(
    _ assessment: Assessment, _ language: Language, _ tables: [RecordTable] = RecordTable.allCases
  ) throws -> [ImportedTable] {
    try TableFile.tables(
      bytes(
        tables.map { $0.sheet(assessment, context, language) } + MethodSheets.sheets(assessment, language)),
      named: "book.xlsx")
  }

  static func bytes(_ sheets: [TableSheet]) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appending(path: "kyokumen-\(UUID()).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    try WorkbookWriter(file.path).write(sheets)
    return [UInt8](try Data(contentsOf: file))
  }

  /// What stands in all tables.
  static func cells(_ assessment: Assessment, _ tables: [RecordTable] = RecordTable.allCases) -> [[UInt8]] {
    tables.map { $0.csv(assessment, context, .english) }
  }
}

extension TableImport {
  /// Its faults as one text, for a failed expectation.
  var told: String { faults.prefix(5).map { $0.place.en + ": " + $0.words.en }.joined(separator: "\n") }
}
