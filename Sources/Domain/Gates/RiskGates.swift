/// What phase 4 asks before it is agreed.
enum RiskGates {
  static let all: [GateRule] = [r1, r2, r3, r4, r5, r6, r7, r8, r9, r10]

  // MARK: R1

  private static let r1 = GateRule.records(
    "R1", [.riskManagement, .controls], of: [.risk], far: [.riskCriteria],
    Words("every rating refers to a criteria version its party agreed to", "各評価が、当該組織の合意したリスク基準の版に基づいている")
  ) { risk, gate in
    guard let party = gate.assessment.party(of: risk) else { return [] }
    return RatingKind.allCases.compactMap { kind in
      guard
        gate.assessment.has(risk, kind.likelihood) || gate.assessment.has(risk, kind.consequence)
      else { return nil }
      let phase = kind == .residual ? Phase.controls : .riskManagement
      guard let criteria = gate.assessment.link(risk, kind.criteria) else {
        return GateFault(
          "the \(kind.words.en) rating names no criteria: rate it again under those in force",
          "\(kind.words.ja)リスクの評価にリスク基準の版がない。有効な基準で評価し直す", phase: phase)
      }
      guard gate.assessment.method(criteria) != nil else {
        return GateFault(
          "the \(kind.words.en) rating uses criteria whose tables do not fit each other: mend them",
          "\(kind.words.ja)リスクの評価に用いたリスク基準の表が互いに合わない。基準を直す", phase: phase)
      }
      guard !gate.agreed(criteria, party) else { return nil }
      return GateFault(
        "the \(kind.words.en) rating uses criteria the party has not agreed to: agree to them or rate again",
        "\(kind.words.ja)リスクの評価が未合意のリスク基準に基づいている。基準に合意するか評価し直す", phase: phase)
    }
  }

  // MARK: R2

  private static let r2 = GateRule.whole(
    "R2", [.riskManagement], reads: [.objective, .risk],
    Words(
      "every objective, or one below it, has a risk or a reason why none", "各目的又はその下位の目的に、リスク又はリスクがない理由がある")
  ) { gate in
    let objectives = gate.assessment.ids(.objective)
    var covered: Set<RecordID> = []
    for objective in objectives
    where gate.assessment.isTarget(objective, via: Risk.objective)
      || gate.assessment.has(objective, Objective.noRiskReason)
    {
      var above: RecordID? = objective
      while let current = above, covered.insert(current).inserted {
        above = gate.assessment.link(current, Objective.parent)
      }
    }
    return objectives.filter { !covered.contains($0) }.compactMap { objective in
      guard let party = gate.assessment.party(of: objective) else { return nil }
      return GateFault(
        "no risk to this objective or one below it: identify one, or say why there is none",
        "この目的及び下位の目的にリスクがない。リスクを特定するか、ない理由を記入する", charge: .party(party),
        record: objective)
    }
  }

  // MARK: R3, R4

  private static let r3 = GateRule.records(
    "R3", [.riskManagement], of: [.risk],
    Words(
      "every risk has objective, source, event, consequence, loss, present rating and owner",
      "各リスクに目的、リスク源、事象、結果、CIAの喪失、現在の評価及びリスク所有者がある")
  ) { risk, gate in
    let assessment = gate.assessment
    var missing: [Words] = []
    func ask<Content>(_ attribute: Attribute<Content>) {
      if assessment.lacks(risk, attribute) { missing.append(attribute.field.words) }
    }
    ask(Risk.objective)
    ask(Risk.sources)
    ask(Risk.event)
    ask(Risk.consequence)
    ask(Risk.loss)
    if assessment.lacks(risk, Risk.likelihood) || assessment.lacks(risk, Risk.consequenceStep) {
      missing.append(Words("present rating", "現在の評価"))
    }
    ask(Risk.owner)
    return missing.isEmpty ? [] : [GateFault(.missing(missing))]
  }

