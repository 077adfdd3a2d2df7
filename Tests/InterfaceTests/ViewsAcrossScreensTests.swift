import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("Views across screens")
struct ViewsAcrossScreensTests {
  @Test("a view saved on the matrix is offered there and on the register, and its order is the register's")
  func matrix() throws {
    var stage = try Stage(.cloud, .english)
    stage.show(party: nil)
    stage.open(.register)
    stage.type("s")
    let sort = stage.model.state.sort
    stage.open(.matrix)
    stage.type("flevel>=high")
    stage.press(.control("s"), .control("u"))
    stage.type("board")
    stage.press(.enter)
    stage.type("V")
    #expect(stage.text.contains("board"))
    stage.press(.enter)
    #expect(stage.model.layers.isEmpty && stage.model.state.sort == nil)
    stage.open(.register)
    #expect(stage.model.state.sort == sort && sort != nil)
    stage.type("V")
    #expect(stage.text.contains("board"))
  }

  @Test("the matrix counts risks, not boxes, whichever way it shows them")
  func count() throws {
    var stage = try Stage(.cloud, .english)
    stage.show(party: nil)
    stage.open(.matrix)
    stage.type("flevel>=low")
    stage.press(.enter)
    let shown = stage.model.shownRisks.count
    let all = stage.model.assessment.count(.risk)
    for _ in 0..<5 {
      #expect(stage.text.contains("(\(shown) of \(all))"))
      stage.type("r")
    }
  }

  @Test("more management systems than fit scroll, and the border stays whole")
  func systems() throws {
    var stage = try Stage(.single, .english, size: .small)
    let party = try #require(stage.model.assessment.ids(.party).first)
    let born = (1...9).map { number in
      var draft = Draft(.managementSystem, party: party, pending: number)
      draft.set(ManagementSystem.name, "S\(number)")
      return Command.create(draft)
    }
    stage.act(born)
    stage.open(.integration)
    #expect(!stage.text.contains("S9"))
    for _ in 0..<20 { stage.press(.right) }
    #expect(stage.text.contains("S9"))
    let edges = stage.text.split(separator: "\n", omittingEmptySubsequences: false)[4..<20].map(\.last)
    #expect(Set(edges).count == 1)
  }
}
