import Glibc
import Domain
import Journal
import Store

// Makes edits on a file until killed, telling each by number once it is stored: risks, or with a second word
// estimates of the last round, each participant's over and over.

let path = CommandLine.arguments[1]
let casts = CommandLine.arguments.count > 2
let workspace = try Workspace.open(at: path)
var assessment = try workspace.load()
let context = Context(today: Day(number: 20_000), actor: "probe", catalogues: CatalogueShelf([]))
guard let party = assessment.ids(.party).first else { exit(1) }

@MainActor func tell(_ number: Int) {
  let line = Array("\(number)\n".utf8)
  write(1, line, line.count)
}

@MainActor func cast(_ edit: Int, in round: RecordID) throws {
  let people = assessment.ids(.participant)
  let ballot = Ballot(
    round: round, participant: people[edit % people.count], likelihood: edit % 5 + 1,
    consequence: edit % 4 + 1)
  let opening = Opening(ballot, salt: String(repeating: "7", count: 32) + String(edit))
  _ = try workspace.cast([opening], on: &assessment, in: context, at: Moment(milliseconds: Int64(edit)))
}

@MainActor func create(_ edit: Int) throws {
  var draft = Draft(.risk, party: party)
  draft.set(Risk.event, "event \(edit)")
  draft.set(Risk.likelihood, 3)
  _ = try workspace.perform(
    [.create(draft)], on: &assessment, in: context, at: Moment(milliseconds: Int64(edit)))
}

if casts, let round = assessment.ids(.estimateRound).last {
  for edit in 0..<1_000 {
    try cast(edit, in: round)
    tell(edit + 1)
  }
} else {
  for edit in assessment.count(.risk)..<1_000 {
    try create(edit)
    tell(edit + 1)
  }
}
