package import Domain
import Interface

/// The minutes of one day of a workshop, written by the program: 出席, 議題, 決定, 変更, 見積り, 宿題, 保留.
package struct Minutes: Sendable {
  /// As it stood when the day was over.
  let assessment: Assessment
  /// The day they are of; what is overdue is so on this day.
  package let day: Day
  let language: Language
  let work: DayWork
  /// What the reader may not see.
  let hidden: Set<RecordID>

  package init(
    of day: Day, in assessment: Assessment, work: DayWork, language: Language,
    hidden: Set<RecordID> = []
  ) {
    self.assessment = assessment
    self.day = day
    self.language = language
    self.work = work
    self.hidden = hidden
  }

  /// What the day came to.
  var sections: [Document.Section] {
    [
      section(Words("Present", "出席"), attendance), section(Words("Agenda", "議題"), agenda),
      section(Words("Decisions", "決定"), decisions), section(Words("Homework", "宿題"), homework),
      section(Words("Parked", "保留"), parking),
      estimates.isEmpty ? nil : section(Words("Blind estimates", "見積り"), estimates),
      section(Words("Changes", "変更"), changes),
    ].compactMap(\.self)
  }

  package var document: Document {
    let title = assessment.head.flatMap { assessment[$0, AssessmentRecord.title] } ?? ""
    // Exceptions stand in every report.
    let source = ReportSource(
      assessment, Context(today: day, actor: "", catalogues: CatalogueShelf([]), readOnly: true), language)
    let exceptions = [source.waivers(besides: hidden)].compactMap(\.self)
    return Document(
      language: language, title: say(Words("Minutes", "議事録")) + ": " + title,
      subtitle: [
        say(Words("Day", "開催日")) + ": " + day.text,
        say(Words("Scope", "対象")) + ": " + say(assessment.scope.words) + ", "
          + say(Words("cycle \(assessment.cycle)", "第\(assessment.cycle)期")),
      ], sections: sections + exceptions)
  }

  func say(_ words: Words) -> String { words[language] }

  private func section(_ heading: Words, _ blocks: [Document.Block]) -> Document.Section {
    Document.Section(
      say(heading), blocks.isEmpty ? [.paragraph(say(Words("None.", "なし。")))] : blocks)
  }

  // MARK: Words for records

  /// Label and title; nil for what is gone or not to be seen.
  func name(_ record: RecordID?) -> String? {
    guard let record, isSeen(record) else { return nil }
    return assessment.label(of: record) + " " + (assessment.title(of: record) ?? "")
  }

  func isSeen(_ record: RecordID) -> Bool { assessment.exists(record) && !hidden.contains(record) }

  func title(_ record: RecordID?) -> String {
    record.flatMap { isSeen($0) ? assessment.title(of: $0) : nil } ?? ""
  }

  private func seen(_ kind: RecordKind) -> [RecordID] { assessment.ids(kind).filter(isSeen) }

  private var separator: String { say(Words(", ", "、")) }

  // MARK: Who, and what about

  private var attendance: [Document.Block] {
    let people = seen(.participant)
    let parties = assessment.ids(.party).map(Optional.some) + [RecordID?.none]
    let rows = parties.compactMap { party -> [String]? in
      let own = people.filter { assessment.party(of: $0) == party }
      guard !own.isEmpty else { return nil }
      let here = own.filter { assessment.daysPresent($0).contains(day) }
      let away = own.filter { !here.contains($0) }
      return [
        party.map(organisation) ?? say(Words("No organisation", "所属なし")),
        here.map(person).joined(separator: separator), away.map(person).joined(separator: separator),
      ]
    }
    guard !rows.isEmpty else { return [] }
    let header = [Words("Organisation", "組織"), Words("Present", "出席"), Words("Absent", "欠席")]
    return [.table(header: header.map(say), rows: rows)]
  }

  private func organisation(_ party: RecordID) -> String {
    let name = assessment[party, Party.name] ?? assessment.label(of: party)
    return [assessment[party, Party.role]?.short, name].compactMap(\.self).joined(separator: " ")
  }

  private func person(_ participant: RecordID) -> String {
    let name = assessment[participant, Participant.name] ?? ""
    guard let part = assessment[participant, Participant.role] else { return name }
    return say(Words("\(name) (\(part))", "\(name)（\(part)）"))
  }

  private var agenda: [Document.Block] {
    let items = assessment.agenda.filter { assessment[$0, AgendaItem.day] == day && isSeen($0) }
    guard !items.isEmpty else { return [] }
    let header = [
      Words("Item", "議題"), Words("Planned (min)", "予定（分）"), Words("Taken (min)", "実績（分）"),
    ]
    let rows = items.map { item in
      let spent = assessment[item, AgendaItem.spent].map(String.init)
      let isRunning = assessment.has(item, AgendaItem.begunAt) && !assessment.has(item, AgendaItem.endedAt)
      return [
        title(item), assessment[item, AgendaItem.minutes].map(String.init) ?? "",
        isRunning ? say(Words("running", "進行中")) : spent ?? say(Words("not taken up", "未実施")),
      ]
    }
    return [.table(header: header.map(say), rows: rows)]
  }

  private func isOfDay(_ record: RecordID) -> Bool { work.born[record] != nil }

  private var decisions: [Document.Block] {
    let items = seen(.decision).filter(isOfDay).map { decision in
      Document.Item(
        name(decision) ?? "",
        below: about(assessment[decision, Decision.record])
          + (work.born[decision].map { [say(Words("noted by \($0)", "記録: \($0)"))] } ?? []))
    }
    return items.isEmpty ? [] : [.list(items)]
  }

  private func about(_ record: RecordID?) -> [String] {
    name(record).map { [say(Words("about \($0)", "対象: \($0)"))] } ?? []
  }

  // MARK: What was estimated

  private var estimates: [Document.Block] {
    let rows = seen(.estimateRound).compactMap { round -> [String]? in
      let isOfDay = work.changes(of: round).contains {
        $0.slot.key == EstimateRound.revealed.key && $0.after == .flag(true)
      }
      // What is not revealed has no result to tell.
      guard isOfDay, let result = assessment.result(of: round) else { return nil }
      return [
        name(assessment[round, EstimateRound.risk]) ?? title(round), String(result.casts.count),
        Self.spread(result.likelihoods), Self.spread(result.consequences),
        name(assessment[round, EstimateRound.decision]) ?? "",
      ]
    }
    guard !rows.isEmpty else { return [] }
    let header = [
      Words("Risk", "リスク"), Words("Estimates", "見積り数"), Words("Likelihood: median (range)", "起こりやすさ 中央値（範囲）"),
      Words("Consequence: median (range)", "結果 中央値（範囲）"), Words("Decision", "決定"),
    ]
    return [.table(header: header.map(say), rows: rows)]
  }

  private static func spread(_ spread: Spread) -> String {
    "\(spread.text) (\(spread.lowest)–\(spread.highest))"
  }

  // MARK: What is to be done

  private var homework: [Document.Block] {
    let items = seen(.actionItem).filter {
      isOfDay($0) || !assessment.has($0, ActionItem.doneOn) || assessment[$0, ActionItem.doneOn] == day
    }
    guard !items.isEmpty else { return [] }
    let sorted = items.map { ($0, assessment[$0, ActionItem.due]?.number ?? .max) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
    let header = [
      Words("Id", "ID"), Words("Homework", "宿題"), Words("Owner", "担当"), Words("Due", "期限"),
      Words("About", "対象"), Words("State", "状態"),
    ]
    let rows = sorted.map { item in
      [
        assessment.label(of: item), title(item), title(assessment[item, ActionItem.owner]),
        assessment[item, ActionItem.due]?.text ?? "", name(assessment[item, ActionItem.record]) ?? "",
        say(state(of: item)),
      ]
    }
    return [.table(header: header.map(say), rows: rows)]
  }

  private func state(of item: RecordID) -> Words {
    if assessment.has(item, ActionItem.doneOn) { return Words("done", "完了") }
    if assessment.isOverdue(item, today: day) { return Words("overdue", "期限超過") }
    return isOfDay(item) ? Words("new", "新規") : Words("open", "継続")
  }

  private var parking: [Document.Block] {
    let items = seen(.parkingItem).filter {
      isOfDay($0) || !assessment.has($0, ParkingItem.takenUpOn)
        || assessment[$0, ParkingItem.takenUpOn] == day
    }
    guard !items.isEmpty else { return [] }
    return [
      .list(
        items.map { item in
          let isTakenUp = assessment.has(item, ParkingItem.takenUpOn)
          let state = isTakenUp ? [say(Words("taken up", "取上げ済"))] : []
          return Document.Item(
            name(item) ?? "", below: about(assessment[item, ParkingItem.record]) + state)
        })
    ]
  }
}
