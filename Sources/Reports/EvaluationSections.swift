import Canvas
import Domain
import Interface

/// What evaluation came to in the present cycle: audits, findings and what is done about them, audit information given
/// between the parties, management reviews.
struct EvaluationSections {
  let source: ReportSource

  private var assessment: Assessment { source.assessment }

  var sections: [Document.Section] {
    [audits, findings, actions, disclosures, reviews].compactMap(\.self)
  }

  private func ofThisCycle(_ kind: RecordKind) -> [RecordID] {
    assessment.ids(kind).filter { assessment.cycle(of: $0) == assessment.cycle }
  }

  // MARK: Audits and findings

  private var audits: Document.Section? {
    let all = ofThisCycle(.audit)
    guard !all.isEmpty else { return nil }
    let columns = [
      source.column(Words("Audit", "監査"), 26), source.column(Audit.kind.field.words, 16),
      source.column(Audit.auditee.field.words, 18), source.column(Audit.auditor.field.words, 14),
      source.column(Words("When", "実施日"), 12), source.column(Words("Findings", "所見"), 14),
    ]
    let rows = all.map { audit in
      let found = assessment.sources(of: audit, via: Finding.audit).filter(assessment.exists)
      let bad = found.count { assessment[$0, Finding.grade]?.isNonconformity == true }
      return Document.Table.Row([
        Document.Table.Cell(source.name(audit)), Document.Table.Cell(source.text(audit, Audit.kind) ?? ""),
        Document.Table.Cell(source.text(audit, Audit.auditee) ?? ""),
        Document.Table.Cell(source.text(audit, Audit.auditor) ?? ""),
        Document.Table.Cell(source.text(audit, Audit.from) ?? ""),
        Document.Table.Cell(
          source.say(Words("\(found.count), nonconformities \(bad)", "\(found.count)件・うち不適合 \(bad)件"))),
      ])
    }
    return source.section(Words("Audits", "監査"), [.table(Document.Table("", columns, rows: rows))])
  }

  /// Those of the cycle, and older ones that are still open.
  private var findings: Document.Section? {
    let all = assessment.ids(.finding).filter {
      assessment.cycle(of: $0) == assessment.cycle || assessment.isOpenFinding($0)
    }
    guard !all.isEmpty else { return nil }
    let columns = [
      source.column(Words("No.", "番号"), 8), source.column(Finding.grade.field.words, 14),
      source.column(Words("Finding", "所見"), 38), source.column(Finding.at.field.words, 14),
      source.column(Finding.addressedTo.field.words, 14), source.column(Words("State", "状態"), 12),
    ]
    let table = Document.Table("", columns, rowCount: all.count) { place in
      let finding = all[place]
      let isOpen = assessment.isOpenFinding(finding)
      let closed = source.text(finding, Finding.closedOn)
      return Document.Table.Row([
        Document.Table.Cell(assessment.label(of: finding)),
        Document.Table.Cell(source.text(finding, Finding.grade) ?? source.say(Words("ungraded", "区分なし"))),
        Document.Table.Cell(
          lines: source.lines(finding, Finding.text) + [source.labelled(finding, Finding.evidence) ?? ""]),
        Document.Table.Cell(source.text(finding, Finding.at) ?? ""),
        Document.Table.Cell(source.text(finding, Finding.addressedTo) ?? ""),
        isOpen
          ? Document.Table.Cell(source.say(Words("open", "未完了")), role: .gateWarning)
          : Document.Table.Cell(
            lines: closed.map { [source.say(Words("closed", "完了")), $0] } ?? []),
      ])
    }
    return source.section(Words("Findings", "所見"), [.table(table)])
  }

