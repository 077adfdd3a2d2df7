import Canvas
import Domain

/// Which report, and for whose eyes; then the file it goes to.
struct ReportLayer: Layer {
  private var cursor: ListCursor
  private var audience: RecordID?

  /// Begins at a kind.
  init(_ kind: ReportKind = .soa) { cursor = ListCursor(Self.kinds.firstIndex(of: kind) ?? 0) }

  private static let kinds = ReportKind.allCases

  let hints: [(String, Words)] = [
    ("Enter", Words("choose", "選択")), ("↑ ↓", Words("report", "報告書")),
    ("← →", Words("for whom", "開示先")), ("Esc", Words("cancel", "取消")),
  ]

  static let question = Words("Write the report to (.html or .md)", "報告書の書き出し先（.html 又は .md）")

  mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    guard case .key(let key) = input else { return .stays }
    switch key.halfWidth {
    case .escape, .control("c"), .character("q"): return .closes
    case .right, .character("l"): turn(1, model)
    case .left, .character("h"): turn(-1, model)
    case .enter: return choose(cursor.place, &model)
    default:
      guard let digit = key.digit, Self.kinds.indices.contains(digit - 1) else {
        cursor.receive(key, count: Self.kinds.count)
        return .stays
      }
      cursor.go(to: digit - 1, count: Self.kinds.count)
      return choose(cursor.place, &model)
    }
    return .stays
  }

  private func choose(_ place: Int, _ model: inout Model) -> LayerResult {
    let order = ReportOrder(Self.kinds[place], for: audience)
    Self.ask(for: order, &model)
    return .closes
  }

  /// Asks for the file, with a name to begin with.
  static func ask(for order: ReportOrder, _ model: inout Model) {
    let name = order.fileName(model.assessment, today: model.context.today)
    model.layers.append(PromptLayer(question, .writeReport(order), text: name))
  }

  /// For everybody, then for each party in turn.
  private mutating func turn(_ step: Int, _ model: Model) {
    let choices = [RecordID?.none] + model.assessment.ids(.party).map(Optional.some)
    let place = choices.firstIndex(of: audience) ?? 0
    audience = choices[(place + step + choices.count) % choices.count]
  }

  func account(_ model: Model) -> PlainAccount {
    let kinds = Self.kinds.enumerated().map { place, kind in
      PlainAccount.Choice(
        text: model.say(kind.words) + ": " + model.say(kind.contents),
        keys: [.character(Character(String(place + 1)))])
    }
    let who = audience.map { model.name(of: $0) } ?? model.say(Self.everything)
    let next = PlainAccount.Choice(
      text: model.say(Words("for somebody else's eyes", "開示先を替える")), keys: [.right], stays: true)
    return PlainAccount(
      title: model.say(Words("Reports", "報告書")) + ", " + model.say(Words("for ", "開示先 ")) + who,
      way: .numbers(kinds + [next]))
  }

  private static let everything = Words("this desk: everything", "手元用（全て記載）")

  // MARK: Drawing

  func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let isWide = body.columns >= 84
    let rows = Self.kinds.count * (isWide ? 1 : 2) + 5
    let columns = min(body.columns - 2, isWide ? 96 : 74)
    let inside = pen.window(
      body.centered(Size(columns: columns, rows: min(body.rows, rows + 1))),
      title: model.say(Words("Reports", "報告書")))
    let each = isWide ? 1 : 2
    for (place, kind) in Self.kinds.enumerated() {
      let lines = Rect(
        column: inside.column, row: inside.row + place * each, columns: inside.columns, rows: each)
      drawKind(kind, place, isWide: isWide, model, &pen, in: lines)
    }
    drawAudience(model, &pen, in: inside.splitTop(Self.kinds.count * each + 1).rest)
  }

  private func drawKind(
    _ kind: ReportKind, _ place: Int, isWide: Bool, _ model: Model, _ pen: inout Pen, in lines: Rect
  ) {
    if place == cursor.place {
      pen.frame.paint(lines, ground: .selection)
      pen.put(pen.glyphs[.selected], at: lines.origin.moved(columns: -1), role: .cursor)
      pen.frame.cursor = lines.origin
    }
    pen.put(
      [("\(place + 1) ", .footerKey), (model.say(kind.words), .textStrong)], at: lines.origin,
      width: isWide ? 30 : lines.columns)
    let text = isWide ? lines.splitLeft(31).rest : lines.line(1).splitLeft(2).rest
    pen.put(kind.contents, at: text.origin, role: .textMuted, width: text.columns)
  }

  /// Whose eyes it is for, and what that leaves out.
  private func drawAudience(_ model: Model, _ pen: inout Pen, in area: Rect) {
    guard area.rows > 0 else { return }
    let label = model.say(Words("For", "開示先")) + "  "
    let who = audience.map { model.name(of: $0) } ?? model.say(Self.everything)
    let (left, right) = (pen.glyphs[.arrowLeft], pen.glyphs[.arrowRight])
    pen.put(
      [(label, .formLabel), (left + " ", .footerKey), (who, .textStrong), (" " + right, .footerKey)],
      at: area.origin, width: area.columns)
    guard audience != nil, area.rows > 1 else { return }
    pen.put(
      Words(
        "Only what this party may see; the report says what is left out.", "この組織に共有された記録だけを載せ、除いたものを明記します。"),
      at: area.line(1).origin, role: .textMuted, width: area.columns)
  }
}
