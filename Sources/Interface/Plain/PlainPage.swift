import Canvas
import Domain

/// The screen in front, as lines: what it is, its list in parts, what can be done.
struct PlainPage {
  let model: Model
  private let view: any Screen
  /// Its lines hang from each other over more than two levels.
  private let isTree: Bool

  init(_ model: Model) {
    self.model = model
    view = Screens.screen(model.screen)
    isTree = model.state.rows.contains { Self.levels.contains($0.depth) && $0.depth > 1 }
  }

  /// Beyond these a depth is the screen's own affair.
  private static let levels = 1...20

  /// How many lines of a list are said at once.
  static let part = 20

  private var language: Language { model.language }
  private func say(_ words: Words) -> String { model.say(words) }
  private var comma: String { FieldText.separator(language) }

  // MARK: The page

  /// Title and place.
  var head: [String] { [title + say(PlainWords.stop), place] }

  /// Title and place, then a part of the list.
  ///
  /// - Parameter first: The place in the list to begin with; set to where the next part begins.
  /// - Returns: What is said.
  func lines(from first: inout Int) -> [String] {
    let picture = picture
    guard !model.state.rows.isEmpty else {
      return head + (picture.isEmpty ? [PlainText.said(say(view.emptyText(model)), language)] : picture)
    }
    return head + picture + list(from: &first) + foot
  }

  /// The screen's own title; how many lines it has.
  var title: String {
    let count = model.state.rows.count
    return PlainText.listed(view.title(model), language)
      + (count > 0 ? comma + say(PlainWords.count(count)) : "")
  }

  /// Whose assessment it is, for whom it is looked at, and how the phase stands.
  private var place: String {
    let party = model.party.map(model.name(of:)) ?? say(UI.allParties)
    let name =
      model.assessment.head.flatMap { model.assessment[$0, AssessmentRecord.title] } ?? model.fileName
    let cycle = say(Words("cycle \(model.assessment.cycle)", "第\(model.assessment.cycle)期"))
    var parts = [name, cycle, party]
    if model.past != nil || model.context.looksOnly { parts.append(say(UI.readOnly)) }
    if model.context.audits { parts.append(say(UI.auditing)) }
    if let phase = model.screen.phase {
      parts += model.party.map { [standing(of: $0, phase)] } ?? []
    }
    return PlainText.said(parts.joined(separator: comma), language) + say(PlainWords.stop)
  }

  /// A phase with its state and what is open in it.
  func standing(of party: RecordID, _ phase: Phase) -> String {
    let state = model.assessment.phases[party, phase]
    let name = "\(phase.rawValue) " + say(phase.shortWords) + " " + say(state.words)
    guard state != .notStarted, let tally = model.gates.tally(party, phase) else { return name }
    let counts = [
      (PlainWords.blockers(tally.blockers), tally.blockers),
      (PlainWords.warnings(tally.warnings), tally.warnings),
    ].filter { $0.1 > 0 }
    return ([name] + counts.map { say($0.0) }).joined(separator: comma)
  }

  /// How every party stands in every phase.
  var standings: [String] {
    model.assessment.ids(.party).map { party in
      let phases =
        model.assessment.participates(party)
        ? Phase.allCases.map { standing(of: party, $0) } : [say(Words("has no phases", "局面なし"))]
      return PlainText.said(model.name(of: party) + ": " + phases.joined(separator: "; "), language)
    }
  }

  // MARK: The list

  /// A part of the list, and how much of it that is.
  func list(from first: inout Int) -> [String] {
    let rows = model.state.rows
    var said: [String] = []
    var index = min(first, rows.count - 1)
    let start = index
    while index < rows.count, said.count < Self.part {
      if let text = line(index) { said.append(text) }
      index += 1
    }
    first = index
    guard start > 0 || index < rows.count else { return said }
    return said + [say(PlainWords.part(start + 1, index, of: rows.count))]
  }

  /// A line with its number; nil for one that is not worth hearing, such as an empty cell.
  func line(_ index: Int) -> String? {
    let rows = model.state.rows
    guard rows.indices.contains(index) else { return nil }
    let row = rows[index]
    guard let text = text(of: row) else {
      return index == model.state.cursor ? "\(index + 1). " + label(row) : nil
    }
    var parts = [text]
    if isTree, Self.levels.contains(row.depth) { parts.append(say(PlainWords.level(row.depth))) }
    if row.record.map(model.marks.contains) ?? model.markedLines.contains(row.tag) {
      parts.append(say(PlainWords.marked))
    }
    if index == model.state.cursor { parts.append(say(PlainWords.here)) }
    return "\(index + 1). " + parts.joined(separator: comma)
  }

  /// Whether a line has a place and nothing in it.
  func isSilent(_ index: Int) -> Bool { text(of: model.state.rows[index]) == nil }

