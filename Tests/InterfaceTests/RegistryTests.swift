import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("The one registry of actions")
struct RegistryTests {
  @Test("every action has a name of its own and words in both languages")
  func namesAreUnique() {
    let ids = ActionRegistry.actions.map(\.id)
    #expect(Set(ids).count == ids.count)
    for action in ActionRegistry.actions {
      #expect(!action.words.en.isEmpty && !action.words.ja.isEmpty, "\(action.id)")
      let isEnglish = action.words.en.unicodeScalars.allSatisfy { $0.value < 0x3000 }
      #expect(isEnglish, "\(action.id) has Japanese in its English name")
    }
  }

  @Test("no key means two things on one screen", arguments: Screens.all.map(\.id))
  func keysAreUnambiguous(_ screen: ScreenID) {
    for inCell in [false, true] {
      var owners: [Key: String] = [:]
      for action in ActionRegistry.actions
      where action.screens?.contains(screen) == true && action.inCell == inCell {
        for key in action.keys {
          #expect(owners[key] == nil, "\(key.name): \(owners[key] ?? "") and \(action.id) on \(screen)")
          owners[key] = action.id
        }
      }
    }
    var everywhere: [Key: String] = [:]
    for action in ActionRegistry.actions where action.screens == nil {
      for key in action.keys {
        #expect(everywhere[key] == nil, "\(key.name): \(everywhere[key] ?? "") and \(action.id)")
        everywhere[key] = action.id
      }
    }
  }

  @Test("digits and letters of the contract open what they promise")
  func keysOpenScreens() throws {
    let doors: [(Character, ScreenID)] = [
      ("0", .overview), ("1", .agreement), ("2", .policy), ("3", .objectives), ("4", .register),
      ("5", .controls),
      ("6", .evaluation), ("m", .matrix), ("x", .register), ("i", .integration), ("x", .register),
      ("t", .trace),
      ("x", .register), ("o", .history),
    ]
    var stage = try Stage()
    for (key, screen) in doors {
      stage.press(.character(key))
      #expect(stage.model.screen == screen, "\(key)")
    }
  }

  @Test("an input method left on does not stop commands: full-width letters and digits count")
  func fullWidthKeysCount() throws {
    var stage = try Stage()
    stage.press(.character("４"))
    #expect(stage.model.screen == .register)
    stage.press(.character("ｍ"))
    #expect(stage.model.screen == .matrix)
    stage.press(.character("あ"))
    #expect(stage.model.notice != nil)
  }

  @Test("the palette says on which screen a command works that does not work here")
  func elsewhere() throws {
    var stage = try Stage(.cloud, .english)
    stage.type(":projector")
    #expect(stage.text.contains("works on these screens"))
    stage.press(.escape)
    stage.type(":qqqq")
    #expect(stage.text.contains("No command of that name"))
  }

  @Test("a refusal too long for its line is read to its end", arguments: Language.allCases)
  func longNotice(_ language: Language) throws {
    var stage = try Stage(.cloud, language, size: .small)
    stage.show(party: "csc")
    stage.open(.policy)
    stage.press(.character("M"))
    let notice = try #require(stage.model.notice?.text)
    #expect(DisplayWidth.width(of: notice) > 72, "else nothing is tried here")
    #expect(stage.text.filter { !$0.isWhitespace }.contains(notice.filter { !$0.isWhitespace }.suffix(12)))
  }

  @Test("help and palette open on every screen, and Esc closes them", arguments: Screens.all.map(\.id))
  func helpOpensEverywhere(_ screen: ScreenID) throws {
    var stage = try Stage()
    stage.open(screen)
    for key in ["?", ":"] as [Character] {
      stage.press(.character(key))
      #expect(stage.model.layers.count == 1)
      stage.press(.escape)
      #expect(stage.model.layers.isEmpty)
    }
  }
}
