package import Canvas
package import Domain

/// Everything the screen is drawn from. Large, one of its kind, never copied: the past is in the journal.
package struct Model: Sendable {
  package var assessment: Assessment
  package var context: Context
  package var language: Language
  package var glyphs: Glyphs { didSet { stir += 1 } }
  /// The names of the themes there are to choose from.
  package var themes: [String] = []
  /// Which key runs which action.
  package var keymap = Keymap.usual
  package var size: Size
  /// The screen in front.
  package private(set) var screen = ScreenID.overview
  package var states: [ScreenID: ScreenState] = [:]
  /// Whose records are shown; nil for all parties together.
  package var party: RecordID?
  /// The record that trace and history are about.
  package var focus: RecordID?
  /// Forms, palette, help, questions: the last one is offered keys first.
  package var layers: [any Layer] = []
  package var marks: Set<RecordID> = []
  /// Marked lines that have no record yet, by their tag.
  package var markedLines: Set<Int> = []
  package var notice: Notice?
  package var search: Search?
  /// Where Tab put the attention.
  package var pane = Pane.main
  package var gateCursor = 0
  package var gates = GateCache()
  package var history: [HistoryLine] = []
  /// What the lines of the history were last asked for; nil when they are to be read anew.
  var historyAsked: HistoryQuestion?
  package internal(set) var walk = WalkSession()
  /// What to try next, for whoever learns; nil when nobody does.
  package internal(set) var tutorial: Tutorial?
  /// What of the journal the history shows.
  package internal(set) var historyFilter = HistoryFilter()
  package var isMouseOn = false
  /// The bell rings when the time box of an agenda item ends.
  package var isBellOn = false
  /// The clock as last read; only `clockRead` moves it.
  package internal(set) var now: Moment
  /// The file's name as the header shows it; a demo says so.
  package var fileName: String
  package var isDemo: Bool
  /// Something was changed since it was opened.
  package var isChanged = false
  package var back: [Visit] = []
  package var forward: [Visit] = []
  /// What filters let through, by the kind they filter.
  var filtered: [RecordKind: FilteredRows] = [:]
  /// Rules × organisations with their sums, kept from change to change; nil until they are looked at, except in
  /// cyberspace, where they are what the first phase is about.
  package internal(set) var adoption: AdoptionSheet?
  /// How the parties stand, as last found.
  var standing: PartyStanding?
  /// How the cycles stood, for the comparison.
  var cycles = CycleStandings()
  /// The line just answered, until what it ordered is carried out.
  var answered: PromptLayer?
  /// Somebody asked for all evidence files to be looked at again, and waits to hear what came of it.
  var tellsOfEvidence = false
  /// How far the detail or page of the line under the cursor was read; nil until one was turned.
  var page: PageTurn?
  /// Counts what happened other than the cursor's moves: while it stays, all that does not follow the cursor looks the
  /// same.
  var stir = 0
  /// Counts filters applied, so that each application is told from the one before.
  var turns = 0
  /// The past moment on screen, the present standing aside; nil in the present.
  package internal(set) var past: Past?
  /// Whose eyes the projector is for; nil for everybody's at this desk.
  package var audience: Audience?
  /// What `.` repeats; nil until fields were edited.
  var lastEdit: LastEdit?
  /// Lines given and pieces kept, by kind of record; they outlive the line's closing.
  var entries: [RecordKind: EntryMemory] = [:]
  /// The parts of the frame that Tab walks.
  package enum Pane: Hashable, Sendable {
    case main
    case detail
    case gate
  }

  package init(
    assessment: consuming Assessment, context: Context, language: Language, glyphs: Glyphs, size: Size,
    fileName: String = "", isDemo: Bool = false
  ) {
    self.assessment = assessment
    self.context = context
    self.language = language
    self.glyphs = glyphs
    self.size = size
    self.fileName = fileName
    now = Moment(milliseconds: Int64(context.today.number) * 86_400_000)
    self.isDemo = isDemo
    party = self.assessment.participants.first
    self.context.party = party
    if self.assessment.scope == .cyberspace { adoption = AdoptionSheet(self.assessment) }
    prepare()
  }

  /// The state of the screen in front.
  package var state: ScreenState {
    get { states[screen] ?? ScreenState() }
    set { states[screen] = newValue }
  }

  /// The record under the cursor; nil on lines that show none.
  package var current: RecordID? { states[screen]?.current?.record }

  /// Marked records if there are any, else the one under the cursor.
  package var chosen: [RecordID] {
    marks.isEmpty ? current.map { [$0] } ?? [] : marks.filter(assessment.exists).sorted()
  }

  /// The words in the person's language, with the keys they have.
  package func say(_ words: Words) -> String { keymap.say(words, language) }

  /// Brings a screen to the front, its lines ready.
  package mutating func show(_ id: ScreenID) {
    if id != screen {
      states[screen]?.inCell = false
      marks = []
      markedLines = []
      pane = .main
      gateCursor = 0
    }
    screen = id
    prepare()
  }

  /// Makes the lines of the screen in front if what they depend on changed, keeping the cursor on its record.
  package mutating func prepare() {
    if context.follow(assessment) { shelfChanged() }
    prepareStanding()
    if screen == .walk { prepareWalk() }
    if screen == .adoption, adoption == nil { adoption = AdoptionSheet(assessment) }
    let view = Screens.screen(screen)
    var state = self.state
    let key = RowsKey(
      party: party, focus: view.followsFocus ? focus : nil, folded: state.folded, variant: state.variant,
      sort: state.sort, turn: view.filteredKind.flatMap { filtered[$0]?.turn })
    guard state.madeFor != key || state.isStale else { return }
    stir += 1
    if screen == .comparison { prepareCycles() }
    let before = state.current
    let isFirst = state.madeFor == nil
    let isSameList = state.madeFor == key && view.keepsOrder
    let isTurned = state.madeFor.map { turnsAway($0, key) } ?? false
    let fresh = view.content(self, state)
    state.rows = isSameList ? Self.keepingOrder(of: state.rows, fresh.rows) : fresh.rows
    state.groups = fresh.groups
    state.notes = fresh.notes
    if let party, state.madeFor?.party != party, let column = view.column(of: party, self) {
      state.column = column
    }
    let follows = before?.record != nil && before?.record == state.madeFor?.party
    state.madeFor = key
    state.isStale = false
    if follows, let party, let place = state.rows.firstIndex(where: { $0.record == party }) {
      // It stood on the line of the party shown, which another one is now.
      state.cursor = place
    } else if let before, let place = Self.place(of: before, in: state.rows, near: state.cursor) {
      state.cursor = place
    } else if isFirst, before == nil, let place = view.firstLine(state, self) {
      state.cursor = place
    } else if let before, !isFirst, Self.isOutside(state.current, of: before) {
      state.cursor -= 1
    }
    state.cursor = max(0, min(state.cursor, state.rows.count - 1))
    self.state = state
    if isTurned { dropUnseenMarks() }
  }

  /// Whether lines made for the one are another party's than those made for the other.
  private func turnsAway(_ one: RowsKey, _ other: RowsKey) -> Bool {
    one.party != other.party || (screen == .controls && one.variant != other.variant)
  }

  /// What was marked for one party is never done to it from another's lines, nor to the other; joint records, shown to
  /// both, stay marked.
  private mutating func dropUnseenMarks() {
    marks.formIntersection(state.rows.compactMap(\.record))
    markedLines = []
  }

  /// Lines that were there stay where they were; new ones follow at the end.
  private static func keepingOrder(of old: [Row], _ fresh: [Row]) -> [Row] {
    let still = Set(fresh)
    let known = Set(old)
    return old.filter(still.contains) + fresh.filter { !known.contains($0) }
  }

  private static func place(of row: Row, in rows: [Row], near cursor: Int) -> Int? {
    if rows.indices.contains(cursor), rows[cursor] == row { return cursor }
    return rows.firstIndex { $0 == row } ?? rows.firstIndex { $0.record == row.record && row.record != nil }
  }

  /// Whether a line begins what a line that went was no part of: the next heading, or a branch further up.
  private static func isOutside(_ row: Row?, of gone: Row) -> Bool {
    guard let row, gone.record != nil else { return false }
    return row.depth < gone.depth || row.record == nil
  }

  /// Puts the cursor on a record of the screen in front; false when it is not shown there.
  package mutating func select(_ record: RecordID) -> Bool {
    prepare()
    let wanted = Screens.screen(screen).standIn(for: record, self)
    let view = Screens.screen(screen)
    guard
      let place = state.rows.firstIndex(where: { $0.record == wanted }) ?? view.line(showing: record, self)
    else { return false }
    state.cursor = place
    return true
  }
}
