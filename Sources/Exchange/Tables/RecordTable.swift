package import Domain

/// One of the tables that people keep in spreadsheets, made of the records of a kind: a column per field, so that it
/// can be read back, and some that are only computed.
package enum RecordTable: String, CaseIterable, Sendable {
  case register
  case statementOfApplicability = "statement-of-applicability"
  case objectives
  case policies
  case responsibilities
  case findings

  /// What its sheet is called.
  package var words: Words {
    switch self {
    case .register: Words("Risk register", "リスク登録簿")
    case .statementOfApplicability: Words("Statement of applicability", "適用宣言書")
    case .objectives: Words("Objectives", "情報セキュリティ目的")
    case .policies: Words("Policy documents", "方針・規程の一覧")
    case .responsibilities: Words("Roles and responsibilities", "役割及び責任")
    case .findings: Words("Findings", "所見")
    }
  }

  /// Whose records are its rows.
  package var kind: RecordKind {
    switch self {
    case .register: .risk
    case .statementOfApplicability: .controlStatement
    case .objectives: .objective
    case .policies: .policyDocument
    case .responsibilities: .commitment
    case .findings: .finding
    }
  }

  /// The fields that have a column, in their order. Digests say nothing to people.
  var fields: [FieldDescription] {
    switch self {
    case .responsibilities:
      [
        Commitment.activity.field, Commitment.text.field, Commitment.topic.field,
        Commitment.responsibility.field,
      ]
    case .statementOfApplicability, .register, .objectives, .policies, .findings:
      kind.description.fields.filter { !$0.isKept }
    }
  }

  /// The records that are rows, in the order of their labels.
  func records(_ assessment: Assessment) -> [RecordID] {
    let all = assessment.ids(kind).map { (assessment.labelNumber(of: $0) ?? 0, $0) }.sorted(by: <).map(\.1)
    guard self == .responsibilities else { return all }
    return all.filter { assessment[$0, Commitment.kind] == .responsibility }
  }
}
