import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("Evidence of a control")
struct EvidenceLayerTests {
  /// The evidence layer open on the customer's 12.3.1, with one file as evidence whose digest begins with `aa`.
  private func stage(_ language: Language = .english, size: Size = .large) throws -> (Stage, RecordID) {
    var stage = try Stage(.cloud, language, size: size)
    stage.open(.controls)
    stage.type("/12.3.1")
    stage.press(.enter, .enter)
    stage.send(.evidenceRead(["restore.log": .file(digest: String(repeating: "a", count: 64))]))
    stage.type("E")
    stage.type("Restore test at:restore.log")
    stage.press(.enter, .escape)
    stage.type("E")
    let statement = try #require(stage.model.current)
    let evidence = try #require(stage.model.assessment.ids(.evidence).last)
    #expect(stage.model.assessment[evidence, Evidence.control] == statement)
    return (stage, evidence)
  }

  @Test("the file's digest is kept with the evidence, and it is looked at again when the list opens")
  func taken() throws {
    let (stage, evidence) = try stage()
    #expect(stage.model.assessment[evidence, Evidence.digest] == String(repeating: "a", count: 64))
    #expect(stage.orders.last == .readEvidence(["restore.log"]))
    #expect(stage.text.contains("as taken"))
  }

  @Test("a file changed by one byte shows in the list, on the control's line, in its detail and at the gate")
  func changed() throws {
    var (stage, evidence) = try stage()
    stage.send(.evidenceRead(["restore.log": .file(digest: String(repeating: "a", count: 63) + "b")]))
    #expect(stage.text.contains("file changed"))
    stage.press(.escape, .escape)
    let lines = stage.text.split(separator: "\n")
    #expect(lines.contains { $0.contains("12.3.1") && $0.contains("changed") })
    #expect(stage.model.shownFindings.contains { $0.rule == "C9" && $0.record == evidence })
  }

  @Test("on a walk the changed file is shown where the evidence is")
  func changedOnAWalk() throws {
    var (stage, evidence) = try stage()
    stage.press(.escape, .escape)
    stage.model.jump(to: stage.model.assessment[evidence, Evidence.control] ?? evidence)
    stage.type("we")
    stage.press(.right, .right, .enter)
    stage.type("n")
    let line = try #require(stage.model.walk.itinerary?.places.firstIndex { $0.record == evidence })
    stage.model.state.cursor = line
    stage.press(.down, .up)
    stage.send(.evidenceRead(["restore.log": .file(digest: String(repeating: "a", count: 64))]))
    #expect(stage.text.contains("as taken") && !stage.text.contains("file changed"))
    stage.send(.evidenceRead(["restore.log": .file(digest: String(repeating: "b", count: 64))]))
    #expect(stage.text.contains("file changed"))
  }

  @Test("a file that is not there is said at once; whoever asks to look again hears what came of it")
  func missingAndAgain() throws {
    var stage = try Stage(.cloud, .english, size: .large)
    stage.open(.controls)
    stage.type("/12.3.1")
    stage.press(.enter)
    stage.send(.evidenceRead(["nofile.txt": .missing]))
    stage.type("E")
    stage.type("Photo at:nofile.txt")
    stage.press(.enter)
    #expect(stage.model.notice?.text.contains("no file lies at nofile.txt") == true)
    var (kept, _) = try self.stage()
    kept.press(.escape, .escape)
    for (digest, words) in [("a", "files are as taken"), ("b", "not as taken")] {
      let action = try #require(ActionRegistry.actions.first { $0.id == "look-at-evidence" })
      _ = kept.model.run(action)
      kept.send(.evidenceRead(["restore.log": .file(digest: String(repeating: digest, count: 64))]))
      #expect(kept.model.notice?.text.contains(words) == true, "\(digest)")
    }
  }

  @Test("taking it anew asks, shows both digests, and is undone in one step")
  func takenAnew() throws {
    var (stage, evidence) = try stage()
    stage.send(.evidenceRead(["restore.log": .file(digest: String(repeating: "b", count: 64))]))
    stage.type("T")
    #expect(stage.text.contains("aaaaaaaaaaaaaaaa") && stage.text.contains("bbbbbbbbbbbbbbbb"))
    stage.type("y")
    #expect(stage.model.assessment[evidence, Evidence.digest] == String(repeating: "b", count: 64))
    #expect(!stage.model.shownFindings.contains { $0.rule == "C9" })
    stage.press(.escape)
    stage.type("u")
    #expect(stage.model.assessment[evidence, Evidence.digest] == String(repeating: "a", count: 64))
  }

  @Test("a place where nothing lies cannot be taken anew, and says so")
  func nothingToTake() throws {
    var (stage, _) = try stage()
    stage.send(.evidenceRead(["restore.log": .missing]))
    stage.type("T")
    #expect(stage.text.contains("No file was found"))
    #expect(stage.text.contains("file missing"))
  }

  @Test("looks as it did", arguments: FourSizes.two)
  func frames(_ terminal: FourSizes) throws {
    var (stage, _) = try self.stage(terminal.language, size: terminal.size)
    stage.model.glyphs = try terminal.colours.theme.glyphs
    stage.send(.evidenceRead(["restore.log": .file(digest: "b")]))
    try terminal.check(stage, "evidence")
  }
}