  private static let r4 = GateRule.records(
    "R4", [.riskManagement], of: [.risk], far: [.riskCriteria],
    Words("every risk on or above the acceptance line has a treatment decision", "受容線以上の各リスクにリスク対応の決定がある")
  ) { risk, gate in
    guard gate.assessment.lacks(risk, Risk.treatment),
      let standing = gate.standing(of: risk, .present), standing.isAboveLine
    else { return [] }
    return [
      GateFault(
        "level \(standing.level) is on or above the acceptance line: decide how to treat it",
        "リスクレベル\(standing.level)は受容線以上である。リスク対応を決める")
    ]
  }

  // MARK: R5

  private static let r5 = GateRule.records(
    "R5", [.riskManagement], of: [.risk], far: [.riskCriteria],
    Words(
      "every risk retained on or above the line is accepted by whom its band names",
      "受容線以上で保有する各リスクを、区分の定める者が受容している")
  ) { risk, gate in
    guard gate.assessment.treats(risk, .retain), let standing = gate.standing(of: risk, .present),
      standing.isAboveLine
    else { return [] }
    return acceptanceFault(risk, .present, standing, gate).map { [$0] } ?? []
  }

  /// What is wrong with the acceptance of a level on or above the line; nil when it is in force.
  static func acceptanceFault(
    _ risk: RecordID, _ kind: RatingKind, _ standing: RiskStanding, _ gate: GateContext
  ) -> GateFault? {
    let who = standing.band.acceptor.words
    let what = kind == .residual ? Words("residual level", "残留リスクレベル") : Words("level", "リスクレベル")
    let head = Words(
      "\(what.en) \(standing.level) is on or above the line, ", "\(what.ja)\(standing.level)は受容線以上であるが、")
    let words: Words
    switch gate.assessment.acceptance(of: risk, kind, today: gate.today) {
    case .inForce: return nil
    case .missing: words = Words("not accepted: have the \(who.en) accept it", "受容されていない。\(who.ja)の受容を得る")
    case .byAnother:
      words = Words(
        "accepted by a person not entitled to: have the \(who.en) accept it",
        "受容した者に権限がない。\(who.ja)の受容を得る")
    case .expired(let day):
      words = Words(
        "its acceptance ended on \(day.text): have it renewed", "受容の期限（\(day.text)）を過ぎている。受容を更新する")
    case .changed:
      words = Words("it changed since it was accepted: have it accepted again", "受容後に内容が変わった。改めて受容を得る")
    }
    return GateFault(head.en + words.en, head.ja + words.ja)
  }

  // MARK: R6

  private static let r6 = GateRule.records(
    "R6", [.riskManagement], in: .between, of: [.chainStep], near: [.risk], far: [.chainStep],
    Words(
      "every step of a chain belongs to a risk of its party and says who was told of it",
      "連携の各段が当該組織のリスクに属し、次の組織への連絡を示している")
  ) { step, gate in
    let assessment = gate.assessment
    var faults: [GateFault] = []
    if let risk = assessment.link(step, ChainStep.risk) {
      if assessment.party(of: risk) != assessment.party(of: step) {
        faults.append(
          GateFault(
            "belongs to another party's risk: link one of its own party", "他の組織のリスクに属している。自組織のリスクを関連付ける"))
      }
    } else {
      faults.append(GateFault("belongs to no risk: link the party's risk", "リスクに属していない。自組織のリスクを関連付ける"))
    }
    let missing = assessment.missingNotice(of: step).map(\.words)
    guard !missing.isEmpty, let party = assessment.listener(of: step) else { return faults }
    let (list, name) = (missing.listed, assessment.names([party]))
    faults.append(
      GateFault(
        "the next step is \(name.en)'s, but it does not say: \(list.en)",
        "次の段は\(name.ja)であるが、次の記載がない: \(list.ja)"))
    return faults
  }

  // MARK: R7, R8