  private var actions: Document.Section? {
    let all = assessment.ids(.correctiveAction).filter {
      assessment.cycle(of: $0) == assessment.cycle || assessment.isUnsettled($0)
    }
    guard !all.isEmpty else { return nil }
    let columns = [
      source.column(Words("No.", "番号"), 8), source.column(Words("Finding", "所見"), 10),
      source.column(Words("Correction, cause, action", "修正・原因・是正処置"), 46),
      source.column(Words("Owner, due, done", "責任者・期限・実施日"), 18), source.column(Words("Effect", "有効性"), 18),
    ]
    let rows = all.map { action in
      Document.Table.Row([
        Document.Table.Cell(assessment.label(of: action)),
        Document.Table.Cell(assessment[action, CorrectiveAction.finding].map(assessment.label(of:)) ?? ""),
        Document.Table.Cell(
          lines: [
            source.labelled(action, CorrectiveAction.correction) ?? "",
            source.labelled(action, CorrectiveAction.cause) ?? "",
            source.labelled(action, CorrectiveAction.action) ?? "",
            source.labelled(action, CorrectiveAction.similar) ?? "",
          ]),
        Document.Table.Cell(
          lines: [
            source.text(action, CorrectiveAction.owner) ?? "",
            source.labelled(action, CorrectiveAction.due) ?? "",
            source.labelled(action, CorrectiveAction.doneOn) ?? "",
          ]),
        Document.Table.Cell(
          lines: [
            source.text(action, CorrectiveAction.effectiveness) ?? source.say(Words("not yet judged", "未確認")),
            source.text(action, CorrectiveAction.reviewedOn) ?? "",
          ]),
      ])
    }
    return source.section(
      Words("Corrective actions", "是正処置"), [.table(Document.Table("", columns, rows: rows))])
  }

  // MARK: Between the parties, and top management

  private var disclosures: Document.Section? {
    let all = ofThisCycle(.disclosure)
    guard !all.isEmpty else { return nil }
    let columns = [
      source.column(Words("Audit information", "監査情報"), 30), source.column(Words("From, to", "提供者・提供先"), 18),
      source.column(Words("Assurance", "保証の種類"), 18), source.column(Words("Valid until", "有効期限"), 14),
      source.column(Words("Receiver's review", "受領者の確認"), 20),
    ]
    let rows = all.map { disclosure in
      let sides = [assessment.party(of: disclosure), assessment[disclosure, Disclosure.to]]
      let verdict: Words =
        switch assessment[disclosure, Disclosure.sufficient] {
        case true?: Words("sufficient", "十分")
        case false?: Words("not sufficient", "不十分")
        case nil: Words("not yet reviewed", "未確認")
        }
      let freshness = assessment.standing(ofDisclosure: disclosure, today: source.today).freshness
      return Document.Table.Row([
        Document.Table.Cell(source.name(disclosure)),
        Document.Table.Cell(sides.map { $0.map(source.shortName) ?? "" }.joined(separator: " → ")),
        Document.Table.Cell(source.text(disclosure, Disclosure.assurance) ?? ""),
        Document.Table.Cell(
          lines: [
            source.text(disclosure, Disclosure.validUntil) ?? "",
            freshness.isInDate ? "" : source.say(Words("out of date", "期限切れ")),
          ]),
        Document.Table.Cell(
          lines: [source.say(verdict)] + source.lines(disclosure, Disclosure.reviewNote)),
      ])
    }
    return source.section(
      Words("Audit information given", "監査情報の提供"), [.table(Document.Table("", columns, rows: rows))])
  }

  private var reviews: Document.Section? {
    let all = ofThisCycle(.managementReview)
    guard !all.isEmpty else { return nil }
    let blocks = all.flatMap { review -> [Document.Block] in
      let facts = [
        assessment.party(of: review).map {
          Document.Fact(source.say(Words("Party", "組織")), source.party($0))
        },
        source.fact(review, ManagementReview.date), source.fact(review, ManagementReview.present),
        source.fact(review, ManagementReview.inputs), source.fact(review, ManagementReview.decisions),
      ].compactMap(\.self)
      return [.subheading(source.name(review)), .facts(facts)]
    }
    return source.section(Words("Management reviews", "マネジメントレビュー"), blocks)
  }
}
