package import Canvas
package import Domain

/// A short list of records to go to, or of risks to estimate or to put elsewhere on the matrix.
package struct PickLayer: Layer {
  let title: String
  let records: [RecordID]
  let purpose: Purpose
  var cursor = ListCursor()

  /// What may be done with the record chosen.
  package enum Purpose: Hashable, Sendable {
    case visit
    /// Enter goes there, Space picks it up.
    case visitOrCarry
    /// Both keys pick it up.
    case carry
    /// Enter begins a blind round on it.
    case estimate
  }

  package init(title: String, records: [RecordID], purpose: Purpose = .visit) {
    self.title = title
    self.records = records
    self.purpose = purpose
  }

  package var hints: [(String, Words)] {
    let go = ("Enter", Words("go there", "その記録へ"))
    let estimate = Words("estimate", "見積り")
    let rest = [("↑ ↓", Words("choose", "選択")), ("Esc", Words("close", "閉じる"))]
    switch purpose {
    case .visit: return [go, ("v", estimate)] + rest
    case .visitOrCarry: return [go, ("Space", CarryLayer.pickUp), ("v", estimate)] + rest
    case .carry: return [("Space / Enter", CarryLayer.pickUp)] + rest
    case .estimate: return [("Enter", estimate)] + rest
    }
  }

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    guard case .key(let key) = input else { return .stays }
    switch key.halfWidth {
    case .escape, .control("c"), .character("q"): return .closes
    case .character("v") where purpose != .carry: return estimate(&model)
    case .character(" ") where purpose == .visitOrCarry || purpose == .carry: return pickUp(&model)
    case .enter:
      if purpose == .carry { return pickUp(&model) }
      if purpose == .estimate { return estimate(&model) }
      model.jump(to: records[cursor.place])
      return .closes
    default: cursor.receive(key, count: records.count)
    }
    return .stays
  }

  private func pickUp(_ model: inout Model) -> LayerResult {
    guard records.indices.contains(cursor.place) else { return .closes }
    CarryLayer.pickUp(records[cursor.place], &model)
    return .closes
  }

  private func estimate(_ model: inout Model) -> LayerResult {
    .closes(EstimateActions.begin(on: records[cursor.place], &model))
  }

  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let size = Size(columns: min(body.columns - 4, 76), rows: min(body.rows, records.count + 2))
    let inside = pen.window(body.centered(size), title: title)
    pen.drawList(records.count, cursor, in: inside) { pen, index, line in
      let label = model.assessment.label(of: records[index])
      pen.put(
        [(label + "  ", .textMuted), (model.shownName(of: records[index]), .text)], at: line.origin,
        width: line.columns)
    }
  }
}
