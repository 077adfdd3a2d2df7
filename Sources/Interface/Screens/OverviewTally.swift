import Canvas
import Domain

/// What the overview counts, sorted into boxes once per change.
enum OverviewTally {
  /// The boxes in order; risk bands stand apart, lowest first, seven of them.
  enum Box: Int, CaseIterable {
    case unrated = 7
    case achieved, onTrack, atRisk, missed, unmeasured
    case implemented, underway, undecided, excluded
    case openAction, lateAction
    case valid, expiring, expired, undated
    case overdue

    var words: Words {
      switch self {
      case .unrated: Words("unrated", "未評価")
      case .achieved: AchievementStatus.achieved.words
      case .onTrack: AchievementStatus.onTrack.words
      case .atRisk: AchievementStatus.atRisk.words
      case .missed: AchievementStatus.missed.words
      case .unmeasured: AchievementStatus.unmeasured.words
      case .implemented: Words("implemented", "実施")
      case .underway: Words("in progress", "計画・実施中")
      case .undecided: Words("undecided", "未決")
      case .excluded: Words("excluded", "除外")
      case .openAction: Words("open", "未完了")
      case .lateAction: Words("overdue", "期限超過")
      case .valid: Words("valid", "有効")
      case .expiring: Words("expiring soon", "期限間近")
      case .expired: Words("expired", "期限切れ")
      case .undated: Words("until when?", "期限?")
      case .overdue: Words("all together", "合計")
      }
    }

    var role: Role {
      switch self {
      case .unrated: .riskUnrated
      case .implemented: .controlImplemented
      case .underway: .controlPlanned
      case .undecided: .controlNone
      case .excluded: .controlExcluded
      case .lateAction, .expired, .overdue: .gateBlocker
      case .expiring, .undated: .gateWarning
      case .valid: .messageSuccess
      case .achieved: .objectiveAchieved
      case .onTrack: .objectiveOnTrack
      case .atRisk: .objectiveAtRisk
      case .missed: .objectiveMissed
      case .unmeasured: .objectiveUnmeasured
      case .openAction: .text
      }
    }
  }

  static let bands = 7
  private static let count = (Box.allCases.last?.rawValue ?? bands) + 1

  /// What stands behind the boxes: the lines of supply that the overview shows.
  static func longChains(_ groups: [[RecordID]]) -> [[RecordID]] { Array(groups.dropFirst(count)) }

  /// The boxes one line of the overview speaks of.
  static func boxes(of summary: OverviewScreen.Summary) -> [Box] {
    switch summary {
    case .risks: [.unrated]
    case .objectives: [.achieved, .onTrack, .atRisk, .missed, .unmeasured]
    case .controls: [.implemented, .underway, .undecided, .excluded]
    case .actions: [.openAction, .lateAction]
    case .disclosures: [.valid, .expiring, .expired, .undated]
    case .overdue: [.overdue]
    }
  }

  static func boxes(of summary: OverviewScreen.Summary, _ groups: [[RecordID]]) -> [[RecordID]] {
    boxes(of: summary).map { groups.indices.contains($0.rawValue) ? groups[$0.rawValue] : [] }
  }

  static func boxes(_ model: Model) -> [[RecordID]] {
    var boxes = Array(repeating: [RecordID](), count: count)
    let assessment = model.assessment
    let today = model.context.today
    func ids(_ kind: RecordKind) -> [RecordID] {
      model.party.map { assessment.ids(kind, of: $0) } ?? assessment.ids(kind)
    }
    for risk in ids(.risk) { boxes[band(of: risk, assessment) ?? Box.unrated.rawValue].append(risk) }
    for id in ids(.objective) {
      boxes[box(assessment.achievement(of: id, today: today).status).rawValue].append(id)
    }
    for id in ids(.controlStatement) { boxes[status(of: id, assessment).rawValue].append(id) }
    for id in assessment.ids(.actionItem) where !assessment.has(id, ActionItem.doneOn) {
      let isLate = assessment[id, ActionItem.due].map { $0 < today } ?? false
      boxes[(isLate ? Box.lateAction : .openAction).rawValue].append(id)
    }
    for id in EvaluationSection.disclosures.records(assessment, model.party) {
      boxes[box(assessment.standing(ofDisclosure: id, today: today).freshness).rawValue].append(id)
    }
    let late = assessment.overdue(of: model.party, today: today).map(\.record)
    var seen: Set<RecordID> = []
    boxes[Box.overdue.rawValue] = late.filter { seen.insert($0).inserted }
    return boxes
  }

  /// Controls of the catalogues chosen that have no statement yet, of the party shown or of all.
  static func unstated(_ model: Model) -> Int {
    let assessment = model.assessment
    let parties = model.party.map { [$0] } ?? assessment.ids(.party)
    return parties.reduce(0) { $0 + unstated(of: $1, assessment, model.context) }
  }

  private static func unstated(of party: RecordID, _ assessment: Assessment, _ context: Context) -> Int {
    let stated = Set(
      assessment.ids(.controlStatement, of: party).map {
        [assessment[$0, ControlStatement.catalogue] ?? "", assessment[$0, ControlStatement.control] ?? ""]
      })
    let duty = ControlDuty(of: party, assessment, today: context.today)
    return context.catalogues.catalogues.reduce(0) { count, catalogue in
      count
        + catalogue.controls.count { control in
          duty.holds(control, of: catalogue.key) && !stated.contains([catalogue.key, control.number])
        }
    }
  }

  private static func band(of risk: RecordID, _ assessment: Assessment) -> Int? {
    guard let rating = assessment.rating(risk), let method = assessment.method(rating.criteria),
      let level = method.level(likelihood: rating.likelihood, consequence: rating.consequence)
    else { return nil }
    return min(bands - 1, method.bandIndex(level))
  }

  private static func box(_ status: AchievementStatus) -> Box {
    switch status {
    case .achieved: .achieved
    case .onTrack: .onTrack
    case .atRisk: .atRisk
    case .missed: .missed
    case .unmeasured: .unmeasured
    }
  }

  private static func status(of control: RecordID, _ assessment: Assessment) -> Box {
    switch ControlCell.State(of: control, assessment) {
    case .undecided: .undecided
    case .excluded: .excluded
    case .implemented, .verified: .implemented
    case .unstated, .notStarted, .planned, .inProgress: .underway
    }
  }

  private static func box(_ freshness: Freshness) -> Box {
    switch freshness {
    case .undated: .undated
    case .valid: .valid
    case .expiring: .expiring
    case .expired: .expired
    }
  }
}
