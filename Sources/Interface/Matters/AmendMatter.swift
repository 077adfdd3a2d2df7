import Domain

/// A joint record is opened for a change (合意済の共同記録の変更).
struct AmendMatter: Matter {
  let isFinal = true
  let record: RecordID

  func title(_ model: Model) -> String {
    model.say(Words("Amend ", "変更: ")) + MatterLines(model: model).named(record)
  }

  func fields(_ model: Model) -> [MatterField] { [MatterField(Words("Reason", "理由"))] }

  func commands(_ fields: [MatterField], _ model: Model) -> [Command] {
    [.phase(.amend(record, by: model.context.actor, reason: fields[0].value.orPlaceholder))]
  }

  func remarks(_ fields: [MatterField], _ foreseen: Foreseen, _ model: Model) -> [MatterLine] {
    guard foreseen.refusal == nil else { return [] }
    let resting = model.assessment.sources(of: record, via: Commitment.restsOn)
    let lines = resting.map {
      MatterLine(
        model.say(Words("Rests on it: ", "これに支えられている: ")) + MatterLines(model: model).named($0), .warning,
        record: $0)
    }
    let words = Words(
      "Then it can be edited; whoever it binds answers and confirms again.",
      "その後は編集できます。拘束される組織は改めて回答し、再確認します。")
    return lines + [MatterLine(model.say(words))]
  }
}
