package import Canvas
package import Domain

/// One line of the detail pane.
package struct DetailLine: Hashable, Sendable {
  /// The field's word; empty for a line that stands alone.
  package let label: String
  package let text: String
  package let role: Role

  package init(_ label: String = "", _ text: String, _ role: Role = .text) {
    self.label = label
    self.text = text
    self.role = role
  }
}

/// What the detail pane says of a record: its fields, then what hangs on it.
package enum Detail {
  /// Fields first, in the order of the description, then the records that point here.
  package static func lines(of record: RecordID, _ model: Model) -> [DetailLine] {
    let assessment = model.assessment
    guard let kind = assessment.kind(of: record) else { return [] }
    if kind == .risk { return RiskDetail.lines(of: record, model) }
    if kind == .commitment { return ClauseDetail.lines(of: record, model) }
    var lines = [DetailLine("", assessment.title(of: record) ?? assessment.label(of: record), .textStrong)]
    if let party = assessment.party(of: record) {
      lines.append(DetailLine("", model.name(of: party), .textMuted))
    }
    let title = kind.description.title.key
    let file = EvidenceLook.line(of: record, model).map { [$0] } ?? []
    let support = support(of: record, model)
    // Before the fields: that what it rests on has run out must not lie below the pane's end.
    return lines + file + support + (support.isEmpty ? [] : [DetailLine()])
      + fieldLines(of: record, model) { $0 != title } + links(of: record, model)
  }

  private static let hidden: Set<FieldKey> = [Estimate.seal.key, Estimate.salt.key]

  /// A line for each field that holds something and is wanted.
  static func fieldLines(of record: RecordID, _ model: Model, _ isWanted: (FieldKey) -> Bool) -> [DetailLine]
  {
    let assessment = model.assessment
    guard let description = assessment.kind(of: record)?.description else { return [] }
    return assessment.values(of: record).compactMap { slot, value in
      guard isWanted(slot.key), !hidden.contains(slot.key), let field = description.field(slot.key),
        !field.isKept
      else { return nil }
      let whose = slot.party.map { " " + (assessment[$0, Party.partyKey] ?? "") } ?? ""
      let text = FieldText.display(
        value, field, assessment, model.language, party: assessment.party(of: record))
      return DetailLine(model.say(field.words) + whose, text)
    }
  }

  private static let linksShown = 12

  /// The records that point here, the first of them.
  static func links(of record: RecordID, _ model: Model) -> [DetailLine] {
    let sources = model.assessment.sources(of: record)
    guard !sources.isEmpty else { return [] }
    var lines = [DetailLine(), DetailLine("", model.say(UI.pointedAtBy), .textMuted)]
    for source in sources.prefix(linksShown) {
      lines.append(DetailLine(model.assessment.label(of: source.id), model.shownName(of: source.id), .link))
    }
    if sources.count > linksShown {
      lines.append(DetailLine("", "+\(sources.count - linksShown)", .textMuted))
    }
    return lines
  }
}

extension DetailLine {
  init() { self.init("", "", .text) }
}

extension Model {
  func drawDetail(_ pen: inout Pen, in area: Rect) {
    let inside = area.inset(columns: 1, rows: 0)
    let down = "\(key: "page-down")"
    let pane = "\(key: "next-pane")"
    let key = self.pane == .detail ? Words(down, down) : Words("\(pane), \(down)", "\(pane)・\(down)")
    detailPage(inside).draw(from: pageTop, &pen, in: inside, key: key)
  }

  private func detailPage(_ area: Rect) -> PageLines {
    PageLines(Screens.screen(screen).detail(self), columns: area.columns, inColumn: false)
  }

  /// Reads on, or back, in the detail of what is under the cursor.
  mutating func turnDetail(forward: Bool) {
    let area = (layout.detail?.inset() ?? layout.inside.splitBottom(layerRows).rest)
      .inset(columns: 1, rows: 0)
    turnPage(detailPage(area), forward: forward, rows: area.rows)
  }

