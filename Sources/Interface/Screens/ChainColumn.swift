import Canvas
import Domain

/// A chain in one column, for more parties than fit beside each other: each step with its party, then who was told.
struct ChainColumn {
  let facts: ChainFacts
  let model: Model

  /// One step's lines.
  private struct Block {
    let step: RecordID
    let lines: [[(String, Role)]]
  }

  func draw(_ pen: inout Pen, in area: Rect) {
    let heads = facts.lanes.map(model.name(of:)).joined(separator: " \(pen.glyphs[.separator]) ")
    if model.current == facts.chain {
      pen.put(pen.glyphs[.selected], at: area.origin, role: .cursor)
      pen.frame.cursor = area.origin
    }
    pen.put(heads, at: area.origin.moved(columns: 2), role: .header, width: area.columns - 3)
    pen.frame.rule(from: area.origin.moved(rows: 1), columns: area.columns, glyphs: pen.glyphs)
    let room = area.splitTop(2).rest
    let blocks = facts.steps.indices.map { block($0, room.columns - 3, pen.glyphs) }
    var row = 0
    for block in blocks.dropFirst(top(blocks, room.rows)) {
      guard row < room.rows else { return }
      if block.step == model.current {
        for line in row..<min(row + block.lines.count, room.rows) {
          pen.frame.paint(room.line(line), ground: .selection)
        }
        pen.put(pen.glyphs[.selected], at: room.line(row).origin, role: .cursor)
        pen.frame.cursor = room.line(row).origin
      }
      for line in block.lines where row < room.rows {
        pen.put(line, at: room.line(row).origin.moved(columns: 2), width: room.columns - 3)
        row += 1
      }
    }
  }

  /// The first block shown so that the cursor's is seen whole.
  private func top(_ blocks: [Block], _ rows: Int) -> Int {
    guard let cursor = blocks.firstIndex(where: { $0.step == model.current }) else { return 0 }
    var top = cursor
    var used = blocks[cursor].lines.count
    while top > 0, used + blocks[top - 1].lines.count <= rows {
      top -= 1
      used += blocks[top].lines.count
    }
    return top
  }

  private func block(_ index: Int, _ width: Int, _ glyphs: Glyphs) -> Block {
    let step = facts.steps[index]
    let mark = glyphs.circled(index + 1) + " "
    let whose = facts.lane(of: step).map { model.assessment[facts.lanes[$0], Party.partyKey] ?? "" } ?? ""
    let (tag, role) = ChainWords.risk(of: step, model)
    let indent = String(repeating: " ", count: DisplayWidth.width(of: mark))
    let event = model.assessment[step, ChainStep.event] ?? ""
    let room = max(8, width - indent.count - DisplayWidth.width(of: whose) - 2)
    let texts = DisplayWidth.wrap(event, to: room).map(String.init)
    var lines: [[(String, Role)]] = texts.enumerated().map { offset, text in
      offset == 0
        ? [(mark, .textStrong), (whose + "  ", .header), (text, .text)]
        : [(indent + String(repeating: " ", count: DisplayWidth.width(of: whose) + 2), .text), (text, .text)]
    }
    if lines.isEmpty { lines = [[(mark, .textStrong), (whose, .header)]] }
    lines[lines.count - 1].append(("  " + tag, role))
    if let next = facts.handover(after: index) {
      let to = model.assessment[facts.lanes[next.lane], Party.partyKey] ?? ""
      let told = ChainWords.told(of: step, facts, model).map { ("  " + $0.text, $0.role) }
      lines.append([(indent + glyphs[.arrowRight] + " ", .title), (to, .header)] + told)
    }
    return Block(step: step, lines: lines)
  }
}
