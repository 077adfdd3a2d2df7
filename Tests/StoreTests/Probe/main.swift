import Glibc
import Domain
import Journal
import Store

// Makes edits on a file until killed, telling each by number once it is stored.

let path = CommandLine.arguments[1]
let workspace = try Workspace.open(at: path)
var assessment = try workspace.load()
let context = Context(today: Day(number: 20_000), actor: "probe", catalogues: CatalogueShelf([]))
guard let party = assessment.ids(.party).first else { exit(1) }
for edit in assessment.count(.risk)..<1_000 {
  var draft = Draft(.risk, party: party)
  draft.set(Risk.event, "event \(edit)")
  draft.set(Risk.likelihood, 3)
  _ = try workspace.perform(
    [.create(draft)], on: &assessment, in: context, at: Moment(milliseconds: Int64(edit)))
  let line = Array("\(edit + 1)\n".utf8)
  write(1, line, line.count)
}
