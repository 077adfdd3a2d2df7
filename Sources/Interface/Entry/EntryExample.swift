package import Domain

/// What stands greyed in an empty quick-entry line: a line of the kind as a person would type it.
package enum EntryExample {
  package static func line(for kind: RecordKind, _ language: Language) -> String {
    lines[kind]?[language] ?? kind.description.title.words[language]
  }

  /// The line of a kind as it is typed in a scope: in cyberspace it says for whom and by whom.
  package static func line(for kind: RecordKind, in scope: Scope, _ language: Language) -> String {
    let more = scope == .cyberspace ? shared[kind]?[language] : nil
    return line(for: kind, language) + (more.map { " " + $0 } ?? "")
  }

  /// The line as it is typed where a newborn stands: without what the place says already.
  static func line(for birth: Birth, in scope: Scope, _ language: Language) -> String {
    let line = line(for: birth.kind, in: scope, language)
    guard !birth.held.isEmpty else { return line }
    return line.split(separator: " ").filter { !$0.hasPrefix("^") }.joined(separator: " ")
  }

  /// The questions that the talk asks of every objective and risk of a shared space, with the fields that answer.
  static func asked(of kind: RecordKind) -> [(FieldDescription, Words)] {
    switch kind {
    case .objective:
      [
        (Objective.protects.field, Words("safe for whom?", "誰にとっての安全か？")),
        (Objective.actor.field, Words("who acts?", "誰が施策を担うか？")),
      ]
    case .risk:
      [
        (Risk.affected.field, Words("who else is affected?", "誰に影響するか？")),
        (Risk.actingParty.field, Words("who acts?", "誰が施策を担うか？")),
      ]
    default: []
    }
  }

  private static let shared: [RecordKind: Words] = [
    .objective: Words("protect:shared act:operations", "守る:共有空間 担い手:運用管理部門"),
    .risk: Words("aff:society acts:org-1", "影響:社会 担い手:org-1"),
  ]

  private static let lines: [RecordKind: Words] = foundations.merging(talks) { one, _ in one }
    .merging(measured) { one, _ in one }.merging(workshop) { one, _ in one }

  private static let foundations: [RecordKind: Words] = [
    .assessment: Words("Cloud migration 2026", "クラウド移行アセスメント 2026"),
    .party: Words("Sample Trading key:csc role:customer", "サンプル商事 略号:csc 役割:カスタマ"),
    .delegation: Words("Letter of 1 April until:2027-03 to:Sato", "4月1日付委任状 until:2027-03 受任者:佐藤"),
    .organizationalUnit: Words("Sales ^U-1 inScope:yes", "営業部 ^U-1 適用範囲内:はい"),
    .person: Words("Sato roles:CISO", "佐藤 役割:CISO"),
    .managementSystem: Words("ISMS standard:27001", "ISMS 規格:27001"),
    .integrationCell: Words("X element:process system:MS-1", "X 要素:プロセス マネジメントシステム:MS-1"),
    .asset: Words("Customer database own:Sato", "顧客データベース 担当:佐藤"),
    .comment: Words("Is this still so after the move? record:R-1", "移行後もこのままでよいか 対象:R-1"),
    .phaseShare: Words(
      "States its requirements phase:1 gives:list of requirements", "要求事項を示す 局面:1 渡すもの:要求事項一覧"),
  ]

  private static let talks: [RecordKind: Words] = [
    .agreement: Words("Cloud service agreement rev:2027-03", "クラウドサービス合意 見直し期限:2027-03"),
    .service: Words("Storage ^AG-1 customer:csc provider:csp", "ストレージ ^AG-1 customer:csc provider:csp"),
    .commitment: Words(
      "Availability per month kind:sla metric:uptime cmp:>= target:99.9 unit:% per:month",
      "月間の可用性 種類:サービス水準 測定:稼働率 比較:以上 目標:99.9 単位:% 期間:月"),
    .scopeStatement: Words("Hosting for customers in Japan", "国内顧客向けホスティング"),
    .issue: Words("Few people know the old system kind:internal", "旧システムを知る要員が少ない 種類:内部"),
    .interestedParty: Words("Regulator ->\"report within 72 hours\"", "監督官庁 →「72時間以内の報告」"),
    .clauseConformity: Words("6.1.2 state:conform", "6.1.2 適合性:適合"),
    .policyDocument: Words(
      "Restore test procedure ^P-1 tier:procedure own:Sato v:1.2 rev:2027-04",
      "復元試験手順 ^P-1 階層:手順 担当:佐藤 版:1.2 見直し:2027-04"),
    .objective: Words(
      "Fewer incidents by system causes ^O-1 measure:\"incidents\" base:12/y target:50% due:2027-03",
      "システム要因インシデントの減少 ^O-1 測定:「件数」 基準:12/年 目標:50% 期限:2027-03"),
    .objectivePair: Words(
      "Availability customerObjective:O-2 providerObjective:O-1",
      "可用性 customerObjective:O-2 providerObjective:O-1"),
    .riskCriteria: Words("Common criteria version:1", "共通リスク基準 版:1"),
    .risk: Words(
      "Restored backup is unusable ^O-1 src:vendor lock-in cia:A3 l3 c5 ->\"business stops\" own:Sato !modify",
      "復元したバックアップが使えない ^O-1 源:ベンダーロックイン 損失:可3 起3 結5 →「事業が止まる」 担当:佐藤 !低減"),
    .riskChain: Words(
      "Stop and move objectAssessed:consistency between services", "停止と移行 リスクアセスメント対象:サービス間の整合性"),
    .chainStep: Words(
      "Hands over the backup @csp ^L-1 risk:R-1 told:CSC how:mail",
      "バックアップデータを渡す @csp ^L-1 リスク:R-1 連絡:CSC 手段:メール"),
  ]

  private static let measured: [RecordKind: Words] = [
    .controlStatement: Words(
      "12.3.1 app:applicable because:risk status:planned own:Sato due:2027-03",
      "12.3.1 適用:適用 理由:リスク対応 状況:計画 担当:佐藤 期限:2027-03"),
    .evidence: Words(
      "Restore test report at:report.pdf ^12.3.1 on:2026-11-01",
      "復元試験報告書 所在:report.pdf ^12.3.1 日付:2026-11-01"),
    .reading: Words("^O-1 =97", "^O-1 =97"),
    .audit: Words(
      "Internal audit 2026 kind:internal on:2026-10-01 by:Sato", "内部監査 2026 種類:内部監査 日付:2026-10-01 監査員:佐藤"),
    .finding: Words(
      "No record of restore tests grade:minor at:12.3.1 ^R-1", "復元試験の記録がない 区分:軽微 箇条:12.3.1 ^R-1"),
    .correctiveAction: Words(
      "Plan the tests ^F-1 why:\"nobody was named\" own:Sato due:2027-01",
      "試験計画を定める ^F-1 因:「担当を決めていない」 担当:佐藤 期限:2027-01"),
    .disclosure: Words(
      "Report of the auditor assurance:independent on:2026-09-30 until:2027-09 to:csc",
      "保証報告書 保証:独立 日付:2026-09-30 期限:2027-09 提供先:csc"),
    .managementReview: Words("Second half of 2026 on:2026-11-20", "2026年度下期 日付:2026-11-20"),
    .waiver: Words(
      "Replaced within the year rule:R4 record:R-1 until:2027-03 by:Sato",
      "年度内に更新する 規則:R4 対象:R-1 期限:2027-03 承認:佐藤"),
  ]

  private static let workshop: [RecordKind: Words] = [
    .participant: Words("Sato @csp", "佐藤 @csp"),
    .agendaItem: Words("Read the chain aloud min:20", "連携を読み合わせる 分:20"),
    .parkingItem: Words("Who pays for the move? ^R-12", "移行費用は誰が持つか ^R-12"),
    .actionItem: Words(
      "Ask for the test report ^R-12 own:Sato due:2026-12", "試験報告書を求める ^R-12 担当:佐藤 期限:2026-12"),
    .decision: Words("Tests twice a year ^R-1", "試験は年2回とする ^R-1"),
    .estimateRound: Words("First round risk:R-1 criteria:RC-1", "第1回 リスク:R-1 適用したリスク基準:RC-1"),
    .estimate: Words("Sato likelihood:3 consequenceStep:5", "佐藤 起こりやすさ:3 結果の大きさ:5"),
    .walk: Words("Backup controls auditor:Sato", "バックアップの管理策 監査員:佐藤"),
    .walkStop: Words("How often is it tested? record:R-1", "試験の頻度は 対象:R-1"),
    .savedView: Words(
      "High and open screen:register filter:\"level>=high status:open\"",
      "高くて未決 画面:register 絞り込み:「レベル>=高 状態:未決」"),
    .importedDocument: Words("NIST SP 800-53 version:5.0.1", "NIST SP 800-53 版:5.0.1"),
  ]
}
