package import Domain

/// What an act brought about, in one sentence for the foot of the screen.
extension Sentence {
  /// After saving: the record by its label, or how many.
  package static func saved(
    _ changes: [Change], _ assessment: Assessment, _ language: Language, _ keymap: Keymap
  ) -> String {
    let records = distinct(changes)
    guard let first = Change.born(changes) ?? records.first else {
      return Words("Nothing changed.", "変更はありません。")[language]
    }
    let created = changes.contains { if case .created = $0 { true } else { false } }
    let removed = changes.contains { if case .removed = $0 { true } else { false } }
    let verb =
      created
      ? Words("created", "を作成しました") : removed ? Words("deleted", "を削除しました") : Words("saved", "を保存しました")
    // Who came into being along the way is told apart: "did all ten go in?" is what people ask.
    let kind = assessment.kind(of: first)
    let ofKind = created ? records.filter { assessment.kind(of: $0) == kind } : records
    let others = records.filter { !ofKind.contains($0) }
    let along = others.isEmpty ? "" : along(others, changes, assessment)[language]
    return what(ofKind, first, assessment, language) + along + " " + verb[language]
      + reopened(changes, assessment)[language]
      + keymap.say(Words(". \(key: "undo") undoes it.", "。\(key: "undo") で元に戻せます。"), language)
  }

  /// Whose answers to a clause are open again because its terms changed.
  private static func reopened(_ changes: [Change], _ assessment: Assessment) -> Words {
    var reworded: Set<RecordID> = []
    var parties: [RecordID] = []
    for case .set(let id, let slot, let before, let after) in changes
    where assessment.kind(of: id) == .commitment {
      if Commitment.terms.contains(slot.key) { reworded.insert(id) }
      guard reworded.contains(id), let party = slot.party, slot.key == Commitment.answer.key, before != nil,
        after == .choice(Answer.proposed.rawValue), !parties.contains(party)
      else { continue }
      parties.append(party)
    }
    guard !parties.isEmpty else { return Words("", "") }
    let names = list(parties.map { party($0, assessment) })
    let answers = parties.count == 1 ? "the answer of \(names.en) is" : "the answers of \(names.en) are"
    return Words("; \(answers) open again", "。\(names.ja)の回答は「提案中」に戻りました")
  }

  /// What else came along: people met for the first time by name, since a slip of the keys makes one too.
  private static func along(_ others: [RecordID], _ changes: [Change], _ assessment: Assessment) -> Words {
    let people = changes.compactMap { change -> String? in
      guard case .created(let id, .person, _, _) = change, others.contains(id) else { return nil }
      return assessment[id, Person.name]
    }
    guard people.isEmpty else {
      let more = others.count - people.count
      return Words(
        " (new person: \(people.joined(separator: ", "))" + (more > 0 ? ", \(more) more)" : ")"),
        "（新しい人: \(people.joined(separator: "、"))" + (more > 0 ? "、ほか \(more)件）" : "）"))
    }
    return Words(" (with \(others.count) more)", "（ほか関連 \(others.count)件）")
  }

  /// After undo or redo: what came back.
  package static func undone(
    _ changes: [Change], isRedo: Bool, _ assessment: Assessment, _ language: Language
  ) -> String {
    let act = act(changes, isRedo: isRedo, assessment)
    let words =
      isRedo
      ? Words("Done again: \(act.en)", "やり直しました: \(act.ja)")
      : Words("Undone: \(act.en)", "元に戻しました: \(act.ja)")
    return words[language]
  }

  /// What was done once, read from what undoing or redoing it changed: `R-23 created`, `R-5, likelihood`.
  private static func act(_ changes: [Change], isRedo: Bool, _ assessment: Assessment) -> Words {
    var made: [RecordID] = []
    var gone: [RecordID] = []
    var fields: [Words] = []
    for change in changes {
      switch change {
      case .created(let id, _, _, _): made.append(id)
      case .removed(let id): gone.append(id)
      case .set(let id, let slot, _, _):
        let field = assessment.kind(of: id)?.description.field(slot.key)?.words
        if let field, !fields.contains(field) { fields.append(field) }
      case .phase: continue
      }
    }
    if !isRedo { swap(&made, &gone) }
    let (records, verb) =
      !made.isEmpty
      ? (made, Words(" created", " の作成"))
      : !gone.isEmpty ? (gone, Words(" deleted", " の削除")) : (distinct(changes), named(fields))
    // Who came into being along the way, as a record's owner does, is not what the act was about.
    let first = records.first { assessment.kind(of: $0) != .person } ?? records.first
    guard let first else { return Words("", "") }
    return Words(
      what(records, first, assessment, .english) + verb.en,
      what(records, first, assessment, .japanese) + verb.ja)
  }

  private static func named(_ fields: [Words]) -> Words {
    let more = fields.count > 2
    let shown = fields.prefix(more ? 1 : 2)
    guard !shown.isEmpty else { return Words("", "") }
    return Words(
      ", " + shown.map { $0.en.lowercased() }.joined(separator: ", ")
        + (more ? " and \(fields.count - 1) more" : ""),
      " の" + shown.map(\.ja).joined(separator: "・") + (more ? " 他\(fields.count - 1)項目" : ""))
  }

  /// After a phase event: the phases that moved, and whose.
  package static func phaseMoved(_ changes: [Change], _ assessment: Assessment, _ language: Language)
    -> String
  {
    let steps = changes.compactMap { if case .phase(let step) = $0 { step } else { nil } }
    return steps.prefix(4).map { step in
      let party = assessment[step.party, Party.name] ?? ""
      return Words(
        "\(party), phase \(step.phase.rawValue): \(step.to.words.en)",
        "\(party) 局面\(step.phase.rawValue): \(step.to.words.ja)")[language]
    }.joined(separator: Words("; ", "、")[language])
      + (steps.count > 4 ? Words(" and \(steps.count - 4) more", " 他\(steps.count - 4)件")[language] : "")
  }

  private static func distinct(_ changes: [Change]) -> [RecordID] {
    var seen: Set<RecordID> = []
    return changes.compactMap(\.record).filter { seen.insert($0).inserted }
  }

  private static func what(
    _ records: [RecordID], _ first: RecordID, _ assessment: Assessment, _ language: Language
  ) -> String {
    guard records.count > 1 else { return assessment.label(of: first) }
    let label = assessment.label(of: first)
    return Words("\(label) and \(records.count - 1) more", "\(label) 他\(records.count - 1)件")[language]
  }
}
