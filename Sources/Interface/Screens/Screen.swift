package import Canvas
package import Domain

/// How the cursor is asked to move.
package enum Motion: Hashable, Sendable {
  case up, down, left, right, pageUp, pageDown, first, last
}

/// A record to be made where the cursor stands.
package struct Birth: Sendable {
  package let kind: RecordKind
  /// Nil for joint records.
  package let party: RecordID?
  /// What follows from the place: its parent, its chain.
  package let defaults: [Slot: Value]
  /// Which of it makes the newborn stand where it is made: a line cannot say otherwise.
  package let held: Set<FieldKey>
  /// A record that will point to the newborn, by a field of its; nil where none does.
  package let link: Link?
  /// What it is called at its place; nil where it is what its kind is called.
  var words: Words?

  /// A field of a record that is there already.
  package struct Link: Hashable, Sendable {
    let record: RecordID
    let slot: Slot

    /// The order that follows the one that makes the newborn, in the same act.
    func command(to newborn: RecordID) -> Command { .set(record, slot, .reference(newborn)) }
  }

  package init(
    _ kind: RecordKind, party: RecordID?, defaults: [Slot: Value] = [:], held: Set<FieldKey> = [],
    link: Link? = nil
  ) {
    self.kind = kind
    self.party = party
    self.defaults = defaults
    self.held = held
    self.link = link
  }

  /// The same with more that follows from the place.
  func with(_ more: [Slot: Value]) -> Birth {
    var birth = Birth(
      kind, party: party, defaults: defaults.merging(more) { _, new in new }, held: held, link: link)
    birth.words = words
    return birth
  }

  /// What must be ordered besides for the draft among these orders to be linked.
  func linking(_ commands: [Command]) -> [Command] {
    guard let link else { return [] }
    for case .create(let draft) in commands where draft.kind == kind { return [link.command(to: draft.id)] }
    return []
  }
}

/// One screen: which lines it has, how they look, what is made there. Values without state; what a screen
/// remembers is in `ScreenState`.
package protocol Screen: Sendable {
  var id: ScreenID { get }
  /// What stands in the frame's upper edge.
  func title(_ model: Model) -> String
  /// All lines, made once per change and never per frame.
  func rows(_ model: Model, _ state: ScreenState) -> [Row]
  /// Records sorted into boxes, for screens that show boxes; made together with the lines.
  func groups(_ model: Model, _ state: ScreenState) -> [[RecordID]]
  /// Words that go with the lines, made together with them.
  func notes(_ model: Model, _ state: ScreenState) -> [Words]
  /// Lines, boxes and words at once; screens that find them in one look make them here.
  func content(_ model: Model, _ state: ScreenState) -> ScreenContent
  /// Whether a fact can change which lines there are or what the boxes hold.
  func rows(dependOn change: Change, _ model: Model) -> Bool
  /// Lines stay where they are when a record changes, until the person sorts anew.
  var keepsOrder: Bool { get }
  /// How many lines above the list do not scroll, such as column heads.
  func headRows(_ model: Model) -> Int
  /// The same wherever the cursor stands while `anchor` is.
  func drawHead(_ model: Model, _ pen: inout Pen, in area: Rect)
  /// One line of the list. The cursor's ground is painted by the caller.
  func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect)
  /// What the lines depend on besides their rows: while it is the same, a line that the cursor neither leaves nor
  /// enters looks the same.
  func anchor(_ model: Model) -> Int
  /// What the cursor's line shows besides, such as the cell under the cursor; drawn over its ground.
  func drawCursor(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect)
  /// How many lines below the list do not scroll, such as sums.
  func footRows(_ model: Model) -> Int
  /// What the foot depends on of where the cursor stands: while it is the same, the foot looks the same; nil where the
  /// line under the cursor is told of.
  func footAnchor(_ model: Model) -> Int?
  func drawFoot(_ model: Model, _ pen: inout Pen, in area: Rect)
  /// Whether its body is head, lines and foot below each other, so that a click meets a line.
  func isList(_ model: Model) -> Bool
  /// Whether it shows which records are marked: where it does not, nothing is done to any but the one under the cursor.
  var showsMarks: Bool { get }
  /// The whole body, for screens that are not lists.
  func drawBody(_ model: Model, _ pen: inout Pen, in area: Rect)
  /// Where the cursor goes; the default walks lines.
  func move(_ motion: Motion, _ model: Model, _ state: inout ScreenState, page: Int)
  /// The first column to show so that the cursor's is seen, where columns scroll sideways.
  func firstColumn(_ model: Model) -> Int
  /// The column of a party, where parties have columns of a grid; the cursor goes there with the party shown.
  func column(of party: RecordID, _ model: Model) -> Int?
  /// Whether the name of a column holds what is sought.
  func column(_ column: Int, holds needle: Needle, _ model: Model) -> Bool
  /// How many columns search finds by name too, `@` before the text only them; 0 where columns have no names.
  func namedColumns(_ model: Model) -> Int
  /// Whether `[` and `]` lead to it in assessments of a scope.
  func isOffered(in scope: Scope) -> Bool
  /// What `n` and `N` make here; nil when nothing can be made.
  func birth(_ model: Model) -> Birth?
  /// Why nothing can be made where the cursor stands.
  func nothingMade(_ model: Model) -> Words
  /// What belongs here, why, and the key that starts it, for an empty screen.
  func emptyText(_ model: Model) -> Words
  /// The kind of record that `f` filters here; nil where nothing is filtered.
  var filteredKind: RecordKind? { get }
  /// What Enter does on the current line; nil for the default (edit the record in a form).
  func enter(_ model: inout Model) -> [Effect]?
  /// Whether Enter does something on a line.
  func opens(_ row: Row, _ model: Model) -> Bool
  /// The lines of the detail pane.
  func detail(_ model: Model) -> [DetailLine]
  /// The lines depend on the focused record.
  var followsFocus: Bool { get }
  /// What the screen must be about to show a record; nil when it shows it anyway.
  func focus(for record: RecordID, _ model: Model) -> RecordID?
  /// Whether detail and gate panes stand beside it.
  var hasPanes: Bool { get }
  /// The same where it depends on what is shown.
  func hasPanes(_ model: Model) -> Bool
  /// The record on whose line another one is shown; the record itself when it has its own.
  func standIn(for record: RecordID, _ model: Model) -> RecordID
  /// The line that shows a record among others; nil where each record has its own.
  func line(showing record: RecordID, _ model: Model) -> Int?
  /// Where the cursor stands when the screen is opened for the first time; nil for the first line.
  func firstLine(_ state: ScreenState, _ model: Model) -> Int?
  /// What is amiss with a line, in a few words; nil when nothing is. `;` walks from one such line to the next.
  func flaw(of row: Row, _ model: Model) -> Words?
  /// Text of a line for search, where it is more than its record.
  func searchText(_ row: Row, _ model: Model) -> String?
  /// How a line is said where the screen is spoken.
  func said(_ row: Row, _ model: Model) -> SaidRow
  /// What is said below the list; nil for what is drawn there.
  func saidBelow(_ model: Model) -> [String]?
  /// Whether what it draws is read out before its lines.
  func isPicture(_ model: Model) -> Bool
}

