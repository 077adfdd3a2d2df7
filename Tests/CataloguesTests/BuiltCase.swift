import Catalogues
import Domain

/// A worked case built into a bare assessment, with every change it brought about.
struct BuiltCase {
  static let today = Day(number: 20_781)

  private(set) var assessment = Assessment()
  private(set) var changes: [Change] = []
  private(set) var context: Context

  init(_ worked: WorkedCase, _ language: Language, today: Day = BuiltCase.today) throws {
    var assessment = Assessment()
    var changes: [Change] = []
    context = Context(today: today, actor: "", catalogues: Catalogues.shelf)
    try worked.build(language: language, today: today) { commands, actor, party in
      var context = Context(today: today, actor: actor, catalogues: Catalogues.shelf)
      context.party = party
      let made = try assessment.perform(commands, in: context)
      changes += made
      return made
    }
    self.assessment = assessment
    self.changes = changes
  }

  /// Every text of the case, one after the other.
  var texts: String {
    changes.compactMap {
      switch $0 {
      case .set(_, _, _, after: .text(let text)?): text
      case .set(_, _, _, after: .list(let texts)?): texts.joined(separator: "\n")
      case .set, .created, .removed, .phase: nil
      }
    }.joined(separator: "\n")
  }

  func party(_ key: String) -> RecordID? { assessment.party(key: key) }
}
