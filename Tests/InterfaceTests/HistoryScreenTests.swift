import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("History")
struct HistoryScreenTests {
  @Test("changes of a record look as they did", arguments: FourSizes.all)
  func frames(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    try stage.openHistory()
    stage.press(.down)
    try terminal.check(stage, "history-risk")
  }

  @Test("o asks for the record's history, and Enter leads back to the record")
  func openAndBack() throws {
    var stage = try Stage()
    try stage.openHistory()
    let risk = try #require(stage.model.focus)
    #expect(stage.orders == [.readHistory(of: risk)])
    #expect(stage.model.state.rows.count == 4)
    stage.press(.enter)
    #expect(stage.model.screen == .register)
    #expect(stage.model.current == risk)
  }

  @Test("a change made while the history is in front is read anew")
  func readAnew() throws {
    var stage = try Stage()
    try stage.openHistory()
    let before = stage.orders.count
    stage.type("cseen")
    stage.press(.enter)
    #expect(stage.orders.count == before + 1)
  }

  @Test("f narrows by person, party, phase and days; what says nothing is named and the line stays")
  func filter() throws {
    var stage = try Stage()
    try stage.openHistory()
    stage.type("f佐藤 @csp 局面：４ 2026-11-20..2026-11-30")
    stage.press(.enter)
    #expect(stage.model.layers.isEmpty)
    #expect(stage.orders.last == .readHistory(of: stage.model.focus))
    #expect(stage.text.contains("f 佐藤 @csp"))
    stage.type("f 三浦")
    stage.press(.enter)
    #expect(stage.model.layers.isEmpty, "a name that begins with a numeral is a name")
    for (wrong, said) in [(" @nobody", "@nobody"), (" phase:9", "9"), (" 2026-13-90", "2026-13-90")] {
      stage.type("f" + wrong)
      stage.press(.enter)
      #expect(stage.model.layers.count == 1 && stage.text.contains(said), "\(wrong)")
      stage.press(.escape)
    }
    stage.type("a")
    #expect(stage.orders.last == .readHistory(of: nil))
    stage.model.jump(to: try #require(stage.model.assessment.ids(.risk).first))
    stage.type("o")
    #expect(stage.model.historyFilter.isEmpty, "a history opened anew shows everything")
  }
}

extension Stage {
  /// `o` on a risk, and an answer as a file would give it.
  fileprivate mutating func openHistory() throws {
    let risk = try #require(model.assessment.ids(.risk).first)
    model.jump(to: risk)
    type("o")
    #expect(model.screen == .history)
    let slot = Slot(Risk.likelihood.key)
    let changes: [HistoryChange] = [
      .change(.set(risk, slot, before: .integer(3), after: .integer(4))), .undone,
      .change(.set(risk, Slot(Risk.cause.key), before: nil, after: .text("独自形式"))),
      .change(.created(risk, kind: .risk, number: 1, party: model.assessment.party(of: risk))),
    ]
    let lines = changes.enumerated().map { index, change in
      HistoryLine(
        seq: 900 - index,
        at: LocalTime(Moment(milliseconds: 1_795_486_473_000), ahead: -3600 * index),
        actor: index == 1 ? "Suzuki" : "佐藤 例子", record: risk, change: change)
    }
    send(.historyRead(lines, of: risk))
  }
}
