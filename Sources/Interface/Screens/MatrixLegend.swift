import Canvas
import Domain

/// What the matrix says below itself: bands, acceptance line, movement, and who is in no cell.
struct MatrixLegend {
  let picture: MatrixPicture

  private var model: Model { picture.model }

  func draw(_ pen: inout Pen, below plan: MatrixPlan) {
    let area = plan.area
    let scale = plan.scaleRow + plan.scaleRows
    let row = min(scale + (scale + 2 <= area.lastRow ? 1 : 0), area.lastRow)
    var start = Point(column: area.column + 1, row: row)
    let width = area.columns - 2
    let used = pen.put(bands(pen.glyphs), at: start, width: width)
    let facts = facts(pen.glyphs)
    let needed = facts.reduce(0) { $0 + DisplayWidth.width(of: $1.0) }
    if used + 2 + needed <= width {
      pen.put(facts, at: start.moved(columns: used + 2), width: width - used - 2)
    } else if row + 1 <= area.lastRow {
      start = start.moved(rows: 1)
      pen.put(facts, at: start, width: width)
    }
  }

  /// Bands by mark, word and colour.
  private func bands(_ glyphs: Glyphs) -> [(String, Role)] {
    let bands = picture.method.bands
    return bands.enumerated().flatMap { index, band in
      let role = Role.riskLevel(index, of: bands.count)
      return [(" \(glyphs.riskMark(role)) " + model.say(band.label) + " ", role), (" ", .text)]
    }
  }

  private func facts(_ glyphs: Glyphs) -> [(String, Role)] {
    let boxes = picture.boxes
    let line = picture.method.acceptanceLine
    var runs: [(Words, Role)] = [
      (Words("accepted below \(line)", "受容は \(line) 未満"), .riskLine)
    ]
    let unrated = picture.box(boxes.unrated).count
    runs.append(
      (Words("\(key: "unrated") unrated \(unrated)", "\(key: "unrated") 未評価 \(unrated)"), .riskUnrated))
    let others = picture.box(boxes.others).count
    if others > 0 {
      runs.append(
        (
          Words(
            "\(key: "left-out") other criteria, left out \(others)", "\(key: "left-out") 基準が異なり除外 \(others)"),
          .messageWarning
        ))
    }
    let hidden = picture.box(boxes.hidden).count
    if hidden > 0 { runs.append((Words("not shared \(hidden)", "共有外 \(hidden)"), .messageWarning)) }
    let older = picture.box(boxes.translated).count
    if older > 0 {
      let mark = glyphs[.phaseStale]
      runs.append(
        (Words("\(mark) read from other criteria \(older)", "\(mark) 別の基準から読替 \(older)"), .phaseStale))
    }
    if boxes.isMoving {
      let arrow = glyphs[.arrowRight]
      runs.append((Words("\(arrow) where they go  ( ) arriving", "\(arrow) 移動先  ( ) 移ってくるもの"), .riskResidual))
    }
    return runs.flatMap { [(model.say($0.0), $0.1), ("   ", Role.text)] }.dropLast()
  }
}
