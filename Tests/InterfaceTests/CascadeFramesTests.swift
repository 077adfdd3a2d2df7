import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("Frames of policy hierarchy, cascade and pairs")
struct CascadeFramesTests {
  @Test("one party's hierarchy", arguments: FourSizes.all)
  func policy(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    stage.open(.policy)
    stage.type(";")
    stage.press(.down)
    try terminal.check(stage, "policy")
  }

  @Test("two parties' hierarchies side by side", arguments: FourSizes.all)
  func sideBySide(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    stage.open(.policy)
    stage.show(party: nil)
    stage.press(.down, .right)
    try terminal.check(stage, "policy-both")
  }

  @Test("a subtree on its way to another parent", arguments: FourSizes.two)
  func move(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    try stage.reopen(.policy)
    stage.open(.policy)
    stage.press(.down, .down, .down, .character("M"), .down, .down)
    try terminal.check(stage, "policy-move")
  }

  @Test("the cascade of a provider", arguments: FourSizes.all)
  func objectives(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    stage.open(.objectives)
    stage.show(party: "csp")
    stage.press(.down)
    try terminal.check(stage, "objectives")
  }

  @Test("the cascade of the talk in cyberspace", arguments: FourSizes.two)
  func cyberspace(_ terminal: FourSizes) throws {
    var stage = try terminal.stage(.cyberspace)
    stage.open(.objectives)
    stage.press(.down)
    stage.type("r1")
    try terminal.check(stage, "objectives-reading")
  }

  @Test("pairs of objectives", arguments: FourSizes.all)
  func pairs(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    stage.open(.pairs)
    stage.show(party: nil)
    stage.type(";")
    try terminal.check(stage, "pairs")
  }
}
