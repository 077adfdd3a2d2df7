import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("Letters typed into cells by key")
struct LetterTests {
  private func letter(_ stage: Stage, _ clause: RecordID, _ party: RecordID) -> Responsibility? {
    stage.model.assessment[clause, Commitment.responsibility, party]
  }

  private func responsibilities() throws -> (stage: Stage, clause: RecordID, parties: [RecordID]) {
    var stage = try Stage(.cloud, .english)
    try stage.reopen(.agreement)
    stage.open(.responsibilities)
    let clause = try #require(stage.model.current)
    return (stage, clause, stage.model.assessment.ids(.party))
  }

  @Test("Enter opens a cell and the foot says so; R, A, C, I set at once, arrows go on, Esc leaves")
  func responsibilitiesByKey() throws {
    var (stage, clause, parties) = try responsibilities()
    stage.type("R")
    #expect(stage.model.layers.isEmpty, "outside a cell a letter is a command")
    stage.press(.enter)
    #expect(stage.text.contains("A accountable") && stage.text.contains("Esc leave"))
    stage.type("c")
    #expect(letter(stage, clause, parties[0]) == .consulted)
    stage.press(.right)
    stage.type("Ａ")
    #expect(letter(stage, clause, parties[1]) == .accountable)
    stage.press(.down)
    let below = try #require(stage.model.current)
    stage.type("i")
    #expect(letter(stage, below, parties[1]) == .informed)
    stage.press(.escape)
    #expect(stage.model.layers.isEmpty)
  }

  @Test("one key is one undo step, also from within the cell; Delete clears")
  func undo() throws {
    var (stage, clause, parties) = try responsibilities()
    let before = letter(stage, clause, parties[0])
    stage.press(.enter)
    stage.type("ic")
    stage.type("u")
    #expect(letter(stage, clause, parties[0]) == .informed)
    stage.type("u")
    #expect(letter(stage, clause, parties[0]) == before)
    stage.press(.delete)
    #expect(letter(stage, clause, parties[0]) == nil)
  }

  @Test("an activity without exactly one A is marked by sign and word, none and several alike")
  func verdicts() throws {
    var (stage, _, _) = try responsibilities()
    stage.press(.home, .enter)
    stage.type("a")
    stage.press(.right)
    stage.type("a")
    #expect(stage.text.contains("✗ 2 × A"))
    stage.press(.delete, .left, .delete)
    #expect(stage.text.contains("✗ no A"))
  }

  @Test("under lock the cell stays closed and a sentence says why and what to do")
  func locked() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.responsibilities)
    stage.press(.enter)
    #expect(stage.model.layers.isEmpty)
    let notice = try #require(stage.model.notice)
    #expect(notice.text.contains("agreed") && notice.text.contains("Amend"))
  }

  @Test("what is no value of the cell changes nothing and says which are")
  func foreign() throws {
    var (stage, clause, parties) = try responsibilities()
    let before = letter(stage, clause, parties[0])
    stage.press(.enter)
    stage.type("x")
    #expect(letter(stage, clause, parties[0]) == before)
    #expect(try #require(stage.model.notice).text.contains("A R C I"))
  }

  @Test("with all activities marked, one key is an act on every one of them")
  func marked() throws {
    var (stage, clause, parties) = try responsibilities()
    let before = letter(stage, clause, parties[1])
    stage.press(.right)
    stage.type("*")
    stage.press(.enter)
    stage.type("i")
    let all = stage.model.state.rows.compactMap(\.record)
    #expect(all.allSatisfy { letter(stage, $0, parties[1]) == .informed })
    stage.type("u")
    #expect(letter(stage, clause, parties[1]) == before)
  }

  // MARK: Integration

  @Test("the talk's integration matrix shows 2, 3, 3, 3, 3 implementations and the degrees that follow")
  func talksMatrix() throws {
    var stage = try Stage(.single, .english)
    stage.open(.integration)
    let lines = stage.text.split(separator: "\n").map(String.init)
    let rows = ["People", "Process", "Rules", "Procedure", "System "].compactMap { name in
      lines.first { $0.contains("│  " + name) }
    }
    let numbers = rows.map { row in
      row.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    }
    #expect(numbers == [[2, 0.67], [3, 0.33], [3, 0.33], [3, 0.33], [3, 0.33]])
    #expect(lines.contains { $0.contains("Overall") && $0.contains("0.40") })
    #expect(lines.contains { $0.contains("Could be merged next") && $0.contains("in every element") })
  }

  @Test(
    "a letter typed into an empty cell makes it, another changes it, Delete takes it away, u brings it back")
  func integrationByKey() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.integration)
    stage.show(party: "csp")
    let place = try #require(stage.model.state.rows.lastIndex { $0.record == nil })
    stage.model.state.cursor = place
    let count = stage.model.assessment.ids(.integrationCell).count
    stage.press(.enter)
    stage.type("ｙ")
    let cell = try #require(stage.model.current)
    #expect(stage.model.assessment[cell, IntegrationCell.letter] == "Y")
    stage.type("z")
    #expect(stage.model.assessment[cell, IntegrationCell.letter] == "Z")
    stage.press(.delete)
    #expect(stage.model.assessment.ids(.integrationCell).count == count)
    stage.press(.escape)
    stage.type("u")
    #expect(stage.model.assessment[cell, IntegrationCell.letter] == "Z")
  }

  @Test("a cell names the documents behind it, and one that names some is emptied but not removed")
  func documents() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.integration)
    let cell = try #require(stage.model.assessment.ids(.integrationCell).first)
    let document = try #require(stage.model.assessment.ids(.policyDocument).first)
    stage.act([.set(cell, Slot(IntegrationCell.documents.key), .references([document]))])
    try stage.select(cell)
    let title = try #require(stage.model.assessment.title(of: document))
    #expect(stage.text.contains("Documents behind it  " + stage.model.assessment.label(of: document)))
    #expect(stage.text.contains(title.prefix(12)))
    stage.press(.enter, .delete)
    #expect(stage.model.assessment.exists(cell))
    #expect(stage.model.assessment[cell, IntegrationCell.letter] == nil)
  }

  @Test("responsibilities and integration in four sizes", arguments: FourSizes.all)
  func frames(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    try stage.reopen(.agreement)
    stage.open(.responsibilities)
    stage.press(.down, .right, .enter, .delete)
    try terminal.check(stage, "responsibilities")
    var single = try terminal.stage(.single)
    single.open(.integration)
    single.press(.down, .down, .right, .enter)
    try terminal.check(single, "integration")
  }
}
