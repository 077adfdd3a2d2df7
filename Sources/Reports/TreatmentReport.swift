import Canvas
import Domain
import Interface

/// The risk treatment plan (ISO/IEC 27001:2022, 6.1.3 e and f): what is done about which risk, by whom and when, by
/// which controls, what risk is left and who accepted it.
struct TreatmentReport {
  let source: ReportSource

  private var assessment: Assessment { source.assessment }

  var sections: [Document.Section] {
    var pictures = ReportPictures(assessment, source.context, source.language)
    let own = source.parties.filter { !assessment.ids(.risk, of: $0).isEmpty }
    guard !own.isEmpty else {
      return [
        source.section(
          Words("Risk treatment plan", "リスク対応計画"), [], empty: Words("No risk yet.", "リスクはありません。"))
      ]
    }
    return own.flatMap { sections(of: $0, &pictures) }
  }

  private func sections(of party: RecordID, _ pictures: inout ReportPictures) -> [Document.Section] {
    let name = source.party(party)
    let kinds = TreatmentGroups(RiskOrder.gravestFirst(assessment.ids(.risk, of: party), assessment), source)
    let figure = MatrixFigure(source: source, party: party).block(.residual, &pictures)
    var sections = [
      Document.Section(name, [.facts(facts(party, kinds))] + figure),
      section(name, Words("plan", "対応計画"), kinds.treated, TreatmentTable(source: source).plan),
    ]
    if !kinds.retained.isEmpty {
      sections.append(
        section(
          name, Words("retained and accepted", "保有・受容"), kinds.retained,
          TreatmentTable(source: source).retained))
    }
    if !kinds.open.isEmpty {
      sections.append(
        section(name, Words("still to be decided", "対応未決"), kinds.open, TreatmentTable(source: source).open))
    }
    return sections
  }

  private func section(
    _ name: String, _ words: Words, _ risks: [RecordID], _ table: ([RecordID]) -> Document.Table
  ) -> Document.Section {
    let heading = name + source.say(Words(": ", "：")) + source.say(words)
    guard !risks.isEmpty else {
      return Document.Section(
        heading, [.paragraph(source.say(Words("No risk is treated.", "対応するリスクはありません。")))])
    }
    return Document.Section(heading, isWide: true, [.table(table(risks))])
  }

  private func facts(_ party: RecordID, _ kinds: TreatmentGroups) -> [Document.Fact] {
    let criteria = assessment.criteriaInForce(for: party)
    let line = criteria.flatMap { assessment.method($0)?.acceptanceLine }
    let rows: [(Words, String?)] = [
      (Words("Criteria", "リスク基準"), criteria.map(source.name)),
      (Words("Acceptance line", "受容線"), line.map(String.init)),
      (Words("Treated by a plan", "計画により対応"), "\(kinds.treated.count)"),
      (Words("of them overdue", "うち期限超過"), kinds.overdue > 0 ? "\(kinds.overdue)" : nil),
      (Words("Retained, accepted", "保有・受容"), "\(kinds.retained.count)"),
      (Words("Still to be decided", "対応未決"), "\(kinds.open.count)"),
      (Words("Below the line, nothing to do", "受容線未満・対応不要"), "\(kinds.tolerable)"),
      (Words("State of phase 4", "局面4の状態"), source.standing(party, .riskManagement)),
    ]
    return rows.compactMap { words, text in text.map { Document.Fact(source.say(words), $0) } }
  }
}

/// A party's risks by what becomes of them.
struct TreatmentGroups {
  /// Modified, avoided or shared.
  private(set) var treated: [RecordID] = []
  /// Borne as they are, accepted or to be.
  private(set) var retained: [RecordID] = []
  /// Not rated, or on or above the line and nothing decided.
  private(set) var open: [RecordID] = []
  /// How many are below the line, with nothing to decide.
  private(set) var tolerable = 0
  /// How many plans are past their day with the residual risk still to be rated or accepted.
  private(set) var overdue = 0

  init(_ risks: [RecordID], _ source: ReportSource) {
    let assessment = source.assessment
    for risk in risks {
      let state = assessment.state(of: risk, today: source.today)
      if assessment[risk, Risk.treatment]?.members.contains(where: { $0 != .retain }) == true {
        treated.append(risk)
        if assessment.isPlanOverdue(risk, today: source.today) { overdue += 1 }
      } else if state == .tolerable, assessment[risk, Risk.treatment]?.members.isEmpty ?? true {
        tolerable += 1
      } else if state == .unrated || state == .undecided {
        open.append(risk)
      } else {
        retained.append(risk)
      }
    }
  }
}
