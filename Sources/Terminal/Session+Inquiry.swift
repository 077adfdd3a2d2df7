import CTerminal
import Glibc

extension Session {
  /// All questions in one piece, closed by one that every terminal answers (DA1), so that nobody waits for an
  /// answer that never comes: the background (OSC 11), synchronized output and word of turns to dark or light (DECRQM
  /// 2026, 2031), and how wide an ambiguous character is, drawn in the second line where no function key looks like
  /// the answer.
  static let questions =
    groundQuestion
    + Array(
      "\u{1B}[?2026$p\u{1B}[?2031$p\u{1B}[2;1H\u{2500}\u{1B}[6n\u{1B}[2;1H\u{1B}[2K\u{1B}[c".utf8)
  private static let groundQuestion = Array("\u{1B}]11;?\u{1B}\\".utf8)
  /// The terminal's name (XTVERSION), asked only where somebody wants to read it.
  static let nameQuestion = Array("\u{1B}[>0q".utf8)

  /// How long answers may take before nobody waits for them.
  package static let patience = Duration.milliseconds(100)

  /// Asks the terminal about itself, before the first frame; the answers come as `Wakeup.answered`, whenever they come.
  package func inquire(askingName: Bool = false) {
    // The screen of ours first, or the probe would be drawn into what the person had there.
    ct_flush()
    if askingName { send(Self.nameQuestion) }
    send(Self.questions)
    ct_screen_forget()
    input.expectsPosition = true
    asked = ContinuousClock.now
  }

  /// Waits for the terminal's answers, no longer than `limit` since they were asked for; what was typed meanwhile
  /// is kept for `nextEvents`.
  package func settle(within limit: Duration = Session.patience) {
    guard let asked else { return }
    while !answers.isComplete {
      let left = max(.zero, asked + limit - ContinuousClock.now)
      var source = pollfd(fd: input.isClosed ? -1 : STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      let ready = poll(&source, 1, CInt(left / .milliseconds(1)))
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return }
      kept += source.revents & Int16(POLLIN) != 0 ? read() : input.hangUp().map(Wakeup.event)
    }
  }

  /// What can be read, with the answers taken out and remembered.
  func read() -> [Wakeup] {
    let events = input.read().map(Wakeup.event)
    let replies = input.takeReplies()
    guard !replies.isEmpty else { return events }
    let before = answers
    for reply in replies { answers.take(reply) }
    if answers.isComplete { input.expectsPosition = false }
    if let can = answers.canSynchronize, isSynchronizedByAnswer { isSynchronized = can }
    if answers.canTellTurns == true { askForTurns() }
    if replies.contains(.turned) { send(Self.groundQuestion) }
    return answers == before ? events : events + [.answered]
  }

  /// An answer that comes when the shell has the terminal would be typed into it.
  func awaitStragglers() {
    // Longer than anybody waits for a frame: over a slow line it is still on its way.
    settle(within: .seconds(1))
    asked = nil
  }
}
