import Canvas
import Domain
import Interface
import Store
import Terminal

/// Waits, folds all that happened, shows one frame: the program while the interface is open.
final class MainLoop {
  private let session: Session
  private let desk: ThemeDesk
  private let live: LiveModel
  private var picture: Picture?
  /// It ended because somebody ended it, not because the person left.
  private(set) var wasEnded = false

  init(
    _ model: consuming Model, _ workspace: Workspace, _ session: Session, _ desk: ThemeDesk,
    _ surroundings: Surroundings
  ) throws {
    self.session = session
    self.desk = desk
    live = try LiveModel(model, workspace, session, surroundings, desk: desk)
  }

  /// Runs until the person leaves or the program is ended.
  func run() {
    live.begin()
    if session.isLocaleSubstituted {
      live.fold(.noticed(Notice(live.model.say(LiveWords.localeSubstituted), .warning)))
    }
    session.setTitle(live.model.say(UI.programName) + " " + live.model.fileName)
    while !live.isOver {
      let picture = live.model.picture(after: picture)
      session.present(picture.frame)
      self.picture = picture
      let wakeups = session.nextEvents(
        timeout: timeout,
        wakeups: [live.watch?.descriptor, desk.descriptor].compactMap(\.self))
      if wakeups.isEmpty {
        live.keep()
        live.fold(.clockRead(live.clock.now))
      }
      for wakeup in wakeups where !live.isOver { receive(wakeup) }
    }
    live.keep()
  }

  /// Whether leaving now would lose what a demo was changed by.
  var isChanged: Bool { live.isChanged }

  /// Has orders carried out that nobody typed.
  func carryOut(_ effects: [Effect]) { live.carryOut(effects) }

  /// Until something is to be kept or the running item's minutes change, whichever comes first; nil when neither will.
  private var timeout: Duration? {
    let draft: Duration? = live.isBehind ? .milliseconds(300) : nil
    let minute = live.clock.isStopped ? nil : live.model.untilNextMinute.map { Duration.milliseconds($0) }
    return [draft, minute].compactMap(\.self).min()
  }

  private func receive(_ wakeup: Wakeup) {
    switch wakeup {
    case .event(let event):
      if event == .terminate || event == .hangup { wasEnded = true }
      live.fold(.clockRead(live.clock.now))
      live.fold(.terminal(event))
    case .answered: follow()
    case .descriptor(let descriptor) where descriptor == desk.descriptor:
      follow(hasFolderChanged: true)
    case .descriptor: live.refresh()
    case .messages: live.takeMessages()
    }
  }

  /// Has the frames to come follow the theme; only what a person changed by hand is worth words.
  private func follow(hasFolderChanged: Bool = false) {
    if hasFolderChanged { live.offer(themes: desk.names) }
    switch desk.look() {
    case .same: break
    case .changed(let theme, let isRewritten):
      live.use(theme)
      if isRewritten || hasFolderChanged {
        live.fold(.noticed(Notice(live.model.say(LiveWords.themeReadAgain(theme.name)), .info)))
      }
    case .broken(let words): live.fold(.noticed(Notice(live.model.say(words), .warning)))
    }
  }
}
