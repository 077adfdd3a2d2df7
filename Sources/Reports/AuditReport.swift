package import Domain
import Interface

/// What an auditor's walk came to: who walked where and how the sample was drawn, what was shown, asked and answered,
/// what was found. Without a walk: the audits and their findings.
package struct AuditReport: Sendable {
  private let assessment: Assessment
  private let walk: RecordID?
  private let shelf: CatalogueShelf
  private let language: Language
  /// What the reader may not see.
  private let hidden: Set<RecordID>

  /// - Parameters:
  ///   - walk: Which walk; nil for the audits alone.
  ///   - assessment: What was walked through.
  ///   - shelf: Clauses and catalogues.
  ///   - language: Of the report.
  ///   - hidden: What the reader may not see.
  package init(
    of walk: RecordID?, in assessment: Assessment, shelf: CatalogueShelf, language: Language,
    hidden: Set<RecordID> = []
  ) {
    self.assessment = assessment
    self.walk = walk
    self.shelf = shelf
    self.language = language
    self.hidden = hidden
  }

  package var document: Document {
    let title = assessment.head.flatMap { assessment[$0, AssessmentRecord.title] } ?? ""
    return Document(
      language: language, title: say(Words("Audit report", "監査報告書")) + ": " + title, subtitle: subtitle,
      sections: [overview, sample, stops, findings, unseen].compactMap(\.self))
  }

  private func say(_ words: Words) -> String { words[language] }

  private func text<Content>(_ record: RecordID, _ attribute: Attribute<Content>) -> String? {
    guard let value = assessment.value(record, attribute.key) else { return nil }
    if case .reference(let target) = value, hidden.contains(target) { return nil }
    return FieldText.display(
      value, attribute.field, assessment, language, party: assessment.party(of: record))
  }

  private func name(_ record: RecordID) -> String {
    guard !hidden.contains(record) else { return say(Words("(not shared)", "（非共有）")) }
    let control = assessment[record, ControlStatement.control].flatMap { number in
      assessment[record, ControlStatement.catalogue].flatMap { shelf[$0]?.control(number) }
    }
    return assessment.label(of: record) + " "
      + (control.map { say($0.title) } ?? assessment.title(of: record) ?? "")
  }

  private var subtitle: [String] {
    guard let walk else { return [] }
    let party = assessment[walk, Walk.auditee].flatMap { assessment[$0, Party.name] }
    let days = [text(walk, Walk.begunOn), text(walk, Walk.endedOn)].compactMap(\.self)
    let whose = party ?? say(Words("all parties", "全組織"))
    return [
      assessment.label(of: walk) + "  " + whose,
      say(Words("Auditor", "監査員")) + ": " + (text(walk, Walk.auditor) ?? ""),
      days.joined(separator: " – ")
        + (days.count == 1 ? say(Words("  (not ended)", "（継続中）")) : ""),
    ]
  }

  // MARK: Sections

  private var overview: Document.Section {
    var blocks: [Document.Block] = []
    if let walk {
      let fields: [String] = [
        line(walk, Walk.way), line(walk, Walk.root), line(walk, Walk.audit), line(walk, Walk.cycle),
      ].compactMap(\.self)
      blocks.append(.list(fields.map { Document.Item($0) }))
      let conclusion = text(walk, Walk.conclusion) ?? say(Words("No conclusion recorded.", "監査結論の記録なし。"))
      blocks += [.subheading(say(Walk.conclusion.field.words)), .paragraph(conclusion)]
    } else {
      blocks.append(
        .paragraph(
          say(
            Words(
              "No auditor's walk was recorded; this report lists audits and findings.",
              "監査の巡回の記録はありません。監査と所見を示します。"))))
    }
    let audits = assessment.ids(.audit).filter { !hidden.contains($0) }
    if !audits.isEmpty {
      blocks.append(.subheading(say(Words("Audits recorded", "記録された監査"))))
      blocks.append(
        .table(
          header: [
            say(Words("Audit", "監査")), say(Audit.kind.field.words), say(Audit.criteria.field.words),
            say(Audit.from.field.words),
          ],
          rows: audits.map {
            [
              name($0), text($0, Audit.kind) ?? "", text($0, Audit.criteria) ?? "",
              text($0, Audit.from) ?? "",
            ]
          }))
    }
    return Document.Section(say(Words("Audit", "監査の概要")), blocks)
  }

  private func line<Content>(_ record: RecordID, _ attribute: Attribute<Content>) -> String? {
    text(record, attribute).map { say(attribute.field.words) + ": " + $0 }
  }

  /// The rule and the numbers, so that anyone can draw it again.
  private var sample: Document.Section? {
    guard let walk, let rule = assessment[walk, Walk.rule] else { return nil }
    let facts = [line(walk, Walk.seed), line(walk, Walk.size), line(walk, Walk.since)].compactMap(\.self)
    let rows = assessment[walk, Walk.sample].filter { $0.count == 3 && $0[1] != "0" }.map { row in
      let drawn = row[2].split(separator: " ").filter { label in
        // What is hidden from the reader has no record here any more, and its label is nobody else's business.
        assessment.record(labelled: String(label)).map { !hidden.contains($0) } ?? hidden.isEmpty
      }
      return [stop(row[0]), row[1], String(drawn.count), drawn.joined(separator: " ")]
    }
    let picked = stopsKept.filter { assessment[$0, WalkStop.chosen] == .judgement && rule != .judgement }
    let pickedLine = say(
      Words("Added by the auditor's judgement: \(picked.count)", "監査員の判断に基づく追加: \(picked.count)件"))
    return Document.Section(
      say(Words("Sample", "サンプル")),
      [
        .paragraph(([say(rule.words)] + facts).joined(separator: say(Words("; ", "、")))),
        .table(
          header: [
            say(Words("Of", "対象")), say(Words("Population", "母集団")), say(Words("Chosen", "抽出数")),
            say(Words("Records", "記録")),
          ], rows: rows),
      ] + (picked.isEmpty ? [] : [.paragraph(pickedLine)]))
  }

  private var stopsKept: [RecordID] {
    walk.map { assessment.sources(of: $0, via: WalkStop.walk).filter(assessment.exists) } ?? []
  }

  /// A clause by number and title, a part such as "General" with the clause it is of; a theme by catalogue and title.
  private func stop(_ key: String) -> String {
    if let clause = shelf.clauses[key] {
      let above =
        clause.depth > 2 ? key.lastIndex(of: ".").flatMap { shelf.clauses[String(key[..<$0])] } : nil
      return key + " " + (above.map { say($0.title) + say(Words(": ", "：")) } ?? "") + say(clause.title)
    }
    let parts = key.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2, let catalogue = shelf[parts[0]],
      let group = catalogue.groups.first(where: { $0.key == parts[1] })
    else { return key }
    return say(catalogue.title) + say(Words(": ", "：")) + say(group.title)
  }

  private var stops: Document.Section? {
    guard walk != nil else { return nil }
    let heading = say(Words("Shown, asked, answered", "提示・質問・回答"))
    let kept = stopsKept
    guard !kept.isEmpty else {
      return Document.Section(heading, [.paragraph(say(Words("Nothing was shown yet.", "まだ何も提示されていません。")))])
    }
    let rows = kept.map { record in
      let found = assessment.sources(of: record, via: Finding.stop).filter(assessment.exists)
      let how = assessment[record, WalkStop.chosen] == .judgement ? say(Words(" (picked)", "（判断）")) : ""
      return [
        stop(assessment[record, WalkStop.clause] ?? ""),
        (assessment[record, WalkStop.record].map(name) ?? "") + how, text(record, WalkStop.shownOn) ?? "",
        text(record, WalkStop.asked) ?? "", text(record, WalkStop.answered) ?? "",
        found.map(assessment.label(of:)).joined(separator: " "),
      ]
    }
    let header = [
      Words("At", "箇所"), Words("Record", "記録"), Words("Shown on", "提示日"), Words("Asked", "質問"),
      Words("Answered", "回答"), Words("Found", "所見"),
    ]
    return Document.Section(heading, [.table(header: header.map(say), rows: rows)])
  }

  /// Of the walk; without one, all.
  private var findings: Document.Section {
    let heading = say(Words("Findings", "所見"))
    let kept = Set(stopsKept)
    let found = assessment.ids(.finding).filter { finding in
      !hidden.contains(finding)
        && (walk == nil || assessment[finding, Finding.stop].map(kept.contains) ?? false)
    }
    guard !found.isEmpty else {
      return Document.Section(heading, [.paragraph(say(Words("No findings were issued.", "所見はありません。")))])
    }
    let grades = FindingGrade.allCases.reversed().compactMap { grade -> String? in
      let count = found.count { assessment[$0, Finding.grade] == grade }
      return count > 0 ? say(grade.words) + " \(count)" : nil
    }
    let rows = found.map { finding in
      let actions = assessment.sources(of: finding, via: CorrectiveAction.finding).filter(assessment.exists)
      return [
        assessment.label(of: finding), text(finding, Finding.grade) ?? say(Words("ungraded", "区分なし")),
        place(of: finding), text(finding, Finding.text) ?? "",
        text(finding, Finding.evidence) ?? "", text(finding, Finding.addressedTo) ?? "",
        actions.map(name).joined(separator: " / "),
      ]
    }
    let header = [
      Words("No.", "番号"), Words("Grade", "区分"), Words("Clause or control", "箇条・管理策"),
      Words("Finding", "所見"), Words("Evidence", "監査証拠"), Words("Addressed to", "宛先"),
      Words("Corrective action", "是正処置"),
    ]
    return Document.Section(
      heading,
      (grades.isEmpty ? [] : [.paragraph(grades.joined(separator: say(Words(", ", "、"))))])
        + [.table(header: header.map(say), rows: rows)])
  }

  /// The clause or control, and the record it was found on where that is another.
  private func place(of finding: RecordID) -> String {
    let at = text(finding, Finding.at) ?? ""
    guard let record = assessment[finding, Finding.record],
      assessment[record, ControlStatement.control] != at
    else { return at }
    return at.isEmpty || at == assessment.label(of: record) ? name(record) : at + " / " + name(record)
  }

  /// What was chosen and never shown: no report may look more complete than the walk was.
  private var unseen: Document.Section? {
    guard let walk else { return nil }
    let itinerary = Itinerary(WalkPlan(of: walk, assessment), walk: walk, assessment, shelf)
    let shown = Set(
      stopsKept.map { [assessment[$0, WalkStop.clause] ?? "", assessment[$0, WalkStop.record]?.text ?? ""] })
    let left = itinerary.places.filter {
      !$0.isHeading && !shown.contains([$0.stop, $0.record?.text ?? ""])
    }
    guard !left.isEmpty else { return nil }
    let count = Words(
      "\(left.count) places of the plan were not shown.", "計画のうち \(left.count) か所は提示されていません。")
    let stops = left.filter { $0.record == nil }.map { stop($0.stop) }
    return Document.Section(
      say(Words("Not shown", "提示していない箇所")),
      [.paragraph(say(count))] + (stops.isEmpty ? [] : [.list(stops.map { Document.Item($0) })]))
  }
}
