import Domain

/// What parties usually do, take and give in each phase, after the talk, for whoever wants to begin from it.
enum UsualDivision {
  struct Share {
    let does: Words
    let takes: Words?
    let gives: Words?
  }

  static func share(_ role: PartyRole?, _ phase: Phase) -> Share? {
    switch role {
    case .cloudServiceCustomer: customer[phase]
    case .cloudServiceProvider: provider[phase]
    case .cyberspaceUser, .coordinator: user[phase]
    case .cyberspaceOperator: operating[phase]
    case .standalone, nil: nil
    }
  }

  /// Drafts for what participating parties have not written yet.
  static func missing(_ model: Model) -> [Command] {
    let assessment = model.assessment
    let parties = assessment.participants.filter { model.party == nil || model.party == $0 }
    var commands: [Command] = []
    for party in parties {
      for phase in Phase.allCases where model.share(of: party, phase) == nil {
        guard let share = share(assessment[party, Party.role], phase) else { continue }
        var draft = Draft(.phaseShare, party: party, pending: commands.count)
        draft.set(PhaseShare.phase, phase.rawValue)
        draft.set(PhaseShare.does, model.say(share.does))
        if let takes = share.takes { draft.set(PhaseShare.takes, model.say(takes)) }
        if let gives = share.gives { draft.set(PhaseShare.gives, model.say(gives)) }
        commands.append(.create(draft))
      }
    }
    return commands
  }

  private static let customer: [Phase: Share] = [
    .agreement: Share(
      does: Words(
        "States what it requires, agrees service, service levels and roles", "要求事項を示し、サービス、サービス水準及び役割と責任に合意する"
      ),
      takes: Words("service description, service levels", "サービス仕様、サービス水準"),
      gives: Words("requirements", "要求事項")),
    .policy: Share(
      does: Words("Sets its policy on the use of cloud services", "クラウドサービス利用の方針を定める"),
      takes: Words("the provider's policy", "プロバイダの方針"), gives: nil),
    .objectives: Share(
      does: Words("Sets objectives for what depends on the service", "サービスに依存する目的を定める"),
      takes: Words("the provider's objectives", "プロバイダの目的"), gives: Words("its objectives", "自らの目的")),
    .riskManagement: Share(
      does: Words("Assesses the risks of using the service", "サービス利用のリスクを評価する"),
      takes: Words("events at the provider", "プロバイダの事象"), gives: Words("events on its side", "利用側の事象")),
    .controls: Share(
      does: Words("Introduces the customer's controls", "利用者側の管理策を導入し、運用する"),
      takes: Words("what the provider's controls offer", "提供される機能"), gives: nil),
    .evaluation: Share(
      does: Words("Reviews the audit information it is given", "提供された監査情報を確認する"),
      takes: Words("audit information", "監査情報"), gives: Words("findings", "所見")),
  ]

  private static let provider: [Phase: Share] = [
    .agreement: Share(
      does: Words("Offers services and service levels, agrees roles", "サービスとその水準を示し、役割と責任に合意する"),
      takes: Words("the customer's requirements", "カスタマの要求事項"),
      gives: Words("service description, service levels", "サービス仕様、サービス水準")),
    .policy: Share(
      does: Words("Sets its policy on the provision of cloud services", "クラウドサービス提供の方針を定める"),
      takes: nil, gives: Words("its policy", "自らの方針")),
    .objectives: Share(
      does: Words("Sets objectives for the provision of the service", "サービス提供の目的を定める"),
      takes: Words("the customer's objectives", "カスタマの目的"), gives: Words("its objectives", "自らの目的")),
    .riskManagement: Share(
      does: Words("Assesses the risks of providing and tells the customer", "提供のリスクを評価し、カスタマに知らせる"),
      takes: Words("events at the customer", "カスタマの事象"), gives: Words("events on its side", "提供側の事象")),
    .controls: Share(
      does: Words("Introduces the provider's controls", "提供者側の管理策を導入し、運用する"),
      takes: nil, gives: Words("what its controls offer", "管理策の機能")),
    .evaluation: Share(
      does: Words("Monitors, audits and gives audit information", "監視、監査を行い、監査情報を提供する"),
      takes: Words("findings", "所見"), gives: Words("audit information", "監査情報")),
  ]

  private static let user: [Phase: Share] = [
    .agreement: Share(
      does: Words("Agrees the rules of shared use and says what it adopts", "使用ルールに合意し、採用するものを示す"),
      takes: Words("rules in force", "適用されるルール"), gives: Words("its answer", "自らの回答")),
    .policy: Share(
      does: Words("Sets its cybersecurity policy", "サイバーセキュリティ方針を定める"), takes: nil, gives: nil),
    .objectives: Share(
      does: Words("Sets objectives: safe for whom, who acts", "誰にとっての安全か、誰が担うかを含めて目的を定める"),
      takes: nil, gives: Words("its part of the joint purpose", "共通の目的のうち担う部分")),
    .riskManagement: Share(
      does: Words("Assesses risks to itself and to others", "自らと他者に及ぶリスクを評価する"),
      takes: Words("attack information", "攻撃の情報"), gives: Words("attack information", "攻撃の情報")),
    .controls: Share(
      does: Words("Introduces its controls", "自らの管理策を導入し、運用する"), takes: nil, gives: nil),
    .evaluation: Share(
      does: Words("Monitors and evaluates", "監視し、評価する"), takes: nil, gives: Words("results", "結果")),
  ]

  private static let operating: [Phase: Share] = user.merging([
    .objectives: Share(
      does: Words(
        "Sets objectives so that its operation harms nobody", "運用に起因して他の組織に影響を及ぼさない目的を定める"),
      takes: nil, gives: Words("its part of the joint purpose", "共通の目的のうち担う部分")),
    .controls: Share(
      does: Words("Introduces the controls of the shared space", "共有空間の管理策を導入し、運用する"), takes: nil,
      gives: Words("vulnerability information", "ぜい弱性の情報")),
  ]) { _, own in own }
}
