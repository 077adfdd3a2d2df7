import Canvas
import Domain

extension Model {
  /// Takes one message in.
  ///
  /// - Parameter message: What happened.
  /// - Returns: Orders for the world outside; the runner stops folding at a `perform` until its result is in.
  package mutating func update(_ message: Message) -> [Effect] {
    if !isMereMove(message) { stir += 1 }
    let effects = take(message)
    noticeWalkGone()
    prepare()
    prepareGates()
    followTutorial()
    settle()
    return effects + cyclesWanted() + walkOrders() + historyOrders()
  }

  /// Whether a message can do no more than move the cursor of the screen in front. The clock counts for itself what it
  /// changes.
  private func isMereMove(_ message: Message) -> Bool {
    switch message {
    case .clockRead: true
    case .terminal(.key(let key)):
      layers.isEmpty && notice == nil && tutorial == nil && pane == .main && keymap.isMove(key.halfWidth)
    default: false
    }
  }

  private mutating func take(_ message: Message) -> [Effect] {
    switch message {
    case .terminal(let event): return update(event)
    case .performed(let outcome, let origin): return finish(outcome, origin)
    case .changedElsewhere(let changes):
      absorb(changes, areOwn: false)
      notice = Notice(say(UI.changedElsewhere), .info)
      return unseenEvidence
    case .edited(let text, let target): return finishEditing(text, target)
    case .historyRead(let lines, let record):
      history = lines
      focus = record
      states[.history]?.isStale = true
      return []
    case .pastRead(let state, let time):
      look(at: state, time)
      return []
    case .cyclesRead(let standings):
      take(standings)
      return []
    case .minutesRead(let day, let lines):
      layers.append(MinutesLayer(day, lines))
      return []
    case .stopRead(let lines, let record):
      tell(lines, of: record)
      return []
    case .changedRead(let records, let since):
      walk.plan?.since = since
      walk.plan?.changed = records
      return []
    case .notesOpened(let name):
      walk.notes = name
      if let place = walk.noteAt { layers.append(PromptLayer(WalkWords.note, .walkNote(place))) }
      walk.noteAt = nil
      return []
    case .auditRead(let walk, let lines):
      layers.append(AuditReportLayer(walk, lines))
      return []
    case .reportExists(let order, let path):
      layers.append(
        ConfirmLayer(
          UI.replaceFile(path), onYes: .effects([.writeReport(order, to: path, replacing: true)])))
      return []
    case .worked(let news): return take(news)
    case .clockRead(let now): return read(clock: now)
    case .evidenceRead(let found):
      takeIn(found)
      return []
    case .importRead(let answer):
      take(answer)
      return []
    case .asked(let wish): return grant(wish)
    case .noticed(let notice):
      settleAnswer(notice.tone == .error ? notice : nil)
      self.notice = notice
      return []
    }
  }

  private mutating func update(_ event: TerminalEvent) -> [Effect] {
    switch event {
    case .key(let key): return press(key)
    case .paste(let text): return paste(text)
    case .resize(let size):
      self.size = size
      return []
    case .mouse(let mouse): return click(mouse)
    case .focusGained: return []
    case .suspendRequested: return [.suspend]
    case .interrupt: return press(.control("c"))
    case .terminate, .hangup: return [.quit]
    }
  }

  private mutating func press(_ key: Key) -> [Effect] {
    if key == .control("c"), notice?.text == say(UI.pressAgainToQuit) { return leave() }
    notice = nil
    if layers.isEmpty { answered = nil }
    if tutorial != nil, let turn = keymap.action(for: key, in: self), turn.isOfTutorial { return run(turn) }
    if key == .control("z") { return [.suspend] }
    if key == .control("l") { return [.redraw] }
    if !layers.isEmpty { return offer(.key(key)) }
    if key == .control("c") {
      notice = Notice(say(UI.pressAgainToQuit), .warning)
      return []
    }
    let plain = key.halfWidth
    let found = keymap.action(for: plain, in: self)
    if tutorial != nil, let words = heldBackByTutorial(plain, found) {
      notice = Notice(say(words), .info)
      return []
    }
    guard let action = found else {
      if case .character(let character) = plain, !character.isASCII {
        notice = Notice(say(UI.inputMethodIsOn), .info)
      }
      return []
    }
    return run(action)
  }

  /// Several lines pasted where no line is open are what `n` makes here.
  private mutating func paste(_ text: String) -> [Effect] {
    guard layers.isEmpty else { return offer(.paste(text)) }
    notice = nil
    guard PastedText.isSeveral(text), !state.inCell,
      let new = Keymap.usual.action(for: .character("n"), in: self)
    else {
      notice = Notice(say(PasteWords.pressNew), .info)
      return []
    }
    let effects = run(new)
    return layers.last is EntryLayer ? effects + offer(.paste(text)) : effects
  }

  /// Runs an action, or says why it cannot be.
  package mutating func run(_ action: Action) -> [Effect] {
    if let reason = action.unavailable(self) {
      notice = Notice(say(reason), .warning)
      return []
    }
    return action.run(&self)
  }

  /// Offers input to the layer on top; what it leaves open stays where it was.
  private mutating func offer(_ input: LayerInput) -> [Effect] {
    guard var layer = layers.popLast() else { return [] }
    let depth = layers.count
    let result = layer.receive(input, &self)
    if !result.closes { layers.insert(layer, at: min(depth, layers.count)) }
    if result.closes, !result.effects.isEmpty, let prompt = layer as? PromptLayer { answered = prompt }
    return result.effects
  }

