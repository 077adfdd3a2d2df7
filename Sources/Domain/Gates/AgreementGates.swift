/// What phase 1 asks before it is agreed.
enum AgreementGates {
  static let all: [GateRule] = [a1, a2, a3, a4, a5, a6, a7, a8, a9]

  private static let a1 = GateRule.parties(
    "A1", [.agreement], waivable: false, reads: [.party],
    Words("every party names its top management", "各組織がトップマネジメントを明らかにしている")
  ) { party, gate in
    guard gate.assessment.link(party, Party.topManagement) == nil else { return [] }
    return [
      GateFault(
        "no top management: name the person or body that directs the organisation",
        "トップマネジメントが指定されていない。該当する人又は会議体を指定する", record: party)
    ]
  }

  // MARK: A2

  private static let a2 = GateRule.records(
    "A2", [.agreement], in: .between, of: [.commitment], far: [.agreement, .service],
    Words("every clause is answered by each party it binds", "各条項に、拘束される全ての組織が回答している")
  ) { clause, gate in
    guard gate.isInForce(clause) else { return [] }
    var faults: [GateFault] = []
    if gate.assessment.lacks(clause, Commitment.text) {
      faults.append(GateFault("the clause has no text: write it", "条項の本文がない。記入する"))
    }
    return faults + gate.participants(boundBy: clause).compactMap { answer(of: $0, to: clause, gate) }
  }

  private static func answer(of party: RecordID, to clause: RecordID, _ gate: GateContext) -> GateFault? {
    let assessment = gate.assessment
    switch assessment[clause, Commitment.answer, party] {
    case .accepted: return nil
    case nil, .proposed:
      return GateFault(
        "not answered yet: accept, accept with reservation or dispute",
        "未回答である。受諾、留保付き受諾又は異議のいずれかを回答する", charge: .party(party))
    case .disputed: return dispute(of: party, to: clause, gate)
    case .acceptedWithReservation: return reservation(of: party, to: clause, gate)
    case .notAdopted: return refusal(of: party, to: clause, gate)
    case .notApplicable:
      guard assessment[clause, Commitment.answerReason, party] == nil else { return nil }
      return GateFault(
        "said not to apply without a reason: give it", "適用外とした理由がない。理由を記入する",
        charge: .party(party), severity: .warning)
    }
  }

  /// Only a standard or guideline is not adopted; until when, and why, is said.
  private static func refusal(of party: RecordID, to clause: RecordID, _ gate: GateContext) -> GateFault? {
    guard gate.kind(clause)?.isAdopted == true else {
      return GateFault(
        "only a standard or guideline is “not adopted”: accept, dispute or say it does not apply",
        "「採用せず」は国際標準・ガイドラインだけの回答である。受諾、異議又は適用外を回答する", charge: .party(party))
    }
    let due = gate.assessment[clause, Commitment.answerDue, party]
    if let due, due < gate.today {
      return GateFault(
        "not adopted until \(due.text), which is past: answer anew",
        "採用しないとした期限（\(due.text)）を過ぎた。改めて回答する", charge: .party(party), severity: .warning)
    }
    guard due == nil || gate.assessment[clause, Commitment.answerReason, party] == nil else { return nil }
    return GateFault(
      "not adopted, but reason or date is missing: fill them in", "採用しない理由又は期限がない。記入する",
      charge: .party(party), severity: .warning)
  }

  private static func dispute(of party: RecordID, to clause: RecordID, _ gate: GateContext) -> GateFault {
    let charge = gate.scope == .cloud ? GateCharge.joint : .party(party)
    if gate.kind(clause)?.isBinding == true {
      return GateFault(
        "a law or regulation is not disputed: say whether it applies",
        "法律・規則は異議の対象でない。適用又は適用外を回答する", charge: charge)
    }
    let names = gate.assessment.names([party])
    return GateFault(
      "disputed by \(names.en): settle it", "\(names.ja)が異議を申し立てている。協議して解消する", charge: charge)
  }

  private static func reservation(of party: RecordID, to clause: RecordID, _ gate: GateContext) -> GateFault {
    let due = gate.assessment[clause, Commitment.answerDue, party]
    let words: Words
    if let due, due < gate.today {
      words = Words(
        "the reservation ended on \(due.text): accept or dispute", "留保の期限（\(due.text)）を過ぎた。受諾又は異議を回答する")
    } else if due == nil || gate.assessment[clause, Commitment.answerReason, party] == nil {
      words = Words(
        "accepted with a reservation that lacks reason or date: fill them in", "留保の理由又は期限がない。記入する")
    } else {
      words = Words(
        "accepted with a reservation until \(due?.text ?? ""): settle it by then",
        "\(due?.text ?? "")まで留保付きの受諾である。期限までに解消する")
    }
    return GateFault(words, charge: .party(party), severity: .warning)
  }

