import Canvas
import Domain

/// Where the columns of a grid stand in a line, from the room there is and the column under the cursor.
struct GridPlan {
  /// A column that is seen.
  struct Place {
    /// Its position among the columns chosen.
    let index: Int
    let aspect: Aspect
    /// Counted from the start of the line.
    let start: Int
    let columns: Int

    func rect(in line: Rect) -> Rect {
      Rect(column: line.column + start, row: line.row, columns: columns, rows: 1)
    }
  }

  let places: [Place]
  /// What it was made for: the room, and the column under the cursor.
  let width: Int
  let cursor: Int
  /// Columns wait beyond the left or right edge.
  let hasMoreLeft: Bool
  let hasMoreRight: Bool

  private static let gap = 1

  /// Id and title always stand; of the others as many as fit, so far along that the cursor's is among them.
  init(_ columns: [Aspect], _ kind: RecordKind, width: Int, cursor: Int, _ model: Model) {
    self.width = width
    self.cursor = cursor
    let title = columns.firstIndex { $0.field?.key == kind.description.title.key } ?? 0
    let widths = columns.map { $0.width(kind, model) }
    let fixed = Set([title] + (columns.firstIndex(of: .label).map { [$0] } ?? []))
    let needs = columns.indices.map {
      $0 == title ? max(width / 2 < 22 ? width / 2 : 22, width * 27 / 100) : widths[$0].lowerBound
    }
    let others = columns.indices.filter { !fixed.contains($0) }
    let room = width - fixed.reduce(0) { $0 + needs[$1] + Self.gap }
    var offset = 0
    var seen = Self.fitting(others[...], needs, room)
    while let last = seen.last, others.contains(cursor), cursor > last, offset < others.count - 1 {
      offset += 1
      seen = Self.fitting(others[offset...], needs, room)
    }
    let shown = (seen + fixed).sorted()
    var sizes = needs
    var spare = width - shown.reduce(0) { $0 + needs[$1] + Self.gap } + Self.gap
    for index in shown where index != title {
      let kept = max(0, 28 - needs[title])
      let more = min(widths[index].upperBound - needs[index], max(0, spare - kept))
      sizes[index] += more
      spare -= more
    }
    sizes[title] += max(0, spare)
    var start = 0
    places = shown.map { index in
      defer { start += sizes[index] + Self.gap }
      return Place(index: index, aspect: columns[index], start: start, columns: sizes[index])
    }
    hasMoreLeft = offset > 0
    hasMoreRight = others.last.map { !seen.contains($0) } ?? false
  }

  private static func fitting(_ others: ArraySlice<Int>, _ needs: [Int], _ room: Int) -> [Int] {
    var left = room + gap
    return Array(
      others.prefix { index in
        left -= needs[index] + gap
        return left >= 0
      })
  }

  func place(_ index: Int) -> Place? { places.first { $0.index == index } }
}
