import Canvas
import Domain

/// Trace (根拠の追跡): why a record is here, up to the commitments; who makes sure of it, down to evidence and
/// findings; and what stands beside it at other parties.
struct TraceScreen: Screen {
  let id = ScreenID.trace
  var followsFocus: Bool { true }

  func title(_ model: Model) -> String {
    let ways = TraceLines.Ways(rawValue: model.states[.trace]?.variant ?? 0) ?? .all
    let name = model.say(ways.words)
    return model.focus.map { name + "   " + model.assessment.label(of: $0) } ?? name
  }

  // MARK: Lines

  func rows(_ model: Model, _ state: ScreenState) -> [Row] { content(model, state).rows }

  func content(_ model: Model, _ state: ScreenState) -> ScreenContent {
    let lines = TraceLines(model, state)
    return ScreenContent(rows: lines.rows, notes: lines.notes)
  }

  /// Left folds what hangs from a line, or goes to the line it hangs from; right unfolds, or goes on.
  func move(_ motion: Motion, _ model: Model, _ state: inout ScreenState, page: Int) {
    guard motion == .left || motion == .right, let row = state.current, let record = row.record else {
      return state.walk(motion, page: page)
    }
    switch (motion, TraceLines.mark(row)) {
    case (.left, .open): state.folded.insert(record)
    case (.right, .folded): state.folded.remove(record)
    case (.right, .open): state.walk(.down, page: page)
    case (.left, _):
      let above = state.rows[..<state.cursor].lastIndex { $0.depth < row.depth && $0.record != nil }
      state.cursor = above ?? state.cursor
    default: break
    }
  }

  /// From the line's record; on the record itself, to the screen where it is at home.
  func enter(_ model: inout Model) -> [Effect]? {
    guard let record = model.current else { return [] }
    if record != model.focus {
      model.refocus(on: record)
    } else if let kind = model.assessment.kind(of: record), Screens.home(of: kind) != nil {
      model.jump(to: record)
    } else {
      return nil
    }
    return []
  }

  func emptyText(_ model: Model) -> Words {
    Words(
      """
      Nothing is traced yet. Go to any record, for example with \(key: "register") for the risks, and press \(key: "trace"): its reasons stand \
      above it, its controls and evidence below.
      """,
      "追跡する記録が選ばれていません。記録の上で（例えば \(key: "register") でリスク登録簿を開いて）\(key: "trace") を押すと、上に根拠、下に管理策と証拠が並びます。")
  }

  // MARK: Drawing

  func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    let note = TraceLines.note(row, model)
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
        (isRoot ? "" : pen.glyphs[TraceLines.mark(row).traceGlyph] + " ", .treeGuide),
        (note.isEmpty ? "" : note + "  ", .textMuted),
        (assessment.label(of: record) + " ", .link),
        (model.shownName(of: record), isRoot ? .textStrong : .text), (whose, .textMuted),
      ], at: left.origin.moved(columns: indent), width: left.columns - indent)
  }
}

extension Tree.Mark {
  /// A line of a trace hangs from another even where nothing hangs from it.
  fileprivate var traceGlyph: Glyph { self == .leaf ? .treeLink : glyph }
}
