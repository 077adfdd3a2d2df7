import Canvas
import Domain

/// The tables of the risk treatment plan; their rows are made as they are written.
struct TreatmentTable {
  let source: ReportSource

  private var assessment: Assessment { source.assessment }

  // MARK: The plan

  func plan(_ risks: [RecordID]) -> Document.Table {
    let columns = [
      source.column(Words("Risk", "リスク"), 19), source.column(Words("Present", "現在"), 10),
      source.column(Words("Treatment, why", "対応・理由"), 13),
      source.column(Words("What is done, with what", "対応の内容・資源"), 19),
      source.column(Words("Controls", "管理策"), 11),
      source.column(Words("Who, due, progress", "担い手・期限・進捗"), 13),
      source.column(Words("Residual", "残留"), 10), source.column(Words("Approval, acceptance", "承認・受容"), 14),
    ]
    return Document.Table(
      source.say(Words("Risks that are treated", "対応するリスク")), columns, rowCount: risks.count
    ) { Document.Table.Row(planCells(risks[$0])) }
  }

  private func planCells(_ risk: RecordID) -> [Document.Table.Cell] {
    [
      Document.Table.Cell(source.name(risk)), source.level(risk),
      Document.Table.Cell(
        lines: [source.text(risk, Risk.treatment) ?? ""] + source.lines(risk, Risk.treatmentRationale)),
      Document.Table.Cell(
        lines: source.lines(risk, Risk.planActions) + [source.labelled(risk, Risk.planResources) ?? ""]),
      controls(risk), responsible(risk), source.level(risk, .residual), approvals(risk),
    ]
  }

  private func controls(_ risk: RecordID) -> Document.Table.Cell {
    let statements = assessment.sources(of: risk, via: ControlStatement.risks).filter(assessment.exists)
    return Document.Table.Cell(
      lines: statements.map { statement in
        let number = assessment[statement, ControlStatement.control] ?? ""
        let party = assessment.party(of: statement)
        let whose = party == assessment.party(of: risk) ? nil : party.map(source.shortName)
        let status =
          assessment.has(statement, ControlStatement.verifiedOn)
          ? source.say(Words("verified", "有効性確認済")) : source.text(statement, ControlStatement.status)
        return [whose, number, status].compactMap(\.self).joined(separator: " ")
      })
  }

  private func responsible(_ risk: RecordID) -> Document.Table.Cell {
    let late =
      assessment.isPlanOverdue(risk, today: source.today) ? source.say(Words("overdue", "期限超過")) : nil
    return Document.Table.Cell(
      lines: [
        source.text(risk, Risk.owner) ?? source.say(Words("no risk owner", "リスク所有者なし")),
        assessment[risk, Risk.actingParty].map { source.pair(Words("acts", "担い手"), source.shortName($0)) }
          ?? "",
        [source.text(risk, Risk.planDue), late].compactMap(\.self).joined(separator: " "),
        source.text(risk, Risk.planProgress) ?? "",
      ])
  }

  /// Who approved the plan, and who accepted what is left.
  private func approvals(_ risk: RecordID) -> Document.Table.Cell {
    let plan = signature(risk, Risk.planApprovedBy, Risk.planApprovedOn).map {
      source.pair(Words("plan", "計画"), $0)
    }
    return Document.Table.Cell(
      lines: [
        plan ?? source.say(Words("plan not approved", "計画は未承認")),
        acceptance(risk, .residual, Risk.residualAcceptedBy, Risk.residualAcceptedOn) ?? "",
      ])
  }

  private func signature(
    _ risk: RecordID, _ by: Attribute<RecordID>, _ on: Attribute<Day>
  ) -> String? {
    guard let name = source.text(risk, by) else { return nil }
    return [name, source.text(risk, on)].compactMap(\.self).joined(separator: " ")
  }

  /// By whom and when, and whether that still holds; nil when nobody accepted.
  private func acceptance(
    _ risk: RecordID, _ kind: RatingKind, _ by: Attribute<RecordID>, _ on: Attribute<Day>
  ) -> String? {
    guard let signature = signature(risk, by, on) else { return nil }
    let fault = assessment.acceptance(of: risk, kind, today: source.today).fault
    let line = source.pair(Words("accepted", "受容"), signature)
    return fault.map { line + source.say(Words(" (\($0.en))", "（\($0.ja)）")) } ?? line
  }

  // MARK: What is borne, and what is open

  func retained(_ risks: [RecordID]) -> Document.Table {
    let columns = [
      source.column(Words("Risk", "リスク"), 32), source.column(Words("Level", "レベル"), 12),
      source.column(Words("Risk owner", "リスク所有者"), 14), source.column(Words("Why", "理由"), 22),
      source.column(Words("Acceptance", "受容"), 20),
    ]
    return Document.Table(
      source.say(Words("Risks that are borne", "保有するリスク")), columns, rowCount: risks.count
    ) { place in
      let risk = risks[place]
      let state = assessment.state(of: risk, today: source.today)
      return Document.Table.Row([
        Document.Table.Cell(source.name(risk)), source.level(risk),
        Document.Table.Cell(source.text(risk, Risk.owner) ?? ""),
        Document.Table.Cell(lines: source.lines(risk, Risk.treatmentRationale)),
        Document.Table.Cell(
          lines: [
            acceptance(risk, .present, Risk.acceptedBy, Risk.acceptedOn) ?? source.say(state.words),
            source.labelled(risk, Risk.acceptedUntil) ?? "",
          ]),
      ])
    }
  }

  func open(_ risks: [RecordID]) -> Document.Table {
    let columns = [
      source.column(Words("Risk", "リスク"), 46), source.column(Words("Level", "レベル"), 14),
      source.column(Words("Risk owner", "リスク所有者"), 18), source.column(Words("What is missing", "未決の内容"), 22),
    ]
    return Document.Table(
      source.say(Words("Risks without a decision", "対応が決まっていないリスク")), columns, rowCount: risks.count
    ) { place in
      let risk = risks[place]
      return Document.Table.Row([
        Document.Table.Cell(source.name(risk)), source.level(risk),
        Document.Table.Cell(source.text(risk, Risk.owner) ?? ""),
        Document.Table.Cell(
          source.say(assessment.state(of: risk, today: source.today).words), role: .gateWarning),
      ])
    }
  }
}
