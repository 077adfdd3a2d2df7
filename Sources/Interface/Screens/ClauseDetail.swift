import Canvas
import Domain

/// What the detail pane says of a clause: what it promises in one line, who answered what, and what discharges it.
enum ClauseDetail {
  static func lines(of clause: RecordID, _ model: Model) -> [DetailLine] {
    let assessment = model.assessment
    let title = assessment.title(of: clause) ?? assessment.label(of: clause)
    return [DetailLine("", title, .textStrong)] + heading(clause, model) + terms(clause, model)
      + Detail.support(of: clause, model) + answers(clause, model) + discharge(clause, model)
      + rest(clause, model)
  }

  /// Kind and topic; issuer and edition of rules.
  private static func heading(_ clause: RecordID, _ model: Model) -> [DetailLine] {
    let assessment = model.assessment
    let words = [assessment[clause, Commitment.kind]?.words, assessment[clause, Commitment.topic]?.words]
    let source = [assessment[clause, Commitment.issuer], assessment[clause, Commitment.edition]]
    return [words.compactMap { $0.map(model.say) }, source.compactMap(\.self)].compactMap { parts in
      parts.isEmpty
        ? nil : DetailLine("", parts.joined(separator: " " + model.glyphs[.separator] + " "), .textMuted)
    }
  }

  // MARK: Terms

  private static func terms(_ clause: RecordID, _ model: Model) -> [DetailLine] {
    switch model.assessment[clause, Commitment.kind] {
    case .serviceLevel: level(clause, model)
    case .disclosure: duty(clause, model)
    case .responsibility: roles(clause, model)
    default: []
    }
  }

  /// `月間稼働率 99.9%以上/月`, then how it is measured; what is missing is said.
  private static func level(_ clause: RecordID, _ model: Model) -> [DetailLine] {
    let assessment = model.assessment
    let missing = model.glyphs[.absent]
    let comparison = assessment[clause, Commitment.comparison]
    let target = assessment[clause, Commitment.target].map {
      (comparison ?? .atLeast).short($0, unit: assessment[clause, Commitment.unit], model.language)
    }
    let per = assessment[clause, Commitment.period].map { model.say($0.words) }
    let last = Self.lastReading(clause, assessment)
    let lines = [
      (Words("Metric", "測定項目"), assessment[clause, Commitment.metric]),
      (Words("Level", "水準"), comparison == .done ? Comparison.done.words[model.language] : target),
      (Words("Period", "期間"), per), (Words("How measured", "測定方法"), assessment[clause, Commitment.method]),
    ].map { DetailLine(model.say($0), $1 ?? missing, $1 == nil ? .gateWarning : .text) }
    guard let last else { return lines }
    return lines + [DetailLine(model.say(Words("Last reading", "直近の測定値")), last.text(model), .text)]
  }

  private struct LastReading {
    let value: Double
    let unit: String
    let date: Day?

    func text(_ model: Model) -> String {
      let on = date.map { " (" + $0.short(seenFrom: model.context.today) + ")" } ?? ""
      return value.short + (unit.isEmpty || unit == "%" ? unit : " " + unit) + on
    }
  }

  private static func lastReading(_ clause: RecordID, _ assessment: Assessment) -> LastReading? {
    let readings = assessment.sources(of: clause, via: Reading.serviceLevel)
    let last = readings.max {
      (assessment[$0, Reading.date]?.number ?? 0) < (assessment[$1, Reading.date]?.number ?? 0)
    }
    return last.flatMap { reading in
      assessment[reading, Reading.value].map {
        LastReading(
          value: $0, unit: assessment[clause, Commitment.unit] ?? "", date: assessment[reading, Reading.date])
      }
    }
  }

  /// Who gives whom, how often, within which time.
  private static func duty(_ clause: RecordID, _ model: Model) -> [DetailLine] {
    let limit = model.assessment[clause, Commitment.timeLimit]
    let often = model.assessment[clause, Commitment.frequency].map { model.say($0.every) }
    let lines = [
      DetailLine(model.say(Words("Gives", "提供")), sides(clause, model), .text),
      DetailLine(
        model.say(Words("How often", "頻度")), often ?? model.say(Words("not said", "未記入")),
        often == nil ? .gateWarning : .text),
    ]
    return lines + (limit.map { [DetailLine(model.say(Words("Time limit", "期限")), $0, .text)] } ?? [])
  }

  /// `CSP ⟶ CSC`.
  static func sides(_ clause: RecordID, _ model: Model) -> String {
    [model.assessment[clause, Commitment.discloser], model.assessment[clause, Commitment.receiver]]
      .map { $0.map(model.shortName(of:)) ?? model.glyphs[.absent] }
      .joined(separator: " " + model.glyphs[.arrowRight] + " ")
  }

  private static func roles(_ clause: RecordID, _ model: Model) -> [DetailLine] {
    let assessment = model.assessment
    let bound = assessment.parties(boundBy: clause)
    let given = bound.compactMap { party in
      assessment[clause, Commitment.responsibility, party].map { (party, $0) }
    }
    let (glyph, words, role) = ResponsibilitiesScreen.verdict(on: clause, bound, assessment)
    let activity = assessment[clause, Commitment.activity].map {
      [DetailLine(model.say(Words("Activity", "活動")), $0, .text)]
    }
    return (activity ?? []) + [
      DetailLine(model.say(Words("Roles", "役割")), model.glyphs[glyph] + " " + model.say(words), role)
    ]
      + given.prefix(partiesShown).map {
        DetailLine(model.shortName(of: $0), $1.letter + " " + model.say($1.words), .text)
      }
  }