  /// As the screen says it, else as it is drawn, else by its name.
  private func text(of row: Row) -> String? {
    switch view.said(row, model) {
    case .as(let text): return PlainText.said(text, language)
    case .nothing: return nil
    case .drawn:
      let drawn = PlainPicture.row(of: frame(of: row, withCursor: false), language)
      return drawn.isEmpty ? label(row) : drawn
    }
  }

  private func label(_ row: Row) -> String {
    let text = row.record.map(model.line(of:)) ?? view.searchText(row, model) ?? ""
    return PlainText.said(text, language)
  }

  /// The heads of the list and below them one of its lines.
  private func frame(of row: Row, withCursor: Bool) -> Frame {
    let heads = view.headRows(model)
    var pen = Pen(
      size: Size(columns: PlainPicture.columns, rows: heads + 1), glyphs: model.glyphs, language: language,
      keymap: model.keymap)
    let area = Rect(pen.frame.size)
    let (head, below) = area.splitTop(heads)
    view.drawHead(model, &pen, in: head)
    let line = below.splitLeft(2).rest.splitRight(1).rest
    view.draw(row, model, &pen, in: line)
    if withCursor { view.drawCursor(row, model, &pen, in: line) }
    return pen.frame
  }

  /// The line under the cursor, and where the screen has cells the one under it.
  var currentCell: String {
    guard let row = model.state.current else { return "" }
    let frame = frame(of: row, withCursor: true)
    let name = text(of: row) ?? label(row)
    guard let cursor = frame.cursor, cursor.row == frame.size.rows - 1 else { return name }
    return PlainPicture.head(of: frame, over: cursor.column, language).map { $0 + "; " + name } ?? name
  }

  // MARK: Besides the list

  /// What a screen draws that is no list of its lines.
  private var picture: [String] {
    guard view.isPicture(model) else { return [] }
    var pen = Pen(
      size: model.size, glyphs: model.glyphs, language: language, keymap: model.keymap)
    let area = model.layout.inside
    view.drawBody(model, &pen, in: area)
    return PlainPicture.lines(of: pen.frame, in: area, language)
  }

  /// Sums below the list.
  private var foot: [String] {
    if let said = view.saidBelow(model) { return said }
    let rows = view.footRows(model)
    guard rows > 0 else { return [] }
    var pen = Pen(
      size: Size(columns: PlainPicture.columns, rows: rows), glyphs: model.glyphs, language: language,
      keymap: model.keymap)
    view.drawFoot(model, &pen, in: Rect(pen.frame.size))
    return PlainPicture.lines(of: pen.frame, in: Rect(pen.frame.size), language)
  }

  /// All that is on record of the line under the cursor.
  var detail: [String] {
    let lines = view.detail(model).compactMap { line -> String? in
      let label = PlainText.said(line.label, language)
      let text = PlainText.said(line.text, language)
      if label.isEmpty { return text.isEmpty ? nil : text }
      return label + ": " + (text.isEmpty ? say(PlainWords.empty) : text)
    }
    // The line itself was said before it.
    let line = line(model.state.cursor) ?? ""
    return lines.first.map(line.contains) == true ? Array(lines.dropFirst()) : lines
  }

  /// What stands between the phase and its agreement, numbered.
  var findings: [String] {
    let findings = model.shownFindings
    guard !findings.isEmpty else { return [say(PlainWords.nothingOpen)] }
    return [say(PlainWords.findings) + comma + "\(findings.count). " + say(PlainWords.goThere)]
      + findings.enumerated().map { place, finding in
        let whose = finding.party.flatMap { model.party == nil ? model.shortName(of: $0) + comma : nil } ?? ""
        let record = finding.record.map { model.line(of: $0) + ": " } ?? ""
        let text = say(finding.severity.words) + " " + finding.rule + comma + whose + record
        return "\(place + 1). " + PlainText.said(text + say(finding.told), language)
      }
  }

  /// What the letters and digits mean in the cell that is open.
  var cellKeys: String {
    let keys = ActionRegistry.actions.filter { $0.inCell && $0.isHere(model) }.map { action in
      let words = action.id == "status-1" ? ControlStatus.allCases[0].words : action.words
      return model.keymap.text(of: action) + " " + say(words)
    }
    return say(PlainWords.keysHere) + ": " + keys.joined(separator: comma)
  }

  /// Keys whose part numbers and words play here.
  private static let silentKeys: Set<String> = ["Left", "Right", "Up", "Down", "←", "→", "↑", "↓", ":"]

  /// The actions that the footer would name.
  var actions: String {
    let hints = model.keymap.footer(model).filter { !Self.silentKeys.contains($0.0) }.map {
      PlainWords.key($0.0, language) + " " + say($0.1)
    }
    return PlainText.said(say(PlainWords.actions) + ": " + hints.joined(separator: comma), language)
      + say(PlainWords.stop)
  }
}
