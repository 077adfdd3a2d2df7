import Canvas
import Domain
import Interface
import Store
import Terminal

/// Waits, folds all that happened, shows one frame: the program while the interface is open.
final class MainLoop {
  private let session: Session
  private let desk: ThemeDesk
  private let watch: FileWatch?
  private let clock: Clock
  private let drafts: StateFile<UnsavedText>
  /// Nil for a demo, which always begins afresh.
  private let layouts: StateFile<RememberedLayout>?
  private let runner: EffectRunner
  private let mailbox = Mailbox<Message>()
  private var model: Model
  private var isOver = false
  /// It ended because somebody ended it, not because the person left.
  private(set) var wasEnded = false

  init(
    _ model: consuming Model, _ workspace: Workspace, _ session: Session, _ desk: ThemeDesk,
    _ surroundings: Surroundings
  ) throws {
    self.model = model
    self.session = session
    self.desk = desk
    clock = surroundings.clock
    watch = try workspace.watch()
    drafts = StateFile("drafts", of: workspace.path, folders: surroundings.folders)
    layouts =
      self.model.isDemo ? nil : StateFile("layouts", of: workspace.path, folders: surroundings.folders)
    runner = EffectRunner(workspace, session, surroundings, mailbox: mailbox)
  }

  /// Runs until the person leaves or the program is ended.
  func run() {
    if let layout = layouts?.load() { model.restore(layout) }
    restoreDraft()
    if session.isLocaleSubstituted {
      fold(.noticed(Notice(model.say(LiveWords.localeSubstituted), .warning)))
    }
    fold(.clockRead(clock.now))
    session.setTitle(model.say(UI.programName) + " " + model.fileName)
    // The first message also readies what the first frame shows of the gates.
    fold(.terminal(.resize(session.size)))
    carryOut([.readEvidence(model.assessment.keptPlaces)])
    while !isOver {
      session.present(model.view())
      let wakeups = session.nextEvents(
        timeout: timeout,
        wakeups: [watch?.descriptor, desk.descriptor].compactMap(\.self))
      if wakeups.isEmpty {
        keep()
        fold(.clockRead(clock.now))
      }
      for wakeup in wakeups where !isOver { receive(wakeup) }
    }
    keep()
  }

  /// Whether something is not kept yet that should outlive the program.
  private var isBehind: Bool {
    drafts.isBehind(model.unsavedText) || layouts?.isBehind(model.layoutToRemember) == true
  }

  private func keep() {
    drafts.keep(model.unsavedText)
    layouts?.keep(model.layoutToRemember)
  }

  /// Whether leaving now would lose what a demo was changed by.
  var isChanged: Bool { model.isChanged }

  /// Until something is to be kept or the running item's minutes change, whichever comes first; nil when neither will.
  private var timeout: Duration? {
    let draft: Duration? = isBehind ? .milliseconds(300) : nil
    let minute = clock.isStopped ? nil : model.untilNextMinute.map { Duration.milliseconds($0) }
    return [draft, minute].compactMap(\.self).min()
  }

  private func receive(_ wakeup: Wakeup) {
    switch wakeup {
    case .event(let event):
      if event == .terminate || event == .hangup { wasEnded = true }
      fold(.clockRead(clock.now))
      fold(.terminal(event))
    case .answered: follow()
    case .descriptor(let descriptor) where descriptor == desk.descriptor:
      follow(isRewritten: true)
    case .descriptor:
      watch?.drain()
      fold(.clockRead(clock.now))
      refresh()
    case .messages: for message in mailbox.take() { fold(message) }
    }
  }

  /// Folds a message, then the answers to what it ordered, before anything typed later.
  private func fold(_ message: Message) {
    model.turn(to: clock.today)
    var waiting = [message]
    while !waiting.isEmpty {
      waiting += answers(to: model.update(waiting.removeFirst()))
    }
  }

  /// Has orders carried out that nobody typed.
  func carryOut(_ effects: [Effect]) {
    for message in answers(to: effects) { fold(message) }
  }

  private func answers(to effects: [Effect]) -> [Message] {
    var messages: [Message] = []
    for effect in effects {
      let answer = runner.run(effect, &model)
      messages += answer.messages
      if answer.isOver { isOver = true }
      // What follows rested on what failed: a demo that could not be saved is not left.
      if answer.isFailure { break }
    }
    return messages
  }

  /// Has the frames to come follow the theme; only what a person changed by hand is worth words.
  private func follow(isRewritten: Bool = false) {
    switch desk.look() {
    case .same: break
    case .changed(let theme):
      model.glyphs = theme.glyphs
      if isRewritten { fold(.noticed(Notice(model.say(LiveWords.themeReadAgain(theme.name)), .info))) }
    case .broken(let words): fold(.noticed(Notice(model.say(words), .warning)))
    }
  }

  private func refresh() {
    for message in runner.refresh(&model) { fold(message) }
  }

  private func restoreDraft() {
    guard let draft = drafts.load() else { return }
    fold(.terminal(.resize(session.size)))
    if model.restore(draft) {
      model.notice = Notice(model.say(LiveWords.draftRestored), .info)
    } else if let path = drafts.setAside() {
      model.notice = Notice(model.say(LiveWords.draftHomeless(path)), .warning)
    }
  }
}
