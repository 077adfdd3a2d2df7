import Domain

/// Finds a party by key, by name, or by a start of either that no other party shares.
enum PartyReading {
  /// - Throws: `unknownParty` with those there are.
  static func party(_ text: String, _ assessment: Assessment) throws(FieldProblem) -> RecordID {
    if let exact = exact(text, assessment) { return exact }
    let wanted = TypedText.folded(text)
    let all = assessment.ids(.party)
    let starting =
      wanted.isEmpty ? [] : all.filter { names($0, assessment).contains { $0.hasPrefix(wanted) } }
    if starting.count == 1, let only = starting.first { return only }
    let within =
      wanted.isEmpty || !starting.isEmpty
      ? starting : all.filter { names($0, assessment).contains { $0.contains(wanted) } }
    if within.count == 1, let only = within.first { return only }
    let shown = TypedText.line(text)
    guard within.isEmpty else {
      throw .ambiguousRecord(shown, candidates: within.prefix(4).map { described($0, assessment) })
    }
    throw .unknownParty(shown, known: all.prefix(6).map { assessment.label(of: $0) })
  }

  /// The party with just that key or name; nil if none.
  static func exact(_ text: String, _ assessment: Assessment) -> RecordID? {
    let wanted = TypedText.folded(text)
    guard !wanted.isEmpty else { return nil }
    return assessment.ids(.party).first { names($0, assessment).contains(wanted) }
  }

  private static func names(_ id: RecordID, _ assessment: Assessment) -> [String] {
    [assessment[id, Party.partyKey], assessment[id, Party.name]].compactMap(\.self).map(TypedText.folded)
  }

  private static func described(_ id: RecordID, _ assessment: Assessment) -> String {
    assessment.label(of: id) + " " + (assessment[id, Party.name] ?? "")
  }
}
