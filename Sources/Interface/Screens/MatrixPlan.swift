import Canvas
import Domain

/// Where the parts of the matrix stand, from the room there is.
struct MatrixPlan {
  let area: Rect
  let labels: Int
  let cellColumns: Int
  let cellRows: Int
  /// Lines between rows of cells, in which the acceptance line and movements are drawn; none where room is short.
  let gap: Int
  /// Two where the names of the consequences are too wide to stand beside their numbers, and there is a line to spare.
  let scaleRows: Int
  private let steps: Int
  private let origin: Point

  /// Lines above and below the cells: axis, scale, two lines of legend.
  private static let around = 4

  init(_ ground: MatrixGround, _ model: Model, in area: Rect) {
    self.area = area
    steps = ground.method.likelihood.count
    let columns = ground.columns
    let widest = ground.method.likelihood.map { DisplayWidth.width(of: model.say($0.label)) }.max() ?? 0
    let spare = area.columns - 2 - columns * 10
    labels = max(6, min(widest + 4, area.columns / 4, max(9, spare)))
    cellColumns = max(3, min(30, (area.columns - labels - 2) / columns - 1))
    let room = area.rows - Self.around
    gap = room >= steps * 2 ? 1 : 0
    cellRows = max(1, min(10, room / steps - gap))
    let name = ground.method.consequence.map { DisplayWidth.width(of: model.say($0.label)) }.max() ?? 0
    scaleRows = name + 2 > cellColumns - 1 && room - steps * (cellRows + gap) > 0 ? 2 : 1
    origin = area.origin.moved(columns: labels, rows: 1)
  }

  /// Whether every cell is inside the area.
  var fits: Bool { rect(0, 0).lastRow + 1 <= area.lastRow && cellColumns >= 4 }

  func rect(_ l: Int, _ c: Int) -> Rect {
    Rect(
      column: origin.column + c * (cellColumns + 1), row: origin.row + (steps - 1 - l) * (cellRows + gap),
      columns: cellColumns, rows: cellRows)
  }

  /// The line of the consequence scale, right below the lowest cells.
  var scaleRow: Int { rect(0, 0).lastRow + 1 }
}
