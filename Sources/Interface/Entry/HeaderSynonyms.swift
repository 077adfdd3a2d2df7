import Domain

/// What registers in use call their columns, where it is not the field's own word.
///
/// A field is named as in files; `title`, `owner`, `due`, `parent` are the fields with those parts in any kind, `@` is
/// the party, `+` a control that treats the risk, `loss=C` the loss of one property. Where several are named, the
/// first whose cells fit and that no other column has.
enum HeaderSynonyms {
  /// The fields a head may mean; empty when it is not known. Heads are folded (NFKC, lower case, 脆 as ぜい).
  static func fields(_ head: String, of kind: RecordKind) -> [String] {
    own[kind]?[head] ?? any[head] ?? []
  }

  private static let own: [RecordKind: [String: [String]]] = [
    .risk: expand(risk), .objective: expand(objective), .finding: expand(finding),
    .controlStatement: expand(control), .policyDocument: expand(policy), .asset: expand(asset),
    .actionItem: expand(action), .commitment: expand(commitment),
  ]

  private static let any = expand([
    (
      "名称 件名 タイトル 題名 内容 項目 名前 概要 title name description summary subject item",
      ["title"]
    ),
    (
      "責任者 担当者 担当 オーナー 所有者 管理者 担当部門責任者 owner responsible assignee personincharge",
      ["owner"]
    ),
    ("期限 期日 完了予定日 完了予定 対応期限 実施期限 目標期日 due duedate deadline by", ["due"]),
    ("上位 親 対象 parent under", ["parent"]),
    ("組織 会社 当事者 所属 組織名 会社名 party organisation organization company", ["@"]),
    ("タグ ラベル tag tags label labels", ["tags"]),
  ])

  private static let risk: [(String, [String])] = [
    (
      "リスク リスク内容 リスクの内容 リスク事象 リスクシナリオ リスク名 リスク概要 リスクの記述 想定リスク 想定事象 事象内容 事象名 事故内容 "
        + "risk riskdescription riskevent riskscenario scenario riskname description event",
      ["event"]
    ),
    ("脅威 脅威内容 threat threats", ["event", "sources"]),
    ("リスク源 リスクソース 源 要因 リスク要因 risksource risksources source sources", ["sources"]),
    (
      "原因 発生原因 ぜい弱性 ぜい弱性内容 cause causes rootcause vulnerability vulnerabilities weakness",
      ["cause", "sources"]
    ),
    ("影響 impact", ["consequenceStep", "consequence"]),
    (
      "影響内容 影響の内容 結果 想定被害 被害 被害内容 業務影響 consequence consequences effect effects impactdescription",
      ["consequence"]
    ),
    (
      "発生可能性 発生頻度 発生確率 可能性 頻度 発生度 起こりやすさ likelihood probability frequency l p",
      ["likelihood"]
    ),
    (
      "影響度 影響の大きさ 影響の度合い 影響レベル 結果の大きさ 結果の重大さ 重大性 深刻度 被害の大きさ "
        + "severity consequencestep consequencelevel impactlevel impactscore c",
      ["consequenceStep"]
    ),
    ("cia c/i/a 喪失 ciaの喪失 情報のciaの喪失 損失 loss", ["loss"]),
    ("機密性 機密性の喪失 confidentiality", ["loss=C"]),
    ("完全性 完全性の喪失 integrity", ["loss=I"]),
    ("可用性 可用性の喪失 availability", ["loss=A"]),
    (
      "リスク所有者 リスクオーナー リスク責任者 所有者 責任者 オーナー 担当 担当者 riskowner owner responsible",
      ["owner"]
    ),
    (
      "対応方針 対応 リスク対応 リスク対応方針 対応区分 対応方法 処置 リスク処理 treatment risktreatment response strategy",
      ["treatment", "planActions"]
    ),
    ("対策 対応策 対策内容 対応内容 実施事項 対応計画 action actions treatmentplan mitigation", ["planActions"]),
    ("管理策 管理策番号 附属書a 適用管理策 control controls annexa", ["+"]),
    ("目的 セキュリティ目的 情報セキュリティ目的 objective objectives", ["objective"]),
    ("資産 資産名 情報資産 asset assets", ["asset"]),
    ("評価の根拠 根拠 評価理由 rationale justification", ["justification"]),
    ("固有の起こりやすさ 固有発生可能性", ["inherentLikelihood"]),
    ("固有の影響度 固有影響度", ["inherentConsequenceStep"]),
    ("残留発生可能性 対応後発生可能性", ["residualLikelihood"]),
    ("残留影響度 対応後影響度", ["residualConsequenceStep"]),
  ]

