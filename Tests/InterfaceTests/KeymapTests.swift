import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("Own keys")
struct KeymapTests {
  /// Reads lines of a keys file: an action and its keys.
  private static func read(_ lines: [(String, [String])]) -> KeymapReader {
    KeymapReader(
      lines.enumerated().map { index, line in
        KeyOrder(
          line.0, at: KeyOrder.Place(line: index + 1, column: 1),
          line.1.map { KeyOrder.Wish($0, at: KeyOrder.Place(line: index + 1, column: 9)) })
      })
  }

  @Test("what a person binds works, and footer, help and palette say so")
  func everythingFollows() throws {
    var stage = try Stage(.cloud, .english)
    stage.model.keymap = try #require(
      Self.read([("party", ["F5", "Alt-p"]), ("matrix", ["Z"]), ("help", ["F1"]), ("copy-id", [])]).keymap)
    stage.open(.register)
    #expect(stage.text.contains("(F5: next party)"))
    stage.open(.supply)
    #expect(stage.text.contains("F5 next party"))
    stage.open(.register)
    let before = stage.model.party
    stage.press(.character("p"))
    #expect(stage.model.party == before, "the usual key is free now")
    stage.press(.alt("p"))
    #expect(stage.model.party != before)
    stage.press(.character("m"))
    #expect(stage.model.screen == .register)
    stage.press(.character("Z"))
    #expect(stage.model.screen == .matrix)
    stage.type(":next party")
    #expect(stage.text.contains("F5"))
    stage.press(.escape)
    stage.press(.function(1))
    stage.type("matrix")
    #expect(stage.text.contains("Z  risk matrix"))
    stage.press(.escape)
    stage.press(.function(1), .function(1))
    #expect(stage.model.layers.isEmpty, "the key that opens help closes it")
  }

  @Test("a theme is chosen by name: from a list, by its whole name, or completed from what is typed of it")
  func themes() throws {
    var stage = try Stage(.cloud, .english)
    stage.model.themes = ["default-dark", "mono", "projector"]
    stage.type(":theme pro")
    #expect(stage.text.contains("projector") && !stage.text.contains("mono"))
    stage.press(.tab)
    #expect(stage.text.contains(": theme projector"))
    stage.press(.enter)
    stage.type(":theme ")
    stage.press(.down, .enter)
    stage.type(":theme nowhere")
    stage.press(.enter)
    stage.type(":theme")
    stage.press(.enter)
    #expect(stage.text.contains("3 projector"))
    stage.press(.character("1"))
    #expect(
      stage.orders == ["projector", "mono", "nowhere", "default-dark"].map(Effect.useTheme))
    #expect(stage.model.layers.isEmpty)
  }

  @Test(
    "sentences inside screens, refusals and notices name the keys a person has", arguments: Language.allCases)
  func sentencesFollow(_ language: Language) throws {
    var stage = try Stage(.cloud, language)
    stage.model.keymap = try #require(
      Self.read([("filter", ["F5"]), ("undo", []), ("send-back", ["Z"]), ("sort", ["F6"])]).keymap)
    stage.open(.register)
    stage.press(.function(5))
    stage.type("owner:nobody-at-all")
    stage.press(.enter)
    stage.press(.escape)
    stage.press(.function(6))
    #expect(stage.text.contains("F6 "))
    let words = Words(
      "\(key: "send-back") reopens, \(key: "undo") undoes, \(key: "new") adds.", "\(key: "send-back") で再開")
    #expect(stage.model.say(words) == (language == .english ? "Z reopens, :undo undoes, n adds." : "Z で再開"))
    #expect(words[.english] == "< reopens, u undoes, n adds.", "without anybody's keys the usual ones")
    stage.press(.character("n"))
    stage.type("l3 c5 Test")
    stage.press(.enter)
    #expect(stage.model.notice?.text.contains(":undo") == true, "\(stage.model.notice?.text ?? "")")
  }

  @Test("two actions on one key are both named, with their lines")
  func conflicts() throws {
    let reader = Self.read([("undo", ["U"]), ("redo", ["U"])])
    let fault = try #require(reader.faults.first)
    #expect(reader.keymap == nil && reader.faults.count == 1)
    #expect(
      fault.words.en
        == "U would mean both “redo” (redo, line 2) and “undo” (undo, line 1): give one of them another key")
    #expect(fault.words.ja.contains("「やり直す」（redo、2行目）") && fault.words.ja.contains("（undo、1行目）"))
    let usual = try #require(Self.read([("undo", ["d"])]).faults.first)
    #expect(usual.words.en.contains("“undo” (undo, line 1) and “delete” (delete, its usual key)"))
    #expect(Self.read([("undo", ["d"]), ("delete", ["u"])]).faults.isEmpty, "two may change places")
  }

  @Test("a conflict on a screen names the screen")
  func conflictOnAScreen() throws {
    let fault = try #require(Self.read([("approve", ["M"])]).faults.first)
    #expect(fault.words.en.contains("“move"), "\(fault.words.en)")
    #expect(fault.words.en.contains(" on policy"), "\(fault.words.en)")
  }

  @Test(
    "what cannot be bound is said where it stands",
    arguments: [
      ("dellete", "x", "there is no action “dellete”; like it: delete"),
      ("undo", "Hyper-q", "no key is called “Hyper-q”"), ("undo", "ｕ", "no key is called “ｕ”"),
      ("undo", "Esc", "Esc always does the same"), ("undo", "ctrl-c", "Ctrl-C always does the same"),
      ("undo", "Ctrl-M", "terminals send the same for Ctrl-M and Enter"),
    ])
  func unusable(_ action: String, _ key: String, _ sentence: String) throws {
    let fault = try #require(Self.read([("sort", ["F9"]), (action, [key])]).faults.first)
    #expect(fault.words.en.hasPrefix(sentence), "\(fault.words.en)")
    #expect(fault.place.line == 2)
    #expect(fault.words.ja != fault.words.en)
  }

  @Test("what finds everything else keeps a key, on every screen")
  func neededStay() throws {
    for id in Keymap.needed {
      let fault = try #require(Self.read([(id, [])]).faults.first)
      #expect(fault.words.en.contains("(\(id)) would have no key left"))
    }
    #expect(Self.read([("approve", ["q"])]).faults.first?.words.en.contains("(leave)") == true)
    let noted = Self.read([("approve", ["q"]), ("leave", ["q", "F10"])])
    #expect(noted.faults.isEmpty && noted.shadows.map(\.everywhere) == ["leave"])
  }

  @Test("Enter and Escape stay with those who have them")
  func fixedStay() throws {
    let keymap = try #require(
      Self.read([("open", ["e", "o"]), ("edit", ["F4"]), ("history", ["H"])]).keymap)
    var stage = try Stage(.cloud, .english)
    stage.model.keymap = keymap
    stage.open(.register)
    stage.press(.enter)
    #expect(stage.model.layers.count == 1)
  }

  @Test("the usual keys, written down, are no fault and change nothing")
  func usualKeysHold() throws {
    let reader = Self.read(ActionRegistry.actions.map { ($0.id, $0.keys.map(\.name)) })
    #expect(reader.faults.isEmpty, "\(reader.faults.map(\.words.en))")
    let keymap = try #require(reader.keymap)
    for action in ActionRegistry.actions { #expect(!keymap.isChanged(action), "\(action.id)") }
  }

  @Test("whatever is bound, a key means one thing and the way out stays", arguments: 1...20)
  func anythingBound(_ seed: UInt64) throws {
    var dice = SeededDice(seed: seed)
    let names = "abcxyzMRZq?:".map(String.init) + ["F2", "F3", "Space", "Ctrl-T", "Tab", "Alt-a"]
    var good = 0
    for _ in 0..<30 {
      let actions = (0..<Int.random(in: 1...3, using: &dice)).compactMap { _ in
        ActionRegistry.actions.randomElement(using: &dice)?.id
      }
      let orders = Set(actions).sorted().map { id in
        (id, (0..<Int.random(in: 0...2, using: &dice)).compactMap { _ in names.randomElement(using: &dice) })
      }
      guard let keymap = Self.read(orders).keymap else { continue }
      good += 1
      try hold(keymap, "seed \(seed): \(orders)")
    }
    #expect(good > 0)
  }

  private func hold(_ keymap: Keymap, _ what: String) throws {
    let everywhere = ActionRegistry.actions.filter { $0.screens == nil }
    #expect(isUnambiguous(everywhere, keymap), "\(what)")
    for screen in Screens.all.map(\.id) {
      let own = ActionRegistry.actions.filter { $0.screens?.contains(screen) == true && !$0.inCell }
      #expect(isUnambiguous(own, keymap), "\(what) on \(screen)")
      let taken = Set(own.flatMap(keymap.keys))
      for id in Keymap.needed {
        let keys = try keymap.keys(of: #require(ActionRegistry.action(named: id)))
        #expect(keys.contains { !taken.contains($0) }, "\(what): \(id) is out of reach on \(screen)")
      }
    }
  }

  private func isUnambiguous(_ actions: [Action], _ keymap: Keymap) -> Bool {
    let keys = actions.flatMap(keymap.keys)
    return Set(keys).count == keys.count
  }
}
