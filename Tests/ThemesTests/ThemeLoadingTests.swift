import Canvas
import Foundation
import Testing
import Themes

@Suite final class ThemeLoadingTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "kyokumen-themes-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  private func write(_ yaml: String, as name: String) throws -> String {
    let file = folder.appendingPathComponent(name + ".yaml")
    try Data(yaml.utf8).write(to: file)
    return file.path
  }

  @Test("A theme of one's own is found in its folder and builds on a shipped one")
  func own() throws {
    _ = try write(
      """
      inherits: default-dark
      palette: { sky: { hex: "#ffcc00", ansi256: 220, ansi16: brightYellow } }
      roles: { phase: "#00ff00", ui.mark: { style: "+italic", mono: "+bold +underline" } }
      glyphs: { check: "o", circles: false }
      """, as: "mine")
    let library = ThemeLibrary(userDirectory: folder.path)
    #expect(library.names.last == "mine")
    let theme = try library.theme(named: "mine")
    #expect(theme.name == "mine")
    #expect(theme[.link].foreground?.indexed == 220)
    #expect(theme[.phaseAgreed].foreground?.colour == Colour(red: 0, green: 255, blue: 0))
    #expect(theme[.mark].attributes == .italic)
    #expect(theme.style(role: .mark, depth: .mono).attributes == [.bold, .underline])
    #expect(theme.glyphs[.check] == "o")
    #expect(theme.glyphs.circled(1) == "(1)")
    #expect(theme.style(role: .link, depth: .ansi16).foreground == .indexed(11))
  }

  private static let frame = "screen: { foreground: \"#ffffff\", background: \"#000000\" }\n"

  @Test(
    "A mistake is named with its line, column and role",
    arguments: [
      (
        "rolls: {}",
        .unknownKey(
          "rolls", allowed: ["name", "inherits", "colours", "screen", "palette", "roles", "glyphs"]), 2, 1,
        nil
      ),
      ("roles:\n  ui.txt: bold", .unknownRole("ui.txt"), 3, 3, "ui.txt"),
      ("roles:\n  ui.text: sky", .unknownColour("sky"), 3, 12, "ui.text"),
      (
        "roles:\n  ui.text: \"+loud\"",
        .unknownAttribute("loud", allowed: ["bold", "dim", "italic", "underline", "reverse"]), 3, 12,
        "ui.text"
      ),
      ("roles:\n  ui.text: \"#ffffff #000000\"", .misplacedWord("#000000"), 3, 12, "ui.text"),
      ("roles:\n  ui.text: \"#ffffff on\"", .misplacedWord("on"), 3, 12, "ui.text"),
      ("roles:\n  ui.text: { ansi16: \"#ffffff\" }", .unknownColour("#ffffff"), 3, 22, "ui.text"),
      ("roles:\n  ui.text: { mono: red }", .misplacedWord("red"), 3, 20, "ui.text"),
      ("roles:\n  ui.text: [a]", .wrongShape(wanted: .text), 3, 12, "ui.text"),
      ("roles: 5", .wrongShape(wanted: .mapping), 2, 8, nil),
      ("palette:\n  sky: blue", .unknownColour("blue"), 3, 8, nil),
      ("palette:\n  sky: { hex: \"#00ffff\", ansi256: 7 }", .wrongShape(wanted: .paletteIndex), 3, 35, nil),
      ("palette:\n  sky: { ansi256: 70 }", .missing("hex"), 3, 8, nil),
      ("colours: 88", .wrongShape(wanted: .depth), 2, 10, nil),
      ("glyphs: { chek: x }", .unknownGlyph("chek"), 2, 11, nil),
      ("glyphs: { check: ok }", .notOneCell(glyph: "check", text: "ok"), 2, 18, nil),
      ("glyphs: { set: fancy }", .unknownGlyphSet("fancy", allowed: ["neutral", "ascii"]), 2, 16, nil),
      (
        "inherits: nobody", .unknownTheme("nobody", known: ThemeLibrary.shipped + ["bad"]),
        2, 11, nil
      ),
    ] as [(String, ThemeError.Problem, Int, Int, String?)])
  func mistakes(yaml: String, problem: ThemeError.Problem, line: Int, column: Int, role: String?) throws {
    let path = try write(ThemeLoadingTests.frame + yaml, as: "bad")
    let expected = ThemeError(problem, at: ThemePlace(file: path, line: line, column: column), role: role)
    #expect(throws: expected) { try ThemeLibrary(userDirectory: self.folder.path).theme(named: "bad") }
  }

  @Test("All mistakes are told at once, from top to bottom; what follows from one is none")
  func manyMistakes() throws {
    let path = try write(
      Self.frame + """
        palette:
          sky: blue
        roles:
          ui.txt: bold
          ui.text: sky
          ui.title: "nocolour"
        glyphs: { chek: x, check: ok }
        """, as: "bad")
    let found = #expect(throws: ThemeError.self) { try ThemeLibrary().load(contentsOf: path) }
    #expect(found?.all.map(\.place.line) == [3, 5, 7, 8, 8])
    #expect(found?.all.map(\.problem).first == .unknownColour("blue"))
    let heir = try write("inherits: nobody\nrolls: {}\n", as: "heir")
    #expect(#expect(throws: ThemeError.self) { try ThemeLibrary().load(contentsOf: heir) }?.all.count == 2)
  }

  @Test(
    "The sixteen colours can be named in a style, as the manual has it; the palette's own names come first")
  func sixteenByName() throws {
    let path = try write(
      Self.frame + """
        palette: { red: "#010203" }
        roles: { ui.title: brightBlue on black, ui.link: red }
        """, as: "named")
    let theme = try ThemeLibrary().load(contentsOf: path)
    #expect(theme.style(role: .title, depth: .ansi16).foreground == .indexed(12))
    #expect(theme.style(role: .title, depth: .ansi16).background == .indexed(0))
    #expect(theme[.title].foreground?.colour == XtermPalette.usual(12))
    #expect(theme[.link].foreground?.colour == Colour(hex: "#010203"))
  }

  @Test("What is no YAML, no file or no theme says so")
  func unreadable() throws {
    let path = try write("a: [", as: "broken")
    let broken = #expect(throws: ThemeError.self) { try ThemeLibrary().load(contentsOf: path) }
    #expect(broken?.place.line != nil)
    #expect(throws: ThemeError(.unreadable, at: ThemePlace(file: "/nowhere/x.yaml"))) {
      try ThemeLibrary().load(contentsOf: "/nowhere/x.yaml")
    }
    let bare = try write("name: bare", as: "bare")
    let missing = #expect(throws: ThemeError.self) { try ThemeLibrary().load(contentsOf: bare) }
    #expect(missing?.all.map(\.problem) == [.missing("screen.foreground"), .missing("screen.background")])
    let empty = try write("", as: "empty")
    #expect(throws: ThemeError(.wrongShape(wanted: .mapping), at: ThemePlace(file: empty))) {
      try ThemeLibrary().load(contentsOf: empty)
    }
  }

  @Test("A theme of one's own may replace a shipped one and build on it")
  func replaced() throws {
    _ = try write("inherits: default-dark\npalette: { sky: \"#ffffff\" }", as: "default-dark")
    let library = ThemeLibrary(userDirectory: folder.path)
    #expect(library.names == ThemeLibrary.shipped)
    #expect(try library.theme(named: "default-dark")[.link].foreground?.colour == Colour(hex: "#ffffff"))
    // A shipped theme that builds on it follows.
    #expect(try library.theme(named: "default-light").name == "default-light")
  }

  @Test("What is no plain file is not waited for, what is too long is not read")
  func notAFile() throws {
    let pipe = folder.appendingPathComponent("pipe.yaml").path
    #expect(mkfifo(pipe, 0o600) == 0)
    for path in [pipe, "/dev/zero", folder.path] {
      #expect(throws: ThemeError(.unreadable, at: ThemePlace(file: path))) {
        try ThemeLibrary().load(contentsOf: path)
      }
    }
    let long = try write(String(repeating: "# \n", count: 400_000), as: "long")
    #expect(throws: ThemeError(.tooLong, at: ThemePlace(file: long))) {
      try ThemeLibrary().load(contentsOf: long)
    }
  }

  @Test("A close look names what is hard to read, alike or unused, with its line")
  func closeLook() throws {
    let path = try write(
      """
      inherits: default-dark
      palette:
        risk4: "#8bc34a"
        risk5: "#ff9800"
        spare: "#123456"
      roles:
        ui.link: "#333333"
      """, as: "close")
    let findings = try ThemeLibrary().check(contentsOf: path).findings
    let lines = findings.map { finding in
      switch finding.problem {
      case .faint(let faint): "\(finding.place.line ?? 0) faint \(faint.role.name)"
      case .alike(let alike): "\(finding.place.line ?? 0) alike \(alike.vision)"
      case .unusedColour(let name): "\(finding.place.line ?? 0) unused \(name)"
      }
    }
    #expect(lines.contains("7 faint ui.link"))
    #expect(lines.contains("5 unused spare"))
    #expect(lines.contains("4 alike deuteranopia"))
    #expect(try ThemeLibrary().check(contentsOf: write("inherits: default-dark", as: "fine")).findings == [])
  }

  @Test("Themes that inherit from each other in a circle are refused")
  func circle() throws {
    _ = try write("inherits: b", as: "a")
    _ = try write("inherits: a", as: "b")
    let error = #expect(throws: ThemeError.self) {
      try ThemeLibrary(userDirectory: self.folder.path).theme(named: "a")
    }
    #expect(error?.problem == .circularInheritance(["a", "b", "a"]))
  }
}