  private static let objective: [(String, [String])] = [
    ("目的 目標 情報セキュリティ目的 セキュリティ目的 objective goal", ["title"]),
    ("指標 kpi 測定項目 評価指標 measure indicator metric", ["measure"]),
    ("目標値 target targetvalue", ["target"]),
    ("現状値 基準値 現状 実績 前年実績 baseline current", ["baseline"]),
    ("単位 unit", ["measureUnit"]), ("測定方法 method", ["method"]),
    ("測定頻度 頻度 frequency", ["frequency"]), ("部門 部署 department", ["unit"]),
    ("施策 実施事項 活動 actions plan", ["planAction"]),
  ]

  private static let finding: [(String, [String])] = [
    ("指摘 指摘事項 指摘内容 不適合 不適合内容 所見 観察事項 finding nonconformity", ["title"]),
    ("区分 等級 重大度 分類 grade category severity", ["grade"]),
    ("箇条 要求事項 条項 管理策 管理策番号 clause control", ["at"]),
    ("検出日 監査日 発見日 日付 date found", ["foundOn"]), ("監査証拠 証拠 根拠 evidence", ["evidence"]),
    ("宛先 被監査組織 addressedto", ["addressedTo"]),
  ]

  private static let control: [(String, [String])] = [
    ("番号 管理策番号 no no. 管理策 control controlno controlid number id", ["title"]),
    ("適用 適用可否 適用有無 適用/除外 applicable applicability", ["applicability"]),
    ("適用理由 採用理由 理由 reason inclusion", ["inclusionReasons", "inclusionNote"]),
    ("除外理由 適用除外理由 exclusion", ["exclusionReason"]),
    ("状況 実施状況 導入状況 status implementationstatus", ["status"]),
    ("実施内容 対応内容 実装内容 具体策 implementation", ["implementation"]),
  ]

  private static let policy: [(String, [String])] = [
    ("文書名 規程名 方針名 文書 document policy", ["title"]), ("文書番号 documentno", ["number"]),
    ("版 版数 バージョン version", ["version"]), ("階層 文書区分 区分 種類 tier type", ["tier"]),
    ("承認者 approver approvedby", ["approver"]), ("見直し 見直し日 次回見直し review nextreview", ["reviewDue"]),
  ]

  private static let asset: [(String, [String])] = [
    ("資産 資産名 情報資産 情報資産名 asset assetname", ["title"])
  ]

  private static let action: [(String, [String])] = [
    ("宿題 タスク やること 課題 対応事項 アクション task todo action homework what", ["title"]),
    ("誰が 担当 担当者 who", ["owner"]), ("いつまで 期限 期日 when", ["due"]),
  ]

  private static let commitment: [(String, [String])] = [
    ("合意事項 条項 要求 要求事項 サービス水準 clause commitment requirement", ["title"]),
    ("指標 測定量 metric", ["metric"]), ("目標値 目標 水準 target", ["target"]), ("単位 unit", ["unit"]),
    ("種類 区分 kind type", ["kind"]), ("主題 分類 topic", ["topic"]),
  ]

  private static func expand(_ table: [(String, [String])]) -> [String: [String]] {
    table.reduce(into: [:]) { result, line in
      for head in line.0.split(separator: " ") where result[String(head)] == nil {
        result[String(head)] = line.1
      }
    }
  }
}