  /// A line whose order could not be carried out comes back as it was typed, with what stood in its way.
  private mutating func settleAnswer(_ failure: Notice?) {
    defer { answered = nil }
    guard let failure, var prompt = answered else { return }
    prompt.problem = failure.text
    layers.append(prompt)
  }

  /// Takes facts in that are already folded: lines, gates and marks follow.
  mutating func absorb(_ changes: [Change], areOwn: Bool) {
    guard !changes.isEmpty else { return }
    isChanged = true
    // The past on screen is not touched by what happens now; only how it differs is.
    guard past == nil else {
      states[.difference]?.isStale = true
      return
    }
    admitNew(changes, areOwn: areOwn)
    moveMarks(changes)
    gates.update(after: changes, in: assessment, context)
    adoption?.update(after: changes, in: assessment)
    for id in states.keys where changes.contains(where: { Screens.screen(id).rows(dependOn: $0, self) }) {
      states[id]?.isStale = true
    }
  }

  private mutating func finish(_ outcome: Outcome, _ origin: Origin) -> [Effect] {
    switch outcome {
    case .done(let changes):
      settleAnswer(nil)
      absorb(changes, areOwn: true)
      if let edit = LastEdit(changes, origin, assessment) { lastEdit = edit }
      return accept(changes, origin)
    case .refused(.estimate(let refusal)) where offerInstead(of: refusal): return []
    case .refused(.readOnly): return reject(Notice(say(whyReadOnly), .error), origin)
    case .refused(let refusal):
      return reject(Notice(say(Sentence.words(refusal, assessment)), .error), origin)
    case .failed(let sentence):
      return reject(Notice(sentence, .error), origin)
    }
  }

  private mutating func accept(_ changes: [Change], _ origin: Origin) -> [Effect] {
    switch origin {
    case .form, .entryLine:
      if var layer = layers.popLast() {
        layer.saved(changes, self)
        notice = missingFile(changes) ?? Notice(Sentence.saved(changes, present, language, keymap), .success)
        layer.goOn(&self)
        if !layer.isDone { layers.append(layer) }
      }
      prepare()
      if let born = Change.born(changes) { _ = select(born) }
    case .undo, .redo:
      prepare()
      if let record = Change.born(changes) ?? changes.compactMap(\.record).first { _ = select(record) }
      notice = Notice(Sentence.undone(changes, isRedo: origin == .redo, assessment, language), .success)
    case .phaseEvent:
      notice = Notice(Sentence.phaseMoved(changes, assessment, language), .success)
    case .removal:
      marks = []
      markedLines = []
      notice = Notice(Sentence.saved(changes, assessment, language, keymap), .success)
    case .action, .decision:
      if !changes.isEmpty { notice = Notice(Sentence.saved(changes, assessment, language, keymap), .success) }
    case .step: takeStep(changes)
    case .walk: return acceptWalk(changes)
    case .estimate: acceptEstimate(changes)
    }
    return []
  }

  /// A layer that goes on by itself hears that its step was carried out, and says itself what came of it.
  private mutating func takeStep(_ changes: [Change]) {
    guard var layer = layers.popLast() else { return }
    let depth = layers.count
    layer.saved(changes, self)
    layer.goOn(&self)
    if !layer.isDone { layers.insert(layer, at: min(depth, layers.count)) }
  }

  /// A marked line stays marked: by the record it gets, and by itself when its record goes.
  private mutating func moveMarks(_ changes: [Change]) {
    for case .removed(let id) in changes where marks.remove(id) != nil {
      if screen == .controls, let row = state.rows.first(where: { $0.record == id }) {
        markedLines.insert(row.tag)
      }
    }
    let named = markedLines.compactMap { tag in
      ControlsScreen.values(of: Row(nil, tag: tag), self).map { ($0, tag) }
    }
    guard !named.isEmpty else { return }
    let lines = Dictionary(named) { first, _ in first }
    for case .created(let id, .controlStatement, _, _) in changes {
      let names: [Slot: Value?] = Dictionary(
        uniqueKeysWithValues: [ControlStatement.control.key, ControlStatement.catalogue.key].map {
          (Slot($0), assessment.value(id, $0))
        })
      guard let line = lines[names.compactMapValues { $0 }] else { continue }
      markedLines.remove(line)
      marks.insert(id)
    }
  }

  private mutating func reject(_ notice: Notice, _ origin: Origin) -> [Effect] {
    if let index = layers.indices.last, [.form, .entryLine, .step, .estimate].contains(origin) {
      layers[index].refused(notice)
    }
    settleAnswer(notice)
    if origin == .walk { refuseWalk() }
    self.notice = notice
    return []
  }

}

extension Change {
  /// The record an act was about making; a person is meant where the act did nothing else, not when made along with
  /// something. nil when none was made.
  static func born(_ changes: [Change]) -> RecordID? {
    let born = changes.lazy.compactMap { change -> (id: RecordID, kind: RecordKind)? in
      if case .created(let id, let kind, _, _) = change { (id, kind) } else { nil }
    }
    if let found = born.first(where: { $0.kind != .person }) { return found.id }
    return born.first.flatMap { person in changes.allSatisfy { $0.record == person.id } ? person.id : nil }
  }
}

extension Key {
  /// Full-width letters and digits as their half-width ones, so that commands work while an input method is on.
  var halfWidth: Key {
    guard case .character(let character) = self, let scalar = character.unicodeScalars.first,
      character.unicodeScalars.count == 1
    else { return self }
    if (0xFF01...0xFF5E).contains(scalar.value), let half = Unicode.Scalar(scalar.value - 0xFEE0) {
      return .character(Character(half))
    }
    return scalar.value == 0x3000 ? .character(" ") : self
  }
}
