import Catalogues
import Domain
import Interface
import Testing

@Suite("What the detail pane says of a risk")
struct RiskDetailTests {
  private func text(_ stage: Stage, _ risk: RecordID) -> String {
    Detail.lines(of: risk, stage.model).map { $0.label + "\t" + $0.text }.joined(separator: "\n")
  }

  @Test("all three ratings with level and band, why each is so, and none of the program's own digests")
  func ratings() throws {
    let stage = try Stage(.cloud, .english)
    let risk = try #require(stage.model.assessment.record(labelled: "R-11"))
    let text = text(stage, risk)
    #expect(text.contains("present\t3×5 = 15 very high"))
    #expect(text.contains("residual\t1×5 = 5 medium"))
    #expect(text.contains("Two restores failed last year"))
    #expect(!text.contains("digest") && !text.contains("Accepted state"))
  }

  @Test("an unrated risk is said to be unrated, and a rating without a reason to have none")
  func honesty() throws {
    var stage = try Stage(.cloud, .english)
    let unrated = try #require(stage.model.assessment.record(labelled: "R-8"))
    #expect(text(stage, unrated).contains("present\tnot rated yet"))
    stage.act([
      .set(unrated, Slot(Risk.likelihood.key), .integer(2)),
      .set(unrated, Slot(Risk.consequenceStep.key), .integer(3)),
    ])
    #expect(text(stage, unrated).contains("2×3 = 6 medium"))
    #expect(text(stage, unrated).contains("no justification"))
    stage.act([.set(unrated, Slot(Risk.justification.key), .text("seen once"))])
    #expect(!text(stage, unrated).contains("no justification"))
  }

  @Test("an acceptance says until when, and that it is stale once the risk changed")
  func staleAcceptance() throws {
    var stage = try Stage(.cloud, .english)
    let risk = try #require(stage.model.assessment.record(labelled: "R-10"))
    #expect(text(stage, risk).contains("until 2026-12-01"))
    #expect(!text(stage, risk).contains("stale"))
    stage.act([.set(risk, Slot(Risk.consequence.key), .text("Core business stops for a week"))])
    #expect(text(stage, risk).contains("stale: the risk changed since"))
  }
}
