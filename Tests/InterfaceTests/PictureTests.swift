import Canvas
import Catalogues
import Domain
import Foundation
import Interface
import Testing

@Suite("a picture made from the one before is the picture made from nothing")
struct PictureTests {
  private static let moves: [Key] = [.down, .up, .right, .left, .pageDown, .end, .pageUp, .home]
  /// What changes more than the cursor: marks, panes, layers, folds, a sort, the party shown, notices.
  private static let others: [Key] = [
    .character(" "), .tab, .enter, .escape, .character("?"), .character("s"), .character("p"),
    .character(";"),
  ]

  @Test("on every screen, moves among other keys", arguments: [Size.large, .small])
  func onEveryScreen(_ size: Size) throws {
    let isLong = ProcessInfo.processInfo.environment["KYOKUMEN_LONG"] != nil
    let seed = UInt64.random(in: 1...UInt64.max)
    var dice = SeededDice(seed: seed)
    for screen in ScreenID.allCases {
      var stage = try Stage(screen == .adoption ? .cyberspace : .cloud, size: size)
      stage.open(screen)
      stage.send(.terminal(.resize(size)))
      var picture = stage.model.picture()
      var typed: [Key] = []
      for round in 0..<(isLong ? 200 : 9) {
        let among = round % 3 == 2 ? Self.others : Self.moves
        typed += [among.randomElement(using: &dice) ?? .down]
        stage.press(typed[round])
        picture = stage.model.picture(after: picture)
        let isSame = picture.frame == stage.model.view()
        try #require(isSame, "seed \(seed): \(screen) after \(typed)")
      }
    }
  }

  @Test("what the clock changes is drawn, and what it does not change is not")
  func clock() throws {
    var stage = try Stage()
    stage.open(.workshop)
    let picture = stage.model.picture()
    stage.send(.clockRead(Moment(milliseconds: stage.model.now.milliseconds + 3_600_000)))
    #expect(stage.model.picture(after: picture).frame == stage.model.view())
  }

  @Test("a new day is drawn, also where only the cursor moves")
  func newDay() throws {
    var stage = try Stage()
    stage.open(.controls)
    stage.send(.terminal(.resize(.large)))
    let picture = stage.model.picture()
    stage.model.turn(to: Day(number: Stage.today.number + 400))
    stage.press(.down)
    let isSame = stage.model.picture(after: picture).frame == stage.model.view()
    #expect(isSame)
  }
}
