import Canvas
import Domain

/// Below the statement of applicability: the control under the cursor where no pane tells of it, what a risk needs
/// and nobody decided, and what one party leaves to another and nobody answers for.
struct ControlFoot {
  let model: Model

  private var hasSeveral: Bool { model.assessment.ids(.party).count > 1 }

  /// The pane beside the list says all of it already, and a low screen shows it while the line is open.
  private var isBrief: Bool {
    model.layout.detail == nil && (model.size.rows >= 30 || model.state.inCell)
  }

  var rows: Int { 1 + (isBrief ? 2 : 0) + 1 + (hasSeveral ? 1 : 0) }

  /// Nil where it tells of the control under the cursor.
  var anchor: Int? { isBrief ? nil : 0 }

  func draw(_ pen: inout Pen, in area: Rect) {
    pen.frame.rule(
      from: Point(column: area.column - 1, row: area.row), columns: area.columns + 2, glyphs: pen.glyphs)
    let inside = area.splitTop(1).rest.inset(columns: 1, rows: 0)
    var row = 0
    if isBrief {
      drawBrief(&pen, in: inside)
      row = 2
    }
    drawNeeds(&pen, in: inside.line(row))
    if hasSeveral { drawGaps(&pen, in: inside.line(row + 1)) }
  }

  // MARK: The control under the cursor

  /// Its whole title with the other edition's numbers, and below the risks that need it and its evidence.
  private func drawBrief(_ pen: inout Pen, in area: Rect) {
    guard let row = model.state.current, let control = ControlsScreen.control(of: row, model) else {
      let words = Words(
        "\(key: "mark-control") marks all controls under a heading, Enter decides them together.",
        "\(key: "mark-control") で見出しの下全てに印、Enter でまとめて決める。")
      pen.put(words, at: area.origin, role: .textMuted, width: area.columns)
      return
    }
    let editions = model.context.catalogues.editions
    let others = editions.newer(of: control.number) + editions.older(of: control.number)
    let also = others.isEmpty ? "" : "   " + model.glyphs[.arrowBoth] + " " + others.joined(separator: " ")
    pen.put(
      [
        (control.number + " ", .textMuted), (model.say(control.title), .textStrong), (also, .textMuted),
      ], at: area.origin, width: area.columns)
    let front = ControlsScreen.front(model, model.state)
    let statement = front.flatMap { ControlsScreen.statement(on: row, of: $0, model) }
    pen.put(statement.map { links($0, pen.glyphs) } ?? [], at: area.line(1).origin, width: area.columns)
  }

  private func links(_ statement: RecordID, _ glyphs: Glyphs) -> [(String, Role)] {
    let assessment = model.assessment
    let risks = assessment[statement, ControlStatement.risks].map { risk in
      assessment.label(of: risk) + " " + (assessment.title(of: risk) ?? "")
    }
    let evidence = assessment.sources(of: statement, via: Evidence.control)
    var runs: [(String, Role)] = []
    for piece in evidence {
      let look = EvidenceLook(piece, model)
      let words = look.state.isBroken ? " " + glyphs[look.glyph] + " " + model.say(look.words) : ""
      runs.append((assessment.label(of: piece) + words + "  ", look.state.isBroken ? look.role : .link))
    }
    if !risks.isEmpty {
      runs.append((model.say(Words("for ", "対応: ")), .textMuted))
      runs.append((risks.joined(separator: model.say(Words("; ", "・"))), .text))
    }
    return runs
  }

  // MARK: What is needed

  private func drawNeeds(_ pen: inout Pen, in line: Rect) {
    let groups = model.state.groups
    let (needed, bare) = groups.count < 3 ? ([], []) : (groups[groups.count - 3], groups[groups.count - 2])
    guard !needed.isEmpty || !bare.isEmpty else {
      let words = Words("Every control that a risk needs is decided.", "リスクが必要とする管理策は全て決まっています。")
      pen.put(
        [(pen.glyphs[.check] + " ", .messageSuccess), (model.say(words), .textMuted)], at: line.origin,
        width: line.columns)
      return
    }
    var runs: [(String, Role)] = [(pen.glyphs[.severityBlocker] + " ", .gateBlocker)]
    if !needed.isEmpty {
      let words = Words("Needed by a risk, not decided \(needed.count)   ", "リスクに必要だが未決 \(needed.count)   ")
      runs += [(model.say(words), .textStrong), (list(needed, ControlStatement.control) + "   ", .text)]
    }
    if !bare.isEmpty {
      let words = Words("Risks without a control \(bare.count)   ", "管理策のないリスク \(bare.count)   ")
      runs += [(model.say(words), .textStrong), (labels(bare), .text)]
    }
    pen.put(runs, at: line.origin, width: line.columns)
  }

  private static let shown = 6

  private func list(_ statements: [RecordID], _ attribute: Attribute<String>) -> String {
    let texts = statements.prefix(Self.shown).map { model.assessment[$0, attribute] ?? "" }
    return texts.joined(separator: " ")
      + (statements.count > Self.shown ? " " + model.glyphs[.truncation] : "")
  }

  private func labels(_ records: [RecordID]) -> String {
    let texts = records.prefix(Self.shown).map(model.assessment.label(of:))
    return texts.joined(separator: " ") + (records.count > Self.shown ? " " + model.glyphs[.truncation] : "")
  }

  // MARK: Gaps

  private func drawGaps(_ pen: inout Pen, in line: Rect) {
    let gaps = model.state.groups.last ?? []
    guard !gaps.isEmpty, let first = model.state.notes.first else {
      let text = Words(
        "No gap: what is left to another party is answered for there.", "責任の隙間なし。他組織に任せた管理策は相手が引き受けています。")
      pen.put(
        [(pen.glyphs[.check] + " ", .messageSuccess), (model.say(text), .textMuted)], at: line.origin,
        width: line.columns)
      return
    }
    pen.put(
      [
        (pen.glyphs[.severityBlocker] + " ", .gateBlocker),
        (model.say(Words("Gaps in responsibility ", "責任の隙間 ")) + "\(gaps.count)   ", .textStrong),
        (model.say(first) + "   ", .text), (model.keymap.mention(of: "next-view") + " ", .footerKey),
        (model.say(Words("all of them", "隙間の一覧")), .textMuted),
      ], at: line.origin, width: line.columns)
  }

  /// A gap in a line: which control, between whom, what does not fit.
  static func sentence(_ shared: SharedControl, _ model: Model) -> Words {
    let number = shared.anchor.flatMap { model.assessment[$0, ControlStatement.control] } ?? ""
    let parties = [shared.customer, shared.provider].compactMap(\.self).map(model.shortName(of:))
    let between = parties.joined(separator: " " + model.glyphs[.arrowBoth] + " ")
    let words = GapLook(rank: shared.gap?.rawValue ?? GapLook.fits, scope: model.assessment.scope).words
    return Words("\(number) \(between): \(words.en)", "\(number) \(between): \(words.ja)")
  }
}
