// Stands in until Sources/Interface/Entry and Words/Sentence land; whoever lands them deletes this file.
package import Domain
package struct Completion: Hashable, Sendable {
  package let start: Int; package let insert: String; package let display: String
}
extension FieldText {
  package static func completions(
    for t: String, field: FieldDescription, kind: RecordKind, party: RecordID?, assessment: Assessment,
    language: Language, limit: Int
  ) -> [Completion] { [] }
}
package struct EntryProblem: Hashable, Sendable { package let column: Int; package let words: Words }
package struct EntryReading: Sendable {
  package let problems: [EntryProblem]; package let commands: [Command];
  package func preview(_ l: Language) -> [String] { [] };
  package func completions(at c: Int) -> [Completion] { [] }
}
package enum EntryLine {
  package static func read(
    _ l: String, kind: RecordKind, party: RecordID?, defaults: [Slot: Value], assessment: Assessment,
    context: Context, language: Language
  ) -> EntryReading { EntryReading(problems: [], commands: []) }
}
package enum EntryExample { package static func line(for k: RecordKind, _ l: Language) -> String { "" } }
extension Assessment { package func nextEvent(for p: RecordID, _ f: Phase) -> PhaseEventKind? { .begin } }
