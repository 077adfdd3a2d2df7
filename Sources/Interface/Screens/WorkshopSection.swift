import Domain

/// The sections of the workshop screen, in the order in which they stand.
enum WorkshopSection: Int, CaseIterable {
  case agenda, participants, decisions, homework, parking

  var title: Words {
    switch self {
    case .agenda: Words("Agenda", "議題")
    case .participants: Words("Present", "出席")
    case .decisions: Words("Decisions", "決定事項")
    case .homework: Words("Homework", "宿題")
    case .parking: Words("Parked", "保留")
    }
  }

  /// Which key starts it, for a section without lines.
  var empty: Words {
    switch self {
    case .agenda: Words("\(key: "new") adds a point with its minutes.", "\(key: "new") で議題と時間を追加します。")
    case .participants: Words("\(key: "new") adds somebody who is here.", "\(key: "new") で出席者を追加します。")
    case .decisions:
      Words(
        "\(key: "new") notes one; \(key: "note") on any record links it.",
        "\(key: "new") で記録。どの記録からも \(key: "note") で紐付けて記録できます。")
    case .homework:
      Words(
        "\(key: "new") gives one; \(key: "note") on any record links it.",
        "\(key: "new") で追加。どの記録からも \(key: "note") で紐付けて出せます。")
    case .parking: Words("\(key: "new") parks a matter for later.", "\(key: "new") で後で扱う事項を記録します。")
    }
  }

  /// What `n` makes while the cursor is in it.
  var kind: RecordKind {
    switch self {
    case .agenda: .agendaItem
    case .participants: .participant
    case .decisions: .decision
    case .homework: .actionItem
    case .parking: .parkingItem
    }
  }

  /// Room for how a record stands; the title has the rest.
  var stateColumns: Int {
    switch self {
    case .agenda: 16
    case .participants: 19
    case .decisions: 0
    case .homework: 17
    case .parking: 17
    }
  }

  /// Room for who does it, of which organisation somebody is, or how long it takes.
  var whoColumns: Int {
    switch self {
    case .agenda: 8
    case .participants: 20
    case .homework: 14
    case .decisions, .parking: 0
    }
  }

  /// The section of a kind; nil for kinds that are not of a workshop.
  init?(_ kind: RecordKind?) {
    guard let section = Self.allCases.first(where: { $0.kind == kind }) else { return nil }
    self = section
  }

  /// Its records. What was settled before today sinks; what is settled today stays where it was.
  func records(_ assessment: Assessment, today: Day) -> [RecordID] {
    switch self {
    case .agenda:
      Self.sinking(assessment.agenda) { item in
        !assessment.isToCome(item) && (assessment[item, AgendaItem.day].map { $0 < today } ?? false)
      }
    case .participants: Self.byOrganisation(assessment)
    case .decisions: assessment.ids(.decision)
    case .homework: Self.homework(assessment, today)
    case .parking:
      Self.sinking(assessment.ids(.parkingItem)) {
        assessment[$0, ParkingItem.takenUpOn].map { $0 < today } ?? false
      }
    }
  }

  private static func byOrganisation(_ assessment: Assessment) -> [RecordID] {
    let places = Dictionary(
      assessment.ids(.party).enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return assessment.ids(.participant)
      .map { ($0, assessment.party(of: $0).flatMap { places[$0] } ?? -1) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
  }

  private static func homework(_ assessment: Assessment, _ today: Day) -> [RecordID] {
    let all = assessment.ids(.actionItem)
      .map { ($0, assessment[$0, ActionItem.due]?.number ?? .max) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
    return sinking(all) { assessment[$0, ActionItem.doneOn].map { $0 < today } ?? false }
  }

  private static func sinking(_ records: [RecordID], _ isOld: (RecordID) -> Bool) -> [RecordID] {
    records.filter { !isOld($0) } + records.filter(isOld)
  }

  /// Whether something is still to be done about a record of the section.
  func isOpen(_ record: RecordID, _ assessment: Assessment) -> Bool {
    switch self {
    case .agenda: assessment.isToCome(record)
    case .participants, .decisions: false
    case .homework: !assessment.has(record, ActionItem.doneOn)
    case .parking: !assessment.has(record, ParkingItem.takenUpOn)
    }
  }
}