/// What a screen shows, made once per change.
package struct ScreenContent: Sendable {
  let rows: [Row]
  var groups: [[RecordID]] = []
  var notes: [Words] = []
}

extension Screen {
  package func content(_ model: Model, _ state: ScreenState) -> ScreenContent {
    ScreenContent(rows: rows(model, state), groups: groups(model, state), notes: notes(model, state))
  }
  package func groups(_ model: Model, _ state: ScreenState) -> [[RecordID]] { [] }
  package func notes(_ model: Model, _ state: ScreenState) -> [Words] { [] }
  package func rows(dependOn change: Change, _ model: Model) -> Bool { true }
  package var keepsOrder: Bool { false }
  package var filteredKind: RecordKind? { nil }
  package func headRows(_ model: Model) -> Int { 0 }
  package func drawHead(_ model: Model, _ pen: inout Pen, in area: Rect) {}
  package func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {}
  package func anchor(_ model: Model) -> Int { model.state.column }
  package func drawCursor(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {}
  package func footRows(_ model: Model) -> Int { 0 }
  package func footAnchor(_ model: Model) -> Int? { nil }
  package func drawFoot(_ model: Model, _ pen: inout Pen, in area: Rect) {}
  package func isList(_ model: Model) -> Bool { true }
  package var showsMarks: Bool { true }
  package func drawBody(_ model: Model, _ pen: inout Pen, in area: Rect) {
    drawList(model, &pen, in: area)
  }
  package func move(_ motion: Motion, _ model: Model, _ state: inout ScreenState, page: Int) {
    state.walk(motion, page: page)
  }
  package func firstColumn(_ model: Model) -> Int { model.state.left }
  package func column(of party: RecordID, _ model: Model) -> Int? { nil }
  package func column(_ column: Int, holds needle: Needle, _ model: Model) -> Bool { false }
  package func namedColumns(_ model: Model) -> Int { 0 }
  package func isOffered(in scope: Scope) -> Bool { true }
  package func birth(_ model: Model) -> Birth? { nil }
  package func nothingMade(_ model: Model) -> Words { UI.nothingIsMadeHere }
  package func enter(_ model: inout Model) -> [Effect]? { nil }
  package func opens(_ row: Row, _ model: Model) -> Bool { row.record != nil }
  package func detail(_ model: Model) -> [DetailLine] {
    model.current.map { Detail.lines(of: $0, model) } ?? []
  }
  package var followsFocus: Bool { false }
  package func focus(for record: RecordID, _ model: Model) -> RecordID? { nil }
  package var hasPanes: Bool { true }
  package func hasPanes(_ model: Model) -> Bool { hasPanes }
  package func standIn(for record: RecordID, _ model: Model) -> RecordID { record }
  package func line(showing record: RecordID, _ model: Model) -> Int? { nil }
  package func firstLine(_ state: ScreenState, _ model: Model) -> Int? { nil }
  package func flaw(of row: Row, _ model: Model) -> Words? { nil }
  package func searchText(_ row: Row, _ model: Model) -> String? { nil }
}

extension ScreenState {
  /// Moves the cursor over lines.
  package mutating func walk(_ motion: Motion, page: Int) {
    let last = max(0, rows.count - 1)
    switch motion {
    case .up: cursor = max(0, cursor - 1)
    case .down: cursor = min(last, cursor + 1)
    case .pageUp: cursor = max(0, cursor - max(1, page - 1))
    case .pageDown: cursor = min(last, cursor + max(1, page - 1))
    case .first: cursor = 0
    case .last: cursor = last
    case .left, .right: break
    }
  }
}
