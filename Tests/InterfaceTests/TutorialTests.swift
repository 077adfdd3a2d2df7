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

  /// To the step that asks for a line to be typed, the line open.
  private func atTheLine() throws -> Stage {
    var stage = try Stage(.cloud, .english)
    stage.model.learn()
    stage.press(.character("p"), .character("4"), .down, .character("n"))
    try #require(stage.model.coachText?.hasPrefix("Type:") == true)
    return stage
  }

  @Test("text typed beside the closed line does nothing, and what opens it is said")
  func closedLine() throws {
    var stage = try atTheLine()
    stage.press(.escape)
    let (before, screen) = (stage.model.assessment.revision, stage.model.screen)
    stage.type("Backup cadet")
    stage.press(.enter)
    #expect(stage.model.assessment.revision == before && stage.model.screen == screen)
    #expect(stage.model.layers.isEmpty)
    #expect(stage.text.contains("The line is closed: n opens it again."))
    stage.type("nBackup cannot be restored l3 c5 own:Sato")
    stage.press(.enter)
    #expect(stage.model.coachText?.hasPrefix("Saved") == true)
    #expect(
      stage.model.assessment.ids(.person).filter { stage.model.assessment[$0, Person.name] == "Sato" }.isEmpty
    )
  }

  @Test("what would change something else is held back, and the keys of the tutorial work in what is open")
  func heldBack() throws {
    var stage = try atTheLine()
    stage.press(.function(2))
    #expect(stage.model.coachText?.hasPrefix("Saved") == true)
    stage.press(.function(3))
    #expect(stage.model.coachText?.hasPrefix("Type:") == true)
    stage.press(.escape, .function(2))
    #expect(stage.model.coachText?.contains("taken back") == true)
    stage.press(.character("d"))
    #expect(stage.model.layers.isEmpty)
    #expect(stage.text.contains("Not now"))
  }

  @Test("an action without a key is told by its name")
  func noKey() throws {
    var stage = try Stage(.cloud, .english)
    let place = KeyOrder.Place(line: 1, column: 1)
    stage.model.keymap = try #require(KeymapReader([KeyOrder("party", at: place, [])]).keymap)
    stage.model.learn()
    #expect(stage.text.contains("Press :party for the next party"))
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
