/// What a management review considers (ISO/IEC 27001:2022, 9.3.2), in our own words and the standard's order.
package enum ReviewInput: Int, CaseIterable, Hashable, Sendable {
  case earlierActions
  case issues
  case interestedParties
  case nonconformities
  case measurements
  case audits
  case objectives
  case feedback
  case risks
  case improvements

  /// Where it stands in 9.3.2: `a`, `d 1`.
  package var item: String {
    switch self {
    case .earlierActions: "a"
    case .issues: "b"
    case .interestedParties: "c"
    case .nonconformities: "d1"
    case .measurements: "d2"
    case .audits: "d3"
    case .objectives: "d4"
    case .feedback: "e"
    case .risks: "f"
    case .improvements: "g"
    }
  }

  package var words: Words {
    switch self {
    case .earlierActions: Words("Actions from earlier reviews", "前回までのレビューの処置")
    case .issues: Words("External and internal issues", "外部・内部の課題")
    case .interestedParties: Words("Interested parties and their needs", "利害関係者のニーズ・期待")
    case .nonconformities: Words("Nonconformities, corrective actions", "不適合・是正処置")
    case .measurements: Words("Service levels measured", "サービス水準の測定結果")
    case .audits: Words("Audit results", "監査結果")
    case .objectives: Words("Objectives achieved", "目的の達成状況")
    case .feedback: Words("Feedback from interested parties", "利害関係者からのフィードバック")
    case .risks: Words("Risks and their treatment", "リスクアセスメントとリスク対応")
    case .improvements: Words("Opportunities for improvement", "改善の機会")
    }
  }
}

/// How something a review considers stands.
package enum ReviewTone: Int, Hashable, Sendable {
  case good
  case neutral
  /// The review should speak about it.
  case open
  case overdue
}

/// One thing a review considers, as the records tell it.
package struct ReviewItem: Hashable, Sendable {
  package let record: RecordID
  /// How it stands, in a few words.
  package let state: Words
  package let tone: ReviewTone
}
