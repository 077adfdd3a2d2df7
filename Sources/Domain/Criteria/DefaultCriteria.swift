/// The criteria a new assessment starts with: 5 × 5, level = likelihood × consequence.
package enum DefaultCriteria {
  package static let likelihood = [
    ["まれ", "rare", "10年に一度以下", "once in ten years or less"],
    ["低い", "unlikely", "数年に一度", "once in several years"],
    ["中程度", "possible", "年に一度程度", "about once a year"],
    ["高い", "likely", "年に数回", "several times a year"],
    ["ほぼ確実", "almost certain", "月に一度以上", "monthly or more often"],
  ]
  package static let consequence = [
    ["軽微", "negligible", "業務に影響しない", "no effect on business"],
    ["小", "minor", "一部の業務が短時間止まる", "part of the business stops for a short time"],
    ["中", "moderate", "業務が1日止まる", "business stops for a day"],
    ["大", "major", "業務が数日止まる、顧客に損害が及ぶ", "business stops for days, customers suffer loss"],
    ["甚大", "severe", "事業を継続できない", "business cannot continue"],
  ]
  package static let bands = [
    ["1", "低", "low", "riskOwner"], ["5", "中", "medium", "riskOwner"],
    ["10", "高", "high", "topManagement"], ["15", "極めて高い", "very high", "topManagement"],
  ]
  package static let acceptanceLine = 10
  package static let lossProperties = [
    ["C", "機密性", "confidentiality"], ["I", "完全性", "integrity"], ["A", "可用性", "availability"],
  ]
  package static let lossScale = [["小", "small"], ["中", "medium"], ["大", "large"]]

  /// Level = likelihood × consequence.
  package static let cells = (1...5).map { l in (1...5).map { String(l * $0) } }

  /// A draft of the first version, a party's own or joint when nil.
  package static func draft(party: RecordID?, title: String, pending: Int = 0) -> Draft {
    var tables = CriteriaTables()
    tables.title = title
    var draft = Draft(.riskCriteria, party: party, pending: pending, values: tables.values)
    draft.set(RiskCriteria.version, 1)
    return draft
  }
}
