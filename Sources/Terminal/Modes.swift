import CTerminal

/// The byte strings that take and give back what curses knows nothing of, or does not send again after a stop.
struct Modes {
  /// "Hold the picture" (private mode 2026).
  static let synchronizedBegin = Array("\u{1B}[?2026h".utf8)
  /// "Show it now".
  static let synchronizedEnd = Array("\u{1B}[?2026l".utf8)

  /// "Say when you turn dark or light" (private mode 2031).
  static let turnsOn = Array("\u{1B}[?2031h".utf8)
  /// The reverse of `turnsOn`.
  static let turnsOff = Array("\u{1B}[?2031l".utf8)

  /// Word of turns is asked for; only of terminals that know how.
  var tellsTurns = false
  /// Clicks are asked for, now and after each stop.
  var isMouseOn = false
  /// The window title we gave; nil while the terminal has its own.
  private var titled: String?
  /// xterm and its kin; others could draw a title sequence as text.
  let hasTitle: Bool

  private let keypadOn = Modes.capability("smkx")
  private let keypadOff = Modes.capability("rmkx")

  /// Reads the capabilities; the screen must be open.
  init() {
    hasTitle = ct_has("XT") || ct_has("TS") || ct_has("tsl")
  }

  /// Cursor keys, bracketed paste, the mouse, the title.
  var enter: [UInt8] {
    let title = titled.map { Self.titlePush + Self.title($0) } ?? []
    return keypadOn + Array("\u{1B}[?2004h".utf8) + (isMouseOn ? mouse : [])
      + (tellsTurns ? Self.turnsOn : []) + title
  }

  /// The reverse of `enter`.
  var leave: [UInt8] {
    (tellsTurns ? Self.turnsOff : []) + (isMouseOn ? mouseOff : []) + Array("\u{1B}[?2004l".utf8) + keypadOff
      + (titled == nil ? [] : Self.titlePop)
  }

  /// Clicks only, in decimal, so that columns beyond 223 exist. By hand: Debian's entry for tmux has neither.
  var mouse: [UInt8] { Array("\u{1B}[?1000h\u{1B}[?1006h".utf8) }

  /// The reverse of `mouse`.
  var mouseOff: [UInt8] { Array("\u{1B}[?1006l\u{1B}[?1000l".utf8) }

  private static let titlePush = Array("\u{1B}[22;2t".utf8)
  private static let titlePop = Array("\u{1B}[23;2t".utf8)

  private static func title(_ text: String) -> [UInt8] { Array("\u{1B}]2;\(text)\u{07}".utf8) }

  /// Everything a crash must undo, from whatever state, ending on the normal screen.
  var reset: [UInt8] {
    var all = Self.synchronizedEnd + leave + (isMouseOn ? [] : mouseOff)
    for name in ["sgr0", "op", "cnorm", "rmcup"] { all += Self.capability(name) }
    return all + Array("\r\n".utf8)
  }

  /// Sets the title; the first time the old one is put on the terminal's stack.
  mutating func title(_ text: String) -> [UInt8] {
    guard hasTitle else { return [] }
    let safe = String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isControl }))
    defer { titled = safe }
    return (titled == nil ? Self.titlePush : []) + Self.title(safe)
  }

  /// A string capability of this terminal, padding removed; empty where it has none.
  static func capability(_ name: String) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 256) { buffer, count in
      count = ct_capability(name, buffer.baseAddress, buffer.count)
    }
  }
}
