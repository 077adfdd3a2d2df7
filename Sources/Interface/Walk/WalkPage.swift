import Canvas
import Domain

/// What an auditor is shown at one place: the record, its approvals, evidence and history, and what was said.
struct WalkPage {
  private let place: WalkPlace
  private let model: Model
  private var assessment: Assessment { model.assessment }
  /// Where the walk itself is written down, also while the past is shown.
  private var kept: Assessment { model.present }

  private static let historyShown = 12
  private static let findingsShown = 12
  private static let evidenceShown = 12

  init(_ place: WalkPlace, _ model: Model) {
    self.place = place
    self.model = model
  }

  var lines: [DetailLine] {
    if let record = place.record { return lines(of: record) }
    return clause
  }

  // MARK: Clause or theme

  private var clause: [DetailLine] {
    let isClause = model.walk.plan?.way == .clauses
    var lines = [
      DetailLine("", (isClause ? place.stop + "  " : "") + model.say(place.title), .textStrong)
    ]
    guard !place.isHeading else { return lines }
    if isClause { lines += conformity }
    lines += population
    return lines + talk + findings(foundHere)
  }

  /// What was found at the clause or theme: of whom is audited, in the walk's cycle, and what is still open from before.
  private var foundHere: [RecordID] {
    let auditee = model.walk.plan?.auditee
    let cycle = model.walk.walk.flatMap { kept[$0, Walk.cycle] } ?? kept.cycle
    return kept.ids(.finding).filter { finding in
      guard kept[finding, Finding.at] == place.stop else { return false }
      return (auditee == nil || kept.answerer(of: finding) == auditee)
        && ((kept.cycle(of: finding) ?? cycle) >= cycle || kept.isUnsettled(finding))
    }
  }

  /// What each party shown says of itself.
  private var conformity: [DetailLine] {
    let parties = model.walk.plan?.auditee.map { [$0] } ?? assessment.participants
    return parties.prefix(6).map { party in
      let statement = assessment.conformity(to: place.stop, of: party)
      let state = statement.flatMap { assessment[$0, ClauseConformity.state] } ?? .notAssessed
      let note = statement.flatMap { assessment[$0, ClauseConformity.note] }.map { ": " + $0 } ?? ""
      return DetailLine(
        model.shortName(of: party), model.say(state.words) + note,
        state == .nonconform ? .gateBlocker : state == .conform ? .text : .textMuted)
    }
  }

  private var population: [DetailLine] {
    guard let sample = model.walk.itinerary?.sample(at: place.stop) else { return [] }
    guard sample.population > 0 else {
      let words = Words("No record answers this.", "これに答える記録がありません。")
      return [
        DetailLine(), DetailLine("", model.glyphs[.severityWarning] + " " + model.say(words), .gateWarning),
      ]
    }
    let words = Words(
      "Answered by \(sample.population) records, \(sample.chosen.count) chosen",
      "答える記録 \(sample.population)件、うち抽出 \(sample.chosen.count)件")
    return [DetailLine(), DetailLine("", model.say(words), .header)]
      + sample.chosen.filter(assessment.exists).map {
        DetailLine(assessment.label(of: $0), model.shownName(of: $0), .link)
      }
  }

  // MARK: Record

  private func lines(of record: RecordID) -> [DetailLine] {
    guard assessment.exists(record) else {
      return [DetailLine("", model.say(Words("This record was deleted.", "この記録は削除されました。")), .messageWarning)]
    }
    let kind = assessment.kind(of: record).map { model.say($0.description.words) } ?? ""
    let owner = assessment.party(of: record).map { "  " + model.name(of: $0) } ?? ""
    var lines = [
      DetailLine("", model.shownName(of: record), .textStrong),
      DetailLine("", kind + " " + assessment.label(of: record) + owner, .textMuted),
    ]
    if let line = fileLine(of: record) { lines.append(line) }
    if let status = RecordStatus(record, model) { lines.append(DetailLine("", status.text, status.role)) }
    lines += approvals(of: record) + evidence(for: record) + talk
    lines += findings(kept.sources(of: record, via: Finding.record).filter(kept.exists))
    lines += [DetailLine(), DetailLine("", model.say(Words("Record", "記録")), .header)]
    lines += Detail.fieldLines(of: record, model) { _ in true }
    return lines + history
  }

