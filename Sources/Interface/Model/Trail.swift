package import Domain

/// Going from record to record, and back.
extension Model {
  private var here: Visit { Visit(screen: screen, record: current, party: party, focus: focus) }

  /// Opens a screen, remembering where the person was.
  package mutating func go(to id: ScreenID) {
    guard id != screen else { return }
    back.append(here)
    forward = []
    show(id)
  }

  /// Opens the screen a record lives on, with the cursor on it.
  package mutating func jump(to record: RecordID) {
    guard let kind = assessment.kind(of: record), let home = Screens.home(of: kind) else {
      focus = record
      go(to: .trace)
      return
    }
    back.append(here)
    forward = []
    focus = Screens.screen(home).focus(for: record, self) ?? focus
    show(home)
    if select(record) { return }
    if let owner = assessment.party(of: record), owner != party { showParty(owner) }
    let (shown, before) = (party, state)
    for whose in [shown, nil] {
      if whose != party { showParty(whose) }
      if select(record) { return }
      uncover(record)
      if select(record) { return }
    }
    showParty(shown)
    state.folded = before.folded
    state.variant = before.variant
    prepare()
    notice = Notice(say(hiddenByFilter(record) ?? UI.notOnThisScreen), .info)
  }

  /// Shows what the screen in front keeps back of a record: an earlier cycle's, or what lies under a fold.
  private mutating func uncover(_ record: RecordID) {
    if screen == .evaluation, let cycle = assessment.cycle(of: record), cycle < assessment.cycle {
      state.variant = 1
      prepare()
    }
    guard !state.folded.isEmpty else { return }
    let view = Screens.screen(screen)
    let wanted = view.standIn(for: record, self)
    var open = state
    open.folded = []
    let rows = view.rows(self, open)
    if let place = rows.firstIndex(where: { $0.record == wanted }) { unfold(above: place, of: rows) }
  }

  private func hiddenByFilter(_ record: RecordID) -> Words? {
    guard let kind = filterKind, kind == assessment.kind(of: record), let filter = filtered[kind],
      !filter.contains(record)
    else { return nil }
    let label = assessment.label(of: record)
    return Words(
      "The filter “\(filter.text)” hides \(label): \(key: "filter") mends it.",
      "\(label) は絞り込み「\(filter.text)」で隠れています。\(key: "filter") で条件を直せます。")
  }

  /// Makes another record the one that trace and history are about.
  package mutating func refocus(on record: RecordID) {
    back.append(here)
    forward = []
    focus = record
    prepare()
    state.cursor = 0
  }

  package mutating func goBack() {
    guard let visit = back.popLast() else {
      notice = Notice(say(UI.trailEnds), .info)
      return
    }
    forward.append(here)
    restore(visit)
  }

  package mutating func goForward() {
    guard let visit = forward.popLast() else {
      notice = Notice(say(UI.trailEnds), .info)
      return
    }
    back.append(here)
    restore(visit)
  }

  private mutating func restore(_ visit: Visit) {
    focus = visit.focus
    showParty(visit.party)
    show(visit.screen)
    if let record = visit.record { _ = select(record) }
  }

  /// Shows one party's records, or all parties' when nil; acts are then on its behalf.
  package mutating func showParty(_ party: RecordID?) {
    // Letters typed for one party's line never land on another's.
    if party != self.party { states[screen]?.inCell = false }
    self.party = party
    context.party = party ?? assessment.participants.first
    gateCursor = 0
    prepare()
  }
}
