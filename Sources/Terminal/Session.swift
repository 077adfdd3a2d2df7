package import Canvas
import CTerminal

/// The terminal while the interface has it: one at a time, on the main thread.
///
/// It is given back by `close`, by `deinit`, at `exit` and, through `CrashGuard`, by a crash.
package final class Session {
  /// The colours this terminal can show, as the terminal database and the environment say.
  package let depth: ColorDepth
  /// How many colours the terminal database gives it.
  package let colours: Int
  /// True when the user's locale is not UTF-8 and C.UTF-8 was taken instead; worth a sentence.
  package let isLocaleSubstituted: Bool
  /// The extent frames are drawn for; changes with a `resize` event only.
  package private(set) var size: Size
  /// Whether clicks are reported, which takes the terminal's own selection away.
  package var isMouseOn: Bool { modes.isMouseOn }

  /// What the terminal told of itself so far.
  package internal(set) var answers = TerminalAnswers()
  /// What the screen shows, replaced with the theme.
  var presenter: Presenter
  /// What was typed and not yet understood.
  var input: Input
  /// What was typed while answers were waited for.
  var kept: [Wakeup] = []
  /// When the terminal was asked about itself; nil when no answer is waited for any more.
  var asked: ContinuousClock.Instant?
  /// Whether frames are bracketed.
  var isSynchronized: Bool
  /// Whether the terminal's answer decides that.
  let isSynchronizedByAnswer: Bool
  private var modes: Modes
  private let clipboard: Clipboard
  private var isOpen = true

  /// Takes the terminal; nothing is shown before the first `present`.
  ///
  /// `synchronized` brackets each frame so that terminals which know how show it at once; nil leaves it to the
  /// terminal's answer. `depth` is the most that is asked for when the person set it; nil leaves it to the terminal.
  /// - Throws: `SessionError` where no interface can be shown; the terminal is then as it was.
  package init(
    theme: Theme, synchronized: Bool? = nil, depth wished: ColorDepth? = nil, environment: [String: String]
  ) throws(SessionError) {
    let locale = Int(ct_locale())
    guard locale != CT_LOCALE_NONE else { throw .noUnicodeLocale }
    ct_crash_install()
    ct_signals_install()
    ct_crash_arm([], 0)
    try Self.open(name: environment["TERM"] ?? "")
    isLocaleSubstituted = locale == CT_LOCALE_FALLBACK
    colours = Int(ct_color_count())
    let found = ColorDepth.ofTerminal(environment: environment)
    depth = min(wished ?? found, found)
    modes = Modes()
    size = Self.measure()
    presenter = Presenter(theme: theme, depth: depth)
    input = Input(environment: environment)
    isSynchronized = synchronized ?? false
    isSynchronizedByAnswer = synchronized == nil
    clipboard = Clipboard(
      insideTmux: environment["TMUX"]?.isEmpty == false,
      insideScreen: environment["STY"]?.isEmpty == false)
    ct_crash_update(modes.reset, modes.reset.count)
    send(modes.enter)
  }

  deinit { close() }

  private static func open(name: String) throws(SessionError) {
    let outcome = Int(ct_screen_open())
    guard outcome != CT_OPENED else { return }
    ct_crash_disarm()
    ct_signals_remove()
    switch outcome {
    case CT_NOT_A_TERMINAL: throw .notATerminal
    case CT_DUMB_TERMINAL: throw .dumbTerminal(name: name)
    default: throw .unknownTerminal(name: name)
    }
  }

  private static func measure() -> Size {
    var rows: CInt = 0
    var columns: CInt = 0
    ct_screen_size(&rows, &columns)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  /// Gives the terminal back as it was; later calls do nothing.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    awaitStragglers()
    send(modes.leave)
    ct_screen_close()
    ct_crash_disarm()
    ct_signals_remove()
  }

  /// Shows a frame: only what differs from the last one is sent, nothing when nothing differs.
  package func present(_ frame: Frame) {
    guard isOpen, presenter.stage(frame) else { return }
    if isSynchronized { send(Modes.synchronizedBegin) }
    ct_flush()
    if isSynchronized { send(Modes.synchronizedEnd) }
  }

  /// The colours of the frames to come; the next one is sent whole. `standsIn` puts a narrow character in the place
  /// of those that this terminal would draw wide.
  package func use(_ theme: Theme, standsIn: Bool = false) {
    presenter = Presenter(theme: theme, depth: depth, standsIn: standsIn)
  }

  /// Ctrl-L: the next frame clears the screen and is sent whole, whatever another program wrote there.
  package func redraw() {
    ct_screen_forget()
    presenter.forget()
  }

  /// Ctrl-Z: returns when the shell has continued the program; present a frame then.
  ///
  /// Where no shell could continue it the kernel drops the stop, and this returns at once.
  package func suspend() {
    giveBack()
    ct_stop()
    takeAgain()
  }

  /// Lends the terminal, as the shell had it, to `body` (an editor); present a frame afterwards.
  package func away<Result>(_ body: () throws -> Result) rethrows -> Result {
    giveBack()
    ct_signals_stop_by_default(true)
    defer {
      ct_signals_stop_by_default(false)
      // A Ctrl-C typed there was meant for the other program.
      ct_signals_forget(UInt32(CT_INTERRUPT | CT_STOP | CT_CONTINUED))
      takeAgain()
    }
    return try body()
  }

  private func giveBack() {
    awaitStragglers()
    send(modes.leave)
    ct_screen_leave()
    ct_crash_disarm()
  }

  private func takeAgain() {
    ct_crash_arm(modes.reset, modes.reset.count)
    resume()
  }

  /// Sends every mode again and forgets what the screen shows: after a stop nothing can be relied on.
  func resume() {
    ct_screen_return()
    send(modes.enter)
    fitToTerminal()
    redraw()
  }

  /// Adopts the terminal's present size. True when it differs from the last one.
  @discardableResult func fitToTerminal() -> Bool {
    let measured = Self.measure()
    guard measured != size else { return false }
    size = measured
    ct_screen_resize(CInt(size.rows), CInt(size.columns))
    presenter.forget()
    return true
  }

  /// The bell.
  package func beep() {
    ct_beep()
  }

  /// The window's title, where the terminal has one; put back at the end.
  package func setTitle(_ title: String) {
    send(modes.title(title))
    ct_crash_update(modes.reset, modes.reset.count)
  }

  /// Reports clicks and the wheel, or leaves the pointer to the terminal.
  package func setMouse(_ isOn: Bool) {
    guard isOn != modes.isMouseOn else { return }
    modes.isMouseOn = isOn
    send(isOn ? modes.mouse : modes.mouseOff)
    ct_crash_update(modes.reset, modes.reset.count)
  }

  /// Has the terminal say when it is turned from dark to light or back.
  func askForTurns() {
    guard !modes.tellsTurns else { return }
    modes.tellsTurns = true
    send(Modes.turnsOn)
    ct_crash_update(modes.reset, modes.reset.count)
  }

  /// Puts text on the clipboard of the terminal the person sits at; false when it is longer than terminals take.
  package func copy(_ text: String) -> Bool {
    guard let bytes = clipboard.sequence(for: text) else { return false }
    send(bytes)
    return true
  }

  /// Bytes as they are, around curses.
  func send(_ bytes: [UInt8]) {
    if !bytes.isEmpty { _ = ct_write(bytes, bytes.count) }
  }
}
