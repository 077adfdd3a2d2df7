package import Domain

/// One line a cursor can stand on.
package struct Row: Hashable, Sendable {
  /// The record it shows; nil for headings and computed lines.
  package let record: RecordID?
  /// How far it is indented in a tree.
  package let depth: Int
  /// What else the screen needs to know about the line; its meaning is the screen's own.
  package let tag: Int

  package init(_ record: RecordID?, depth: Int = 0, tag: Int = 0) {
    self.record = record
    self.depth = depth
    self.tag = tag
  }
}

/// What a screen remembers between frames: where the person is, and the lines found once and not per frame.
package struct ScreenState: Hashable, Sendable {
  /// The cursor's line, an index into `rows`.
  package var cursor = 0
  /// The first line shown.
  package var top = 0
  /// The cursor's column, where the screen has cells.
  package var column = 0
  /// The first column shown, where columns scroll sideways.
  package var left = 0
  package var rows: [Row] = []
  /// Records whose subtree is folded.
  package var folded: Set<RecordID> = []
  /// Which of the screen's own ways of looking is on, counted from 0.
  package var variant = 0
  /// What lines are sorted by, where a screen's columns sort; nil for the order of creation.
  package var sort: GridSort?
  /// The columns chosen, by name; nil for the usual ones.
  package var columns: [String]?
  /// Records sorted into boxes, for screens that show boxes and not lines; what a box is, is the screen's own.
  package var groups: [[RecordID]] = []
  /// What the rows were made for; other contents of it now mean: make them anew.
  var madeFor: RowsKey?
  /// What the screen says of its lines, found together with them; which of it belongs to a line, its tag tells.
  package var notes: [Words] = []
  /// Letters and digits are values for the line under the cursor, not commands.
  package var inCell = false
  /// Something the rows depend on changed since they were made.
  var isStale = false

  package init() {}

  /// The line under the cursor; nil when there are none.
  package var current: Row? { rows.indices.contains(cursor) ? rows[cursor] : nil }
}

/// What the lines of a screen depend on.
struct RowsKey: Hashable, Sendable {
  let party: RecordID?
  let focus: RecordID?
  let folded: Set<RecordID>
  let variant: Int
  let sort: GridSort?
  /// Which application of a filter they went through; nil without one.
  let turn: Int?
}

/// A place in the trail of visited records.
package struct Visit: Hashable, Sendable {
  package let screen: ScreenID
  package let record: RecordID?
  package let party: RecordID?
  /// What trace and history were about.
  package let focus: RecordID?
}
