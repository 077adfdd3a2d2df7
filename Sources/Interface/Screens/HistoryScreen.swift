import Canvas
import Domain

/// History (変更履歴): who changed what, when, from which value to which; of a record or of the whole assessment.
struct HistoryScreen: Screen {
  let id = ScreenID.history
  var followsFocus: Bool { true }

  func title(_ model: Model) -> String {
    let name = model.say(Words("History", "変更履歴"))
    let whose =
      model.focus.map { model.present.label(of: $0) + " " + (model.present.title(of: $0) ?? "") }
      ?? model.say(Words("of the whole assessment", "アセスメント全体"))
    let filter = model.historyFilter
    let narrowed =
      filter.isEmpty ? "" : "   " + model.keymap.mention(of: "narrow-history") + " " + filter.text
    let cut =
      model.history.count < HistoryLine.limit
      ? "" : "   " + model.say(Words("the latest \(HistoryLine.limit)", "最新 \(HistoryLine.limit) 件"))
    return name + "   " + whose + narrowed + cut
  }

  /// Latest first, as they were read; the tag is the place among the lines read.
  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    model.history.indices.map { Row(model.history[$0].record, tag: $0) }
  }

  func enter(_ model: inout Model) -> [Effect]? {
    guard let record = model.current else { return [] }
    guard model.assessment.exists(record) else {
      model.notice = Notice(model.say(UI.recordGone), .info)
      return []
    }
    model.jump(to: record)
    return []
  }

  func emptyText(_ model: Model) -> Words {
    guard model.historyFilter.isEmpty else {
      return Words(
        "Nothing in the history fits “\(model.historyFilter.text)”. \(key: "narrow-history") mends the filter; empty, it shows everything.",
        "「\(model.historyFilter.text)」に当たる変更はありません。\(key: "narrow-history") で条件を直せます（空欄で全て表示）。")
    }
    return Words(
      "Nothing was changed here yet. Every change is kept: who, when, from what to what. \(key: "undo") takes back your last.",
      "変更はまだありません。誰が・いつ・何を何に変えたかが全て残ります。\(key: "undo") で直前の変更を元に戻せます。")
  }

  /// The line under the cursor; nil on other screens and without lines.
  static func line(under model: Model) -> HistoryLine? {
    guard model.screen == .history else { return nil }
    return model.state.current.flatMap { line($0, model) }
  }

  private static func line(_ row: Row, _ model: Model) -> HistoryLine? {
    model.history.indices.contains(row.tag) ? model.history[row.tag] : nil
  }

  func searchText(_ row: Row, _ model: Model) -> String? {
    Self.line(row, model).map { $0.actor + " " + Self.sentence($0, model) }
  }

  private static func sentence(_ line: HistoryLine, _ model: Model) -> String {
    switch line.change {
    case .change(let change): Sentence.change(change, model.present, model.language)
    case .undone: model.say(Words("took back", "取り消し"))
    case .redone: model.say(Words("did again", "やり直し"))
    }
  }

  // MARK: Drawing

  private struct Columns {
    let time, actor, record, what: Rect

    init(_ line: Rect) {
      let (time, a) = line.splitLeft(line.columns >= 78 ? 17 : 12)
      let (actor, b) = a.splitLeft(12)
      let (record, what) = b.splitLeft(13)
      (self.time, self.actor, self.record, self.what) = (time, actor, record, what)
    }
  }

  func headRows(_ model: Model) -> Int { 1 }

  func drawHead(_ model: Model, _ pen: inout Pen, in area: Rect) {
    let columns = Columns(area.splitLeft(2).rest.splitRight(1).rest)
    let heads: [(Rect, Words)] = [
      (columns.time, Words("When", "日時")), (columns.actor, Words("Who", "誰が")),
      (columns.record, Words("Record", "記録")),
      (columns.what, Words("What: before → after", "何を: 前 → 後")),
    ]
    for (rect, words) in heads { pen.put(words, at: rect.origin, role: .header, width: rect.columns - 1) }
  }

  func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in area: Rect) {
    guard let line = Self.line(row, model) else { return }
    let columns = Columns(area)
    // Seen from a past moment, what came later is not yet.
    let isLater = model.past.map { line.seq > $0.moment.seq } ?? false
    let moment = line.at.text
    let time = columns.time.columns >= 17 ? moment : String(moment.dropFirst(5)).replacing("-", with: "/")
    pen.put(
      time, at: columns.time.origin, role: .textMuted, width: columns.time.columns - 1)
    pen.put(
      line.actor, at: columns.actor.origin, role: isLater ? .textMuted : .text,
      width: columns.actor.columns - 1)
    pen.put(
      line.record.map(model.present.label(of:)) ?? "", at: columns.record.origin,
      role: isLater ? .textMuted : .link,
      width: columns.record.columns - 1)
    pen.put(
      Self.mark(line, pen.glyphs) + " " + Self.sentence(line, model), at: columns.what.origin,
      role: isLater ? .textMuted : Self.role(line), width: columns.what.columns)
    drawMoment(row, model, &pen, in: area)
  }

  /// On the line where the past moment on screen ends.
  private func drawMoment(_ row: Row, _ model: Model, _ pen: inout Pen, in area: Rect) {
    guard let past = model.past, let line = Self.line(row, model), line.seq <= past.moment.seq,
      row.tag == 0 || model.history[row.tag - 1].seq > past.moment.seq
    else { return }
    let mark = " " + pen.glyphs[.arrowLeft] + " " + model.say(Words("shown", "この時点")) + " "
    let width = DisplayWidth.width(of: mark)
    pen.put(mark, at: area.origin.moved(columns: area.columns - width), role: .readonly, width: width)
  }

  private static func mark(_ line: HistoryLine, _ glyphs: Glyphs) -> String {
    switch line.change {
    case .change(.created): glyphs[.diffAdded]
    case .change(.removed): glyphs[.diffRemoved]
    case .change(.set): glyphs[.diffChanged]
    case .change(.phase): glyphs[.phaseInProgress]
    case .undone, .redone: glyphs[.arrowLeft]
    }
  }

  private static func role(_ line: HistoryLine) -> Role {
    switch line.change {
    case .change(.created): .diffAdded
    case .change(.removed): .diffRemoved
    case .change(.set): .text
    case .change(.phase): .textStrong
    case .undone, .redone: .textMuted
    }
  }

  /// The whole of what the line has no room for.
  func detail(_ model: Model) -> [DetailLine] {
    guard let row = model.state.current, let line = Self.line(row, model) else { return [] }
    var lines = [
      DetailLine("", line.actor, .textStrong),
      DetailLine("", line.at.exactText, .textMuted),
      DetailLine(model.say(Words("Entry", "記録番号")), String(line.seq), .textMuted),
    ]
    guard case .change(.set(let record, let slot, let before, let after)) = line.change,
      let field = model.assessment.kind(of: record)?.description.field(slot.key)
    else { return lines + [DetailLine("", Self.sentence(line, model))] }
    lines.append(DetailLine("", model.say(field.words), .header))
    for (words, value) in [(Words("Before", "前"), before), (Words("After", "後"), after)] {
      let text = value.map {
        FieldText.display(
          $0, field, model.assessment, model.language, party: model.assessment.party(of: record))
      }
      lines.append(DetailLine(model.say(words), text ?? model.say(Words("(empty)", "（空欄）"))))
    }
    return lines
  }
}
