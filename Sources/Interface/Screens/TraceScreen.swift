import Canvas
import Domain

/// Trace (根拠の追跡): why a record is here, up to the commitments; who makes sure of it, down to evidence and
/// findings; and what stands beside it at other parties.
struct TraceScreen: Screen {
  let id = ScreenID.trace
  var followsFocus: Bool { true }

  func title(_ model: Model) -> String {
    let name = model.say(Words("Trace", "根拠の追跡"))
    return model.focus.map { name + "   " + model.assessment.label(of: $0) } ?? name
  }

  // MARK: Lines

  func rows(_ model: Model, _ state: ScreenState) -> [Row] { TraceLines(model).rows }

  func notes(_ model: Model, _ state: ScreenState) -> [Words] { TraceLines(model).notes }

  /// From the line's record; on the record itself, to the screen where it is at home.
  func enter(_ model: inout Model) -> [Effect]? {
    guard let record = model.current else { return [] }
    if record != model.focus {
      model.refocus(on: record)
    } else if let kind = model.assessment.kind(of: record), Screens.home(of: kind, record, model) != nil {
      model.jump(to: record)
    } else {
      return nil
    }
    return []
  }

  func emptyText(_ model: Model) -> Words {
    Words(
      """
      Nothing is traced yet. Go to any record, for example with x for the risks, and press t: its reasons stand \
      above it, its controls and evidence below.
      """,
      "追跡する記録が選ばれていません。記録の上で（例えば x でリスク登録簿を開いて）t を押すと、上に根拠、下に管理策と証拠が並びます。")
  }

  // MARK: Drawing

  func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    let note = model.state.notes.indices.contains(row.tag) ? model.say(model.state.notes[row.tag]) : ""
    guard let record = row.record else {
      let role: Role = row.depth == 0 ? .textStrong : .textMuted
      pen.put(note, at: line.origin.moved(columns: row.depth * 2), role: role, width: line.columns)
      return
    }
    let isRoot = record == model.focus && row.depth == 0
    let indent = isRoot ? 0 : min(row.depth * 2, line.columns / 3)
    let status = RecordStatus(record, model)
    let (left, right) = line.splitRight(status == nil ? 0 : 16)
    if let status {
      pen.put(
        status.text, at: right.origin.moved(columns: 1), role: status.role, width: right.columns - 1)
    }
    let assessment = model.assessment
    let owner = assessment.party(of: record)
    let isElsewhere = owner != model.focus.flatMap(assessment.party(of:))
    let whose = isElsewhere ? owner.map { "  " + model.shortName(of: $0) } ?? "" : ""
    pen.put(
      [
        (isRoot ? "" : pen.glyphs[.treeLink] + " ", .treeGuide),
        (note.isEmpty ? "" : note + "  ", .textMuted),
        (assessment.label(of: record) + " ", .link),
        (name(of: record, model), isRoot ? .textStrong : .text), (whose, .textMuted),
      ], at: left.origin.moved(columns: indent), width: left.columns - indent)
  }

  /// A control by its catalogue title, a reading by its value, others by their title.
  private func name(of record: RecordID, _ model: Model) -> String {
    let assessment = model.assessment
    if let number = assessment[record, ControlStatement.control],
      let catalogue = assessment[record, ControlStatement.catalogue],
      let control = model.context.catalogues[catalogue]?.control(number)
    {
      return model.say(control.title)
    }
    if let value = assessment[record, Reading.value] {
      let date = assessment[record, Reading.date].map { "  " + $0.short(seenFrom: model.context.today) } ?? ""
      return Value.plain(value) + date
    }
    return assessment.title(of: record) ?? ""
  }
}

/// The lines of a trace, outermost reasons last in each direction, made once per change.
struct TraceLines {
  private(set) var rows: [Row] = []
  private(set) var notes: [Words] = [Words("", "")]
  private let agreements: Set<RecordID>

  init(_ model: Model) {
    agreements = Set(model.assessment.ids(.agreement))
    guard let focus = model.focus, model.assessment.exists(focus) else { return }
    let tree = model.assessment.trace(of: focus)
    rows.append(Row(focus))
    let kind = model.assessment.kind(of: focus).map { $0.description.words } ?? Words("", "")
    rows[0] = Row(focus, tag: note(kind))
    section(
      Words("Up: why it is here", "上へ: なぜあるか"), tree.up, omitted: tree.omittedUp,
      empty: Words("no reason recorded above it", "上位の根拠の記録なし"))
    section(
      Words("Down: who makes sure of it", "下へ: 何が支えるか"), tree.down, omitted: tree.omittedDown,
      empty: Words("nothing below it yet", "下に続く記録なし"))
    if !tree.sideways.isEmpty {
      section(
        Words("Beside: at other parties", "横へ: 他組織とのつながり"), tree.sideways, omitted: 0,
        empty: Words("", ""))
    }
  }

  private mutating func note(_ words: Words) -> Int {
    if let known = notes.firstIndex(of: words) { return known }
    notes.append(words)
    return notes.count - 1
  }

  private mutating func section(_ title: Words, _ nodes: [TraceNode], omitted: Int, empty: Words) {
    rows.append(Row(nil, tag: note(title)))
    if nodes.isEmpty { rows.append(Row(nil, depth: 1, tag: note(empty))) }
    for node in nodes { add(node, depth: 1) }
    if omitted > 0 { more(omitted, depth: 1) }
  }

  private mutating func add(_ node: TraceNode, depth: Int) {
    let again = Words(node.link.en + " (as above)", node.link.ja + "（前出）")
    rows.append(Row(node.record, depth: depth, tag: note(node.isRepeated ? again : node.link)))
    for child in node.children where !isSaid(child) { add(child, depth: depth + 1) }
    if node.omitted > 0 { more(node.omitted, depth: depth + 1) }
  }

  /// Every clause of an agreement would name it again.
  private func isSaid(_ node: TraceNode) -> Bool {
    node.isRepeated && agreements.contains(node.record)
  }

  private mutating func more(_ count: Int, depth: Int) {
    rows.append(Row(nil, depth: depth, tag: note(Words("and \(count) more", "他 \(count) 件"))))
  }
}
