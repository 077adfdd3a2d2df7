import Domain
import Foundation
import Store

/// A workspace that is wide and not long: 200 organisations with 100 rules, and at the first of them 500 policy
/// documents and statements on 1,200 controls, on which the second has its statements too.
enum WideSpace {
  static let parties = 200
  static let rules = 100
  static let documents = 500
  static let controls = 1_200
  private static let catalogue = "bench"

  /// Kept between runs in the temporary folder.
  static func workspace() throws -> String {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("kyokumen-bench-wide-1.kyokumen")
      .path
    if FileManager.default.fileExists(atPath: path) { return path }
    _ = try Workspace.create(at: path, replica: 1) { workspace in
      var assessment = try workspace.load()
      func perform(_ assessment: inout Assessment, _ commands: [Command]) throws {
        _ = try workspace.perform(
          commands, on: &assessment, in: Generator.context, at: Moment(milliseconds: 0))
      }
      try SharedSpace(parties: parties, rules: rules).build(&assessment, perform)
      let sides = Array(assessment.ids(.party).prefix(2))
      try perform(&assessment, hierarchy(of: sides[0]))
      try perform(&assessment, [.create(list)])
      for side in sides { try perform(&assessment, statements(of: side)) }
    }
    return path
  }

  private static func hierarchy(of party: RecordID) -> [Command] {
    var made: [Draft] = []
    for number in 0..<documents {
      var document = Draft(.policyDocument, party: party, pending: number)
      document.set(PolicyDocument.title, "Document \(number) 対策基準")
      let depth = number == 0 ? 0 : number < 6 ? 1 : number < 31 ? 2 : number < 156 ? 3 : 4
      document.set(PolicyDocument.tier, PolicyTier.allCases[depth])
      if number > 0 { document.set(PolicyDocument.parent, made[(number - 1) / 5].id) }
      made.append(document)
    }
    return made.map(Command.create)
  }

  /// A catalogue as it comes in from elsewhere.
  private static var list: Draft {
    var document = Draft(.importedDocument, party: nil, pending: 1)
    document.set(ImportedDocument.title, "Benchmark controls")
    document.set(ImportedDocument.format, .oscalCatalog)
    document.set(ImportedDocument.catalogueKey, catalogue)
    document.set(ImportedDocument.groups, (0..<12).map { ["g\($0)", "Group \($0)", "区分 \($0)"] })
    document.set(
      ImportedDocument.controls,
      (0..<controls).map {
        ["\($0 / 100 + 1).\($0 % 100 + 1)", "c\($0)", "Control \($0)", "管理策 \($0)", "g\($0 / 100)"]
      })
    return document
  }

  private static func statements(of party: RecordID) -> [Command] {
    [.set(party, Slot(Party.catalogues.key), .list([catalogue]))]
      + (0..<controls).map { number in
        var statement = Draft(.controlStatement, party: party, pending: number)
        statement.set(ControlStatement.catalogue, catalogue)
        statement.set(ControlStatement.control, "\(number / 100 + 1).\(number % 100 + 1)")
        statement.set(ControlStatement.applicability, number % 7 == 0 ? .excluded : .applicable)
        return .create(statement)
      }
  }
}
