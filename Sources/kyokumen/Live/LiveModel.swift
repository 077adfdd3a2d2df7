import Canvas
import Domain
import Interface
import Store
import Terminal

/// The model while it lives: messages are folded into it with all they order, and what should outlive the program is
/// kept. Whoever shows it waits and shows; nothing else.
final class LiveModel: PlainHost {
  private(set) var model: Model
  let mailbox = Mailbox<Message>()
  let clock: Clock
  /// Tells when another program stored something; nil where none can.
  let watch: FileWatch?
  private let drafts: StateFile<UnsavedText>
  /// Nil for a demo, which always begins afresh.
  private let layouts: StateFile<RememberedLayout>?
  /// That typed text cannot be kept was told, and nothing could be kept since.
  private var isTold = false
  private let runner: EffectRunner
  private let seat: any Seat
  private(set) var isOver = false
  /// A worker was told to do something and has not said yet that it is done.
  private(set) var isAwaiting = false

  init(
    _ model: consuming Model, _ workspace: Workspace, _ seat: any Seat, _ surroundings: Surroundings,
    desk: ThemeDesk? = nil
  ) throws {
    self.model = model
    self.model.themes = desk?.names ?? []
    self.seat = seat
    clock = surroundings.clock
    watch = try workspace.watch()
    drafts = .draft(of: workspace.path, surroundings.folders)
    layouts =
      self.model.isDemo
      ? nil : StateFile("layouts", of: workspace.path, folders: surroundings.folders, isPrecious: false)
    runner = EffectRunner(workspace, seat, desk, surroundings, mailbox: mailbox)
  }

  /// Has other themes to choose from.
  func offer(themes: [String]) { model.themes = themes }

  /// Whether something was done, or is typed and not saved.
  var isChanged: Bool { model.isChanged || model.unsavedText != nil }

  // MARK: What is kept

  /// Whether something is not kept yet that should outlive the program.
  var isBehind: Bool {
    drafts.isBehind(model.unsavedText) || layouts?.isBehind(model.layoutToRemember) == true
  }

  /// Keeps what should outlive the program; what is in the way of typed text is told once.
  ///
  /// - Returns: Why typed text is not kept; nil when it is.
  @discardableResult
  func keep() -> Words? {
    // How the screens were left is not worth a sentence.
    _ = layouts?.keep(model.layoutToRemember)
    switch drafts.keep(model.unsavedText) {
    case .asItWas: return nil
    case .kept:
      isTold = false
      return nil
    case .failed(let words):
      if !isTold { fold(.noticed(Notice(model.say(words), .warning))) }
      isTold = true
      return words
    }
  }

  /// As it was left the last time, ready to be shown.
  func begin() {
    if let layout = layouts?.load() { model.restore(layout) }
    restoreDraft()
    fold(.clockRead(clock.now))
    // The first message also readies what is shown first of the gates.
    fold(.terminal(.resize(seat.size)))
    carryOut([.readEvidence(model.assessment.keptPlaces)])
  }

  private func restoreDraft() {
    guard let draft = drafts.load() else { return }
    fold(.terminal(.resize(seat.size)))
    if model.restore(draft) {
      model.notice = Notice(model.say(LiveWords.draftRestored), .info)
    } else if let path = drafts.setAside() {
      model.notice = Notice(model.say(LiveWords.draftHomeless(path)), .warning)
    }
  }

  // MARK: Folding

  func send(_ message: Message) { fold(message) }

  /// Folds a message, then the answers to what it ordered, before anything typed later.
  func fold(_ message: Message) {
    model.turn(to: clock.today)
    var waiting = [message]
    while !waiting.isEmpty {
      let message = waiting.removeFirst()
      note(message)
      waiting += answers(to: model.update(message))
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
      note(effect, answer)
      messages += answer.messages
      if answer.isOver { isOver = true }
      // What follows rested on what failed: a demo that could not be saved is not left.
      if answer.isFailure { break }
    }
    return messages
  }

  private func note(_ effect: Effect, _ answer: EffectRunner.Answer) {
    switch effect {
    case .writeReport: isAwaiting = answer.messages.isEmpty
    case .readImport: isAwaiting = true
    case .cancelImport: isAwaiting = false
    default: break
    }
  }

  private func note(_ message: Message) {
    switch message {
    case .worked(.ended): isAwaiting = false
    case .importRead(let answer): if case .progress = answer {} else { isAwaiting = false }
    default: break
    }
  }

  /// Folds in what workers left.
  func takeMessages() {
    for message in mailbox.take() { fold(message) }
  }

  /// Folds in what other programs stored.
  func refresh() {
    watch?.drain()
    fold(.clockRead(clock.now))
    for message in runner.refresh(&model) { fold(message) }
  }

  /// The frames to come are drawn with other marks.
  func use(_ theme: Theme) { model.glyphs = theme.glyphs }
}
