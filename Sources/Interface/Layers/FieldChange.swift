import Domain

/// A field as it stood when its typing began, and what was typed in its place.
struct FieldChange {
  let slot: Slot
  let field: FieldDescription
  let began: String
  let typed: String

  /// Asks before what somebody else wrote meanwhile is written over, showing theirs and what was typed.
  ///
  /// - Parameters:
  ///   - changes: The fields typed in.
  ///   - records: Whose; of several nothing was shown, so that nothing can have changed under it.
  ///   - act: What is ordered when the answer is yes.
  ///   - model: Where the fields are found and the question appears.
  /// - Returns: Whether it was asked; nothing is to be ordered then.
  static func asking(
    _ changes: [FieldChange], of records: [RecordID], _ act: Effect, _ model: inout Model
  ) -> Bool {
    guard records.count == 1 else { return false }
    let lines = changes.flatMap { change -> [String] in
      let value = model.assessment.value(records[0], change.slot)
      let now = FieldText.edit(value, change.field, model.assessment, model.language)
      guard now != change.began, now != change.typed else { return [] }
      let name = model.say(change.field.words)
      return [
        name + ": " + model.say(Words("theirs ", "他の端末 ")) + now,
        name + ": " + model.say(Words("yours ", "自分 ")) + change.typed,
      ]
    }
    guard !lines.isEmpty else { return false }
    let label = model.assessment.label(of: records[0])
    let question = Words(
      "\(label) was changed by others meanwhile. Write yours over it?",
      "この間に他の端末で \(label) が変更されました。上書きしますか？")
    model.layers.append(
      ConfirmLayer(
        question, lines: lines.map { $0.replacing("\n", with: " ") }, onYes: .effects([act]),
        asOf: model.assessment.revision))
    return true
  }
}
