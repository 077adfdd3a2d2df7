/// The assessment itself: one record at the head of every workspace.
package enum AssessmentRecord {
  package static let title = Attribute.text("title", "Title", "名称")
  package static let scope = Attribute<Scope>.choice("scope", "Scope", "対象範囲の種類")
  package static let periodFrom = Attribute.day("periodFrom", "Period from", "期間の始まり", phase: .running)
  package static let periodTo = Attribute.day("periodTo", "Period to", "期間の終わり", phase: .running)
  /// Counts assessments of the same parties; 1 for the first.
  package static let cycle = Attribute.integer("cycle", "Cycle", "期", phase: .running)
  package static let jointPurpose = Attribute.text(
    "jointPurpose", "Joint purpose and policy", "共通の目的と方針", long: true,
    hint: Words("rules of shared use: what all of them protect", "使用ルール全体が守るもの"))

  package static let description = KindDescription(
    .assessment, "K", "Assessment", "アセスメント", phase: nil, ownership: .joint,
    fields: [
      title.field, scope.field, periodFrom.field, periodTo.field, cycle.field, jointPurpose.field,
    ])
}
