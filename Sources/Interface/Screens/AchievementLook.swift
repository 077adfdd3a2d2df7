package import Canvas
package import Domain

extension AchievementStatus {
  /// The mark beside the word.
  var glyph: Glyph {
    switch self {
    case .achieved: .objectiveAchieved
    case .onTrack: .objectiveOnTrack
    case .atRisk: .objectiveAtRisk
    case .missed: .objectiveMissed
    case .unmeasured: .objectiveUnmeasured
    }
  }

  /// The colour of the word.
  package var role: Role {
    switch self {
    case .achieved: .objectiveAchieved
    case .onTrack: .objectiveOnTrack
    case .atRisk: .objectiveAtRisk
    case .missed: .objectiveMissed
    case .unmeasured: .objectiveUnmeasured
    }
  }

  /// A word that fits a narrow column.
  var shortWords: Words { self == .unmeasured ? Words("unmeasured", "未測定") : words }
}

extension Achievement {
  /// A word that fits a narrow column.
  var shortWords: Words { value == nil ? status.shortWords : words }
}
