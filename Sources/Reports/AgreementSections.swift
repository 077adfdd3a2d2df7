import Canvas
import Domain
import Interface

/// What the parties agreed, or the rules they live by: clauses with every answer, responsibilities, service levels.
struct AgreementSections {
  let source: ReportSource

  private var assessment: Assessment { source.assessment }

  /// More columns than this no sheet holds; answers are then counted instead.
  private static let partiesBeside = 4

  var sections: [Document.Section] {
    let clauses = assessment.ids(.commitment)
    let agreements = assessment.ids(.agreement)
    let groups = agreements.map(Optional.some) + [RecordID?.none]
    let texts = groups.compactMap { agreement in
      section(agreement, clauses.filter { assessment[$0, Commitment.agreement] == agreement })
    }
    return texts + [responsibilities(clauses), ServiceLevelTable(source: source).section].compactMap(\.self)
  }

  // MARK: Clauses

  private func section(_ agreement: RecordID?, _ clauses: [RecordID]) -> Document.Section? {
    let facts = agreement.map(facts) ?? []
    guard agreement != nil || !clauses.isEmpty else { return nil }
    let title = agreement.map(source.name) ?? source.say(Words("Rules and requirements", "法令・規則・要求事項"))
    let table = clauses.isEmpty ? [] : [Document.Block.table(table(clauses))]
    return Document.Section(title, (facts.isEmpty ? [] : [.facts(facts)]) + table)
  }

  private func facts(_ agreement: RecordID) -> [Document.Fact] {
    let services = assessment.sources(of: agreement, via: Service.agreement).map { service in
      let sides = [Service.customer, Service.provider].map { field in
        assessment[service, field].map(source.shortName) ?? ""
      }
      return source.title(service) + source.say(Words(" (", "（")) + sides.joined(separator: " / ")
        + source.say(Words(")", "）"))
    }
    let parties = assessment.agreementParties(agreement).map(source.party)
    return [
      source.fact(agreement, Agreement.kind),
      Document.Fact(source.say(Agreement.parties.field.words), source.joined(parties)),
      Document.Fact(source.say(Words("Services", "サービス")), source.joined(services)),
      source.fact(agreement, Agreement.inForceFrom), source.fact(agreement, Agreement.inForceTo),
      source.fact(agreement, Agreement.reviewDue),
    ].compactMap(\.self).filter { !$0.text.isEmpty }
  }

  private func table(_ clauses: [RecordID]) -> Document.Table {
    Document.Table(
      source.say(Words("Clauses and answers", "合意事項と回答")),
      [
        source.column(Words("No.", "番号"), 8), source.column(Words("Kind", "種類"), 16),
        source.column(Words("Clause", "本文"), 46), source.column(Words("Answers", "回答"), 30),
      ], rowCount: clauses.count
    ) { Document.Table.Row(cells(clauses[$0])) }
  }

  private func cells(_ clause: RecordID) -> [Document.Table.Cell] {
    let source = source
    let issuer = source.joined([
      source.text(clause, Commitment.issuer), source.text(clause, Commitment.edition),
    ])
    return [
      Document.Table.Cell(assessment.label(of: clause)),
      Document.Table.Cell(
        lines: [source.text(clause, Commitment.kind) ?? "", source.text(clause, Commitment.topic) ?? ""]),
      Document.Table.Cell(lines: source.lines(clause, Commitment.text) + [issuer, duty(clause)]),
      Document.Table.Cell(lines: answers(clause)),
    ]
  }

  /// Of a duty to disclose: who gives whom, how often.
  private func duty(_ clause: RecordID) -> String {
    source.joined([
      source.labelled(clause, Commitment.discloser), source.labelled(clause, Commitment.receiver),
      source.labelled(clause, Commitment.frequency), source.labelled(clause, Commitment.timeLimit),
    ])
  }

  /// Of few parties each answer with its reason, of many how many answered what.
  private func answers(_ clause: RecordID) -> [String] {
    let bound = assessment.parties(boundBy: clause)
    let given = bound.map { party in
      (party, assessment[clause, Commitment.answer, party] as Answer? ?? .proposed)
    }
    guard bound.count <= Self.partiesBeside else {
      return Answer.allCases.compactMap { answer in
        let count = given.count { $0.1 == answer }
        return count > 0 ? source.say(answer.words) + " \(count)" : nil
      }
    }
    return given.flatMap { party, answer in
      let due = assessment[clause, Commitment.answerDue, party].map { " " + $0.text } ?? ""
      let reason = assessment[clause, Commitment.answerReason, party]
      return [
        source.pair(Words(source.shortName(party), source.shortName(party)), source.say(answer.words) + due),
        reason ?? "",
      ]
    }
  }

