/// What phase 2 asks before it is agreed.
enum PolicyGates {
  static let all: [GateRule] = [p1, p2, p3, p4, p5, p6]

  // MARK: P1

  private static let p1 = GateRule.parties(
    "P1", [.policy], waivable: false, reads: [.party, .policyDocument],
    Words(
      "exactly one basic policy is in force, approved by top management",
      "トップマネジメントが承認した基本方針がただ一つ有効である")
  ) { party, gate in
    let assessment = gate.assessment
    let inForce = assessment.ids(.policyDocument, of: party).filter {
      assessment[$0, PolicyDocument.tier] == .basicPolicy
        && assessment[$0, PolicyDocument.status] == .approved
    }
    guard let policy = inForce.first else {
      return [
        GateFault("no basic policy is in force: approve one", "有効な基本方針がない。基本方針を承認する", record: party)
      ]
    }
    guard inForce.count == 1 else {
      return inForce.dropFirst().map {
        GateFault(
          "a second basic policy is in force besides “\(assessment.quoted(policy))”: retire one",
          "「\(assessment.quoted(policy))」のほかに有効な基本方針がある。一方を廃止する", record: $0)
      }
    }
    let top = assessment.link(party, Party.topManagement)
    guard top == nil || assessment.link(policy, PolicyDocument.approver) != top else { return [] }
    return [
      GateFault(
        "not approved by the party's top management: have it approved",
        "トップマネジメントによる承認がない。承認を得る", record: policy)
    ]
  }

  // MARK: P2

  private static let p2 = GateRule.records(
    "P2", [.policy], of: [.policyDocument], far: [.policyDocument],
    Words("every other document stands under one of the same or a higher tier", "基本方針以外の文書に同位又は上位の親文書がある")
  ) { document, gate in
    guard gate.assessment[document, PolicyDocument.status] != .retired else { return [] }
    guard let tier = gate.assessment[document, PolicyDocument.tier] else {
      return [GateFault("no tier: say where in the hierarchy it stands", "階層がない。規定体系の階層を指定する")]
    }
    guard tier != .basicPolicy else { return [] }
    guard let parent = gate.assessment.link(document, PolicyDocument.parent) else {
      return [GateFault("no document above it: name its parent", "上位文書がない。親文書を指定する")]
    }
    if let above = gate.assessment[parent, PolicyDocument.tier], above.rank > tier.rank {
      return [
        GateFault(
          "stands under “\(gate.assessment.quoted(parent))”, which is of a lower tier: move it",
          "下位の文書「\(gate.assessment.quoted(parent))」の下にある。親文書を改める")
      ]
    }
    return gate.assessment.ancestors(of: document, via: PolicyDocument.parent.key).contains(document)
      ? [GateFault("stands above itself: break the circle", "親子関係が循環している。循環を解消する")] : []
  }

  // MARK: P3, P4

  private static let p3 = GateRule.records(
    "P3", [.policy], warnsIn: .everywhere, of: [.policyDocument],
    Words("no approved document is past its review date", "承認済の文書が見直し期限を過ぎていない")
  ) { document, gate in
    guard gate.assessment[document, PolicyDocument.status] == .approved,
      let due = gate.assessment[document, PolicyDocument.reviewDue], due < gate.today
    else { return [] }
    return [
      GateFault(
        "its review was due on \(due.text): review it", "見直し期限（\(due.text)）を過ぎている。見直しを行う")
    ]
  }

  private static let p4 = GateRule.parties(
    "P4", [.policy], in: [.cloud], reads: [.party, .policyDocument, .agreement, .service],
    Words(
      "customers have a policy for the use of cloud services, providers one for their provision",
      "カスタマにクラウド利用の方針、プロバイダにクラウド提供の方針がある")
  ) { party, gate in
    var faults: [GateFault] = []
    if gate.cloudRelations.contains(where: { $0.customer == party }) {
      faults += lacking(.cloudUse, of: party, gate)
    }
    if gate.cloudRelations.contains(where: { $0.provider == party }) {
      faults += lacking(.cloudProvision, of: party, gate)
    }
    return faults
  }

