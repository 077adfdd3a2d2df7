import Canvas
import Domain
import Interface

/// The summary of a cycle (期のまとめ): how far the phases are, what was achieved, found and accepted, how that compares
/// with the cycle before, and what goes along into the next.
struct CycleReport {
  let source: ReportSource
  /// Whether it stands in a report that tells of objectives and service levels elsewhere.
  var isPart = false

  private var assessment: Assessment { source.assessment }

  var sections: [Document.Section] {
    [phases] + (isPart ? [] : achieved) + [risks, controls].compactMap(\.self)
      + EvaluationSections(source: source).sections
      + [comparison, source.waivers(), Obstacles(source: source).section, carriedOver].compactMap(\.self)
  }

  private var achieved: [Document.Section] {
    var pictures = ReportPictures(assessment, source.context, source.language)
    return ObjectiveSections(source: source).sections(&pictures)
      + [ServiceLevelTable(source: source).section].compactMap(\.self)
  }

  // MARK: Phases

  private static let partiesBeside = 6

  /// Phases by parties; of many parties how many are how far.
  private var phases: Document.Section {
    let parties = assessment.participants
    guard parties.count <= Self.partiesBeside else { return countedPhases(parties) }
    let columns =
      [source.column(Words("Phase", "局面"))] + parties.map { Document.Table.Column(source.party($0)) }
    let rows = Phase.allCases.map { phase in
      Document.Table.Row(
        [Document.Table.Cell("\(phase.rawValue) " + source.say(phase.words(in: assessment.scope)))]
          + parties.map { Document.Table.Cell(source.standing($0, phase)) })
    }
    return source.section(Words("Phases", "局面の状態"), [.table(Document.Table("", columns, rows: rows))])
  }

  private func countedPhases(_ parties: [RecordID]) -> Document.Section {
    let columns =
      [source.column(Words("Phase", "局面"))]
      + PhaseState.allCases.map { source.column($0.words, isNumber: true) }
    let rows = Phase.allCases.map { phase in
      let states = parties.map { assessment.phases[$0, phase] }
      return Document.Table.Row(
        [Document.Table.Cell("\(phase.rawValue) " + source.say(phase.words(in: assessment.scope)))]
          + PhaseState.allCases.map { state in Document.Table.Cell("\(states.count { $0 == state })") })
    }
    return source.section(
      Words("Phases: parties by state", "局面の状態（組織数）"), [.table(Document.Table("", columns, rows: rows))])
  }

  // MARK: In numbers

  private static let partiesCounted = 24

  private var risks: Document.Section? {
    guard assessment.count(.risk) > 0 else { return nil }
    let all = source.parties.filter { !assessment.ids(.risk, of: $0).isEmpty }
    let parties = all.prefix(Self.partiesCounted)
    let sums = parties.map { assessment.summary(source.context, party: $0) }
    let bands = sums.flatMap { $0.risks.map(\.of) }.distinct()
    let columns =
      [source.column(Words("Party", "組織"))] + bands.map { source.column($0, isNumber: true) }
      + [
        source.column(RiskState.unrated.words, isNumber: true),
        source.column(Words("on or above the line", "受容線以上"), isNumber: true),
      ]
    let rows = zip(parties, sums).map { party, sum in
      let counts = bands.map { band in sum.risks.first { $0.of == band }?.count ?? 0 }
      return Document.Table.Row(
        [Document.Table.Cell(source.party(party))]
          + (counts + [sum.unrated, sum.aboveLine]).map { Document.Table.Cell(String($0)) })
    }
    return source.section(
      Words("Risks by level", "リスクレベル別の件数"), counted(Document.Table("", columns, rows: rows), of: all))
  }