  private static let r7 = GateRule.records(
    "R7", [.riskManagement], in: .between, warnsIn: .everywhere, of: [.risk], far: [.chainStep],
    Words(
      "every affected party has a step of its own in a chain with the risk, or acknowledged it",
      "影響を受ける各組織が、連携に自らの段をもつか、リスクを認識している")
  ) { risk, gate in
    guard gate.assessment.has(risk, Risk.affectedParties) else { return [] }
    let assessment = gate.assessment
    let chained = Set(
      assessment.sources(of: risk, via: ChainStep.risk).compactMap { assessment.link($0, ChainStep.chain) }
        .flatMap { assessment.sources(of: $0, via: ChainStep.chain) }.compactMap(assessment.party(of:)))
    let unaware = assessment[risk, Risk.affectedParties].filter {
      $0 != assessment.party(of: risk) && !chained.contains($0)
        && assessment[risk, Risk.acknowledged, $0] != true
    }
    guard !unaware.isEmpty else { return [] }
    let names = assessment.names(unaware)
    return [
      GateFault(
        "\(names.en) is affected but neither in a chain with it nor acknowledged it: tell them",
        "影響を受ける\(names.ja)が連携に段をもたず、認識もしていない。連絡して認識を得る")
    ]
  }

  private static let r8 = GateRule.records(
    "R8", [.riskManagement], in: [.cyberspace], of: [.risk],
    Words("every risk says who else is affected", "各リスクが、ほかに誰が影響を受けるかを示している")
  ) { risk, gate in
    guard let affected = gate.assessment[risk, Risk.affected], !affected.isEmpty else {
      return [
        GateFault(
          "does not say who else is affected: name them, or say only the own organisation",
          "影響を受ける者の記載がない。記入する（自組織のみの場合もその旨を示す）")
      ]
    }
    guard affected.contains(.namedParty), gate.assessment.lacks(risk, Risk.affectedParties) else { return [] }
    return [GateFault("a party is affected but not named: name it", "影響を受ける組織が特定されていない。組織を指定する")]
  }

  // MARK: R9

  private static let r9 = GateRule.records(
    "R9", [.riskManagement], of: [.risk],
    Words(
      "every risk to be modified, avoided or shared has a plan that its owner approved",
      "低減、回避又は共有する各リスクに、リスク所有者の承認した対応計画がある")
  ) { risk, gate in
    let assessment = gate.assessment
    guard assessment.treats(risk, .modify, .avoid, .share) else { return [] }
    var missing: [Words] = []
    func ask<Content>(_ attribute: Attribute<Content>) {
      if assessment.lacks(risk, attribute) { missing.append(attribute.field.words) }
    }
    ask(Risk.actingParty)
    ask(Risk.planActions)
    ask(Risk.planResources)
    ask(Risk.planDue)
    var faults = missing.isEmpty ? [] : [GateFault(.missing(missing))]
    if !assessment.isPlanApproved(risk) {
      faults.append(
        GateFault("its owner has not approved the plan: ask for approval", "リスク所有者が対応計画を承認していない。承認を得る"))
    }
    return faults
  }

  // MARK: R10

  private static let r10 = GateRule.records(
    "R10", [.riskManagement, .controls], warnsIn: .everywhere, of: [.risk],
    Words("every rating says why it is so", "各評価に根拠が示されている")
  ) { risk, gate in
    let bare = RatingKind.allCases.filter { kind in
      gate.assessment.has(risk, kind.likelihood) && gate.assessment.has(risk, kind.consequence)
        && gate.assessment.lacks(risk, kind.justification)
    }
    return [Phase.riskManagement, .controls].compactMap { phase in
      let kinds = bare.filter { ($0 == .residual) == (phase == .controls) }
      guard !kinds.isEmpty else { return nil }
      let list = kinds.map(\.words).listed
      return GateFault(
        "says nothing of why its \(list.en) rating is so: add the justification",
        "\(list.ja)の評価に根拠がない。評価の根拠を記入する", phase: phase)
    }
  }
}