  // MARK: A3, A4

  private static let a3 = GateRule.records(
    "A3", [.agreement], in: [.cloud], of: [.commitment], far: [.agreement],
    Words(
      "every service level says how it is measured and what it should be",
      "各サービス水準に測定項目、比較、目標値、単位、期間及び測定方法がある")
  ) { clause, gate in
    guard gate.kind(clause) == .serviceLevel, gate.isInForce(clause) else { return [] }
    let assessment = gate.assessment
    let isDone = assessment[clause, Commitment.comparison] == .done
    let fields: [(FieldDescription, Bool)] = [
      (Commitment.metric.field, assessment.has(clause, Commitment.metric)),
      (Commitment.comparison.field, assessment.has(clause, Commitment.comparison)),
      (Commitment.target.field, isDone || gate.assessment.serviceTarget(clause) != nil),
      (Commitment.unit.field, isDone || assessment.has(clause, Commitment.unit)),
      (Commitment.period.field, assessment.has(clause, Commitment.period)),
      (Commitment.method.field, assessment.has(clause, Commitment.method)),
    ]
    let missing = fields.filter { !$0.1 }.map(\.0.words)
    return missing.isEmpty ? [] : [GateFault(.missing(missing), charge: .joint)]
  }

  private static let a4 = GateRule.records(
    "A4", [.agreement], in: .between, of: [.commitment], far: [.agreement, .service],
    Words(
      "every responsibility has exactly one accountable party and somebody responsible",
      "各役割及び責任に説明責任者がただ一つあり、実行責任者がいる")
  ) { clause, gate in
    guard gate.kind(clause) == .responsibility, gate.isInForce(clause) else { return [] }
    let accountable = gate.assessment.parties(boundBy: clause).filter {
      gate.assessment[clause, Commitment.responsibility, $0] == .accountable
    }
    switch accountable.count {
    // Accountable alone counts as responsible too.
    case 1: return []
    case 0:
      return [
        GateFault("nobody is accountable: name exactly one party", "説明責任者がいない。一つの組織を指定する", charge: .joint)
      ]
    default:
      let names = gate.assessment.names(accountable)
      return [
        GateFault(
          "several are accountable (\(names.en)): leave exactly one",
          "説明責任者が複数ある（\(names.ja)）。一つの組織に絞る", charge: .joint)
      ]
    }
  }

  // MARK: A5

  private static let a5 = GateRule.whole(
    "A5", [.agreement], in: .between, warnsIn: [.cyberspace],
    reads: [.agreement, .service, .commitment],
    Words("the audit information or warnings owed are agreed", "監査情報又はぜい弱性・攻撃情報の提供が合意されている")
  ) { gate in (gate.scope == .cloud ? disclosureDuties(gate) : sharingDuty(gate)) + dutiesToOneself(gate) }

  private static func dutiesToOneself(_ gate: GateContext) -> [GateFault] {
    gate.assessment.ids(.commitment).filter { clause in
      guard gate.kind(clause) == .disclosure, let giver = gate.assessment[clause, Commitment.discloser] else {
        return false
      }
      return gate.assessment[clause, Commitment.receiver] == giver && gate.isInForce(clause)
    }.map {
      GateFault(
        "who gives the audit information also receives it: name another party",
        "監査情報の提供者と受領者が同じである。別の組織を指定する", charge: .joint, record: $0)
    }
  }

  private static func disclosureDuties(_ gate: GateContext) -> [GateFault] {
    gate.cloudAgreements.flatMap { agreement -> [GateFault] in
      let relations = gate.relations(agreement)
      let duties = gate.assessment.sources(of: agreement, via: Commitment.agreement).filter {
        gate.kind($0) == .disclosure && gate.isInForce($0)
      }
      var providers: [RecordID] = []
      for relation in relations where !providers.contains(relation.provider) {
        providers.append(relation.provider)
      }
      return providers.filter { provider in
        let customers = relations.filter { $0.provider == provider }.compactMap(\.customer)
        return !duties.contains { owes($0, provider, customers, gate) }
      }.flatMap { lacking($0, relations, agreement, gate) }
    }
  }

  private static func owes(
    _ duty: RecordID, _ provider: RecordID, _ customers: [RecordID], _ gate: GateContext
  ) -> Bool {
    let receiver = gate.assessment[duty, Commitment.receiver]
    return gate.assessment[duty, Commitment.discloser] == provider
      && (receiver.map { customers.isEmpty || customers.contains($0) } ?? true)
  }