  private var controls: Document.Section? {
    guard assessment.count(.controlStatement) > 0 else { return nil }
    let all = source.parties.filter { !assessment.ids(.controlStatement, of: $0).isEmpty }
    let parties = all.prefix(Self.partiesCounted)
    let columns =
      [source.column(Words("Party", "組織"))]
      + ControlStatus.allCases.map { source.column($0.words, isNumber: true) }
      + [
        source.column(Applicability.excluded.words, isNumber: true),
        source.column(Words("undecided", "未決"), isNumber: true),
      ]
    let rows = parties.map { party in
      let sum = assessment.summary(source.context, party: party)
      let isOthers = source.audience.map { $0 != party } ?? false
      let counts = sum.controls.map(\.count) + [sum.excludedControls]
      return Document.Table.Row(
        [Document.Table.Cell(source.party(party))] + counts.map { Document.Table.Cell(String($0)) }
          + [isOthers ? "" : Document.Table.Cell(String(sum.undecidedControls))])
    }
    return source.section(
      Words("Controls by status", "管理策の実施状況"), counted(Document.Table("", columns, rows: rows), of: all))
  }

  /// A table of the first of many parties says how many more there are.
  private func counted(_ table: Document.Table, of parties: [RecordID]) -> [Document.Block] {
    let more = parties.count - Self.partiesCounted
    let rest = Words("and \(more) more parties", "他 \(more) 組織")
    return [.table(table)] + (more > 0 ? [.paragraph(source.say(rest))] : [])
  }

  // MARK: The cycle before

  private var comparison: Document.Section? {
    guard let earlier = source.closedCycles.last(where: { $0.cycle < assessment.cycle }) else { return nil }
    let sums = ComparisonSums(
      earlier: earlier, later: CycleStanding(assessment, today: source.today), party: nil)
    let rows = ComparisonSection.allCases.flatMap { section in
      [Document.Table.Row(heading: source.say(section.title))]
        + sums.sums(section).map { sum in
          Document.Table.Row([
            Document.Table.Cell(source.say(sum.words)), Document.Table.Cell(String(sum.earlier)),
            Document.Table.Cell(String(sum.later)), Document.Table.Cell(Self.change(sum)),
          ])
        }
    }
    let columns = [
      source.column(Words("What", "項目"), 46),
      source.column(Words("Cycle \(earlier.cycle)", "第\(earlier.cycle)期"), 18, isNumber: true),
      source.column(Words("Cycle \(assessment.cycle)", "第\(assessment.cycle)期"), 18, isNumber: true),
      source.column(Words("Change", "増減"), 18, isNumber: true),
    ]
    return source.section(
      Words("Compared with the cycle before", "前期との比較"), [.table(Document.Table("", columns, rows: rows))])
  }

  private static func change(_ sum: ComparisonSum) -> String {
    let change = sum.later - sum.earlier
    return change == 0 ? "±0" : change > 0 ? "+\(change)" : "\(change)"
  }

  // MARK: What is open

  private var carriedOver: Document.Section {
    let open = assessment.carriedOver(source.today)
    let reservations = open.reservations.map {
      Document.Item(source.name($0.clause), below: [source.party($0.party)])
    }
    let parts: [(Words, [Document.Item])] = [
      (Words("Findings not closed", "未完了の所見"), items(open.findings)),
      (Words("Corrective actions not found effective", "有効と確認されていない是正処置"), items(open.correctiveActions)),
      (Words("Homework not done", "未完了の宿題"), items(open.actionItems)),
      (Words("Clauses accepted with reservation", "留保付きの合意事項"), reservations),
      (Words("Relative targets to decide again", "改めて定める相対目標"), items(open.relativeTargets)),
    ]
    let blocks = parts.filter { !$0.1.isEmpty }.flatMap { words, items -> [Document.Block] in
      [.subheading(source.say(words)), .list(items)]
    }
    return source.section(Words("Carried over", "次期への持越し"), blocks)
  }

  private func items(_ records: [RecordID]) -> [Document.Item] {
    records.map { Document.Item(source.name($0)) }
  }
}
