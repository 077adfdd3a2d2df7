/// What people also call the members of closed lists: usage in practice, older terms, and what they type for short.
enum Synonyms {
  /// By the member's key; folded (NFKC, lower case).
  static let table: [String: [String]] = [
    // Treatment: practice says 低減・受容・移転 where ISO/IEC 27005:2022 says modify, retain, share.
    "modify": ["低減", "修正", "軽減", "reduce", "mitigate", "treat"],
    "retain": ["受容", "許容", "accept", "tolerate"],
    "avoid": ["terminate"],
    "share": ["移転", "転嫁", "transfer"],
    // Findings
    "minorNonconformity": ["minor", "軽微", "軽微な不適合", "軽微不適合"],
    "majorNonconformity": ["major", "重大", "重大な不適合", "重大不適合"],
    "observation": ["観察", "obs"],
    "opportunityForImprovement": ["ofi", "改善", "推奨"],
    // Documents
    "basicPolicy": ["policy", "情報セキュリティ基本方針"],
    "topicPolicy": ["topic", "個別方針", "個別", "トピック"],
    "standard": ["基準", "規程", "規定"],
    "procedure": ["手順", "手順書"],
    "form": ["帳票", "テンプレート"],
    "approved": ["承認"],
    "draft": ["案", "ドラフト"],
    "cloudUse": ["利用"],
    "cloudProvision": ["提供"],
    // Controls
    "applicable": [
      "適用する", "yes", "included", "○", "〇", "◯", "●", "o", "y", "✓", "✔", "はい", "該当", "採用", "要", "対象", "true",
      "1",
    ],
    "excluded": [
      "適用除外", "適用しない", "対象外", "no", "not applicable", "×", "✕", "✗", "x", "n", "いいえ", "非該当", "不採用", "不要",
      "非適用", "false", "0",
    ],
    "other": ["他", "他社", "相手"],
    "own": ["自", "自社"],
    "shared": ["分担"],
    "riskTreatment": ["risk", "リスク"],
    "law": ["法律", "法令"],
    "goodPractice": ["慣行", "best practice"],
    "planned": ["計画中", "予定"],
    "implemented": ["実施済", "導入済", "done"],
    // Objectives and measures
    "organization": ["全社", "org"],
    "department": ["部", "dept"],
    "unit": ["課", "係", "運用"],
    "decrease": ["減", "減らす", "down"],
    "increase": ["増", "増やす", "up"],
    "maintain": ["維持する", "keep"],
    "atMost": ["<=", "≤", "≦", "max"],
    "atLeast": [">=", "≥", "≧", "min"],
    "done": ["達成", "完了"],
    "sum": ["total"],
    "mean": ["average", "avg"],
    "month": ["m", "月次", "毎月", "monthly"],
    "quarter": ["q", "四半期ごと", "quarterly"],
    "halfYear": ["h", "半年", "上期", "下期"],
    "year": ["y", "年次", "毎年", "年間", "yearly", "annual"],
    // Agreement
    "serviceLevel": ["sla", "slo", "サービスレベル"],
    "accepted": ["承諾", "同意", "合意"],
    "proposed": ["提案"],
    "internationalStandard": ["iso", "iec"],
    "standalone": ["単一組織"],
    "cloudServiceCustomer": ["csc", "カスタマ", "customer"],
    "cloudServiceProvider": ["csp", "プロバイダ", "provider"],
  ]
}
