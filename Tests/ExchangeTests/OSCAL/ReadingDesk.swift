import Catalogues
import Domain
import Exchange
import Foundation

/// An assessment of two organisations into which documents come.
struct ReadingDesk {
  var assessment = Assessment()
  var context: Context
  let party: RecordID

  init() throws {
    context = Context(today: Day(number: 20_600), actor: "tester", catalogues: Catalogues.shelf)
    var head = Draft(.assessment, party: nil)
    head.set(AssessmentRecord.title, "Sample")
    var commands = [
      Command.create(head), .create(DefaultCriteria.draft(party: nil, title: "Ours", pending: 9)),
    ]
    for (number, key) in ["csc", "csp"].enumerated() {
      var draft = Draft(.party, party: nil, pending: number + 1)
      draft.set(Party.name, key.uppercased())
      draft.set(Party.partyKey, key)
      draft.set(Party.role, number == 0 ? PartyRole.cloudServiceCustomer : .cloudServiceProvider)
      commands.append(.create(draft))
    }
    _ = try assessment.perform(commands, in: context)
    guard let party = assessment.party(key: "csc") else { throw CocoaError(.coderValueNotFound) }
    self.party = party
  }

  /// What an import came to.
  struct Outcome {
    let plan: DocumentImport
    let changes: [Change]
  }

  @discardableResult
  mutating func bring(_ bytes: [UInt8], named name: String = "file") throws -> Outcome {
    context.follow(assessment)
    let document = try OSCALDocument(bytes, path: "folder/" + name)
    let plan = try DocumentImport(document, for: party, into: assessment, shelf: context.catalogues)
    let changes = try assessment.perform(plan.commands, in: context)
    context.follow(assessment)
    return Outcome(plan: plan, changes: changes)
  }

  @discardableResult
  mutating func bring(_ text: String) throws -> Outcome { try bring(Array(text.utf8)) }

  /// NIST's own examples (public domain).
  static let examples = [
    "example-component-definition", "example-component", "ifa_assessment-plan-example",
    "ifa_assessment-results-example", "ifa_plan-of-action-and-milestones", "ifa_ssp-example",
    "oscal_leveraged-example_ssp", "oscal_leveraging-example_ssp",
  ]

  static func example(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Documents")
    return Array(try Data(contentsOf: folder.appending(path: name + ".json")))
  }
}