  /// A provider that never comes has no gate: then it is for its customers to ask.
  private static func lacking(
    _ provider: RecordID, _ relations: [CloudRelation], _ agreement: RecordID, _ gate: GateContext
  ) -> [GateFault] {
    let customers = relations.filter { $0.provider == provider }.compactMap(\.customer)
    let charged = gate.participates(provider) ? [provider] : Array(Set(customers)).sorted()
    let name = gate.assessment.names([provider])
    return charged.map {
      GateFault(
        "no clause says what audit information \(name.en) gives its customer: add a disclosure duty",
        "\(name.ja)がカスタマに提供する監査情報の条項がない。提供義務の条項を追加する", charge: .party($0), record: agreement)
    }
  }

  private static func sharingDuty(_ gate: GateContext) -> [GateFault] {
    let shares = gate.assessment.ids(.commitment).contains { clause in
      let topic = gate.assessment[clause, Commitment.topic]
      return (topic == .informationSharing || topic == .vulnerabilities)
        && gate.assessment.has(clause, Commitment.timeLimit) && gate.isInForce(clause)
    }
    guard !shares else { return [] }
    return [
      GateFault(
        "no rule to share vulnerability and attack information within a time limit: add one",
        "ぜい弱性及び攻撃情報を期限内に共有する使用ルールがない。追加する", charge: .joint)
    ]
  }

  // MARK: A6, A7

  private static let a6 = GateRule.parties(
    "A6", [.agreement], warnsIn: [.cyberspace],
    reads: [.party, .scopeStatement, .issue, .interestedParty],
    Words(
      "each party states scope, issues, interested parties and a decision on climate change",
      "各組織が適用範囲、課題、利害関係者及び気候変動に関する決定を示している")
  ) { party, gate in
    let assessment = gate.assessment
    let scoped = assessment.ids(.scopeStatement, of: party).contains {
      assessment.has($0, ScopeStatement.text)
    }
    let needs = assessment.ids(.interestedParty, of: party).contains {
      assessment.has($0, InterestedParty.needs)
    }
    let parts: [(Words, Bool)] = [
      (ScopeStatement.description.words, scoped),
      (
        Words("external and internal issues", "外部及び内部の課題"),
        !assessment.ids(.issue, of: party).isEmpty
      ),
      (Words("interested parties and their requirements", "利害関係者及びその要求事項"), needs),
      (
        Words("decision on climate change (Amd 1:2024)", "気候変動に関する決定（追補1:2024）"),
        assessment.has(party, Party.climateDecision)
      ),
    ]
    let missing = parts.filter { !$0.1 }.map(\.0)
    return missing.isEmpty ? [] : [GateFault(.missing(missing), record: party)]
  }

  private static let a7 = GateRule.whole(
    "A7", [.agreement], in: [.cloud], warnsIn: [.cloud], reads: [.agreement, .commitment],
    Words("each agreement answers every topic", "各合意が全ての主題を扱っている")
  ) { gate in
    gate.cloudAgreements.compactMap { agreement in
      let clauses = gate.assessment.sources(of: agreement, via: Commitment.agreement)
      let topics = Set(clauses.filter(gate.isInForce).compactMap { gate.assessment[$0, Commitment.topic] })
      let silent = CommitmentTopic.allCases.filter { $0 != .other && !topics.contains($0) }
      guard !silent.isEmpty else { return nil }
      let list = silent.map(\.words).listed
      return GateFault(
        "no clause on \(list.en): add one or say why not", "次の主題の条項がない: \(list.ja)。追加する",
        charge: .joint, record: agreement)
    }
  }

  // MARK: A8, A9

  private static let a8 = GateRule.parties(
    "A8", Phase.allCases, warnsIn: .everywhere, reads: [.party], readsPhases: true,
    Words("submitter and agreer are two people", "提出者と合意者が別人である")
  ) { party, gate in
    Phase.allCases.compactMap { phase in
      let entry = gate.assessment.phases.entry(party, phase)
      guard entry.state == .agreed, let by = entry.agreedBy, by == entry.submittedBy else { return nil }
      return GateFault(
        "\(by) both submitted and agreed this phase: reopen it, and let another person agree",
        "\(by)が提出と合意の両方を行っている。再開し、別の人が合意する", record: party, phase: phase)
    }
  }

  private static let a9 = GateRule.parties(
    "A9", Phase.allCases, in: .between, warnsIn: .everywhere, reads: [.party, .phaseShare],
    Words("each phase says what each party does", "各局面に各組織の分担が示されている")
  ) { party, gate in
    let shares = gate.assessment.ids(.phaseShare, of: party).filter {
      gate.assessment.has($0, PhaseShare.does)
    }
    let said = Set(shares.compactMap { gate.assessment[$0, PhaseShare.phase] })
    return Phase.allCases.filter { !said.contains($0.rawValue) }.map {
      GateFault(
        "nothing says what the party does in this phase: write its share",
        "この局面での分担が示されていない。分担を記入する", record: party, phase: $0)
    }
  }
}
