import Catalogues
import Domain
import Interface
import Testing

/// The line that stands greyed in an empty entry is a promise: typed as it stands, it makes its record.
@Suite("The example line of every kind")
struct EntryExampleTests {
  /// Cast and not written; there is one assessment only.
  private static let notTyped: Set<RecordKind> = [.estimate, .assessment]

  @Test("it is understood to the last piece and stored", arguments: Language.allCases)
  func everyKind(_ language: Language) throws {
    let open = try Self.unlocked(language)
    let party = try #require(open.model.assessment.party(key: "csp"))
    for kind in RecordKind.allCases where !Self.notTyped.contains(kind) {
      let stage = Self.withRoom(for: kind, party, open)
      let line = EntryExample.line(for: kind, language)
      let before = stage.model.assessment
      let reading = EntryLine.read(line, at: EntryPlace(kind, party: party), before, stage.model.context)
      #expect(reading.problems.isEmpty, "\(line): \(reading.problems.map { $0.words[language] })")
      var after = before
      do {
        _ = try after.perform(reading.commands, in: stage.model.context)
      } catch {
        Issue.record("\(line): \(error)")
      }
      #expect(after.count(kind) == before.count(kind) + 1, "\(line)")
      let title = after.ids(kind).last.flatMap { after.title(of: $0) } ?? ""
      #expect(!title.contains(":"), "\(line): a piece stayed in the title: \(title)")
    }
  }

  /// The talk's case with no phase agreed.
  private static func unlocked(_ language: Language) throws -> Stage {
    var stage = try Stage(.cloud, language)
    for party in stage.model.assessment.ids(.party) {
      for phase in Phase.allCases
      where [.agreed, .stale].contains(stage.model.assessment.phases[party, phase]) {
        stage.act([.phase(.reopen(phase, party: party, by: "tester", reason: "to write"))])
      }
    }
    return stage
  }

  /// Without the one record that an example would be the second of.
  private static func withRoom(for kind: RecordKind, _ party: RecordID, _ stage: Stage) -> Stage {
    var stage = stage
    let first = stage.model.assessment.ids(kind).first { id in
      guard stage.model.assessment.party(of: id) == party else { return false }
      return switch kind {
      case .phaseShare: true
      case .clauseConformity: stage.model.assessment.title(of: id) == "6.1.2"
      case .controlStatement: stage.model.assessment.label(of: id) == "C-csp-12.3.1"
      default: false
      }
    }
    if let first { stage.act([.removeAndUnlink(first)]) }
    return stage
  }
}