  /// Only the information security policy or a topic-specific one carries a purpose; what names it below is told.
  private static func lacking(
    _ purpose: PolicyPurpose, of party: RecordID, _ gate: GateContext
  ) -> [GateFault] {
    let assessment = gate.assessment
    let documents = assessment.ids(.policyDocument, of: party).filter {
      assessment[$0, PolicyDocument.status] != .retired
        && assessment[$0, PolicyDocument.purposes]?.contains(purpose) == true
    }
    guard !documents.contains(where: { isPolicy($0, assessment) }) else { return [] }
    let (topic, below) = (purpose.words, tiers(of: documents, assessment))
    return [
      GateFault(
        "no information security policy or topic-specific policy is for the \(topic.en)\(below.en): "
          + "add one, change the tier, or let the information security policy carry it",
        "\(topic.ja)を区分とする基本方針又はトピック固有の方針がない\(below.ja)。追加するか、階層を改めるか、基本方針に含める",
        record: party)
    ]
  }

  private static func isPolicy(_ document: RecordID, _ assessment: Assessment) -> Bool {
    let tier = assessment[document, PolicyDocument.tier]
    return tier == .basicPolicy || tier == .topicPolicy
  }

  /// ` (P-2 is a standard)`; empty where there are none.
  private static func tiers(of documents: [RecordID], _ assessment: Assessment) -> Words {
    guard !documents.isEmpty else { return Words("", "") }
    let list = documents.map { document in
      let (label, tier) = (assessment.label(of: document), assessment[document, PolicyDocument.tier]?.words)
      return Words(
        "\(label): \(tier?.en.lowercased() ?? "no tier")", "\(label) は\(tier?.ja ?? "階層なし")")
    }.listed
    return Words(" (\(list.en))", "（\(list.ja)）")
  }

  // MARK: P5, P6

  private static let p5 = GateRule.records(
    "P5", [.policy], warnsIn: .everywhere, of: [.commitment], near: [.policyDocument],
    far: [.agreement, .service],
    Words(
      "every accepted responsibility, law, regulation, standard, guideline or requirement is answered by a document",
      "受諾した責任、法律、規則、国際標準、ガイドライン及び要求事項に方針文書が対応している")
  ) { clause, gate in
    guard gate.asksForDocument(clause) else { return [] }
    let assessment = gate.assessment
    let answering = assessment.partiesAnswering(clause)
    return gate.participants(boundBy: clause).filter {
      !answering.contains($0) && gate.accepts($0, clause)
    }.map {
      GateFault(
        "no policy document answers this clause: link the document that does",
        "この条項に対応する方針文書がない。対応する文書を関連付ける", charge: .party($0))
    }
  }

  private static let p6 = GateRule.records(
    "P6", [.policy, .controls], of: [.policyDocument],
    Words("every document has owner and status; what is in force is approved", "各文書に管理責任者と状態があり、有効な文書は承認済である")
  ) { document, gate in
    let assessment = gate.assessment
    let status = assessment[document, PolicyDocument.status]
    guard status != .retired else { return [] }
    var faults: [GateFault] = []
    let fields: [(FieldDescription, Bool)] = [
      (PolicyDocument.owner.field, assessment.has(document, PolicyDocument.owner)),
      (PolicyDocument.status.field, status != nil),
    ]
    let missing = fields.filter { !$0.1 }.map(\.0.words)
    if !missing.isEmpty { faults.append(GateFault(.missing(missing))) }
    if status == .draft, let phase = phaseOfApproval(assessment[document, PolicyDocument.tier]) {
      faults.append(
        GateFault("still a draft: approve or retire it", "草案のままである。承認するか廃止する", phase: phase))
    }
    return faults
  }

  /// By when a document must be approved; nil where rule P1 asks, or nobody.
  private static func phaseOfApproval(_ tier: PolicyTier?) -> Phase? {
    switch tier {
    case .topicPolicy, .standard: .policy
    case .procedure: .controls
    case nil, .basicPolicy, .form: nil
    }
  }
}
