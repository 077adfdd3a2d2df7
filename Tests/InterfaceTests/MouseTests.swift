import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("Mouse")
struct MouseTests {
  private func click(_ column: Int, _ row: Int, _ stage: inout Stage) {
    stage.send(.terminal(.mouse(MouseEvent(.click, at: Point(column: column, row: row)))))
  }

  @Test(
    "a click on the rail opens the phase whose name stands there, however wide the terminal",
    arguments: [80, 120, 200])
  func rail(_ columns: Int) throws {
    var stage = try Stage(.cloud, .english, size: Size(columns: columns, rows: 40))
    let rail = String(stage.text.split(separator: "\n", omittingEmptySubsequences: false)[1])
    for phase in [Phase.evaluation, .policy] {
      let place = try #require(rail.firstRange(of: " \(phase.rawValue) ")).lowerBound
      click(DisplayWidth.width(of: String(rail[..<place])) + 2, 1, &stage)
      #expect(stage.model.screen == ScreenID.views(of: phase)[0])
    }
  }

  @Test("a click meets the line under it in a list, and nothing in a picture")
  func body() throws {
    var stage = try Stage(.cloud, .english)
    stage.show(party: nil)
    stage.open(.register)
    let lines = stage.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let third = try #require(stage.model.state.rows[2].record)
    let label = stage.model.assessment.label(of: third) + " "
    let row = try #require(lines.firstIndex { $0.contains(label) })
    click(10, row, &stage)
    #expect(stage.model.current == third)
    stage.open(.matrix)
    let before = stage.model.state.cursor
    for row in 3..<30 { click(20, row, &stage) }
    #expect(stage.model.state.cursor == before)
  }
}
