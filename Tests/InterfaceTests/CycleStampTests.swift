import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("The cycle that is written into new records")
struct CycleStampTests {
  private func stage(cycle: Int = 2) throws -> (stage: Stage, before: Day) {
    var stage = try Stage(.cloud, .english)
    let head = try #require(stage.model.assessment.head)
    let from = try #require(stage.model.assessment[head, AssessmentRecord.periodFrom])
    #expect(from <= Stage.today)
    stage.act([.set(head, Slot(AssessmentRecord.cycle.key), .integer(cycle))])
    #expect(stage.model.assessment.cycle == cycle)
    return (stage, from.adding(-1))
  }

  @Test("a reading of a day before the cycle began is no reading of this cycle")
  func reading() throws {
    var (stage, before) = try stage()
    stage.open(.objectives)
    let lines = [("2", 2), ("2 \(before.text)", 1), ("2 \(before.adding(1).text)", 2)]
    for (line, wanted) in lines {
      stage.type("r" + line)
      stage.press(.enter)
      let made = try #require(stage.model.assessment.ids(.reading).last)
      #expect(stage.model.assessment[made, Reading.cycle] == wanted, "\(line)")
      stage.press(.escape)
    }
  }

  @Test("in the first cycle what was done before the file began is of that cycle")
  func first() throws {
    var (stage, before) = try stage(cycle: 1)
    stage.open(.objectives)
    stage.type("r2 \(before.text)")
    stage.press(.enter)
    let made = try #require(stage.model.assessment.ids(.reading).last)
    #expect(stage.model.assessment[made, Reading.cycle] == 1)
  }

  @Test("nor is a finding of such a day, by line or by form")
  func finding() throws {
    var (stage, before) = try stage()
    stage.open(.register)
    func cycleOfLast() throws -> Int? {
      let assessment = stage.model.assessment
      return assessment[try #require(assessment.ids(.finding).last), Finding.cycle]
    }
    stage.type("Fdoors stood open")
    stage.press(.enter)
    #expect(try cycleOfLast() == 2)
    stage.press(.escape)
    stage.type("Fkeys lay about on:\(before.text)")
    stage.press(.enter)
    #expect(try cycleOfLast() == 1)
    stage.press(.escape)
    stage.type("Flamps were off")
    stage.press(.control("f"))
    stage.press(.control("f"))
    stage.type(Finding.foundOn.field.words.en)
    stage.press(.enter)
    stage.press(.control("u"))
    stage.type(before.text)
    stage.press(.control("s"))
    #expect(try cycleOfLast() == 1)
  }
}