  // MARK: Answers

  private static let partiesShown = 8

  /// Those apart first, with reasons and dates; of those that accepted without more ado, how many.
  private static func answers(_ clause: RecordID, _ model: Model) -> [DetailLine] {
    guard model.assessment.scope != .singleOrganization else { return [] }
    let assessment = model.assessment
    let kind = assessment[clause, Commitment.kind]
    let bound = assessment.parties(boundBy: clause)
    let apart = bound.filter { NegotiationScreen.isApart(assessment[clause, Commitment.answer, $0]) }
    let settled = bound.filter { !NegotiationScreen.isApart(assessment[clause, Commitment.answer, $0]) }
    let shown = (apart + settled).prefix(partiesShown)
    let lines = shown.flatMap { party -> [DetailLine] in
      let look = AnswerLook(assessment[clause, Commitment.answer, party], to: kind)
      let besides = AnswerWords.runs(clause, party, model).map(\.0).joined()
      return [
        DetailLine(
          model.shortName(of: party), model.glyphs[look.glyph] + " " + model.say(look.words) + besides,
          look.role)
      ]
    }
    let more = bound.count - shown.count
    return [DetailLine(), DetailLine("", model.say(Words("Answers", "回答")), .textMuted)] + lines
      + (more > 0 ? [DetailLine("", "+\(more)", .textMuted)] : [])
  }

  // MARK: Discharge

  private static let each = 6

  /// Policies, objectives, controls, measurements and disclosures that meet the clause, or that nothing does.
  private static func discharge(_ clause: RecordID, _ model: Model) -> [DetailLine] {
    let head = [DetailLine(), DetailLine("", model.say(Words("What meets it", "この条項に対応するもの")), .textMuted)]
    // Audit information stands above, with its age.
    let lines = groups.filter { $0.kind != .disclosure }.flatMap {
      met(clause, by: $0.kind, $0.key, $0.words, model)
    }
    guard lines.isEmpty else { return head + lines }
    guard model.assessment.disclosures(supporting: clause).isEmpty else { return [] }
    let nothing = Words(
      "nothing: no policy, objective, control or measurement names it", "なし。方針・目的・管理策・測定のいずれも対応していない")
    return head + [DetailLine("", model.glyphs[.severityWarning] + " " + model.say(nothing), .gateWarning)]
  }

  /// Which kinds of record meet clauses, and by which field; fields of different kinds may share a name.
  static let groups: [(kind: RecordKind, key: FieldKey, words: Words)] = [
    (.policyDocument, PolicyDocument.answers.key, Words("Policy", "方針")),
    (.objective, Objective.dependsOn.key, Words("Objective", "目的")),
    (.controlStatement, ControlStatement.commitments.key, Words("Control", "管理策")),
    (.reading, Reading.serviceLevel.key, Words("Measured", "測定")),
    (.disclosure, Disclosure.commitments.key, Words("Disclosed", "提供")),
  ]

  private static func met(
    _ clause: RecordID, by kind: RecordKind, _ key: FieldKey, _ words: Words, _ model: Model
  ) -> [DetailLine] {
    let assessment = model.assessment
    let sources = assessment.sources(of: clause)
      .filter { $0.key == key && assessment.kind(of: $0.id) == kind }.map(\.id)
    guard !sources.isEmpty else { return [] }
    if kind == .reading {
      let count = Words("\(sources.count) readings", "測定値 \(sources.count)件")
      return [DetailLine(model.say(words), model.say(count), .link)]
    }
    let lines = sources.prefix(each).enumerated().map { place, source in
      DetailLine(place == 0 ? model.say(words) : " ", model.line(of: source), .link)
    }
    return lines + (sources.count > each ? [DetailLine(" ", "+\(sources.count - each)", .textMuted)] : [])
  }

  // MARK: The rest

  private static let said: Set<FieldKey> = [
    Commitment.text.key, Commitment.kind.key, Commitment.topic.key, Commitment.issuer.key,
    Commitment.edition.key,
    Commitment.metric.key, Commitment.comparison.key, Commitment.target.key, Commitment.unit.key,
    Commitment.period.key, Commitment.method.key, Commitment.discloser.key, Commitment.receiver.key,
    Commitment.frequency.key, Commitment.timeLimit.key, Commitment.activity.key,
    Commitment.responsibility.key,
    Commitment.answer.key, Commitment.answerReason.key, Commitment.answerDue.key, Commitment.answeredOn.key,
  ]

  private static func rest(_ clause: RecordID, _ model: Model) -> [DetailLine] {
    let lines = Detail.fieldLines(of: clause, model) { !said.contains($0) }
    return lines.isEmpty ? [] : [DetailLine()] + lines
  }
}

extension Period {
  /// As a frequency: `every month`, `毎月`.
  var every: Words {
    switch self {
    case .month: Words("every month", "毎月")
    case .quarter: Words("every quarter", "四半期ごと")
    case .halfYear: Words("every half-year", "半期ごと")
    case .year: Words("every year", "毎年")
    }
  }
}
