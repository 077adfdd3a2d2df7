import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("Trace")
struct TraceScreenTests {
  @Test("a risk between its reasons and its controls looks as it did", arguments: Language.allCases)
  func frames(_ language: Language) throws {
    for (size, name) in [(Size.large, "120"), (.small, "80")] {
      var stage = try Stage(.cloud, language, size: size)
      try stage.traceRisk()
      try Golden.check(stage.frame, "trace-risk-\(name)-\(language.rawValue)")
    }
    var empty = try Stage(.cloud, language, size: .small)
    empty.open(.trace)
    try Golden.check(empty.frame, "trace-empty-80-\(language.rawValue)")
  }

  @Test("Enter walks on from a line, Backspace walks back, Enter on the root goes to its screen")
  func walking() throws {
    var stage = try Stage()
    try stage.traceRisk()
    let risk = try #require(stage.model.focus)
    stage.press(.down, .down, .enter)
    let next = try #require(stage.model.focus)
    #expect(next != risk)
    #expect(stage.model.state.cursor == 0)
    stage.press(.backspace)
    #expect(stage.model.focus == risk)
    stage.press(.home, .enter)
    #expect(stage.model.screen == .register)
    #expect(stage.model.current == risk)
  }
}

extension Stage {
  /// `t` on a risk that has controls.
  mutating func traceRisk() throws {
    let assessment = model.assessment
    let risk = try #require(
      assessment.ids(.risk).first { !assessment.sources(of: $0, via: ControlStatement.risks).isEmpty })
    model.jump(to: risk)
    type("t")
    #expect(model.screen == .trace)
  }
}
