import Canvas
import Catalogues
import Domain
import Interface
import Testing

/// Every rule of phases 2 and 3 is made to fire and to clear by keys alone.
@Suite("Gate rules of phases 2 and 3 by keys")
struct PolicyObjectiveGateKeysTests {
  private func stage(_ phase: Phase, _ screen: ScreenID, _ worked: WorkedCase = .cloud) throws -> Stage {
    try Stage(worked, reopened: phase, on: screen)
  }

  private func count(_ rule: String, _ phase: Phase, _ stage: Stage) throws -> Int {
    try stage.count(rule, phase)
  }

  private func select(_ label: String, _ stage: inout Stage) throws { try stage.select(label) }

  private func fill(_ field: String, _ text: String, _ stage: inout Stage) { stage.fill(field, text) }

  // MARK: Phase 2

  @Test("P1: the basic policy retired, brought back and approved")
  func p1() throws {
    var stage = try stage(.policy, .policy)
    #expect(try count("P1", .policy, stage) == 0)
    try select("P-1", &stage)
    stage.type("Dy")
    #expect(try count("P1", .policy, stage) == 1)
    stage.type("Dy")
    #expect(try count("P1", .policy, stage) == 1, "a draft is not in force")
    stage.type("Ay")
    #expect(try count("P1", .policy, stage) == 0)
  }

  @Test("P2: a parent taken away, and hung again by M")
  func p2() throws {
    var stage = try stage(.policy, .policy)
    try select("P-5", &stage)
    fill("Under", "", &stage)
    #expect(try count("P2", .policy, stage) == 1)
    try select("P-5", &stage)
    stage.type("M")
    try select("P-4", &stage)
    stage.press(.enter)
    #expect(try count("P2", .policy, stage) == 0)
  }

  @Test("P3: a review past its date, noted by R")
  func p3() throws {
    var stage = try stage(.policy, .policy)
    #expect(try count("P3", .policy, stage) == 1)
    try select("P-4", &stage)
    stage.type("Ry")
    #expect(try count("P3", .policy, stage) == 0)
  }

  @Test("P4: the policies on the use of cloud services retired, one brought back")
  func p4() throws {
    var stage = try stage(.policy, .policy)
    for label in ["P-2", "P-3"] {
      try select(label, &stage)
      stage.type("Dy")
    }
    #expect(try count("P4", .policy, stage) == 1)
    try select("P-2", &stage)
    stage.type("Dy")
    #expect(try count("P4", .policy, stage) == 0)
  }

  @Test("P5: a commitment nothing answers, answered from its line")
  func p5() throws {
    var stage = try stage(.policy, .policy)
    #expect(try count("P5", .policy, stage) == 1)
    try select("A-15", &stage)
    stage.press(.enter)
    stage.type("P-2")
    stage.press(.enter)
    #expect(try count("P5", .policy, stage) == 0)
  }

  @Test("P6: an owner missing, a topic policy not approved")
  func p6() throws {
    var stage = try stage(.policy, .policy)
    try select("P-2", &stage)
    fill("Owner", "", &stage)
    #expect(try count("P6", .policy, stage) == 1)
    fill("Owner", "Shino", &stage)
    #expect(try count("P6", .policy, stage) == 0)
    stage.type("DyDy")
    #expect(try count("P6", .policy, stage) == 1)
    stage.type("Ay")
    #expect(try count("P6", .policy, stage) == 0)
  }

  // MARK: Phase 3

  @Test(
    "O1, O2, O7 and in cyberspace O6, O8: a field emptied and written again",
    arguments: [
      ("O1", WorkedCase.cloud, "Serves policy", "P-1"), ("O2", .cloud, "Owner", "Reida"),
      ("O7", .cloud, "Resources", "a budget"), ("O6", .cyberspace, "Who acts", "Top management"),
      ("O8", .cyberspace, "Part of the joint purpose", "Security of the shared space"),
    ])
  func fields(_ rule: String, _ worked: WorkedCase, _ field: String, _ text: String) throws {
    var stage = try stage(.objectives, .objectives, worked)
    try select("O-1", &stage)
    #expect(try count(rule, .objectives, stage) == 0)
    fill(field, "", &stage)
    #expect(try count(rule, .objectives, stage) == 1)
    fill(field, text, &stage)
    #expect(try count(rule, .objectives, stage) == 0)
  }

  @Test("O3: a department's objective under nothing, hung again by M")
  func o3() throws {
    var stage = try stage(.objectives, .objectives)
    try select("O-2", &stage)
    fill("Under", "", &stage)
    #expect(try count("O3", .objectives, stage) == 1)
    #expect(stage.text.contains("nothing above"))
    try select("O-2", &stage)
    stage.type("M")
    try select("O-1", &stage)
    stage.press(.enter)
    #expect(try count("O3", .objectives, stage) == 0)
  }

  @Test("O4: a unit in scope without an objective")
  func o4() throws {
    var stage = try stage(.objectives, .objectives)
    let unit = try #require(
      stage.model.assessment.ids(.organizationalUnit).first {
        stage.model.assessment.title(of: $0) == "Sales Department"
      })
    try select("O-4", &stage)
    fill("Unit", "", &stage)
    #expect(try count("O4", .objectives, stage) == 1)
    fill("Unit", stage.model.assessment.label(of: unit), &stage)
    #expect(try count("O4", .objectives, stage) == 0)
  }

  @Test("O5: an objective that rests on a service, paired on the pairs' screen")
  func o5() throws {
    var stage = try stage(.objectives, .pairs)
    #expect(try count("O5", .objectives, stage) == 1)
    stage.type(";")
    stage.press(.enter)
    stage.type("O-7")
    stage.press(.enter, .control("s"))
    #expect(try count("O5", .objectives, stage) == 0)
  }
}
