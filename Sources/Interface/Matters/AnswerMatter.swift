import Domain

/// An answer to clauses with what belongs to it: the reason and end of a reservation, or for a party that never
/// comes the document and place where its answer stands.
struct AnswerMatter: Matter {
  let isFinal = false
  let clauses: [RecordID]
  /// Those who are bound, the likeliest first.
  let parties: [RecordID]
  /// What all of the clauses take, the likeliest first.
  private let answers: [Answer]
  /// What they are; nil where they are of several kinds.
  private let kind: CommitmentKind?

  private enum Place { static let party = 0, answer = 1, reason = 2, due = 3, source = 4, day = 5 }
  private static let likeliest: [Answer] = [
    .acceptedWithReservation, .accepted, .notAdopted, .disputed, .notApplicable, .proposed,
  ]
  private static let usualDays = 90

  init(clauses: [RecordID], parties: [RecordID], _ assessment: Assessment) {
    self.clauses = clauses
    self.parties = parties
    let kinds = Set(clauses.map { assessment[$0, Commitment.kind] })
    kind = kinds.count == 1 ? kinds.first.flatMap(\.self) : nil
    answers = Self.likeliest.filter { answer in
      answer == .proposed || kinds.allSatisfy { Answering.answers(to: $0).contains(answer) }
    }
  }

  func title(_ model: Model) -> String {
    let more = clauses.count > 1 ? " +\(clauses.count - 1)" : ""
    return model.say(Words("Answer to ", "回答: ")) + MatterLines(model: model).named(clauses[0]) + more
  }

  func fields(_ model: Model) -> [MatterField] {
    let isByDocument = parties.first.map { isDocumentary($0, model) } ?? false
    let usual = isByDocument ? answers.firstIndex(of: .accepted) ?? 0 : 0
    let hasDue = answers[usual].needsDue
    return [
      MatterField(
        Words("Party", "組織"), options: parties.map { Words(model.name(of: $0), model.name(of: $0)) }),
      MatterField(
        Words("Answer", "回答"), options: answers.map { AnswerLook($0, to: kind).words }, choice: usual),
      MatterField(Words("Reason", "理由"), isNeeded: false),
      MatterField(
        answers.contains(.notAdopted) ? Words("Until", "期限") : Words("Reserved until", "留保の期限"),
        text: hasDue ? model.context.today.adding(Self.usualDays).text : "", isNeeded: false),
      MatterField(Words("Document and place", "文書と箇所"), isNeeded: false),
      MatterField(Words("Answered on", "回答日"), text: model.context.today.text),
    ]
  }

  private func isDocumentary(_ party: RecordID, _ model: Model) -> Bool {
    model.assessment[party, Party.participation] == .documentary
  }

  private func party(_ fields: [MatterField]) -> RecordID { parties[fields[Place.party].choice] }
  private func answer(_ fields: [MatterField]) -> Answer { answers[fields[Place.answer].choice] }

  func fault(_ fields: [MatterField], _ model: Model) -> MatterFault? {
    if answer(fields).needsReason, fields[Place.reason].value.isEmpty {
      return MatterFault(field: Place.reason, words: Words("This answer needs its reason.", "この回答には理由が必要です。"))
    }
    if answer(fields).needsDue, fields[Place.due].day == nil {
      let words =
        answer(fields) == .acceptedWithReservation
        ? Words("A reservation needs a date by which it is settled.", "留保には解消の期限（日付）が必要です。")
        : Answering.missing(Commitment.answerDue.field, answer(fields))
      return MatterFault(field: Place.due, words: words)
    }
    if isDocumentary(party(fields), model), fields[Place.source].value.isEmpty {
      return MatterFault(
        field: Place.source,
        words: Words(
          "It answers by document: say which and where, such as “Terms 4.2”.",
          "文書による参加です。文書名と箇所（例: 利用規約 4.2）を記入してください。"))
    }
    return fields[Place.day].day == nil ? MatterFault(field: Place.day, words: UI.notADay) : nil
  }

  func commands(_ fields: [MatterField], _ model: Model) -> [Command] {
    let party = party(fields)
    let bound = clauses.filter { model.assessment.parties(boundBy: $0).contains(party) }
    var words = Answering.Words()
    let texts = [(Commitment.answerReason.key, Place.reason), (Commitment.answerSource.key, Place.source)]
    for (key, place) in texts where !fields[place].value.isEmpty {
      words[key] = .text(fields[place].value)
    }
    if answer(fields).needsDue {
      words[Commitment.answerDue.key] = fields[Place.due].day.map(Value.day)
    }
    return Answering.commands(
      bound, party, answer(fields), words, today: fields[Place.day].day ?? model.context.today)
  }

  func remarks(_ fields: [MatterField], _ foreseen: Foreseen, _ model: Model) -> [MatterLine] {
    guard foreseen.refusal == nil else { return [] }
    let isByDocument = isDocumentary(party(fields), model)
    let effect: MatterLine =
      switch answer(fields) {
      case _ where isByDocument:
        MatterLine(
          model.say(
            Words("Recorded as by document; no phase waits for it.", "文書による回答として記録します。どの局面もこれを待ちません。")))
      case .accepted:
        MatterLine(model.say(Words("Nothing of it blocks phase 1 any more.", "局面1の合意を妨げるものはなくなります。")), .good)
      case .acceptedWithReservation:
        MatterLine(
          model.say(
            Words(
              "Phase 1 can be agreed; the reservation stays listed and is carried into the next cycle until settled.",
              "局面1は合意できます。留保は一覧に残り、解消するまで次期に引き継ぎます。")), .warning)
      case .disputed, .proposed:
        MatterLine(
          model.say(Words("Phase 1 cannot be agreed while this stands.", "この回答のままでは局面1に合意できません。")), .warning)
      case .notAdopted, .notApplicable:
        MatterLine(model.say(Words("The clause does not bind it in practice.", "この組織には適用しないものとして扱います。")))
      }
    return [effect] + MatterLines(model: model).untouched(foreseen)
  }
}
