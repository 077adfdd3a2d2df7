import Domain

/// How parties answer clauses by key: which answers a kind of clause takes, what each needs, and the orders.
enum Answering {
  /// What is said besides the answer itself, by field.
  typealias Words = [FieldKey: Value]

  /// The keys, in the order in which the footer lists them.
  static let keys: [(key: Character, answer: Answer)] = [
    ("a", .accepted), ("p", .acceptedWithReservation), ("n", .notAdopted), ("d", .disputed),
    ("x", .notApplicable),
  ]

  /// The answers that a kind of clause takes: a law applies or not, a standard is adopted, partly or not.
  static func answers(to kind: CommitmentKind?) -> [Answer] {
    switch kind {
    case .law, .regulation: [.accepted, .notApplicable]
    case .internationalStandard, .guideline:
      [.accepted, .acceptedWithReservation, .notAdopted, .notApplicable]
    case .serviceScope, .serviceLevel, .responsibility, .disclosure, .interestedPartyRequirement, nil:
      [.accepted, .acceptedWithReservation, .disputed, .notApplicable]
    }
  }

  /// The letters for a clause of a kind, as the footer says them.
  static func letters(for kind: CommitmentKind?) -> [Letter] {
    let answers = answers(to: kind)
    return keys.filter { answers.contains($0.answer) }.map {
      Letter(String($0.key), AnswerLook($0.answer, to: kind).words)
    }
  }

  /// What a key comes to for clauses that a party is to answer; a nil key takes the answer back.
  static func answer(
    _ key: Character?, _ clauses: [RecordID], _ party: RecordID, _ model: Model
  ) -> LetterAnswer {
    let assessment = model.assessment
    guard let key else { return .act(commands(clauses, party, nil, [:], today: model.context.today)) }
    guard let answer = keys.first(where: { $0.key == Character(key.lowercased()) })?.answer else {
      return .foreign
    }
    let unfit = clauses.first { !answers(to: assessment[$0, Commitment.kind]).contains(answer) }
    if let unfit { return .refuse(refusal(unfit, assessment)) }
    if let locked = clauses.lazy.compactMap({
      model.lockSentence($0, Slot(Commitment.answer.key, party: party))
    }).first {
      return .refuse(Domain.Words(locked, locked))
    }
    guard answer.needsReason || assessment[party, Party.participation] == .documentary else {
      return .act(commands(clauses, party, answer, [:], today: model.context.today))
    }
    return .ask(AnswerLayer(clauses, party, answer, model))
  }

  private static func refusal(_ clause: RecordID, _ assessment: Assessment) -> Domain.Words {
    let label = assessment.label(of: clause)
    let kind = assessment[clause, Commitment.kind]
    let keys = letters(for: kind).map(\.key).joined(separator: " ")
    let name = kind?.words ?? Domain.Words("clause", "条項")
    return Domain.Words(
      "\(label) is a \(name.en.lowercased()): it takes \(keys) only.",
      "\(label)（\(name.ja)）に付けられるのは \(keys) です。")
  }

  /// The sentence for a word that is missing.
  static func missing(_ field: FieldDescription, _ answer: Answer) -> Domain.Words {
    field.key == Commitment.answerDue.key
      ? Domain.Words(
        "Until when? Give the day by which it is settled.", "いつまでか、解消の期限を入力してください。")
      : Domain.Words("This answer needs its reason.", "この回答には理由が必要です。")
  }

  /// The orders of one answer; what an earlier one said besides goes with it.
  static func commands(
    _ clauses: [RecordID], _ party: RecordID, _ answer: Answer?, _ words: Words, today: Day
  ) -> [Command] {
    let besides = [Commitment.answerReason.key, Commitment.answerDue.key, Commitment.answerSource.key]
    return clauses.flatMap { clause -> [Command] in
      [
        .set(clause, Slot(Commitment.answer.key, party: party), answer.map { .choice($0.rawValue) }),
        .set(clause, Slot(Commitment.answeredOn.key, party: party), answer.map { _ in .day(today) }),
      ] + besides.map { .set(clause, Slot($0, party: party), words[$0]) }
    }
  }
}

extension Answer {
  /// Whether it stands only with its reason.
  var needsReason: Bool {
    switch self {
    case .acceptedWithReservation, .disputed, .notAdopted, .notApplicable: true
    case .proposed, .accepted: false
    }
  }

  /// Whether it says until when.
  var needsDue: Bool { self == .acceptedWithReservation || self == .notAdopted }
}
