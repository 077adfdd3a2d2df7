import Canvas
import Domain
import Interface

/// The risk register: what risks are rated by, where they stand on the matrix, and every one of them; then the chains
/// by which one party's risk becomes another's.
struct RegisterReport {
  let source: ReportSource

  private var assessment: Assessment { source.assessment }

  var sections: [Document.Section] {
    var pictures = ReportPictures(assessment, source.context, source.language)
    let own = source.parties.filter { !assessment.ids(.risk, of: $0).isEmpty }
    guard !own.isEmpty else {
      return [
        source.section(Words("Risk register", "リスク登録簿"), [], empty: Words("No risk yet.", "リスクはありません。"))
      ]
        + CriteriaSections(source: source).sections
    }
    return CriteriaSections(source: source).sections
      + own.flatMap { sections(of: $0, &pictures) }
      + ChainSections(source: source).sections
  }

  private func sections(of party: RecordID, _ pictures: inout ReportPictures) -> [Document.Section] {
    let name = source.party(party)
    let risks = RiskOrder.gravestFirst(assessment.ids(.risk, of: party), assessment)
    let figure = MatrixFigure(source: source, party: party).block(.present, &pictures)
    return [
      Document.Section(name, [.facts(RiskCounts(source: source, risks: risks).facts)] + figure),
      Document.Section(
        name + source.say(Words(": risks", "：リスク一覧")), isWide: true, [.table(table(risks))]),
    ]
  }

  // MARK: The table

  private func table(_ risks: [RecordID]) -> Document.Table {
    let columns = [
      source.column(Words("No.", "番号"), 6), source.column(Words("Event, cause, source", "事象・原因・リスク源"), 24),
      source.column(Words("Objective, asset", "目的・資産"), 16),
      source.column(Words("Loss, consequence", "喪失・結果"), 20),
      source.column(Words("Level", "レベル"), 11), source.column(Words("Risk owner", "リスク所有者"), 10),
      source.column(Words("Treatment, state", "対応・状態"), 13),
      source.column(Words("Residual", "残留"), 10),
    ]
    return Document.Table(
      source.say(Words("Risks, the gravest first", "リスク（レベルの高い順）")), columns, rowCount: risks.count
    ) { row(risks[$0]) }
  }

  private func row(_ risk: RecordID) -> Document.Table.Row {
    let state = assessment.state(of: risk, today: source.today)
    return Document.Table.Row([
      Document.Table.Cell(assessment.label(of: risk)),
      Document.Table.Cell(
        lines: [
          source.title(risk), source.labelled(risk, Risk.cause) ?? "",
          source.labelled(risk, Risk.sources) ?? "",
        ]),
      Document.Table.Cell(
        lines: [
          assessment[risk, Risk.objective].map(source.name) ?? "", source.labelled(risk, Risk.asset) ?? "",
        ]),
      Document.Table.Cell(
        lines: [source.text(risk, Risk.loss) ?? ""] + source.lines(risk, Risk.consequence)),
      source.level(risk), Document.Table.Cell(source.text(risk, Risk.owner) ?? ""),
      Document.Table.Cell(lines: [source.text(risk, Risk.treatment) ?? "", source.say(state.words)]),
      source.level(risk, .residual),
    ])
  }
}

/// The order of risks in reports.
enum RiskOrder {
  /// By present level; those without one first, since nobody knows how grave they are, then by label.
  static func gravestFirst(_ risks: [RecordID], _ assessment: Assessment) -> [RecordID] {
    risks.enumerated().map { (place: $0, risk: $1, level: assessment.level($1) ?? .max) }
      .sorted { ($1.level, $0.place) < ($0.level, $1.place) }.map(\.risk)
  }
}

/// How many risks there are and how far they are, in a few lines.
struct RiskCounts {
  let source: ReportSource
  let risks: [RecordID]

  var facts: [Document.Fact] {
    let assessment = source.assessment
    var states: [RiskState: Int] = [:]
    var above = 0
    for risk in risks {
      states[assessment.state(of: risk, today: source.today), default: 0] += 1
      if assessment.isAboveLine(risk) { above += 1 }
    }
    let told = RiskState.allCases.compactMap { state in
      states[state].map { source.say(state.words) + " \($0)" }
    }
    return [
      Document.Fact(source.say(Words("Risks", "リスク")), "\(risks.count)"),
      Document.Fact(source.say(Words("On or above the line", "受容線以上")), "\(above)"),
      Document.Fact(source.say(Words("State", "状態")), source.joined(told)),
    ]
  }
}
