import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("The tutorial")
struct TutorialTests {
  private static func packed(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  @Test("every step is read to its end on a narrow terminal", arguments: Language.allCases)
  func stepsFit(_ language: Language) throws {
    var stage = try Stage(.cloud, language, size: .small)
    stage.model.learn()
    var texts: Set<String> = []
    while let text = stage.model.coachText, texts.insert(text).inserted {
      #expect(Self.packed(stage.text).contains(Self.packed(text)), "\(text)")
      stage.press(.function(2))
    }
    // Those that only close what the one before opened are done at once.
    #expect(texts.count >= 18)
    stage.press(.function(3))
    #expect(texts.contains(stage.model.coachText ?? ""), "one can go back")
  }

  @Test("it speaks of the keys a person has")
  func ownKeys() throws {
    var stage = try Stage(.cloud, .english)
    let place = KeyOrder.Place(line: 1, column: 1)
    stage.model.keymap = try #require(
      KeymapReader([KeyOrder("party", at: place, [KeyOrder.Wish("F7", at: place)])]).keymap)
    stage.model.learn()
    #expect(stage.text.contains("Press F7 for the next party"))
    stage.press(.character("p"))
    #expect(stage.text.contains("Press F7 for the next party"), "p does nothing now")
    stage.press(.function(7))
    #expect(!stage.text.contains("Press F7"))
  }

  @Test("without it nothing of it is on screen, in help or among the commands")
  func notThere() throws {
    var stage = try Stage(.cloud, .english)
    stage.press(.function(2))
    #expect(stage.model.notice == nil)
    stage.type(":tutorial")
    #expect(stage.text.contains("No command of that name"))
  }

  @Test("what was tried is nothing to keep: leaving asks nothing")
  func leavingAsksNothing() throws {
    var stage = try Stage(.cloud, .english)
    stage.model.learn()
    stage.model.isChanged = true
    stage.press(.character("q"))
    #expect(stage.model.layers.isEmpty)
    #expect(stage.orders.contains { if case .quit = $0 { true } else { false } })
  }
}
