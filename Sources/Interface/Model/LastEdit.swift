import Domain

/// The last edit of fields, which `.` makes again on the chosen records.
///
/// Kept as written facts rather than as orders, so that a person created along with the edit is not created again.
struct LastEdit: Sendable {
  let kind: RecordKind
  private let values: [Slot: Value?]

  /// Reads an edit out of facts.
  ///
  /// - Returns: nil for what is no edit of fields that are there: births, removals, decisions, undo.
  init?(_ changes: [Change], _ origin: Origin, _ assessment: Assessment) {
    switch origin {
    case .form, .action: break
    case .step, .entryLine, .phaseEvent, .removal, .undo, .redo, .decision, .walk, .estimate: return nil
    }
    var born: Set<RecordID> = []
    var kind: RecordKind?
    var values: [Slot: Value?] = [:]
    for change in changes {
      switch change {
      case .created(let id, _, _, _): born.insert(id)
      case .set(let id, let slot, _, let after) where !born.contains(id):
        let its = assessment.kind(of: id)
        guard kind == nil || its == kind, its?.description.field(slot.key)?.isComputed == false else {
          continue
        }
        kind = its
        values[slot] = .some(after)
      case .set, .removed, .phase: continue
      }
    }
    guard let kind, !values.isEmpty else { return nil }
    self.kind = kind
    self.values = values
  }

  /// The same values, on every chosen record of the kind.
  func commands(for model: Model) -> [Command] {
    model.chosen.filter { model.assessment.kind(of: $0) == kind }.flatMap { kind.setting(values, of: $0) }
  }

  /// Why `.` has nothing to do here; nil when it has.
  @Sendable static func nothingToRepeat(_ model: Model) -> Words? {
    guard let edit = model.lastEdit else {
      return Words(
        "Nothing to repeat yet: edit a record first, then . does the same to another.",
        "繰り返す変更がまだありません。記録を編集すると、. で別の記録に同じ変更ができます。")
    }
    guard edit.commands(for: model).isEmpty else { return nil }
    let name = edit.kind.description.words
    return Words(
      "The last change was to a record of another kind (\(name.en)).", "直前の変更は別の種類の記録（\(name.ja)）に対するものです。")
  }
}

extension RecordKind {
  /// Values as commands, in the order the kind declares its fields: later ones may depend on earlier ones.
  func setting(_ values: [Slot: Value?], of record: RecordID) -> [Command] {
    description.fields.flatMap { field in
      values.filter { $0.key.key == field.key }.map { .set(record, $0.key, $0.value) }
    }
  }
}
