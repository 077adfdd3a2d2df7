import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("Going from record to record")
struct TrailTests {
  @Test("back on another record's history, its lines are asked for again, and once")
  func history() throws {
    var stage = try Stage()
    let risks = Array(stage.model.assessment.ids(.risk).prefix(2))
    for risk in risks {
      stage.model.jump(to: risk)
      stage.type("o")
      #expect(stage.orders.last == .readHistory(of: risk))
      stage.send(.historyRead([], of: risk))
    }
    stage.press(.backspace, .backspace)
    #expect(stage.model.screen == .history && stage.model.focus == risks[0])
    #expect(stage.orders.last == .readHistory(of: risks[0]))
    let count = stage.orders.count
    stage.press(.down, .up)
    #expect(stage.orders.count == count)
  }

  @Test("a record under a fold opens only what is above it; the other folds stay")
  func folds() throws {
    var stage = try Stage()
    stage.open(.objectives)
    stage.show(party: nil)
    let leaf = try #require(stage.model.state.rows.last { $0.depth > 1 }?.record)
    stage.type("z")
    let folded = stage.model.state.folded
    #expect(folded.count > 2 && !stage.model.state.rows.contains { $0.record == leaf })
    stage.model.jump(to: leaf)
    #expect(stage.model.current == leaf)
    #expect(!stage.model.state.folded.isEmpty && stage.model.state.folded.isStrictSubset(of: folded))
  }

  @Test("what a filter hides is said with the filter")
  func filtered() throws {
    var stage = try Stage(.cloud, .english)
    stage.show(party: nil)
    stage.open(.register)
    stage.type("flevel>=high")
    stage.press(.enter)
    let shown = Set(stage.model.state.rows.compactMap(\.record))
    let hidden = try #require(stage.model.assessment.ids(.risk).first { !shown.contains($0) })
    stage.open(.overview)
    stage.model.jump(to: hidden)
    #expect(stage.model.notice?.text.contains("“level>=high” hides") == true)
  }

  @Test("Enter on what is next opens the screen on which a fault of the whole party is mended")
  func next() throws {
    var stage = try Stage(.cloud, .english)
    let csc = try #require(stage.model.assessment.party(key: "csc"))
    stage.act([
      .phase(.reopen(.agreement, party: csc, by: "tester", reason: "anew")),
      .set(csc, Slot(Party.topManagement.key), nil),
    ])
    stage.open(.overview)
    let line = try #require(stage.model.state.rows.firstIndex { $0.tag == -1 })
    stage.model.state.cursor = line
    try #require(stage.text.contains("A1 "))
    stage.press(.enter)
    #expect(stage.model.screen == .context && stage.model.party == csc)
  }
}