  func drawGate(_ pen: inout Pen, in area: Rect) {
    let inside = area.inset(columns: 1, rows: 0)
    let findings = shownFindings
    guard !findings.isEmpty else {
      pen.put(
        pen.glyphs[.check] + " " + say(UI.gateOpen), at: inside.origin, role: .messageSuccess,
        width: inside.columns)
      return
    }
    // As many lines as there are, shared out: few findings are said in full, many by a line each.
    guard findings.count >= inside.rows else { return drawWhole(findings, &pen, in: inside) }
    let top = max(0, min(gateCursor - inside.rows + 1, findings.count - inside.rows))
    for (offset, finding) in findings.dropFirst(max(0, top)).prefix(inside.rows).enumerated() {
      let line = inside.line(offset)
      if pane == .gate, max(0, top) + offset == gateCursor {
        pen.frame.paint(line, ground: .selection)
        pen.frame.cursor = line.origin
      }
      draw(finding, &pen, in: line)
    }
  }

  /// Sign, rule and record, then the sentence on the lines below, as many as are left for it.
  private func drawWhole(_ findings: [GateFinding], _ pen: inout Pen, in area: Rect) {
    var row = 0
    for (index, finding) in findings.enumerated() {
      let head = self.head(of: finding, pen.glyphs)
      let used = head.reduce(0) { $0 + DisplayWidth.width(of: $1.0) }
      let text = say(finding.told)
      let first = DisplayWidth.wrap(text, to: max(8, area.columns - used)).first.map(String.init) ?? ""
      let rest = String(text.dropFirst(first.count).drop { $0 == " " })
      let below = DisplayWidth.wrap(rest, to: max(8, area.columns - 2))
      // One line stays for each finding still to come.
      let room = area.rows - row - (findings.count - index - 1)
      let fairly = max(room > 1 ? 2 : 1, (area.rows - row) / (findings.count - index))
      let lines = rest.isEmpty ? 1 : min(room, fairly, 1 + below.count)
      let block = Rect(column: area.column, row: area.row + row, columns: area.columns, rows: lines)
      if pane == .gate, index == gateCursor {
        pen.frame.paint(block, ground: .selection)
        pen.frame.cursor = block.origin
      }
      let beginning = lines == 1 ? text : first
      pen.put(head + [(beginning, .text)], at: block.origin, width: block.columns)
      for line in 1..<max(1, lines) {
        let isCut = line == lines - 1 && below.count > lines - 1
        pen.put(
          String(isCut ? rest[below[line - 1].startIndex...] : below[line - 1]),
          at: block.line(line).origin.moved(columns: 2), width: block.columns - 2)
      }
      row += lines
    }
  }

  /// On its one line there is no room for the way.
  private func draw(_ finding: GateFinding, _ pen: inout Pen, in line: Rect) {
    pen.put(
      head(of: finding, pen.glyphs) + [(say(finding.words), .text)], at: line.origin, width: line.columns)
  }

  private func head(of finding: GateFinding, _ glyphs: Glyphs) -> [(String, Role)] {
    let label = finding.record.map { assessment.label(of: $0) + " " } ?? ""
    let whose =
      party == nil ? finding.party.flatMap { assessment[$0, Party.partyKey] }.map { $0 + " " } ?? "" : ""
    return [
      (glyphs[finding.severity.glyph] + " ", finding.severity.role),
      (whose, .textMuted), (finding.rule + " ", .textMuted), (label, .link),
    ]
  }
}

extension Severity {
  package var glyph: Glyph {
    switch self {
    case .blocker: .severityBlocker
    case .warning: .severityWarning
    case .waived: .severityWaived
    }
  }

  package var role: Role {
    switch self {
    case .blocker: .gateBlocker
    case .warning: .gateWarning
    case .waived: .gateWaived
    }
  }
}
