import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("The risk matrix")
struct MatrixScreenTests {
  /// The provider's matrix, the cursor on the cell of its most severe risk, R-14, alone there at 4 × 4.
  private func stage(_ language: Language = .english) throws -> (Stage, RecordID) {
    var stage = try Stage(.cloud, language)
    stage.show(party: "csp")
    stage.open(.matrix)
    return (stage, try #require(stage.model.assessment.id(.risk, number: 14)))
  }

  @Test("looks as it did", arguments: FourSizes.all)
  func frames(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    stage.show(party: "csp")
    stage.open(.matrix)
    try terminal.check(stage, "matrix")
  }

  @Test("shows where risks go", arguments: FourSizes.two)
  func movement(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    stage.show(party: nil)
    stage.open(.matrix)
    let risk = try #require(stage.model.assessment.id(.risk, number: 11))
    try stage.select(risk)
    stage.type("rrr")
    try terminal.check(stage, "matrix-moved")
  }

  @Test("a risk is picked up, moved and put down with its reason: one act, taken back by one")
  func putDown() throws {
    var (stage, risk) = try stage()
    #expect(stage.model.assessment.level(risk) == 16)
    stage.press(.character(" "), .left, .down)
    #expect(stage.text.contains("R-14  16 very high"))
    #expect(stage.model.assessment.level(risk) == 16, "in hand it is rated as it was")
    stage.press(.enter)
    stage.type("less traffic")
    stage.press(.enter)
    #expect(stage.model.layers.isEmpty)
    #expect(stage.model.assessment.level(risk) == 9)
    #expect(stage.model.assessment[risk, Risk.justification] == "less traffic")
    stage.press(.character("u"))
    #expect(stage.model.assessment.level(risk) == 16)
    #expect(stage.model.assessment[risk, Risk.justification] != "less traffic")
  }

  @Test("Esc puts it back: from the reason to the hand, from the hand to its cell")
  func putBack() throws {
    var (stage, risk) = try stage()
    let cursor = stage.model.state.cursor
    stage.press(.character(" "), .left, .enter, .escape)
    #expect(stage.model.layers.count == 1, "the reason was not given: still in hand")
    stage.press(.escape)
    #expect(stage.model.layers.isEmpty && stage.model.state.cursor == cursor)
    #expect(stage.model.assessment.level(risk) == 16)
    stage.press(.character(" "), .enter)
    #expect(stage.model.layers.isEmpty, "put down where it was: nothing to give reasons for")
  }

  @Test("in a movement the end is put down: the residual rating")
  func residual() throws {
    var (stage, risk) = try stage()
    stage.type("rrr ")
    stage.press(.down, .down, .enter, .enter)
    #expect(stage.model.assessment.level(risk) == 16)
    #expect(stage.model.assessment.level(risk, .residual) == 8)
  }

  @Test("several in a cell are chosen from; the unrated are listed and put where they belong")
  func choosing() throws {
    var (stage, _) = try stage()
    stage.show(party: nil)
    let second = try #require(stage.model.assessment.id(.risk, number: 11))
    try stage.select(second)
    stage.press(.character(" "), .down, .character(" "))
    #expect(stage.model.layers.count == 1)
    stage.press(.left, .enter, .enter)
    #expect(stage.model.assessment.level(second) == 12)
    stage.show(party: "csp")
    let own = stage.model.assessment.ids(.risk, of: try #require(stage.model.party))
    let unrated = try #require(own.first { stage.model.assessment.rating($0) == nil })
    stage.type("U ")
    stage.press(.enter, .enter)
    #expect(stage.model.assessment.level(unrated) != nil)
    stage.type("U")
    #expect(stage.model.layers.isEmpty && stage.model.notice != nil, "nothing is unrated now")
  }

  @Test("what is locked stays where it is, with the sentence why")
  func locked() throws {
    var (stage, risk) = try stage()
    let party = try #require(stage.model.party)
    stage.act([.set(party, Slot(Party.leftOn.key), .day(Stage.today))])
    stage.press(.character(" "))
    #expect(stage.model.layers.isEmpty)
    #expect(stage.model.notice?.tone == .warning)
    stage.press(.left, .enter)
    #expect(stage.model.assessment.level(risk) == 16)
  }

  @Test("risks under criteria that nothing maps to are left out, counted and listed")
  func leftOut() throws {
    var (stage, risk) = try stage()
    let party = try #require(stage.model.party)
    let risks = stage.model.assessment.ids(.risk, of: party)
    let rated = risks.count { stage.model.assessment.rating($0) != nil }
    var tables = CriteriaTables()
    tables.removeStep(.likelihood, at: 0)
    stage.act([.create(Draft(.riskCriteria, party: party, values: tables.values))])
    let own = try #require(stage.model.assessment.ids(.riskCriteria).last)
    #expect(stage.text.contains("16"), "a draft changes nothing")
    stage.act([.set(own, Slot(RiskCriteria.agreedBy.key, party: party), .text("boss"))])
    #expect(stage.text.contains("left out \(rated)"))
    stage.type("O")
    #expect(stage.model.layers.count == 1)
    stage.press(.escape)
    let joint = try #require(stage.model.assessment.ids(.riskCriteria).first)
    let rows = [["2", "1"], ["3", "2"], ["4", "3"], ["5", "4"]]
    stage.act([
      .set(own, Slot(RiskCriteria.replaces.key), .reference(joint)),
      .set(own, Slot(RiskCriteria.likelihoodMapping.key), .table(rows)),
      .set(own, Slot(RiskCriteria.consequenceMapping.key), .table((1...5).map { ["\($0)", "\($0)"] })),
      .set(own, Slot(RiskCriteria.agreedBy.key, party: party), .text("boss")),
    ])
    let lowest = risks.count { stage.model.assessment[$0, Risk.likelihood] == 1 }
    #expect(stage.text.contains("left out \(lowest)"), "those of step 1, which maps to nothing")
    try stage.select(risk)
    #expect(stage.text.contains(stage.model.glyphs[.phaseStale] + "R-14"))
  }

  @Test("every size from 3 × 3 to 7 × 7 shows every level and every count at 80 × 24", arguments: 3...7)
  func sizes(rows: Int) throws {
    var stage = try Stage(.cloud, .english, size: .small)
    stage.show(party: "csp")
    let party = try #require(stage.model.party)
    for columns in 3...7 {
      var tables = CriteriaTables()
      tables.likelihood = (1...rows).map { _ in ["あ", "step", "", ""] }
      tables.consequence = (1...columns).map { _ in ["あ", "step", "", ""] }
      tables.fillCells(*)
      var draft = Draft(.riskCriteria, party: party, values: tables.values)
      draft.set(RiskCriteria.version, columns)
      draft.values[Slot(RiskCriteria.agreedBy.key, party: party)] = .text("boss")
      stage.act([.create(draft)])
      let criteria = try #require(stage.model.assessment.ids(.riskCriteria).last)
      var counts: [[Int]] = []
      var drafts: [Command] = []
      for l in 1...rows {
        var inRow: [Int] = []
        for c in 1...columns {
          let count: Int = (c * 7 + l * 3) % 4 + (c == columns && l == rows ? 98 : 0)
          inRow.append(count)
          for _ in 0..<count {
            var risk = Draft(.risk, party: party, pending: drafts.count)
            risk.set(Risk.event, "event")
            risk.set(Risk.likelihood, l)
            risk.set(Risk.consequenceStep, c)
            risk.set(Risk.criteria, criteria)
            drafts.append(.create(risk))
          }
        }
        counts.append(inRow)
      }
      stage.act(drafts)
      stage.open(.matrix)
      // The talk's own risks are under the joint criteria, which are as good as these where they are 5 × 5.
      guard rows != 5 || columns != 5 else { continue }
      let lines = stage.text.split(separator: "\n").map(Self.numbers)
      for l in 1...rows {
        var expected: [Int] = []
        for c in 1...columns {
          expected.append(l * c)
          if counts[l - 1][c - 1] > 0 { expected.append(counts[l - 1][c - 1]) }
        }
        let wanted = expected[...]
        #expect(lines.contains { $0.suffix(wanted.count) == wanted }, "\(rows) × \(columns), \(l)")
      }
    }
  }

  private static func numbers(_ line: Substring) -> [Int] {
    line.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
  }
}
