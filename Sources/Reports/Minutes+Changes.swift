import Domain
import Interface

/// What changed in the assessment that day: phases that moved, then records by kind, fields from → to.
extension Minutes {
  private static let recordsShown = 30
  private static let fieldsShown = 12

  /// Kinds that have sections of their own, or nothing to tell.
  private static let elsewhere: Set<RecordKind> = [
    .participant, .agendaItem, .parkingItem, .actionItem, .decision, .estimateRound, .estimate, .walk,
    .walkStop, .savedView, .person,
  ]

  var changes: [Document.Block] {
    let steps = work.steps.filter { !hidden.contains($0.party) }.map {
      Document.Item(Sentence.phaseStep($0, assessment, language))
    }
    let phases: [Document.Block] =
      steps.isEmpty ? [] : [.subheading(say(Words("Phases", "局面"))), .list(steps)]
    let byKind = Dictionary(grouping: work.touched.filter { !hidden.contains($0) }) {
      assessment.kind(of: $0)
    }
    return phases
      + RecordKind.allCases.filter { !Self.elsewhere.contains($0) }.flatMap { kind -> [Document.Block] in
        let items = (byKind[kind] ?? []).sorted { number($0) < number($1) }.compactMap { item($0, kind) }
        guard !items.isEmpty else { return [] }
        let more = items.count - Self.recordsShown
        let rest = Words("and \(more) more", "他 \(more)件")
        return [
          .subheading(say(kind.description.words)),
          .list(Array(items.prefix(Self.recordsShown)) + (more > 0 ? [Document.Item(say(rest))] : [])),
        ]
      }
  }

  private func number(_ record: RecordID) -> UInt32 { assessment.labelNumber(of: record) ?? 0 }

  /// A record with what became of it; nil when the day left it as it was.
  private func item(_ record: RecordID, _ kind: RecordKind) -> Document.Item? {
    let name = assessment.label(of: record) + " " + (assessment.title(of: record) ?? "")
    if work.gone.contains(record) { return Document.Item(say(Words("\(name): deleted", "\(name)（削除）"))) }
    guard assessment.exists(record) else { return nil }
    let isNew = work.born[record] != nil
    let lines = work.changes(of: record).compactMap { line($0, record, kind, isNew: isNew) }
    guard isNew || !lines.isEmpty else { return nil }
    let more = lines.count - Self.fieldsShown
    let rest = more > 0 ? [say(Words("and \(more) more fields", "他 \(more)項目"))] : []
    return Document.Item(
      isNew ? say(Words("\(name): new", "\(name)（新規）")) : name,
      below: lines.prefix(Self.fieldsShown) + rest)
  }

  private func line(_ change: DayWork.FieldChange, _ record: RecordID, _ kind: RecordKind, isNew: Bool)
    -> String?
  {
    guard let field = kind.description.field(change.slot.key), !field.isKept,
      !(isNew && field.key == kind.description.title.key)
    else { return nil }
    let (before, after) = (shown(change.before, field, record), shown(change.after, field, record))
    guard before != after else { return nil }
    let whose = change.slot.party.map { " (" + assessment.label(of: $0) + ")" } ?? ""
    let empty = say(Words("(empty)", "（空欄）"))
    let name = say(field.words) + whose + ": "
    return isNew ? after.map { name + $0 } : name + (before ?? empty) + " → " + (after ?? empty)
  }

  /// A value as people read it, without what may not be seen; nil where nothing is left.
  private func shown(_ value: Value?, _ field: FieldDescription, _ record: RecordID) -> String? {
    guard let seen = value.flatMap(visible) else { return nil }
    return FieldText.display(seen, field, assessment, language, party: assessment.party(of: record))
  }

  private func visible(_ value: Value) -> Value? {
    switch value {
    case .reference(let id): return hidden.contains(id) ? nil : value
    case .references(let ids):
      let seen = ids.filter { !hidden.contains($0) }
      return seen.isEmpty ? nil : .references(seen)
    case .text, .number, .integer, .flag, .day, .choice, .choices, .list, .table: return value
    }
  }
}
