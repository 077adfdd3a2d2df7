package import Domain

extension Sentence {
  /// One fact as a line of a history: `担当 佐藤 → 田中`. Of whose record it is, the history says.
  package static func change(_ change: Change, _ assessment: Assessment, _ language: Language) -> String {
    switch change {
    case .created(_, let kind, _, let party):
      let kind = kind.description.words
      let whose = party.map { self.party($0, assessment) }
      return Words(
        "\(kind.en) created" + (whose.map { " (\($0.en))" } ?? ""),
        "\(kind.ja)を作成" + (whose.map { "（\($0.ja)）" } ?? ""))[language]
    case .removed: return Words("deleted", "削除")[language]
    case .set(let id, let slot, let before, let after):
      if let words = blindRound(assessment.kind(of: id), slot, before, after) { return words[language] }
      return set(id, slot, before, after, assessment, language)
    case .phase(let step): return phaseStep(step, assessment, language)
    }
  }

  /// A phase moving: whose, which, from where to where, by which event, who and why.
  package static func phaseStep(
    _ step: PhaseStep, _ assessment: Assessment, _ language: Language
  ) -> String {
    let who = party(step.party, assessment)
    let by = [step.event.words[language], step.by, step.reason].compactMap(\.self)
    return Words(
      "\(who.en) phase \(step.phase.rawValue) \(step.from.words.en) → \(step.to.words.en) "
        + "(\(by.joined(separator: ", ")))",
      "\(who.ja) 局面\(step.phase.rawValue) \(step.from.words.ja) → \(step.to.words.ja)"
        + "（\(by.joined(separator: "、"))）")[language]
  }

  /// How many of a kind: `3 risks`, `リスク 3件`.
  package static func count(_ number: Int, _ kind: RecordKind, _ language: Language) -> String {
    let words = kind.description.words
    return Words("\(number) \(noun(words.en.lowercased(), number))", "\(words.ja) \(number)件")[language]
  }

  /// What a blind round did, without a word of what it hides; nil for other fields.
  private static func blindRound(
    _ kind: RecordKind?, _ slot: Slot, _ before: Value?, _ after: Value?
  ) -> Words? {
    switch (kind, slot.key) {
    case (.estimate, Estimate.seal.key):
      guard after != nil else { return Words("estimate taken back", "見積りを取下げ") }
      return before == nil ? Words("estimate cast", "見積りを提出") : Words("estimate cast anew", "見積りを再提出")
    case (.estimateRound, EstimateRound.revealed.key): return Words("estimates revealed", "見積りを開示")
    default: return nil
    }
  }

  /// Characters of a value in a history line; the record itself shows the rest.
  private static let longest = 40

  private static func set(
    _ id: RecordID, _ slot: Slot, _ before: Value?, _ after: Value?, _ assessment: Assessment,
    _ language: Language
  ) -> String {
    guard let field = assessment.kind(of: id)?.description.field(slot.key) else {
      return slot.key.name
    }
    let whose = slot.party.map { " (\(assessment.label(of: $0)))" } ?? ""
    func text(_ value: Value?) -> String {
      guard let value else { return Words("(empty)", "（空欄）")[language] }
      return FieldText.display(value, field, assessment, language, party: assessment.party(of: id))
        .replacing("\n", with: " ")
    }
    let (before, after) = shortened(text(before), text(after))
    return "\(field.words[language])\(whose) \(before) → \(after)"
  }

  /// Cut so that where they part is seen.
  private static func shortened(_ before: String, _ after: String) -> (String, String) {
    let alike = zip(before, after).prefix { $0 == $1 }.count
    let isLong = max(before.count, after.count) > longest
    let skipped = isLong && alike > longest / 2 ? alike - longest / 4 : 0
    func cut(_ text: String) -> String {
      let rest = skipped > 0 ? "…" + text.dropFirst(skipped) : text
      return rest.count > longest ? rest.prefix(longest - 1) + "…" : rest
    }
    return (cut(before), cut(after))
  }

  private static func noun(_ singular: String, _ number: Int) -> String {
    guard number != 1 else { return singular }
    if singular == "evidence" || singular.hasSuffix("criteria") { return singular }
    if let of = singular.firstRange(of: " of ") {
      return noun(String(singular[..<of.lowerBound]), number) + singular[of.lowerBound...]
    }
    let isAfterVowel = singular.dropLast().last.map { "aeiou".contains($0) } ?? false
    if singular.hasSuffix("y"), !isAfterVowel { return singular.dropLast() + "ies" }
    return singular + (singular.hasSuffix("s") ? "es" : "s")
  }
}
