/// One kind of link of the line commitment → policy → objective → risk → control → evidence → reading, finding. The
/// record that holds the link is always the lower one.
struct TraceLink: Sendable {
  let from: RecordKind
  let key: FieldKey
  /// What the upper record is to the lower.
  let up: Words
  /// What the lower record is to the upper.
  let down: Words

  init<Content>(_ from: RecordKind, _ attribute: Attribute<Content>, up: Words, down: Words) {
    self.from = from
    key = attribute.key
    self.up = up
    self.down = down
  }

  static let all = [
    TraceLink(
      .commitment, Commitment.agreement, up: Words("clause of", "条項の属する合意"), down: Words("clause", "条項")),
    TraceLink(
      .policyDocument, PolicyDocument.answers, up: Words("answers", "対応する合意事項"),
      down: Words("answered by", "対応する方針文書")),
    TraceLink(
      .policyDocument, PolicyDocument.parent, up: Words("under", "上位文書"), down: Words("detailed by", "下位文書")),
    TraceLink(
      .objective, Objective.policy, up: Words("serves", "対応する方針"), down: Words("served by", "方針に基づく目的")),
    TraceLink(
      .objective, Objective.parent, up: Words("under", "上位の目的"), down: Words("broken down into", "下位の目的")),
    TraceLink(
      .objective, Objective.dependsOn, up: Words("depends on", "依存する合意事項"),
      down: Words("needed by", "依存する目的")),
    TraceLink(
      .risk, Risk.objective, up: Words("effect on", "影響を受ける目的"), down: Words("at risk from", "目的に対するリスク")),
    TraceLink(
      .controlStatement, ControlStatement.risks, up: Words("treats", "対応するリスク"),
      down: Words("treated by", "リスクに対応する管理策")),
    TraceLink(
      .controlStatement, ControlStatement.commitments, up: Words("discharges", "履行する合意事項"),
      down: Words("discharged by", "合意事項を履行する管理策")),
    TraceLink(
      .evidence, Evidence.control, up: Words("evidence for", "裏付ける管理策"), down: Words("evidence", "証拠")),
    TraceLink(
      .reading, Reading.objective, up: Words("measures", "測定する目的"), down: Words("measured by", "測定値")),
    TraceLink(
      .reading, Reading.serviceLevel, up: Words("measures", "測定するサービス水準"), down: Words("measured by", "測定値")),
    TraceLink(
      .disclosure, Disclosure.commitments, up: Words("given for", "裏付ける合意事項"),
      down: Words("supported by", "監査情報の提供")),
    TraceLink(
      .finding, Finding.record, up: Words("found at", "所見の対象"), down: Words("finding", "所見")),
    TraceLink(
      .finding, Finding.audit, up: Words("found in", "検出した監査"), down: Words("found", "監査の所見")),
    TraceLink(
      .correctiveAction, CorrectiveAction.finding, up: Words("corrects", "是正する所見"),
      down: Words("corrected by", "是正処置")),
  ]

  static let byLower = Dictionary(grouping: all, by: \.from)
}
