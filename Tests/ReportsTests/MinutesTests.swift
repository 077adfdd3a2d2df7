import Domain
import Reports
import Testing

@Suite("Minutes")
struct MinutesTests {
  @Test("of the worked case read as they did, as Markdown and HTML", arguments: Language.allCases)
  func demonstration(_ language: Language) throws {
    let minutes = try MinutesDesk(language).minutes()
    try GoldenReports.check(MarkdownWriter.write(minutes), "minutes-\(language.rawValue).md")
    try GoldenReports.check(HTMLWriter.write(minutes), "minutes-\(language.rawValue).html")
  }

  @Test("tell what changed from the morning's value to the evening's, and nothing of what was taken back")
  func changes() throws {
    var desk = try MinutesDesk(.english)
    let risk = try desk.record("R-12")
    let owner = Slot(Risk.planResources.key)
    try desk.act([.set(risk, owner, .text("one day"))])
    try desk.act([.set(risk, owner, .text("three days"))])
    let text = MarkdownWriter.write(desk.minutes())
    #expect(text.contains("→ three days"))
    #expect(!text.contains("one day"))
    let other = try desk.record("R-13")
    let wrong = try desk.act([.set(other, owner, .text("by mistake"))])
    desk.undo(wrong)
    #expect(!MarkdownWriter.write(desk.minutes()).contains("by mistake"))
    var draft = Draft(.decision, party: nil)
    draft.set(Decision.text, "Never mind")
    desk.undo(try desk.act([.create(draft)]))
    #expect(!MarkdownWriter.write(desk.minutes()).contains("Never mind"))
  }

  @Test("what was undone and done again on one day stands as often as what was done once")
  func doneAgain() throws {
    var desk = try MinutesDesk(.english)
    var draft = Draft(.risk, party: desk.assessment.party(key: "csp"), pending: 1)
    draft.set(Risk.event, "Said once")
    let made = try desk.act([.create(draft)])
    let lines = MarkdownWriter.write(desk.minutes()).split(separator: "\n").filter {
      $0.contains("Said once")
    }
    #expect(!lines.isEmpty)
    desk.undo(made)
    desk.redo(made)
    let later = MarkdownWriter.write(desk.minutes()).split(separator: "\n").filter {
      $0.contains("Said once")
    }
    #expect(later == lines)
  }

  @Test("cut a long list and say how much is missing")
  func longLists() throws {
    var desk = try MinutesDesk(.english)
    let csp = try #require(desk.assessment.party(key: "csp"))
    let risks = (1...50).map { number -> Command in
      var draft = Draft(.risk, party: csp, pending: number)
      draft.set(Risk.event, "Event \(number)")
      return .create(draft)
    }
    try desk.act(risks)
    let text = MarkdownWriter.write(desk.minutes())
    #expect(text.contains("Event 20: new") && !text.contains("Event 40: new"))
    // Two more were changed by the worked case itself.
    #expect(text.contains("- and 22 more"))
  }

  @Test("the act that founds an assessment is no change of the day")
  func founding() throws {
    var desk = try MinutesDesk(.english)
    var head = Draft(.assessment, party: nil, pending: 1)
    head.set(AssessmentRecord.title, "Another one")
    var party = Draft(.party, party: nil, pending: 2)
    party.set(Party.name, "Founders")
    try desk.act([.create(head), .create(party)])
    #expect(!MarkdownWriter.write(desk.minutes()).contains("Founders"))
  }

  @Test("who sat in one room is seen by both sides, who never came or was hidden on purpose is not")
  func attendance() throws {
    var desk = try MinutesDesk(.english)
    let csc = try #require(desk.assessment.party(key: "csc"))
    func seen(_ name: String) throws -> Bool {
      let person = desk.assessment.ids(.participant).first {
        desk.assessment[$0, Participant.name] == name
      }
      return Audience(party: csc, desk.assessment).sees(try #require(person), desk.assessment)
    }
    #expect(try seen("Reiko Sato"))
    var absent = Draft(.participant, party: desk.assessment.party(key: "csp"))
    absent.set(Participant.name, "Never Came")
    try desk.act([.create(absent)])
    #expect(try !seen("Never Came"))
    let sato = try #require(
      desk.assessment.ids(.participant).first { desk.assessment[$0, Participant.name] == "Reiko Sato" })
    try desk.act([.set(sato, Slot(SharedFields.sharedWith.key), .choice(Sharing.none.rawValue))])
    #expect(try !seen("Reiko Sato"))
  }

  @Test("what is hidden is neither a line nor a value nor an owner")
  func hidden() throws {
    let desk = try MinutesDesk(.english)
    let hidden = try [desk.record("R-19"), desk.record("L-1"), desk.record("T-3"), desk.record("PA-6")]
    let whole = MarkdownWriter.write(desk.minutes())
    let cut = MarkdownWriter.write(desk.minutes(hiding: Set(hidden)))
    for text in ["Propose how the data centre is told", "Going on from the backup", "Reiko Sato"] {
      #expect(whole.contains(text), "\(text)")
      #expect(!cut.contains(text), "\(text)")
    }
  }

  @Test("text of records is text in HTML and Markdown, whatever it looks like")
  func hostileText() throws {
    var desk = try MinutesDesk(.english)
    let evil =
      "<script>alert(1)</script> <img src=x onerror='x()'> [a](javascript:x) | **b** `c` &amp; # \"q\"\n## h"
    var draft = Draft(.decision, party: nil)
    draft.set(Decision.text, evil)
    let homework = try desk.record("T-2")
    try desk.act([
      .create(draft), .set(homework, Slot(ActionItem.text.key), .text("- " + evil)),
      .set(try #require(desk.assessment.head), Slot(AssessmentRecord.title.key), .text("</title>" + evil)),
    ])
    let html = HTMLWriter.write(desk.minutes())
    #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("</title></title"))
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(html.ranges(of: "</title>").count == 1)
    let markdown = MarkdownWriter.write(desk.minutes())
    for raw in ["<script", "[a](", "**b**", "`c`", "&amp;"] {
      let bare = markdown.ranges(of: raw).filter { range in
        range.lowerBound == markdown.startIndex || markdown[markdown.index(before: range.lowerBound)] != "\\"
      }
      #expect(bare.isEmpty, "\(raw)")
    }
    #expect(!markdown.contains("\n## h"))
    #expect(markdown.contains("\\*\\*b\\*\\*") && markdown.contains("\\`c\\`"))
    let rows = markdown.split(separator: "\n").filter { $0.contains("T\\-2") || $0.contains("| T-2") }
    for row in rows { #expect(row.replacing("\\|", with: "").filter { $0 == "|" }.count == 7) }
  }
}
