import Canvas
import Testing

@Suite struct KeyTests {
  @Test(
    "A key is read back from its name",
    arguments: [
      .character("a"), .character("あ"), .character("-"), .character(" "), .enter, .tab, .backTab, .escape,
      .backspace,
      .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .function(1),
      .function(12),
      .control("r"), .control("]"), .alt("x"), .alt("X"), .alt(" "), .altLeft, .altRight, .shiftUp,
      .shiftDown, .shiftLeft,
      .shiftRight, .character("F"), .character("f"),
    ] as [Key])
  func roundTrip(key: Key) {
    #expect(Key(name: key.name) == key)
  }

  @Test("Names are written as people know them")
  func names() {
    #expect(Key.control("r").name == "Ctrl-R")
    #expect(Key.pageUp.name == "PgUp")
    #expect(Key(name: "ctrl-r") == .control("r"))
    #expect(Key(name: "ESC") == .escape)
    #expect(Key(name: "F99") == nil)
    #expect(Key(name: "") == nil)
    #expect(Key(name: "Hyper-X") == nil)
  }
}
