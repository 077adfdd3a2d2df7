import Canvas
import Domain

/// Objectives of customer and provider that stand or fall together, and what each contributes (分担).
struct PairsScreen: Screen {
  let id = ScreenID.pairs
  var hasPanes: Bool { false }

  func title(_ model: Model) -> String { model.say(Words("Pairs of objectives", "目的の対と分担")) }

  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    model.assessment.ids(.objectivePair).filter { pair in
      model.party.map { model.assessment.parties(boundBy: pair).contains($0) } ?? true
    }.map { Row($0) }
  }

  /// Objectives that depend on a clause and stand in no pair: the provider's part is missing.
  func groups(_ model: Model, _ state: ScreenState) -> [[RecordID]] {
    let assessment = model.assessment
    let lonely = assessment.ids(.objective).filter { objective in
      !assessment[objective, Objective.dependsOn].isEmpty
        && assessment.sources(of: objective, via: ObjectivePair.customerObjective).isEmpty
        && (model.party == nil || assessment.party(of: objective) == model.party)
    }
    return [lonely]
  }

  // MARK: Drawing

  private static let pairRows = 5

  func drawBody(_ model: Model, _ pen: inout Pen, in area: Rect) {
    let state = model.state
    guard !state.rows.isEmpty else { return drawList(model, &pen, in: area) }
    let (body, foot) = area.splitBottom(footRows(model))
    let (head, list) = body.splitTop(2)
    drawHeads(&pen, in: head)
    drawFoot(model, &pen, in: foot)
    let shown = max(1, list.rows / Self.pairRows)
    let top = max(0, min(state.cursor - shown + 1, state.rows.count - shown))
    for (offset, row) in state.rows.dropFirst(top).prefix(shown).enumerated() {
      let block = Rect(
        column: list.column, row: list.row + offset * Self.pairRows, columns: list.columns,
        rows: min(Self.pairRows, list.rows - offset * Self.pairRows))
      draw(row, isCursor: top + offset == state.cursor, model, &pen, in: block)
    }
  }

  private func columns(_ area: Rect) -> [Rect] {
    let inside = area.splitLeft(2).rest.splitRight(1).rest
    let third = inside.columns / 3
    return (0..<3).map {
      Rect(column: inside.column + $0 * third, row: inside.row, columns: third - 2, rows: inside.rows)
    }
  }

  private func drawHeads(_ pen: inout Pen, in area: Rect) {
    let words = [
      Words("Customer (CSC)", "カスタマ（CSC）"), Words("Who contributes what", "分担"),
      Words("Provider (CSP)", "プロバイダ（CSP）"),
    ]
    for (place, word) in zip(columns(area), words) { pen.put(word, at: place.origin, role: .header) }
    pen.frame.rule(
      from: Point(column: area.column - 1, row: area.row + 1), columns: area.columns + 2, glyphs: pen.glyphs)
  }

  private func draw(_ row: Row, isCursor: Bool, _ model: Model, _ pen: inout Pen, in area: Rect) {
    guard let pair = row.record else { return }
    let assessment = model.assessment
    let block = area.splitTop(max(1, area.rows - 1)).top
    if isCursor {
      pen.frame.paint(block, ground: .selection)
      pen.put(pen.glyphs[.selected], at: block.origin, role: .cursor)
      pen.frame.cursor = block.origin
    }
    if model.marks.contains(pair) {
      pen.put(pen.glyphs[.mark], at: block.origin.moved(columns: 1), role: .mark)
    }
    let columns = columns(block)
    drawObjective(assessment[pair, ObjectivePair.customerObjective], model, &pen, in: columns[0])
    drawObjective(assessment[pair, ObjectivePair.providerObjective], model, &pen, in: columns[2])
    let shares = [
      ("CSC", assessment[pair, ObjectivePair.customerShare]),
      ("CSP", assessment[pair, ObjectivePair.providerShare]),
    ]
    for (index, (who, text)) in shares.enumerated() {
      let half = columns[1].splitTop(columns[1].rows / 2)
      drawShare(who, text, &pen, in: index == 0 ? half.top : half.rest)
    }
    if isCursor { pen.frame.paint(block, ground: .selection) }
  }

  private func drawObjective(_ objective: RecordID?, _ model: Model, _ pen: inout Pen, in area: Rect) {
    guard let objective else {
      pen.put(
        pen.glyphs[.cross] + model.say(Words(" no objective", " 目的が未設定")), at: area.origin,
        role: .gateBlocker,
        width: area.columns)
      return
    }
    let label = model.assessment.label(of: objective) + " "
    let used = pen.put(label, at: area.origin, role: .textMuted)
    let text = model.assessment.title(of: objective) ?? ""
    drawWrapped(text, &pen, in: area.splitLeft(used).rest)
  }

  private func drawShare(_ who: String, _ text: String?, _ pen: inout Pen, in area: Rect) {
    guard area.rows > 0 else { return }
    let used = pen.put(who + "  ", at: area.origin, role: .textStrong)
    guard let text else {
      pen.put(
        pen.glyphs[.absent] + " " + Words("not written", "未記入")[pen.language],
        at: area.origin.moved(columns: used), role: .gateWarning)
      return
    }
    drawWrapped(text, &pen, in: area.splitLeft(used).rest)
  }

  /// As many lines as there are; the last one says that there is more.
  private func drawWrapped(_ text: String, _ pen: inout Pen, in area: Rect) {
    let lines = DisplayWidth.wrap(text, to: max(4, area.columns)).map(String.init)
    for (offset, line) in lines.prefix(area.rows).enumerated() {
      let isCut = offset == area.rows - 1 && lines.count > area.rows
      pen.put(
        isCut ? lines[offset...].joined(separator: line.last?.isASCII == true ? " " : "") : line,
        at: area.line(offset).origin, width: area.columns)
    }
  }

  func footRows(_ model: Model) -> Int { model.state.groups.first?.isEmpty ?? true ? 0 : 2 }

  func drawFoot(_ model: Model, _ pen: inout Pen, in area: Rect) {
    guard area.rows == 2, let lonely = model.state.groups.first else { return }
    let line = area.line(1).inset(columns: 2, rows: 0)
    let labels = lonely.prefix(12).map(model.assessment.label(of:)).joined(separator: " ")
    pen.put(
      [
        (pen.glyphs[.severityWarning] + " ", .gateWarning),
        (
          model.say(
            Words("depends on a clause, without a partner: ", "合意事項に依存するが対がない目的: ")), .text
        ),
        (labels, .link),
      ], at: line.origin, width: line.columns)
  }

  // MARK: Making

  func birth(_ model: Model) -> Birth? {
    var defaults: [Slot: Value] = [:]
    if let lonely = model.state.groups.first?.first {
      defaults[Slot(ObjectivePair.customerObjective.key)] = .reference(lonely)
    }
    return Birth(.objectivePair, party: nil, defaults: defaults)
  }

  func emptyText(_ model: Model) -> Words {
    Words(
      "No pair yet. Where a customer's objective rests on a provider's service, both objectives stand here "
        + "side by side with what each contributes. N makes a pair by form.",
      "目的の対はまだありません。カスタマの目的がプロバイダのサービスに依存するとき、両者の目的を並べ、分担を書きます。"
        + "N でフォームから作成します。")
  }
}
