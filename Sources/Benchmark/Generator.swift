import Domain
import Foundation
import Store

/// Makes workspaces of any size, the same for the same size, through the commands a person uses.
enum Generator {
  static let today = Day(number: 20_781)

  static let context = Context(today: today, actor: "benchmark", catalogues: CatalogueShelf([]))

  private static let events = [
    "Contract is terminated without notice", "主要設備が停止する", "Credentials are stolen by phishing",
    "想定を超える需要の変動が起きる", "A critical patch is applied late", "Backup cannot be restored", "重要な文書が紛失する",
  ]
  private static let sources = ["external", "取引先", "technology", "自然災害", "legal", "人的要因"]
  private static let consequences = [
    "Production stops, orders are lost", "売上が減少し、信用が低下する", "Fines and legal cost", "復旧に二週間を要する",
  ]

  /// The text that only the risk before the last three has.
  static let needle = "zzneedle 終端の針"

  /// A workspace with that many risks, kept between runs in the temporary folder.
  static func workspace(risks: Int) throws -> String {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(
      "kyokumen-bench-\(risks)-1.kyokumen"
    ).path
    if FileManager.default.fileExists(atPath: path) { return path }
    _ = try Workspace.create(at: path, replica: 1) { workspace in
      var assessment = try workspace.load()
      let places = try foundations(workspace, &assessment)
      for start in stride(from: 0, to: risks, by: 1000) {
        let commands = (start..<min(start + 1000, risks)).map { number in
          Command.create(risk(number, of: risks, places, pending: number - start))
        }
        _ = try workspace.perform(commands, on: &assessment, in: context, at: Moment(milliseconds: 0))
      }
    }
    return path
  }

  struct Places {
    let party: RecordID
    let objectives: [RecordID]
    let people: [RecordID]
  }

  private static func foundations(_ workspace: Workspace, _ assessment: inout Assessment) throws -> Places {
    var head = Draft(.assessment, party: nil)
    head.set(AssessmentRecord.title, "Benchmark")
    head.set(AssessmentRecord.scope, .singleOrganization)
    head.set(AssessmentRecord.cycle, 1)
    var party = Draft(.party, party: nil, pending: 1)
    party.set(Party.name, "Sample Trading")
    party.set(Party.partyKey, "org")
    party.set(Party.role, .standalone)
    var commands: [Command] = [.create(head), .create(party)]
    commands.append(.create(DefaultCriteria.draft(party: party.id, title: "Criteria", pending: 2)))
    for index in 0..<10 {
      var objective = Draft(.objective, party: party.id, pending: 10 + index)
      objective.set(Objective.statement, "Objective \(index)")
      var person = Draft(.person, party: party.id, pending: 30 + index)
      person.set(Person.name, ["佐藤", "鈴木 一郎", "Tanaka", "高橋 花子"][index % 4] + " \(index)")
      commands += [.create(objective), .create(person)]
    }
    _ = try workspace.perform(commands, on: &assessment, in: context, at: Moment(milliseconds: 0))
    return Places(
      party: assessment.ids(.party)[0], objectives: assessment.ids(.objective),
      people: assessment.ids(.person))
  }

  private static func risk(_ number: Int, of count: Int, _ places: Places, pending: Int) -> Draft {
    var draft = Draft(.risk, party: places.party, pending: pending)
    let isNeedle = number == max(0, count - 4)
    draft.set(Risk.event, isNeedle ? needle : events[number % events.count] + " #\(number * 7919 % 9999)")
    draft.set(Risk.objective, places.objectives[number % 10])
    draft.set(Risk.sources, [sources[number % sources.count]])
    draft.set(Risk.consequence, consequences[number % consequences.count])
    draft.set(Risk.owner, places.people[number / 3 % 10])
    if number % 9 != 0 {
      draft.set(Risk.likelihood, number % 5 + 1)
      draft.set(Risk.consequenceStep, number / 5 % 5 + 1)
    }
    draft.set(Risk.treatment, ChoiceSet([number % 2 == 0 ? .modify : .retain]))
    draft.set(Risk.loss, [["A", "\(number % 3 + 1)"]])
    return draft
  }
}
