/// Somebody in the room: of an organisation, or of none, such as a facilitator.
package enum Participant {
  package static let name = Attribute.text("name", "Name", "氏名")
  package static let person = Attribute.reference("person", "Person", "人", to: .person)
  /// In the workshop, not in the organisation.
  package static let role = Attribute.text(
    "role", "Part", "役割", hint: Words("facilitator, minutes", "進行役、書記など"))
  /// Calendar dates: a workshop runs over several days, and not everybody comes to each.
  package static let presentOn = Attribute.list(
    "presentOn", "Present on", "出席日", tokens: ["on:", "出席:"],
    hint: Words("2026-11-24; 2026-11-25", "2026-11-24; 2026-11-25"))

  package static let description = KindDescription(
    .participant, "PA", "Participant", "参加者", phase: nil, ownership: .either,
    fields: [name.field, role.field, person.field, presentOn.field])
}

/// A point of the agenda with its time box.
package enum AgendaItem {
  package static let title = Attribute.text("title", "Title", "議題")
  package static let minutes = Attribute.integer("minutes", "Minutes", "時間（分）", tokens: ["min:", "分:"])
  package static let day = Attribute.day("day", "Day", "開催日", tokens: ["on:", "日:"])
  package static let order = Attribute.integer("order", "Order", "順序")
  /// The moment it was last taken up, in UTC.
  package static let begunAt = Attribute.text("begunAt", "Begun at", "開始時刻", hint: utc)
  /// Nil while it runs.
  package static let endedAt = Attribute.text("endedAt", "Ended at", "終了時刻", hint: utc)
  /// Of the runs that ended: an item may be taken up again.
  package static let spent = Attribute.integer("spent", "Minutes taken", "所要（分）")

  private static let utc = Words("2026-11-24T05:00:00Z (UTC)", "2026-11-24T05:00:00Z（協定世界時）")

  package static let description = KindDescription(
    .agendaItem, "AI", "Agenda item", "議題", phase: nil, ownership: .joint,
    fields: [
      title.field, minutes.field, day.field, order.field, spent.field, begunAt.field, endedAt.field,
    ])
}

/// Something to come back to.
package enum ParkingItem {
  package static let text = Attribute.text("text", "Text", "保留事項")
  package static let record = Attribute<RecordID>.field(
    "record", "About", "対象", .reference(RecordKind.allCases), tokens: ["^"])
  package static let takenUpOn = Attribute.day("takenUpOn", "Taken up on", "取り上げた日")

  package static let description = KindDescription(
    .parkingItem, "PK", "Parked item", "保留事項", phase: nil, ownership: .joint,
    fields: [text.field, record.field, takenUpOn.field])
}

/// Something somebody promised to do (宿題).
package enum ActionItem {
  package static let text = Attribute.text("text", "Action item", "宿題")
  package static let owner = Attribute.reference(
    "owner", "Owner", "担当者", to: .person, tokens: ["own:", "担当:"])
  package static let due = Attribute.day("due", "Due", "期限", tokens: ["due:", "期限:"])
  package static let record = Attribute<RecordID>.field(
    "record", "About", "対象", .reference(RecordKind.allCases), tokens: ["^"])
  package static let doneOn = Attribute.day("doneOn", "Done on", "完了日")

  package static let description = KindDescription(
    .actionItem, "T", "Action item", "宿題", phase: nil, ownership: .either,
    fields: [text.field, owner.field, due.field, record.field, doneOn.field])
}

/// What the room decided; when, and who wrote it down, the journal tells.
package enum Decision {
  package static let text = Attribute.text("text", "Decision", "決定事項")
  package static let record = Attribute<RecordID>.field(
    "record", "About", "対象", .reference(RecordKind.allCases), tokens: ["^"])

  package static let description = KindDescription(
    .decision, "DC", "Decision", "決定事項", phase: nil, ownership: .joint, fields: [text.field, record.field])
}

/// A blind round of estimates on one risk: nobody sees another's before the reveal.
package enum EstimateRound {
  package static let title = Attribute.text("title", "Title", "名称")
  package static let risk = Attribute.reference("risk", "Risk", "リスク", to: .risk)
  package static let criteria = Attribute.reference(
    "criteria", "Estimated under", "適用したリスク基準", to: .riskCriteria)
  package static let revealed = Attribute.flag("revealed", "Revealed", "開示済")
  package static let decision = Attribute.reference("decision", "Decision", "決定事項", to: .decision)

  package static let description = KindDescription(
    .estimateRound, "ER", "Estimate round", "見積りの回", phase: nil, ownership: .joint,
    fields: [title.field, risk.field, criteria.field, revealed.field, decision.field])
}

/// One participant's estimate in a round: until the reveal nothing but its seal.
package enum Estimate {
  /// The participant as called when casting.
  package static let by = Attribute.text("by", "By", "見積者")
  package static let participant = Attribute.reference(
    "participant", "Participant", "参加者", to: .participant)
  package static let round = Attribute.reference("round", "Round", "見積りの回", to: .estimateRound)
  /// A commitment (`Opening.seal`): binds the values without telling them.
  package static let seal = Attribute.text("seal", "Seal", "封印")
  package static let salt = Attribute.text("salt", "Salt of the seal", "封印のソルト")
  package static let likelihood = Attribute<Int>.step("likelihood", "Likelihood", "起こりやすさ", .likelihood)
  package static let consequenceStep = Attribute<Int>.step(
    "consequenceStep", "Consequence step", "結果の大きさ", .consequence)

  package static let description = KindDescription(
    .estimate, "ES", "Estimate", "見積り", phase: nil, ownership: .either,
    fields: [
      by.field, participant.field, round.field, seal.field, salt.field, likelihood.field,
      consequenceStep.field,
    ], unique: [round.key, participant.key])
}
