package import Domain

extension Model {
  /// Opens the auditor's walk for as long as the program runs: nothing but findings and the walk is written.
  package mutating func sitDownToAudit() {
    context.audits = true
    walk.isBound = true
    show(.walk)
  }

  /// The places of the plan, or of the walk under way, found once per change. In the past its records are shown; what
  /// is kept of the walk is kept today.
  mutating func prepareWalk() {
    let kept = present
    var plan = walk.walk.map { WalkPlan(of: $0, kept) } ?? walk.plan ?? usualPlan
    if walk.walk == nil { plan.auditee = party }
    let key = WalkSession.Key(
      revision: kept.revision, moment: past?.moment, plan: plan, walk: walk.walk)
    guard walk.madeFor != key else { return }
    walk.madeFor = key
    walk.plan = plan
    walk.itinerary = Itinerary(
      plan, walk: walk.walk, keptIn: kept, assessment, context.catalogues)
    walk.stops = [:]
    for stop in walk.walk.map({ kept.sources(of: $0, via: WalkStop.walk) }) ?? [] {
      let key = WalkSession.StopKey(
        stop: kept[stop, WalkStop.clause] ?? "", record: kept[stop, WalkStop.record])
      walk.stops[key] = stop
    }
    states[.walk]?.isStale = true
  }

  /// The day as digits: a seed that nobody chose for what it draws.
  private var usualPlan: WalkPlan {
    WalkPlan(seed: Int(presentDay.text.filter(\.isNumber)) ?? 1)
  }

  /// The place under the cursor of the walk's screen.
  package var walkPlace: WalkPlace? {
    guard let tag = states[.walk]?.current?.tag, let places = walk.itinerary?.places else { return nil }
    return places.indices.contains(tag) ? places[tag] : nil
  }

  /// What must be read from the journal for the page of the place under the cursor, asked for once.
  mutating func walkOrders() -> [Effect] {
    guard screen == .walk, let record = walkPlace?.record, assessment.exists(record) else { return [] }
    let question = WalkSession.Question(record: record, revision: present.revision, moment: past?.moment)
    guard walk.asked != question else { return [] }
    walk.asked = question
    return [.readStop(record)]
  }

  mutating func tell(_ lines: [HistoryLine], of record: RecordID) {
    let limit = past.map { Int($0.moment.seq) } ?? .max
    walk.told = WalkSession.Told(record: record, lines: lines.filter { $0.seq <= limit })
  }

  // MARK: Acts

  /// What begins the walk as planned, what it draws included.
  func beginWalk(title: String) -> [Command] {
    guard let plan = walk.plan, let itinerary = walk.itinerary else { return [] }
    var draft = Draft(.walk, party: nil)
    draft.set(Walk.title, title)
    draft.set(Walk.auditor, context.actor)
    if let auditee = plan.auditee { draft.set(Walk.auditee, auditee) }
    draft.set(Walk.way, plan.way)
    if plan.way == .trace, let root = plan.root { draft.set(Walk.root, root) }
    setSample(plan, itinerary, &draft)
    draft.set(Walk.cycle, assessment.cycle)
    draft.set(Walk.begunOn, presentDay)
    if let audit = auditUnderWay(of: plan.auditee) { draft.set(Walk.audit, audit) }
    return [.create(draft)]
  }

  /// How the records were drawn, and which; along a trace all are shown and nothing is drawn.
  private func setSample(_ plan: WalkPlan, _ itinerary: Itinerary, _ draft: inout Draft) {
    guard plan.way != .trace else { return }
    draft.set(Walk.rule, plan.rule)
    if plan.rule == .seed { draft.set(Walk.seed, plan.seed) }
    draft.set(Walk.size, plan.size)
    if plan.rule == .changed, let since = plan.since { draft.set(Walk.since, since) }
    draft.set(Walk.sample, itinerary.rows(assessment))
  }

  /// The audit of this cycle that the walk belongs to: the latest of the auditee's that has not ended.
  private func auditUnderWay(of auditee: RecordID?) -> RecordID? {
    assessment.ids(.audit).last { audit in
      assessment[audit, Audit.auditee] == auditee
        && assessment.cycle(of: audit) == assessment.cycle
        && (assessment[audit, Audit.until].map { $0 >= presentDay } ?? true)
    }
  }

  /// Keeps something of a place: that it was shown, and what `values` say.
  func keep(_ place: WalkPlace, _ values: [(Attribute<String>, String)] = []) -> [Command] {
    guard let begun = walk.walk else { return [] }
    if let stop = walk.stop(at: place) {
      return values.map { .set(stop, Slot($0.key), $1.isEmpty ? nil : .text($1)) }
    }
    var draft = Draft(.walkStop, party: nil)
    draft.set(WalkStop.walk, begun)
    draft.set(WalkStop.clause, place.stop)
    if let record = place.record { draft.set(WalkStop.record, record) }
    if place.isPicked {
      draft.set(WalkStop.chosen, .judgement)
    } else if let plan = walk.plan, plan.way != .trace {
      draft.set(WalkStop.chosen, plan.rule)
    }
    draft.set(WalkStop.shownOn, presentDay)
    for (attribute, text) in values where !text.isEmpty { draft.set(attribute, text) }
    return [.create(draft)]
  }

