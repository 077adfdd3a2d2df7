package import Domain

/// What can be written for people to keep; the raw value is the word of the command line.
package enum ReportKind: String, Choice, Codable {
  case soa
  case treatmentPlan = "risk-treatment-plan"
  case register
  case minutes
  case audit
  case cycle
  case all

  package var words: Words {
    switch self {
    case .soa: Words("Statement of applicability", "適用宣言書")
    case .treatmentPlan: Words("Risk treatment plan", "リスク対応計画")
    case .register: Words("Risk register", "リスク登録簿")
    case .minutes: Words("Minutes", "議事録")
    case .audit: Words("Audit report", "監査報告書")
    case .cycle: Words("Cycle summary", "期のまとめ")
    case .all: Words("Everything", "全体報告書")
    }
  }

  /// What stands in it.
  package var contents: Words {
    switch self {
    case .soa:
      Words("controls applied or excluded, why, how far they are", "管理策の適用・除外とその理由、実施状況、分担")
    case .treatmentPlan:
      Words("what is done about which risk, who, by when, what is left", "対応の内容・担当・期限、残留リスクとその受容")
    case .register:
      Words("criteria, matrix, every risk, risks that lead on", "リスク基準、マトリックス、全リスク、リスクの連携")
    case .minutes:
      Words("of the latest day of the workshop", "直近のワークショップの出席・決定・宿題・変更")
    case .audit:
      Words("of the latest walk: sample, questions, findings", "直近の巡回のサンプル・質問と回答・所見")
    case .cycle:
      Words("phases, objectives met, findings, what is carried over", "局面、目的の達成、所見、次期への持越し")
    case .all:
      Words("agreement to evaluation, and all of the above", "合意から評価まで、上記の全て")
    }
  }
}

/// A report that somebody asks for: which, for whose eyes, and of what.
package struct ReportOrder: Hashable, Codable, Sendable {
  package var kind: ReportKind
  /// Only what that party may see; nil for all there is.
  package var audience: RecordID?
  /// Of the minutes; nil for the latest day people met.
  package var day: Day?
  /// Of the audit's report; nil for the latest walk.
  package var walk: RecordID?

  package init(_ kind: ReportKind, for audience: RecordID? = nil, day: Day? = nil, walk: RecordID? = nil) {
    self.kind = kind
    self.audience = audience
    self.day = day
    self.walk = walk
  }

  /// The name a file is offered under: `soa-csp-2026-11-24.html`.
  func fileName(_ assessment: Assessment, today: Day) -> String {
    let whose = audience.flatMap { assessment[$0, Party.partyKey] }
    return [kind.rawValue, whose, today.text].compactMap(\.self).joined(separator: "-") + ".html"
  }
}
