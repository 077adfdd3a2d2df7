import Glibc
import ProgramDriver
import Testing

/// The demo at a real terminal, by keys.
@Suite(.serialized)
struct DemoWalkTests {
  /// Where and in which language somebody sits.
  struct Seat: Sendable, CustomStringConvertible {
    let columns: Int
    let rows: Int
    let language: String

    var description: String { "\(columns)x\(rows) \(language)" }
  }

  private static let seats = [
    Seat(columns: 80, rows: 24, language: "en"), Seat(columns: 80, rows: 24, language: "ja"),
    Seat(columns: 120, rows: 40, language: "en"), Seat(columns: 120, rows: 40, language: "ja"),
  ]

  /// Keys and what the screen they open is called.
  private static let doors: [(key: String, en: String, ja: String)] = [
    ("1", "┌─ Cloud service agreement", "┌─ クラウドサービス合意"), ("2", "┌─ Policy", "┌─ 方針"),
    ("3", "┌─ Objectives", "┌─ 目的"),
    ("4", "┌─ Risk register", "┌─ リスク登録簿"), ("5", "┌─ Statement of applicability", "┌─ 適用宣言書"),
    ("6", "┌─ Evaluation", "┌─ 評価"),
    ("m", "┌─ Risk matrix", "┌─ リスクマトリックス"), ("t", "┌─ Trace", "┌─ 根拠の追跡"), ("0", "┌─ Overview", "┌─ 概況"),
    ("o", "┌─ History", "┌─ 変更履歴"), ("0", "┌─ Overview", "┌─ 概況"),
  ]

  @Test("every digit opens its phase, and q leaves the terminal as it was", arguments: seats)
  func digitsOpenPhases(_ seat: Seat) throws {
    let walker = try Walker(
      ScratchDesk(), "demo --lang \(seat.language)", columns: seat.columns, rows: seat.rows)
    try walker.sees(seat.language == "ja" ? "概況" : "Overview")
    for door in Self.doors {
      try walker.press(door.key)
      try walker.sees(seat.language == "ja" ? door.ja : door.en)
    }
    try walker.press("q")
    let ending = try walker.end()
    #expect(ending.status == 0)
    #expect(ending.isTerminalRestored)
    #expect(!ending.screen.contains("┌"), "the picture stayed behind")
  }

  @Test("palette and help open and close", arguments: seats)
  func paletteAndHelp(_ seat: Seat) throws {
    let walker = try Walker(
      ScratchDesk(), "demo --lang \(seat.language)", columns: seat.columns, rows: seat.rows)
    let isJapanese = seat.language == "ja"
    try walker.sees(isJapanese ? "概況" : "Overview")
    for (key, title) in [(":", isJapanese ? "コマンド ─" : "Commands ─"), ("?", isJapanese ? "キー一覧" : "Keys ─")] {
      try walker.press(key)
      try walker.sees(title)
      try walker.press("Escape")
      try walker.seesNo(title)
    }
    try walker.press("q")
    #expect(try walker.end().status == 0)
  }

  @Test("ended by a signal, the terminal is as it was", arguments: [SIGTERM, SIGHUP, SIGSEGV])
  func signalsRestoreTheTerminal(_ signal: Int32) throws {
    let walker = try Walker(ScratchDesk(), "demo --lang en")
    try walker.sees("Overview")
    try walker.signal(signal)
    let ending = try walker.end()
    #expect(ending.isTerminalRestored)
    #expect(ending.status == (signal == SIGSEGV ? 128 + SIGSEGV : 0))
    #expect(!ending.screen.contains("┌"), "the picture stayed behind")
  }

  @Test("a storm of sizes ends in a whole picture")
  func resizeStorm() throws {
    let walker = try Walker(ScratchDesk(), "demo --lang ja")
    try walker.sees("概況")
    for step in 0..<40 { try walker.resize(columns: 30 + step * 37 % 170, rows: 5 + step * 13 % 50) }
    try walker.resize(columns: 100, rows: 30)
    try walker.press("4")
    try walker.sees("whole") { screen in
      let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.count >= 29 && screen.contains("リスク登録簿") && lines[2].hasPrefix("┌")
        && lines[28].hasPrefix("└")
    }
    try walker.press("q", "q")
    #expect(try walker.end().status == 0)
  }
}
