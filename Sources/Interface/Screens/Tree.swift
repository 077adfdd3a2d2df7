import Canvas
import Domain

/// Records as the lines of a tree: parents before children, folded subtrees left out.
enum Tree {
  /// What stands before a line; kept in the line's tag.
  enum Mark: Int {
    case leaf
    case open
    case folded

    var glyph: Glyph {
      switch self {
      case .leaf: .treeLeaf
      case .open: .treeOpen
      case .folded: .treeClosed
      }
    }
  }

  /// Whether something hangs from a line and is shown.
  static func isOpen(_ row: Row) -> Bool { row.tag == Mark.open.rawValue }

  /// The lines of a forest. Records whose parent is not among `ids` are roots, and so are those in a circle.
  ///
  /// - Parameters:
  ///   - ids: The records, in the order siblings are to have.
  ///   - folded: Records whose children are hidden.
  ///   - depth: Of the roots.
  ///   - parent: The record above; nil for a root.
  /// - Returns: A line per record that is shown, its fold mark in the tag.
  static func rows(
    _ ids: [RecordID], folded: Set<RecordID>, depth: Int = 0, parent: (RecordID) -> RecordID?
  ) -> [Row] {
    let members = Set(ids)
    let children = Dictionary(grouping: ids) { id in parent(id).flatMap { members.contains($0) ? $0 : nil } }
    var seen: Set<RecordID> = []
    var rows: [Row] = []
    func add(_ id: RecordID, _ depth: Int, shown: Bool) {
      guard seen.insert(id).inserted else { return }
      let below = children[id] ?? []
      let mark: Mark = below.isEmpty ? .leaf : folded.contains(id) ? .folded : .open
      if shown { rows.append(Row(id, depth: depth, tag: mark.rawValue)) }
      for child in below { add(child, depth + 1, shown: shown && mark == .open) }
    }
    for id in children[nil] ?? [] { add(id, depth, shown: true) }
    for id in ids { add(id, depth, shown: true) }
    return rows
  }

  /// Indent, fold mark and label of a line; returns the cells used.
  static func drawHead(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) -> Int {
    let indent = min(row.depth * 2, line.columns / 3)
    let mark = Mark(rawValue: row.tag) ?? .leaf
    pen.put(pen.glyphs[mark.glyph], at: line.origin.moved(columns: indent), role: .treeGuide)
    guard let record = row.record else { return indent + 2 }
    let label = model.assessment.label(of: record) + " "
    return indent + 2
      + pen.put(label, at: line.origin.moved(columns: indent + 2), role: .textMuted)
  }
}

extension ScreenState {
  /// Moves over the lines of a tree: left folds or goes to the parent, right unfolds or goes to the first child.
  mutating func walkTree(_ motion: Motion, page: Int) {
    guard motion == .left || motion == .right, let row = current, let record = row.record else {
      return walk(motion, page: page)
    }
    let mark = Tree.Mark(rawValue: row.tag) ?? .leaf
    switch (motion, mark) {
    case (.left, .open): folded.insert(record)
    case (.right, .folded): folded.remove(record)
    case (.right, .open): walk(.down, page: page)
    case (.left, _): cursor = rows[..<cursor].lastIndex { $0.depth < row.depth } ?? cursor
    default: break
    }
  }
}
