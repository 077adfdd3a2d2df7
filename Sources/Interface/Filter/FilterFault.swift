package import Domain

/// Why a filter line is none: what, and where it stands.
package struct FilterFault: Error, Hashable, Sendable {
  /// Counted in characters from 1.
  package let column: Int
  package let reason: Reason

  /// What is wrong there.
  package enum Reason: Error, Hashable, Sendable {
    /// No field is called so; some that are.
    case unknownKey(String, known: [Words])
    case noValue(Words)
    case nothingToNegate
    /// More and less mean nothing for this field.
    case noOrder(Words)
    /// `~` looks into texts only.
    case noText(Words)
    case value(Words, FieldProblem)
  }
}

extension FilterFault {
  /// What is wrong and what to type instead.
  package var words: Words {
    switch reason {
    case .unknownKey(let key, let known):
      Words(
        "“\(key)” is no field; there are \(known.map(\.en).joined(separator: ", ")) … (text: in quotes).",
        "「\(key)」という項目はありません。\(known.map(\.ja).joined(separator: "、"))など（文字列は \" \" で囲む）。")
    case .noValue(let field):
      Words(
        "\(field.en): a value is missing; - stands for none.", "\(field.ja): 値がありません（空欄は「なし」）。")
    case .nothingToNegate:
      Words("! and - negate what follows; nothing does.", "! と - は続く条件を否定します。条件がありません。")
    case .noOrder(let field):
      Words("\(field.en) has no order; use : or =.", "\(field.ja)に大小はありません。: か = を使ってください。")
    case .noText(let field):
      Words("\(field.en) is no text; use : < or >.", "\(field.ja)は文字列ではありません。: < > を使ってください。")
    case .value(let field, let problem):
      Words("\(field.en): \(problem.words.en)", "\(field.ja): \(problem.words.ja)")
    }
  }
}
