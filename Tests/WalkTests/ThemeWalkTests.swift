import Foundation
import ProgramDriver
import Testing

/// Colours and marks of the real program: none where none are wanted, others while a theme file is being written.
@Suite(.serialized)
struct ThemeWalkTests {
  private func write(_ text: String, to name: String, _ desk: ScratchDesk) throws {
    let path = URL(filePath: desk.path(".config/kyokumen/" + name))
    try FileManager.default.createDirectory(
      at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: path, atomically: true, encoding: .utf8)
  }

  @Test("NO_COLOR is obeyed, and where the cursor is can still be seen")
  func noColour() throws {
    let desk = try ScratchDesk()
    let walker = try Walker(desk, "demo cloud --lang en", ["NO_COLOR": "1"])
    try walker.sees("Overview")
    walker.tape = []
    try walker.press("4")
    try walker.sees("Risk register")
    try walker.press("C-l")
    try walker.sees("the picture again") { _ in
      String(decoding: walker.tape ?? [], as: UTF8.self).contains(/\e\[[0-9;]*7m/)
    }
    let tape = String(decoding: walker.tape ?? [], as: UTF8.self)
    #expect(tape.matches(of: /\e\[[0-9;]*(3[0-8]|4[0-8]|9[0-7]|10[0-7])[0-9;]*m/).isEmpty)
  }

  @Test("A theme of one's own is on screen while it is written; a mistake is told and harms nothing")
  func liveReload() throws {
    let desk = try ScratchDesk()
    try write("inherits: default-dark\n", to: "themes/mine.yaml", desk)
    try write("theme: mine\n", to: "config.yaml", desk)
    let walker = try Walker(desk, "demo cloud --lang en", columns: 120, rows: 40)
    try walker.sees("Overview")
    try write("inherits: default-dark\nglyphs: { set: ascii }\n", to: "themes/mine.yaml", desk)
    let screen = try walker.sees("The theme mine was read again")
    #expect(!screen.contains("│"))
    try write("inherits: default-dark\nroles:\n  ui.lnik: \"sky\"\n", to: "themes/mine.yaml", desk)
    let told = try walker.sees("mine.yaml:3:3: there is no role “ui.lnik”")
    #expect(!told.contains("│"))
    try write("inherits: default-dark\n", to: "themes/mine.yaml", desk)
    try walker.sees("the borders back") { $0.contains("│") }
  }

  @Test("A folder of themes put in the place of another is followed; a theme is chosen inside the program")
  func folderReplaced() throws {
    let desk = try ScratchDesk()
    try write("inherits: default-dark\n", to: "themes/mine.yaml", desk)
    let walker = try Walker(desk, "demo cloud --lang en", columns: 120, rows: 40)
    try walker.sees("Overview")
    try walker.press(":")
    try walker.type("theme mine")
    try walker.press("Enter")
    try walker.sees("The theme is mine until you leave")
    let replaced =
      "cd .config/kyokumen && cp -r themes next && echo 'glyphs: { set: ascii }' >> next/mine.yaml"
    #expect(try desk.run("\(replaced) && mv themes old && mv next themes").status == 0)
    #expect(try !walker.sees("The theme mine was read again").contains("│"))
    try write("inherits: default-dark\n", to: "themes/mine.yaml", desk)
    try walker.sees("the borders back") { $0.contains("│") }
    try walker.press(":")
    try walker.type("theme ascii")
    try walker.press("Enter")
    #expect(try !walker.sees("The theme is ascii").contains("│"))
  }

  @Test("A locale that is not installed is told apart from one without UTF-8, in whole words")
  func locale() throws {
    let desk = try ScratchDesk()
    let away = try Walker(desk, "doctor --lang en", rows: 40, ["LC_ALL": "xx_YY.UTF-8"]).sees("[left]")
    // Wherever the lines end, every word of the advice stands whole.
    let words = away.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("it is not installed, C.UTF-8 is used instead"))
    #expect(words.contains("sudo tee -a /etc/locale.gen && sudo locale-gen"))
    let plain = try Walker(desk, "doctor --lang en", rows: 40, ["LC_ALL": "C"]).sees("[left]")
    #expect(plain.contains("it is not UTF-8") && !plain.contains("locale-gen"))
  }

  @Test("The doctor asks the terminal it sits in")
  func doctor() throws {
    let desk = try ScratchDesk()
    let walker = try Walker(desk, "doctor --lang en", columns: 100, rows: 40, ["COLORFGBG": "0;15"])
    let screen = try walker.sees("[left]")
    #expect(screen.contains("tmux-256color"))
    #expect(screen.contains("in tmux"))
    #expect(screen.contains("1 cell"))
    #expect(screen.contains("light, by COLORFGBG"))
    #expect(screen.contains("default-light: the ground is light"))
  }

  @Test("The colour behind text decides between dark and light; the configuration has the last word")
  func ground() throws {
    let desk = try ScratchDesk()
    let light = ["set -g window-style 'bg=#fdf6e3'"]
    let told = try Walker(desk, "doctor --lang en", columns: 100, rows: 40, settings: light)
    let screen = try told.sees("[left]")
    #expect(screen.contains("light #fdf6e3, the terminal says"))
    #expect(screen.contains("default-light: the ground is light"))
    try write("terminal: { background: dark, ambiguous: wide }\n", to: "config.yaml", desk)
    let overruled = try Walker(desk, "doctor --lang ja", columns: 100, rows: 40, settings: light)
    let words = try overruled.sees("[left]")
    #expect(words.contains("暗い #fdf6e3（config.yaml の指定）"))
    #expect(words.contains("default-dark（標準）"))
    #expect(words.contains("記号は ASCII"))
    let walker = try Walker(desk, "demo cloud --lang ja", settings: light)
    #expect(try !walker.sees("概況").contains("│"))
  }
}