  /// The next place where there is something to be shown.
  mutating func walkOn() {
    guard let places = walk.itinerary?.places else { return }
    var state = states[.walk] ?? ScreenState()
    let next = state.rows.indices.dropFirst(state.cursor + 1).first { index in
      places.indices.contains(state.rows[index].tag) && !places[state.rows[index].tag].isHeading
    }
    if let next { state.cursor = next }
    states[.walk] = state
  }

  /// Puts the cursor on the place that a stop is of.
  private mutating func goTo(_ stop: RecordID) {
    if let place = walk.itinerary?.places.first(where: { walk.stop(at: $0) == stop }) { goTo(place) }
  }

  /// Puts the cursor on a place.
  mutating func goTo(_ place: WalkPlace) {
    let rows = states[.walk]?.rows ?? []
    guard let line = rows.firstIndex(where: { walk.itinerary?.places[$0.tag] == place }) else { return }
    states[.walk]?.cursor = line
  }

  /// An act of the walk was carried out.
  mutating func acceptWalk(_ changes: [Change]) -> [Effect] {
    var orders: [Effect] = []
    for change in changes {
      switch change {
      case .created(let id, .walk, _, _):
        walk.walk = id
        context.audits = true
        notice = Notice(say(WalkWords.begun), .success)
      case .set(let id, let slot, _, .day?) where slot.key == Walk.endedOn.key:
        leaveWalk()
        orders.append(.readAudit(id))
      case .created, .set, .removed, .phase: break
      }
    }
    // Also from another screen, where its places are not made anew.
    prepareWalk()
    prepare()
    for case .created(let stop, .walkStop, _, _) in changes
    where present[stop, WalkStop.chosen] == .judgement { goTo(stop) }
    goOnWalking()
    return orders
  }

  /// The step that waited for the act.
  private mutating func goOnWalking() {
    defer { walk.next = nil }
    switch walk.next {
    case .finding(let place): raiseFinding(at: place)
    case .answer(let place):
      let before = walk.stop(at: place).flatMap { present[$0, WalkStop.answered] } ?? ""
      layers.append(PromptLayer(WalkWords.answered, .answer(place), text: before))
    case nil: break
    }
  }

  /// An act of the walk was refused: what was to follow it does not, and a walk that did not begin holds nobody.
  mutating func refuseWalk() {
    walk.next = nil
    context.audits = walk.isBound || walk.walk != nil
  }

  /// Nobody stays an auditor of a walk that is gone, on whatever screen it went.
  mutating func noticeWalkGone() {
    if let begun = walk.walk, !present.exists(begun) { leaveWalk() }
  }

  /// Nothing is under way any more; who sat down to audit still writes nothing else.
  mutating func leaveWalk() {
    walk.walk = nil
    walk.plan = nil
    context.audits = walk.isBound
  }

  /// Looks at a walk again: one that has not ended goes on.
  mutating func resume(_ begun: RecordID) -> [Effect] {
    guard !present.has(begun, Walk.endedOn) else { return [.readAudit(begun)] }
    walk.walk = begun
    context.audits = true
    prepare()
    notice = Notice(say(WalkWords.begun), .success)
    return []
  }

  /// A finding at a place, once its stop is there to be pointed to; on another screen at the record shown there.
  mutating func find(at place: WalkPlace) -> [Effect] {
    let commands = keep(place)
    guard !commands.isEmpty else {
      raiseFinding(at: place)
      return []
    }
    walk.next = .finding(place)
    return [.perform(commands, .walk)]
  }

  /// The line for a finding at a place.
  private mutating func raiseFinding(at place: WalkPlace) {
    let control = place.record.flatMap { assessment[$0, ControlStatement.control] }
    let isClause = walk.plan?.way == .clauses && !place.stop.isEmpty
    var defaults: [Slot: Value] = [
      Slot(Finding.source.key): .choice(FindingSource.audit.rawValue),
      Slot(Finding.foundOn.key): .day(presentDay),
      Slot(Finding.cycle.key): .integer(present.cycle),
    ]
    let at = control ?? (isClause ? place.stop : place.record.map(assessment.label(of:)) ?? place.stop)
    defaults[Slot(Finding.at.key)] = .text(at)
    if let record = place.record { defaults[Slot(Finding.record.key)] = .reference(record) }
    if let stop = walk.stop(at: place) { defaults[Slot(Finding.stop.key)] = .reference(stop) }
    if let audit = walk.walk.flatMap({ present[$0, Walk.audit] }) {
      defaults[Slot(Finding.audit.key)] = .reference(audit)
    }
    let owner = place.record.flatMap(assessment.party(of:)) ?? walk.plan?.auditee ?? party
    if let owner { defaults[Slot(Finding.addressedTo.key)] = .reference(owner) }
    layers.append(
      EntryLayer(
        Birth(.finding, party: owner ?? assessment.participants.first, defaults: defaults), self))
  }
}