  private func approvals(of record: RecordID) -> [DetailLine] {
    let found = assessment.approvals(of: record, today: model.context.today)
    guard !found.isEmpty else { return [] }
    let lines = found.map { approval in
      let day = approval.on?.text ?? ""
      let who = [approval.by, day].filter { !$0.isEmpty }.joined(separator: " ")
      let isGood = approval.holds == .inForce
      let glyph: Glyph = isGood ? .check : approval.holds == .missing ? .absent : .severityWarning
      let standing = model.say(approval.holds.words) + (who.isEmpty ? "" : "  " + who)
      return DetailLine(
        "", model.glyphs[glyph] + " " + model.say(approval.words) + ": " + standing,
        isGood ? .text : approval.holds == .missing ? .textMuted : .gateWarning)
    }
    return [DetailLine(), DetailLine("", model.say(Words("Approvals", "承認・合意")), .header)] + lines
  }

  /// What stands right below it, such as the controls of a risk and the evidence of a control.
  private func evidence(for record: RecordID) -> [DetailLine] {
    let below = assessment.lowers(of: record).filter { assessment.kind(of: $0.record) != .finding }
    let head = [DetailLine(), DetailLine("", model.say(Words("What shows it", "裏付け")), .header)]
    guard !below.isEmpty else {
      guard assessment.kind(of: record) == .controlStatement || assessment.kind(of: record) == .risk else {
        return []
      }
      return head + [DetailLine("", model.say(Words("nothing recorded", "記録なし")), .gateWarning)]
    }
    let shown = below.prefix(Self.evidenceShown)
    let lines = shown.flatMap { item in
      [
        DetailLine(
          assessment.label(of: item.record), model.shownName(of: item.record) + place(of: item.record), .link)
      ] + [fileLine(of: item.record)].compactMap(\.self)
    }
    let more = below.count - shown.count
    return head + lines + (more > 0 ? [DetailLine("", "+\(more)", .textMuted)] : [])
  }

  /// Whether the file is still what was taken for evidence, where its digest was taken.
  private func fileLine(of record: RecordID) -> DetailLine? {
    guard assessment.kind(of: record) == .evidence, EvidenceLook(record, model).state != .unkept else {
      return nil
    }
    return EvidenceLook.line(of: record, model)
  }

  private func place(of evidence: RecordID) -> String {
    let day = assessment[evidence, Evidence.date].map { "  " + $0.text } ?? ""
    return (assessment[evidence, Evidence.place].map { "  " + $0 } ?? "") + day
  }

  private var history: [DetailLine] {
    guard model.walk.told.record == place.record else { return [] }
    let told = model.walk.told.lines
    let lines = told.prefix(Self.historyShown).map { line in
      DetailLine(
        "", line.at.day.text + " " + line.actor + "  " + sentence(line), .textMuted)
    }
    let more = told.count - lines.count
    return [DetailLine(), DetailLine("", model.say(Words("History", "変更履歴")) + " \(told.count)", .header)]
      + lines
      + (more > 0
        ? [
          DetailLine(
            "", model.say(Words("and \(more) more (\(key: "history"))", "他 \(more)件（\(key: "history")）")),
            .textMuted)
        ] : [])
  }

  private func sentence(_ line: HistoryLine) -> String {
    switch line.change {
    case .change(let change): Sentence.change(change, assessment, model.language)
    case .undone: model.say(Words("took back", "取り消し"))
    case .redone: model.say(Words("did again", "やり直し"))
    }
  }

  // MARK: What was said

  private var talk: [DetailLine] {
    guard let stop = model.walk.stop(at: place) else { return [] }
    var lines = [DetailLine(), DetailLine("", model.say(WalkWords.name), .header)]
    if let day = kept[stop, WalkStop.shownOn] {
      lines.append(DetailLine(model.say(WalkStop.shownOn.field.words), day.text))
    }
    if let asked = kept[stop, WalkStop.asked] {
      lines.append(DetailLine(model.say(WalkStop.asked.field.words), asked))
      let answer = kept[stop, WalkStop.answered]
      lines.append(
        DetailLine(
          model.say(WalkStop.answered.field.words), answer ?? model.say(Words("still open", "未回答")),
          answer == nil ? .gateWarning : .text))
    }
    return lines
  }

  private func findings(_ found: [RecordID]) -> [DetailLine] {
    guard !found.isEmpty else { return [] }
    return [DetailLine(), DetailLine("", model.say(Words("Findings", "所見")), .header)]
      + found.suffix(Self.findingsShown).map { finding in
        let grade = kept[finding, Finding.grade].map { model.say($0.words) + ": " } ?? ""
        return DetailLine(
          kept.label(of: finding), grade + (kept.title(of: finding) ?? ""), .gateWarning)
      }
  }
}
