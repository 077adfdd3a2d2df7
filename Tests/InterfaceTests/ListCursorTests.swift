import Canvas
import Catalogues
import Domain
import Testing

@testable import Interface

@Suite("One cursor for every list")
struct ListCursorTests {
  /// Each key, pressed on line 15 of 30.
  private static let moves: [(Key, Int)] = [
    (.up, 14), (.down, 16), (.pageUp, 5), (.pageDown, 25), (.character("k"), 14), (.character("j"), 16),
    (.control("u"), 5), (.control("d"), 25), (.home, 0), (.end, 29), (.character("g"), 0),
    (.character("G"), 29), (.character("ｊ"), 16),
  ]

  @Test("a key leads to its line", arguments: moves)
  func keys(_ key: Key, _ line: Int) {
    var cursor = ListCursor(15)
    let isTaken = cursor.receive(key, count: 30)
    #expect(isTaken && cursor.place == line)
  }

  @Test("beside a text letters, Home and End are the text's", arguments: moves)
  func typing(_ key: Key, _ line: Int) {
    var cursor = ListCursor(15)
    let isArrow = [.up, .down, .pageUp, .pageDown].contains(key)
    let isTaken = cursor.receive(key, count: 30, isTyping: true)
    #expect(isTaken == isArrow && cursor.place == (isArrow ? line : 15))
  }

  @Test("it never leaves the list, and stays at 0 where there is none", arguments: moves)
  func ends(_ key: Key, _ line: Int) {
    for count in 0...2 {
      var cursor = ListCursor(max(0, count - 1))
      cursor.receive(key, count: count)
      #expect((0...max(0, count - 1)).contains(cursor.place), "\(count)")
    }
  }

  @Test("the cursor is always among the lines that are seen, and no room is left empty")
  func scrolls() {
    for rows in 1...9 {
      for place in 0..<20 {
        let top = ListCursor(place).top(rows: rows, count: 20)
        #expect((top..<top + rows).contains(place) && top >= 0 && top + rows <= 20, "\(rows) \(place)")
      }
    }
    #expect(ListCursor(2).top(rows: 9, count: 3) == 0)
  }

  @Test("a list of choices longer than the screen scrolls, and switches what it shows")
  func choices() throws {
    var stage = try Stage(.cloud, .english, size: .small)
    let options = (1...40).map { ChoiceOption("key\($0)", Words("choice \($0)", "選択肢 \($0)")) }
    stage.model.layers.append(
      ChoicesLayer(title: Words("Which", "どれ"), options: options, chosen: []) { model, chosen in
        model.notice = Notice(chosen.joined(separator: "+"))
        return []
      })
    #expect(stage.text.contains("choice 1 ") && !stage.text.contains("choice 40"))
    stage.press(.end, .character(" "))
    #expect(stage.text.contains("choice 40"))
    #expect(stage.frame.cursor.map { stage.frame.size.rows > $0.row } == true)
    stage.press(.pageUp, .character(" "), .enter)
    #expect(stage.model.notice?.text == "key30+key40")
  }
}
