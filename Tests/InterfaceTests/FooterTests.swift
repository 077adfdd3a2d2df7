import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("What the footer names")
struct FooterTests {
  /// What a person could see of a key, and what the world outside is ordered to do.
  private struct Trace: Equatable {
    let frame: Frame
    let orders: Int

    init(_ stage: Stage) {
      frame = stage.frame
      orders = stage.orders.count
    }
  }

  /// Of the actions that the footer may name here those that it does, or does not, and that leave all as it was.
  private func doingNothing(_ stage: Stage, named: Bool) -> [String] {
    let mayBeNamed = ActionRegistry.actions.filter { action in
      action.footer != nil && action.inCell == stage.model.state.inCell && action.isHere(stage.model)
        && action.unavailable(stage.model) == nil
        && action.keys.first.flatMap { stage.model.keymap.action(for: $0, in: stage.model)?.id } == action.id
    }
    return mayBeNamed.compactMap { action in
      guard action.isIdle(stage.model) != named, let key = action.keys.first else { return nil }
      var after = stage
      after.press(key)
      // A sentence that says why nothing is done is nothing done.
      if !named { after.model.notice = stage.model.notice }
      return Trace(after) == Trace(stage) ? action.id : nil
    }
  }

  /// Every screen, at the first, the second and the last line.
  private func places(_ worked: WorkedCase, _ look: (Stage) -> Void) throws {
    let start = try Stage(worked, .english)
    for screen in ScreenID.allCases {
      var stage = start
      stage.open(screen)
      for motion in [Key.home, .down, .end] {
        stage.press(motion)
        look(stage)
      }
    }
  }

  @Test("on a heading that nothing opens Enter is not named; arrows have their signs in Japanese")
  func headings() throws {
    var stage = try Stage()
    stage.open(.agreement)
    for (place, row) in stage.model.state.rows.enumerated() {
      stage.model.state.cursor = place
      #expect(stage.text.contains("Enter 開く・編集") == (row.record != nil), "\(place)")
    }
    stage.open(.objectives)
    #expect(!stage.text.contains("Left ") && !stage.text.contains("Right "))
  }

  @Test("the form of a file's name names no arrows, that of a new one does where the scope is chosen")
  func startForms() {
    var start = StartModel(recent: [], demos: [], language: .english, glyphs: .neutral, size: .small)
    func names(_ key: String) -> Bool { TextWriter().write(start.view()).contains(key + " choose") }
    _ = start.update(.key(.character("o")))
    #expect(!names("← →"))
    _ = start.update(.key(.escape))
    _ = start.update(.key(.character("n")))
    #expect(names("← →"))
    _ = start.update(.key(.down))
    #expect(!names("← →"))
  }

  @Test("minutes lead to other days only where people met on others")
  func otherDays() throws {
    var stage = try Stage(.cloud, .english)
    #expect(stage.model.assessment.workshopDays.contains { $0 != Stage.today })
    stage.send(.minutesRead(Stage.today, []))
    #expect(stage.text.contains("other days"))
    stage.press(.escape)
    let met = [RecordKind.participant, .agendaItem].flatMap { stage.model.assessment.ids($0) }
    stage.act(met.map(Command.removeAndUnlink))
    stage.model.notice = nil
    stage.send(.minutesRead(Stage.today, []))
    #expect(!stage.text.contains("other days") && stage.text.contains("close"))
  }

  @Test("no key of it does nothing, and none that does something is left out", arguments: WorkedCase.allCases)
  func noIdleKey(_ worked: WorkedCase) throws {
    try places(worked) { stage in
      let here = "\(stage.model.screen) \(stage.model.state.cursor)"
      // What is undone the journal knows.
      #expect(doingNothing(stage, named: true).filter { $0 != "undo" } == [], "\(here)")
      let idle = ActionRegistry.actions.filter { $0.isHere(stage.model) && $0.isIdle(stage.model) }.map(\.id)
      let silent = doingNothing(stage, named: false)
      let reached = idle.filter { id in
        let action = ActionRegistry.action(named: id)
        return action?.keys.first.flatMap { stage.model.keymap.action(for: $0, in: stage.model)?.id } == id
          && action?.unavailable(stage.model) == nil
      }
      #expect(Set(reached) == Set(silent), "\(here)")
    }
  }
}
