import Canvas
import Domain

/// Then and now (その時点と現在の差): every record and phase that is otherwise now than at the past moment on screen.
struct DifferenceScreen: Screen {
  let id = ScreenID.difference

  func title(_ model: Model) -> String {
    let name = model.say(Words("Then and now", "その時点と現在の差"))
    guard let past = model.past else { return name }
    let moment = model.say(past.name)
    return name + "   " + moment + " " + model.glyphs[.arrowRight] + " " + model.say(Words("now", "現在"))
  }

  func rows(_ model: Model, _ state: ScreenState) -> [Row] { content(model, state).rows }

  func content(_ model: Model, _ state: ScreenState) -> ScreenContent {
    let lines = DifferenceLines(model, state)
    return ScreenContent(rows: lines.rows, notes: lines.notes)
  }

  /// Left folds a record's fields or goes up to it, right unfolds.
  func move(_ motion: Motion, _ model: Model, _ state: inout ScreenState, page: Int) {
    guard motion == .left || motion == .right, let row = state.current, let record = row.record else {
      return state.walk(motion, page: page)
    }
    switch (motion, DifferenceLines.mark(row)) {
    case (.left, .changed): state.folded.insert(record)
    case (.right, .folded): state.folded.remove(record)
    case (.left, .field): state.cursor = state.rows[..<state.cursor].lastIndex { $0.depth == 0 } ?? 0
    default: break
    }
  }

  /// To the record as it was then; of one that was not there yet, a word on where it is.
  func enter(_ model: inout Model) -> [Effect]? {
    guard let record = model.current else { return [] }
    guard model.assessment.exists(record) else {
      model.notice = Notice(
        model.say(
          Words(
            "\(model.present.label(of: record)) was not there yet. \(key: "now") leads to the present.",
            "\(model.present.label(of: record)) はこの時点にはまだありません。\(key: "now") で現在に戻れます。")), .info)
      return []
    }
    model.jump(to: record)
    return []
  }

  func searchText(_ row: Row, _ model: Model) -> String? {
    guard let record = row.record else { return nil }
    let state = model.present.exists(record) ? model.present : model.assessment
    return state.label(of: record) + " " + model.shownName(of: record, in: state) + " "
      + DifferenceLines.note(row, model)
  }

  func emptyText(_ model: Model) -> Words {
    model.past == nil
      ? Words(
        """
        Here the past is held against the present. Go to a past moment first: \(key: "history") opens the history, \(key: "moment") on a line \
        shows everything as it was then; then press \(key: "difference").
        """,
        "過去の時点と現在の違いを並べます。先に \(key: "history") で変更履歴を開き、行の上で \(key: "moment") を押してその時点を表示し、\(key: "difference") を押してください。"
      )
      : Words("Nothing is otherwise now than it was then.", "その時点と現在に違いはありません。")
  }

  // MARK: Drawing

  func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard let record = row.record else { return }
    let mark = DifferenceLines.mark(row)
    let note = DifferenceLines.note(row, model)
    let indent = row.depth * 4
    let place = line.origin.moved(columns: indent)
    guard mark != .field else {
      pen.put([(note, .text)], at: place, width: line.columns - indent)
      return
    }
    let state = model.present.exists(record) ? model.present : model.assessment
    let name = mark == .phase ? model.shortName(of: record) : state.label(of: record)
    let title = mark == .phase ? "" : model.shownName(of: record, in: state)
    pen.put(
      [
        (pen.glyphs[mark.glyph] + " ", mark.role), (name + "  ", mark == .phase ? .textStrong : .link),
        (title + (title.isEmpty ? "" : "  "), mark.role),
        (note + (mark == .folded ? " " + pen.glyphs[.treeClosed] : ""), mark == .phase ? .text : .textMuted),
      ], at: place, width: line.columns - indent)
  }

  func detail(_ model: Model) -> [DetailLine] {
    guard let record = model.current, model.assessment.exists(record) else { return [] }
    return [DetailLine("", model.say(Words("as it was then", "その時点の記録")), .readonly)]
      + Detail.lines(of: record, model)
  }
}
