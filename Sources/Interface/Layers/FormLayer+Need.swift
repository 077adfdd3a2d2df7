import Domain

/// What conditions of agreement ask of the record in a form.
extension FormLayer {
  /// Whether some condition asks for a field of the record as it stands in the form; some ask only of clauses of
  /// one kind.
  func isNeeded(_ field: FieldDescription, _ model: Model) -> Bool {
    field.required.contains { rule in
      Commitment.kindAsked[rule].map { clauseKinds(model).contains($0) } ?? true
    }
  }

  /// The kind of clause that is chosen in the form, else those of the records it is about.
  private func clauseKinds(_ model: Model) -> [CommitmentKind] {
    guard let line = lines.first(where: { $0.field == Commitment.kind.field }) else { return [] }
    let chosen = CommitmentKind.allCases.filter { model.say($0.words) == line.text.text }
    guard chosen.isEmpty, line.text.isEmpty else { return chosen }
    return records.compactMap { model.assessment[$0, Commitment.kind] }
  }
}
