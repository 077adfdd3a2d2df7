import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("Reports by keys")
struct ReportLayerTests {
  @Test("looks as it did", arguments: FourSizes.all)
  func frames(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    stage.type(":report")
    stage.press(.enter, .down, .right)
    try terminal.check(stage, "report")
  }

  @Test("a digit chooses the report, the arrows for whom; the file's name says both")
  func chosen() throws {
    var stage = try Stage(.cloud, .english)
    stage.type(":report")
    stage.press(.enter, .right, .right, .character("1"))
    #expect(stage.text.contains("soa-csp-2026-11-24.html"))
    stage.press(.enter)
    let csp = stage.model.assessment.party(key: "csp")
    #expect(
      stage.orders == [
        .writeReport(ReportOrder(.soa, for: csp), to: "soa-csp-2026-11-24.html", replacing: false)
      ])
    #expect(stage.model.layers.isEmpty)
  }

  @Test("kind and file behind the command's name ask nothing more; an unknown kind says which there are")
  func words() throws {
    var stage = try Stage(.cloud, .english)
    stage.type(":report cycle out.md")
    stage.press(.enter)
    #expect(stage.orders == [.writeReport(ReportOrder(.cycle), to: "out.md", replacing: false)])
    stage.type(":report soap")
    stage.press(.enter)
    #expect(stage.model.notice?.text.contains("soa, risk-treatment-plan") == true)
    stage.type(":report soa out.docx")
    stage.press(.enter)
    #expect(stage.orders.count == 1 && stage.text.contains("out.docx"))
    stage.press(.escape)
    #expect(stage.model.layers.isEmpty)
  }

  @Test("a file that is there is replaced after a yes only")
  func existing() throws {
    var stage = try Stage(.cloud, .english)
    stage.send(.reportExists(ReportOrder(.all), "a.html"))
    stage.press(.enter, .character("n"))
    #expect(stage.orders.isEmpty)
    stage.send(.reportExists(ReportOrder(.all), "a.html"))
    stage.press(.character("y"))
    #expect(stage.orders == [.writeReport(ReportOrder(.all), to: "a.html", replacing: true)])
  }

  @Test("a long task shows how far it is, Esc stops it, its end takes the window away")
  func work() throws {
    var stage = try Stage(.cloud, .english)
    let words = Words("Writing", "書き出し中")
    stage.send(.worked(.advanced(words, done: 12_345, of: 100_000)))
    #expect(stage.text.contains("12,345 / 100,000"))
    stage.send(.worked(.advanced(words, done: 23_456, of: 100_000)))
    #expect(stage.text.contains("23,456 / 100,000") && stage.model.layers.count == 1)
    stage.press(.escape)
    #expect(stage.orders == [.stopWork] && stage.model.layers.count == 1)
    stage.send(.worked(.ended(Notice("Stopped.", .warning))))
    #expect(stage.model.layers.isEmpty && stage.text.contains("Stopped."))
  }
}
