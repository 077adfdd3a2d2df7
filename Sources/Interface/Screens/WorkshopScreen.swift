import Canvas
import Domain

/// The workshop (ワークショップ): what is talked about and for how long, who is here, what was decided, what is to be
/// done by whom, and what waits.
struct WorkshopScreen: Screen {
  let id = ScreenID.workshop

  func title(_ model: Model) -> String {
    model.say(Words("Workshop", "ワークショップ")) + "   " + model.context.today.text
  }

  // MARK: Lines

  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    WorkshopSection.allCases.flatMap { section in
      [Row(nil, tag: section.rawValue)]
        + section.records(model.assessment, today: model.context.today)
        .map { Row($0, depth: 1, tag: section.rawValue) }
    }
  }

  /// Per section what is still open.
  func groups(_ model: Model, _ state: ScreenState) -> [[RecordID]] {
    WorkshopSection.allCases.map { section in
      section.records(model.assessment, today: model.context.today)
        .filter { section.isOpen($0, model.assessment) }
    }
  }

  func rows(dependOn change: Change, _ model: Model) -> Bool {
    guard let record = change.record, let kind = model.assessment.kind(of: record) else { return false }
    return kind == .party || WorkshopSection(kind) != nil
  }

  static func section(_ model: Model) -> WorkshopSection? {
    model.state.current.flatMap { WorkshopSection(rawValue: $0.tag) }
  }

  func opens(_ row: Row, _ model: Model) -> Bool {
    row.record != nil || birth(model) != nil && !model.context.readOnly
  }

  /// Enter on a heading adds to its section.
  func enter(_ model: inout Model) -> [Effect]? {
    guard model.current == nil, let birth = birth(model), !model.context.readOnly else { return nil }
    model.layers.append(EntryLayer(birth, model))
    return []
  }

  // MARK: New records

  func birth(_ model: Model) -> Birth? {
    guard let section = Self.section(model) else { return nil }
    let today = model.context.today
    switch section {
    case .agenda:
      let day = model.current.flatMap { model.assessment[$0, AgendaItem.day] } ?? today
      let last = model.assessment.ids(.agendaItem).compactMap { model.assessment[$0, AgendaItem.order] }.max()
      return Birth(
        .agendaItem, party: nil,
        defaults: [
          Slot(AgendaItem.day.key): .day(max(day, today)),
          Slot(AgendaItem.order.key): .integer((last ?? 0) + 1),
        ])
    case .participants:
      let party = model.current.map(model.assessment.party(of:)) ?? model.party
      return Birth(
        .participant, party: party, defaults: [Slot(Participant.presentOn.key): .list([today.text])])
    case .decisions, .homework, .parking: return Birth(section.kind, party: nil)
    }
  }

  func emptyText(_ model: Model) -> Words {
    Words("Nothing is planned yet.", "まだ何も予定されていません。")
  }

  // MARK: Drawing

  func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard let section = WorkshopSection(rawValue: row.tag) else { return }
    if let record = row.record {
      drawRecord(record, section, model, &pen, in: line.splitLeft(1).rest)
    } else {
      drawHeading(section, model, &pen, in: line)
    }
  }

  private func drawHeading(_ section: WorkshopSection, _ model: Model, _ pen: inout Pen, in line: Rect) {
    let records = model.state.rows.filter { $0.tag == section.rawValue }.compactMap(\.record)
    let title = model.say(section.title)
    guard !records.isEmpty else {
      pen.put(
        [(title + "   ", .textStrong), (model.say(section.empty), .textMuted)], at: line.origin,
        width: line.columns)
      return
    }
    pen.put(
      [(title, .textStrong), ("  \(records.count)   ", .titleCount)] + sums(section, records, model),
      at: line.origin, width: line.columns)
  }

  private func sums(
    _ section: WorkshopSection, _ records: [RecordID], _ model: Model
  ) -> [(String, Role)] {
    let open =
      model.state.groups.indices.contains(section.rawValue) ? model.state.groups[section.rawValue] : []
    switch section {
    case .agenda:
      let minutes = open.compactMap { model.assessment[$0, AgendaItem.minutes] }.reduce(0, +)
      let words = Words("to come: \(open.count), \(minutes) min", "残り \(open.count)件 \(minutes)分")
      return open.isEmpty ? [] : [(model.say(words), .textMuted)]
    case .participants: return attendance(records, model)
    case .decisions: return []
    case .homework:
      let late = open.count { model.assessment.isOverdue($0, today: model.context.today) }
      let words = Words("open \(open.count)", "未完了 \(open.count)")
      guard late > 0 else { return [(model.say(words), .textMuted)] }
      let overdue = model.say(Words("overdue \(late)", "期限超過 \(late)"))
      return [
        (model.say(words) + "  ", .textMuted), (model.glyphs[.severityBlocker] + " " + overdue, .gateBlocker),
      ]
    case .parking:
      return [(model.say(Words("waiting \(open.count)", "未処理 \(open.count)")), .textMuted)]
    }
  }

  /// `CSC 3/4  CSP 2/2`: here today of all, by organisation.
  private func attendance(_ records: [RecordID], _ model: Model) -> [(String, Role)] {
    let assessment = model.assessment
    let today = model.context.today
    let parties = [RecordID?.none] + assessment.ids(.party).map(Optional.some)
    return parties.prefix(8).compactMap { party in
      let own = records.filter { assessment.party(of: $0) == party }
      guard !own.isEmpty else { return nil }
      let here = own.count { assessment.daysPresent($0).contains(today) }
      let name = party.map(model.shortName(of:)) ?? model.say(Words("others", "その他"))
      return ("\(name) \(here)/\(own.count)  ", .textMuted)
    }
  }

  private func drawRecord(
    _ record: RecordID, _ section: WorkshopSection, _ model: Model, _ pen: inout Pen, in line: Rect
  ) {
    let shown = WorkshopLine(record, section, model)
    let (a, state) = line.splitRight(section.stateColumns)
    let (b, who) = a.splitRight(section.whoColumns + (line.columns >= 110 ? 4 : 0))
    let (label, rest) = b.splitLeft(6)
    pen.put(
      model.assessment.label(of: record), at: label.origin, role: .textMuted, width: label.columns - 1)
    let hasAbout = section == .decisions || section == .homework || section == .parking
    let (title, about) = rest.splitRight(hasAbout ? aboutColumns(line.columns) : 0)
    pen.put(
      shown.title, at: title.origin, role: shown.isSettled ? .textMuted : .text, width: title.columns - 1)
    if let linked = shown.about, about.columns > 0 {
      let name = model.assessment.label(of: linked) + " " + (model.assessment.title(of: linked) ?? "")
      pen.put(
        about.columns > 12 ? name : model.assessment.label(of: linked), at: about.origin, role: .link,
        width: about.columns - 1)
    }
    pen.put(shown.who, at: who.origin, role: .textMuted, width: who.columns - 1)
    guard let glyph = shown.glyph else { return }
    pen.put(
      pen.glyphs[glyph] + " " + model.say(shown.state), at: state.origin, role: shown.role,
      width: state.columns)
  }

  /// A label on a narrow line, label and title on a broad one.
  private func aboutColumns(_ columns: Int) -> Int { columns >= 110 ? 34 : 7 }

  // MARK: Detail

  func detail(_ model: Model) -> [DetailLine] {
    if let record = model.current { return Detail.lines(of: record, model) }
    guard let section = Self.section(model) else { return [] }
    let open =
      model.state.groups.indices.contains(section.rawValue) ? model.state.groups[section.rawValue] : []
    let heading = DetailLine("", model.say(section.title), .textStrong)
    let lines = open.prefix(Self.detailsShown).map {
      DetailLine(model.assessment.label(of: $0), model.assessment.title(of: $0) ?? "")
    }
    let more = open.count - lines.count
    return [heading] + (lines.isEmpty ? [DetailLine("", model.say(section.empty), .textMuted)] : lines)
      + (more > 0 ? [DetailLine("", "+\(more)", .textMuted)] : [])
  }

  private static let detailsShown = 12
}
