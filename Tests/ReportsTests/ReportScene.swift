import Catalogues
import Domain
import Interface
import Journal
import Reports
import Testing

/// A small case that fills every report with a little, and any worked case, as reports.
struct ReportScene {
  static let today = Day(number: 20_781)

  var assessment = Assessment()
  var context: Context
  let language: Language

  /// Empty, with four controls to declare.
  init(_ language: Language) {
    self.language = language
    context = Context(today: Self.today, actor: "Ann", catalogues: Self.shelf)
  }

  /// A worked case with the catalogues that the program ships.
  init(_ worked: WorkedCase, _ language: Language) throws {
    self.language = language
    context = Context(today: Self.today, actor: "Ann", catalogues: Catalogues.shelf)
    var (assessment, context) = (Assessment(), context)
    try worked.build(language: language, today: Self.today) { commands, actor, party in
      context.party = party
      context.actor = actor
      return try assessment.perform(commands, in: context)
    }
    self.assessment = assessment
  }

  private static let shelf = CatalogueShelf([
    ControlCatalogue(
      key: "short", title: Words("Short list", "短い一覧"),
      controls: [
        CatalogueControl(number: "1.1", title: Words("Backup", "バックアップ"), group: "1"),
        CatalogueControl(number: "1.2", title: Words("Restoring", "復元"), group: "1"),
        CatalogueControl(number: "2.1", title: Words("Keys", "鍵の管理"), group: "2"),
        CatalogueControl(number: "2.2", title: Words("Teleworking", "テレワーキング"), group: "2"),
      ],
      groups: [("1", Words("Copies", "複製")), ("2", Words("Access", "アクセス"))])
  ])

  /// One act; the record made in it.
  @discardableResult
  mutating func add(
    _ kind: RecordKind, _ party: RecordID?, _ fill: (inout Draft) -> Void
  ) throws -> RecordID {
    var draft = Draft(kind, party: party)
    fill(&draft)
    let changes = try assessment.perform([.create(draft)], in: context)
    return try #require(
      changes.lazy.compactMap { change -> RecordID? in
        if case .created(let id, kind, _, _) = change { id } else { nil }
      }.first)
  }

  mutating func set<Content: FieldContent>(
    _ record: RecordID, _ attribute: Attribute<Content>, _ content: Content
  ) throws {
    _ = try assessment.perform([.set(record, Slot(attribute.key), content.value)], in: context)
  }

  // MARK: Reports

  /// The reports whose whole stuff is the assessment, and everything.
  static let kinds: [ReportKind] = [.soa, .treatmentPlan, .register, .audit, .cycle, .all]

  func report(_ kind: ReportKind, for audience: RecordID? = nil) -> Document {
    let hidden = audience.map { Audience(party: $0, assessment).hidden(in: assessment) } ?? []
    var seen = assessment
    for record in hidden {
      for source in seen.sources(of: record) {
        for (slot, value) in seen.values(of: source.id) where slot.key == source.key {
          seen.apply(.set(source.id, slot, before: value, after: nil))
        }
      }
      seen.apply(.removed(record))
    }
    var kinds: [RecordKind: Int] = [:]
    for record in hidden { if let kind = assessment.kind(of: record) { kinds[kind, default: 0] += 1 } }
    let source = ReportSource(seen, context, language, audience: audience, hidden: kinds)
    let audit = AuditReport(
      of: seen.ids(.walk).last, in: seen, shelf: context.catalogues, language: language, hidden: Set(hidden))
    let minutes = seen.workshopDays.map {
      Minutes(
        of: $0, in: seen, work: DayWork([]), language: language, hidden: Set(hidden))
    }
    return ReportMaker(source).document(kind, audit: audit, minutes: minutes)
  }
}
