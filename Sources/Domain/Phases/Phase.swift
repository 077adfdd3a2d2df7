/// The six phases (局面) of an assessment, after the talk.
package enum Phase: Int, CaseIterable, Comparable, Codable, Hashable, Sendable {
  case agreement = 1
  case policy
  case objectives
  case riskManagement
  case controls
  case evaluation

  package static func < (one: Phase, other: Phase) -> Bool { one.rawValue < other.rawValue }

  /// The phase before; nil for the first.
  package var previous: Phase? { Phase(rawValue: rawValue - 1) }
  /// The phase after; nil for the last.
  package var next: Phase? { Phase(rawValue: rawValue + 1) }
  /// This phase's successors in order.
  package var later: [Phase] { Phase.allCases.filter { $0 > self } }

  /// A word or two, for the phase rail.
  package var shortWords: Words {
    switch self {
    case .agreement: Words("Agreement", "合意")
    case .policy: Words("Policy", "方針")
    case .objectives: Words("Objectives", "目的")
    case .riskManagement: Words("Risk", "リスク")
    case .controls: Words("Controls", "管理策")
    case .evaluation: Words("Evaluation", "評価")
    }
  }

  /// The phase's full name in a scope, as the talk words it.
  package func words(in scope: Scope) -> Words {
    let cyber = scope == .cyberspace
    return switch self {
    case .agreement:
      switch scope {
      case .singleOrganization: Words("Context of the organization", "組織の状況")
      case .cloud: Words("Cloud service agreement", "クラウドサービス合意")
      case .cyberspace: Words("Agreement on rules for using cyberspace", "サイバー空間使用ルールの合意")
      }
    case .policy:
      cyber
        ? Words("Setting cybersecurity policy", "サイバーセキュリティ方針設定")
        : Words("Setting information security policy", "情報セキュリティ方針設定")
    case .objectives:
      cyber
        ? Words("Setting cybersecurity objectives", "サイバーセキュリティ目的/目標の設定")
        : Words("Setting information security objectives", "情報セキュリティ目的/目標の設定")
    case .riskManagement: Words("Risk management", "リスクマネジメントの実施")
    case .controls: Words("Introducing and operating controls", "管理策の導入と運用")
    case .evaluation:
      Words("Monitoring, measurement, analysis and evaluation", "監視・測定・分析・評価の実施")
    }
  }
}

/// What kind of meeting of management systems is assessed.
package enum Scope: String, Choice {
  case singleOrganization
  case cloud
  case cyberspace

  package var words: Words {
    switch self {
    case .singleOrganization: Words("Single organisation", "単一組織")
    case .cloud: Words("Cloud service", "クラウドサービス")
    case .cyberspace: Words("Cyberspace", "サイバー空間")
    }
  }
}
