import Canvas
package import Domain

/// How a gap is said and shown, by its rank.
struct GapLook {
  /// The rank of what fits.
  static let fits = ResponsibilityGap.allCases.count

  let rank: Int
  /// Where organisations are no customers and providers of each other, they are named by what they do.
  let scope: Scope

  var isFine: Bool { rank == Self.fits }
  /// A part of the control is left to nobody.
  private var isOpen: Bool { gap?.isOpen ?? false }

  private var gap: ResponsibilityGap? { ResponsibilityGap(rawValue: rank) }

  var glyph: Glyph { isFine ? .check : isOpen ? .severityBlocker : .severityWarning }

  var role: Role { isFine ? .controlVerified : isOpen ? .gateBlocker : .gateWarning }

  var words: Words {
    switch gap {
    case .nobody: Words("each leaves it to the other", "互いに相手に委ねている")
    case .unnamed: Words("left to nobody by name", "委ねる相手の指定がない")
    case .unanswered: Words("not declared by the other party", "相手に適用の記述がない")
    case .notTakenUp: Words("asked of the \(relying.en), who left it all", "\(relying.ja)に求めたが全て委ねられている")
    case .unequal: Words("shared for one, its own for the other", "一方は共有、他方は自組織のみとしている")
    case .notProvided: Words("\(reliedOn.en)'s part not in place", "\(reliedOn.ja)の分が未実施")
    case .notDone: Words("\(relying.en)'s part not in place", "\(relying.ja)の分が未実施")
    case .unsaid: Words("who does what is not written", "分担が書かれていない")
    case .unproven: Words("no audit information in date", "有効な監査情報がない")
    case nil: Words("fits", "隙間なし")
    }
  }

  /// Who inherits from the other.
  var relying: Words {
    scope == .cyberspace ? Words("relying party", "委ねた側") : Words("customer", "カスタマ")
  }

  /// Who provides to the other.
  var reliedOn: Words {
    scope == .cyberspace ? Words("party relied on", "担う側") : Words("provider", "プロバイダ")
  }

  /// What to do about it.
  func advice(_ who: String) -> Words {
    switch gap {
    case .nobody:
      Words(
        "\(who): agree who runs it, then set it with \(key: "control-responsibility")",
        "\(who): 実施者を合意し、\(key: "control-responsibility") で責任を改める")
    case .unnamed:
      Words(
        "\(who): name the party with \(key: "control-responsibility")",
        "\(who): \(key: "control-responsibility") で相手の組織を指定する")
    case .unanswered: Words("\(who): decide the control", "\(who): 管理策の適用を決める")
    case .notTakenUp:
      Words(
        "\(who): take up its part (\(key: "control-responsibility"): shared), or agree that none is asked",
        "\(who): 自組織の分を引き受ける（\(key: "control-responsibility") で共有）か、求めを取り下げてもらう")
    case .unequal:
      Words(
        "\(who): agree how it is split, then set it with \(key: "control-responsibility")",
        "\(who): 分担を合意し、\(key: "control-responsibility") で責任をそろえる")
    case .notProvided, .notDone:
      Words("\(who): put its part in place", "\(who): 自組織の分を実施する")
    case .unsaid:
      Words(
        "\(who): write what is provided and asked (\(key: "edit-shared"))",
        "\(who): 提供するものと求めるものを記入する（\(key: "edit-shared")）")
    case .unproven:
      Words(
        "\(who): ask for audit information and review it (\(key: "phase-6"))",
        "\(who): 監査情報を求めて確認する（\(key: "phase-6")）")
    case nil: Words("nothing to do", "要対応なし")
    }
  }
}

extension ResponsibilityGap {
  /// What does not fit, as people read it.
  package func words(in scope: Scope) -> Words { GapLook(rank: rawValue, scope: scope).words }
}
