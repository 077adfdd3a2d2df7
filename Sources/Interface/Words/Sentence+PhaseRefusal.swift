import Domain

extension Sentence {
  /// Why a phase did not move: which guard, on what, and what to do.
  static func words(_ refusal: PhaseRefusal, _ assessment: Assessment) -> Words {
    switch refusal.guardName {
    case .state: state(refusal, assessment)
    case .gate: gate(refusal, assessment)
    case .previousPhase: previousPhase(refusal, assessment)
    case .circle:
      Words(
        "Not yet: \(previous(refusal, assessment).en) is not agreed by \(others(refusal, assessment).en).",
        "まだ進めません。\(previous(refusal, assessment).ja)を\(others(refusal, assessment).ja)が合意していません。")
    case .authority: authority(refusal, assessment)
    case .reason:
      Words(
        "“\(refusal.event.words.en)” needs a reason. Say why in a sentence.",
        "「\(refusal.event.words.ja)」には理由が必要です。一文で書いてください。")
    case .participation:
      Words(
        "\(whose(refusal, assessment).en) has no phases: it takes part by documents only, or has left.",
        "\(whose(refusal, assessment).ja)には局面がありません。文書のみによる参加か、既に離脱しています。")
    case .cycleOpen:
      Words(
        "The cycle cannot be closed: \(open(refusal, assessment).en). The overview (\(key: "overview")) shows every phase.",
        "期を締められません。\(open(refusal, assessment).ja)。全局面は概況（\(key: "overview")）で確かめてください。")
    case .notJoint:
      Words(
        "\(others(refusal, assessment).en) belongs to one party; reopen its phase with \(key: "send-back") instead.",
        "\(others(refusal, assessment).ja) は共同の記録ではありません。\(key: "send-back") でその局面を再開してください。")
    case .openMatters:
      Words(
        "\(whose(refusal, assessment).en) cannot leave yet: \(others(refusal, assessment).en) still open. "
          + "Answer each or mark it carried over.",
        "\(whose(refusal, assessment).ja)はまだ離脱できません。未解決: \(others(refusal, assessment).ja)。"
          + "回答するか、引継ぎとしてください。")
    }
  }

  /// The first phase that stands in the way of closing, and whose.
  private static func open(_ refusal: PhaseRefusal, _ assessment: Assessment) -> Words {
    let phases = Phase.allCases.filter { phase in
      assessment.participants.contains { assessment.phases[$0, phase] != .agreed }
    }
    let numbers = phases.map { String($0.rawValue) }.joined(separator: ", ")
    let (who, which) = (others(refusal, assessment), phase(of: refusal, assessment))
    return Words(
      "phases \(numbers) are not agreed by all, first \(which.en) of \(who.en)",
      "局面 \(numbers) の合意が済んでいません（まず\(who.ja)の\(which.ja)）")
  }

  private static func state(_ refusal: PhaseRefusal, _ assessment: Assessment) -> Words {
    let (who, which) = (whose(refusal, assessment), phase(of: refusal, assessment))
    let (now, next) = (refusal.state?.words ?? PhaseState.notStarted.words, remedy(refusal.state))
    return Words(
      "“\(refusal.event.words.en)” does not fit: \(who.en) has \(which.en) \(now.en). \(next.en)",
      "「\(refusal.event.words.ja)」はできません。\(who.ja)の\(which.ja)は\(now.ja)です。\(next.ja)")
  }

  /// What leads on from a state.
  private static func remedy(_ state: PhaseState?) -> Words {
    switch state {
    case .notStarted, nil: Words("\(key: "advance") begins it.", "\(key: "advance") で着手できます。")
    case .inProgress: Words("\(key: "advance") submits it.", "\(key: "advance") で提出できます。")
    case .inReview:
      Words(
        "\(key: "advance") agrees, \(key: "send-back") sends back.",
        "\(key: "advance") で合意、\(key: "send-back") で差戻しできます。")
    case .agreed: Words("\(key: "send-back") reopens it.", "\(key: "send-back") で再開できます。")
    case .stale:
      Words(
        "\(key: "advance") confirms, \(key: "send-back") reopens.",
        "\(key: "advance") で再確認、\(key: "send-back") で再開できます。")
    }
  }

  private static func gate(_ refusal: PhaseRefusal, _ assessment: Assessment) -> Words {
    let findings = refusal.findings.prefix(3).map { finding in
      let label = finding.record.map { " " + assessment.label(of: $0) } ?? ""
      return Words(
        "\(finding.rule)\(label) \(finding.words.en)", "\(finding.rule)\(label) \(finding.words.ja)")
    }
    let (which, count) = (phase(of: refusal, assessment), refusal.findings.count)
    let more = count > findings.count ? " …" : ""
    guard count > 0 else {
      return Words(
        "The gate of \(which.en) is not met. \(key: "advance") shows what is open.",
        "\(which.ja)の合意条件が満たされていません。\(key: "advance") で一覧を表示します。"
      )
    }
    return Words(
      "\(count) \(count == 1 ? "finding stands" : "findings stand") in the way of \(which.en): "
        + findings.map(\.en).joined(separator: "; ") + more,
      "\(which.ja)の合意条件が \(count) 件満たされていません。" + findings.map(\.ja).joined(separator: "、") + more)
  }

  private static func previousPhase(_ refusal: PhaseRefusal, _ assessment: Assessment) -> Words {
    let (who, which) = (whose(refusal, assessment), previous(refusal, assessment))
    let now = refusal.party.flatMap { party in
      refusal.phase?.previous.map { assessment.phases[party, $0].words }
    }
    let state = now ?? PhaseState.notStarted.words
    return Words(
      "First comes \(which.en): \(who.en) has it \(state.en). Submit or confirm it before.",
      "先に\(which.ja)です。\(who.ja)では\(state.ja)です。それを提出又は再確認してから進めてください。")
  }

  private static func authority(_ refusal: PhaseRefusal, _ assessment: Assessment) -> Words {
    let who = whose(refusal, assessment)
    let known = refusal.party.map { party in
      [assessment[party, Party.topManagement], assessment[party, Party.ciso]].compactMap(\.self)
        .compactMap { assessment[$0, Person.name] }
    }
    let names = list((known ?? []).map { Words($0, $0) })
    let listed = names.en.isEmpty ? Words("", "") : Words(" (\(names.en))", "（\(names.ja)）")
    return Words(
      "Only top management, the CISO or a delegate may do this for \(who.en)\(listed.en). Name one of them.",
      "\(who.ja)の名で行えるのは、トップマネジメント、CISO 又は受任者だけです\(listed.ja)。その名前を指定してください。")
  }

  // MARK: Parts

  private static func whose(_ refusal: PhaseRefusal, _ assessment: Assessment) -> Words {
    refusal.party.map { party($0, assessment) } ?? Words("the party", "この組織")
  }

  private static func phase(of refusal: PhaseRefusal, _ assessment: Assessment) -> Words {
    refusal.phase.map { phase($0, assessment) } ?? Words("the phase", "この局面")
  }

  private static func previous(_ refusal: PhaseRefusal, _ assessment: Assessment) -> Words {
    refusal.phase?.previous.map { phase($0, assessment) } ?? Words("the phase before", "前の局面")
  }

  private static func others(_ refusal: PhaseRefusal, _ assessment: Assessment) -> Words {
    let names = list(refusal.records.map { name($0, assessment) })
    return names.en.isEmpty ? Words("another party", "他の組織") : names
  }
}