  // MARK: Responsibilities

  /// Who is accountable, responsible, consulted and informed; nil without such clauses.
  private func responsibilities(_ clauses: [RecordID]) -> Document.Section? {
    let duties = clauses.filter { assessment[$0, Commitment.kind] == .responsibility }
    guard !duties.isEmpty else { return nil }
    let parties = source.parties
    guard parties.count <= Self.partiesInColumns else { return turned(duties) }
    let columns =
      [source.column(Words("No.", "番号"), 8), source.column(Words("Activity", "活動"), 40)]
      + parties.map { Document.Table.Column(source.shortName($0), max(6, 52 / parties.count)) }
    let rows = duties.map { duty in
      Document.Table.Row(
        [
          Document.Table.Cell(assessment.label(of: duty)),
          Document.Table.Cell(assessment[duty, Commitment.activity] ?? source.title(duty)),
        ]
          + parties.map { party in
            let held: Responsibility? = assessment[duty, Commitment.responsibility, party]
            return Document.Table.Cell(held.map { $0.letter + " " + source.say($0.words) } ?? "")
          })
    }
    return source.section(Self.title, [.table(Document.Table("", columns, rows: rows))])
  }

  private static let title = Words("Table of responsibilities", "責任分担表")
  private static let partiesInColumns = 12

  /// Of many parties: who holds which responsibility, a line for each.
  private func turned(_ duties: [RecordID]) -> Document.Section {
    let columns = [
      source.column(Words("No.", "番号"), 8), source.column(Words("Activity", "活動"), 40),
      source.column(Commitment.responsibility.field.words, 52),
    ]
    let rows = duties.map { duty in
      let held = Dictionary(grouping: source.parties) { party -> Responsibility? in
        assessment[duty, Commitment.responsibility, party]
      }
      return Document.Table.Row([
        Document.Table.Cell(assessment.label(of: duty)),
        Document.Table.Cell(assessment[duty, Commitment.activity] ?? source.title(duty)),
        Document.Table.Cell(
          lines: Responsibility.allCases.compactMap { kind in
            held[kind].map { source.pair(kind.words, source.joined($0.map(source.shortName))) }
          }),
      ])
    }
    return source.section(Self.title, [.table(Document.Table("", columns, rows: rows))])
  }
}

/// Service levels with their periods of this cycle.
struct ServiceLevelTable {
  let source: ReportSource

  private var assessment: Assessment { source.assessment }

  /// Nil without service levels.
  var section: Document.Section? {
    let levels = assessment.ids(.commitment).filter { assessment[$0, Commitment.kind] == .serviceLevel }
    guard !levels.isEmpty else { return nil }
    let columns = [
      source.column(Words("No.", "番号"), 8), source.column(Words("Metric", "測定項目"), 30),
      source.column(Words("Level", "水準"), 16), source.column(Words("How measured", "測定方法"), 22),
      source.column(Words("Periods met", "達成期間"), 12), source.column(Words("Latest", "直近の値"), 12),
    ]
    let rows = levels.map { Document.Table.Row(cells($0)) }
    return source.section(
      Words("Service levels", "サービス水準"), [.table(Document.Table("", columns, rows: rows))])
  }

  private func cells(_ clause: RecordID) -> [Document.Table.Cell] {
    let unit = assessment[clause, Commitment.unit]
    let target = assessment[clause, Commitment.target].map { target in
      assessment[clause, Commitment.comparison]?.short(target, unit: unit, source.language)
        ?? [target, unit].compactMap(\.self).joined(separator: " ")
    }
    // Whether a level is met only a period that is over can tell; its value may be known before.
    let all = assessment.servicePeriods(of: clause, today: source.today)
    let periods = all.filter { $0.isElapsed(source.today) }
    let met = periods.count { $0.status == .achieved }
    let latest = all.last { $0.value != nil }
    return [
      Document.Table.Cell(assessment.label(of: clause)),
      Document.Table.Cell(assessment[clause, Commitment.metric] ?? source.title(clause)),
      Document.Table.Cell(lines: [target ?? "", source.text(clause, Commitment.period) ?? ""]),
      Document.Table.Cell(source.text(clause, Commitment.method) ?? ""),
      periods.isEmpty
        ? ""
        : Document.Table.Cell(
          "\(met) / \(periods.count)", role: met < periods.count ? .objectiveMissed : .objectiveAchieved),
      Document.Table.Cell(lines: latest.map { [$0.value?.short ?? "", $0.from.text] } ?? []),
    ]
  }
}
