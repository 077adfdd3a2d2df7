import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("The policy hierarchy by keys")
struct PolicyTreeTests {
  /// The cloud case with phase 2 open again, on the customer's tree.
  private func stage(_ language: Language = .english) throws -> Stage {
    var stage = try Stage(.cloud, language)
    try stage.reopen(.policy)
    stage.open(.policy)
    return stage
  }

  private func record(_ label: String, _ stage: Stage) throws -> RecordID {
    try #require(stage.model.assessment.record(labelled: label))
  }

  // MARK: Moving

  @Test("M hangs a subtree elsewhere: said before, one step, the cursor stays on it, u takes it back")
  func move() throws {
    var stage = try stage()
    let (procedure, form, old, new) = (
      try record("P-6", stage), try record("P-7", stage), try record("P-3", stage), try record("P-4", stage)
    )
    try stage.select(procedure)
    stage.type("M")
    #expect(stage.text.contains("with 1 below"))
    while stage.model.current != new { stage.press(.down) }
    #expect(stage.text.contains("P-3 Agreed backup policy  ⟶  P-4 Access control policy"))
    #expect(stage.model.assessment[procedure, PolicyDocument.parent] == old)
    stage.press(.enter)
    #expect(stage.model.layers.isEmpty)
    #expect(stage.model.assessment[procedure, PolicyDocument.parent] == new)
    #expect(stage.model.assessment[form, PolicyDocument.parent] == procedure)
    #expect(stage.model.current == procedure)
    stage.type("u")
    #expect(stage.model.assessment[procedure, PolicyDocument.parent] == old)
  }

  @Test("M says why not: a circle, a lower tier, another party's document, the basic policy itself")
  func refused() throws {
    var stage = try stage()
    let cases = [
      ("P-3", "P-6", "the two would stand above each other"), ("P-3", "P-5", "is of a lower tier"),
      ("P-1", "P-2", "hangs from P-1"), ("P-6", "P-6", "choose what it should hang from"),
    ]
    for (taken, place, why) in cases {
      try stage.select(try record(taken, stage))
      let parent = stage.model.assessment[try record(taken, stage), PolicyDocument.parent]
      stage.type("M")
      try stage.select(try record(place, stage))
      stage.press(.enter)
      #expect(stage.text.contains(why), "\(taken) under \(place)")
      #expect(stage.model.layers.count == 1)
      stage.press(.escape)
      #expect(stage.model.current == (try record(taken, stage)))
      #expect(stage.model.assessment[try record(taken, stage), PolicyDocument.parent] == parent)
    }
    stage.show(party: nil)
    try stage.select(try record("P-6", stage))
    stage.type("M")
    try stage.select(try record("P-8", stage))
    stage.press(.enter)
    #expect(stage.text.contains("another party's"))
  }

  @Test("an agreed phase is said at once, before anything is taken up")
  func held() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.policy)
    for key in ["M", "A", "D"] as [Character] {
      try stage.select(try record("P-6", stage))
      stage.press(.character(key))
      #expect(stage.model.layers.isEmpty, "\(key)")
      #expect(stage.model.notice?.text.contains("reopens") == true, "\(key)")
    }
  }

  // MARK: What is amiss

  @Test("; goes to the next flaw in turn, opens what hides it, and says what it is")
  func flaws() throws {
    var stage = try stage()
    stage.type("z")
    #expect(stage.model.state.rows.count == 2, "the tree folded, and the gap below it")
    stage.type(";")
    #expect(stage.model.current == (try record("P-4", stage)))
    #expect(stage.model.notice?.text.contains("1 / 2") == true)
    #expect(stage.model.notice?.text.contains("review overdue") == true)
    stage.type(";")
    #expect(stage.model.current == (try record("A-15", stage)))
    #expect(stage.text.contains("no document answers"))
    stage.type(";")
    #expect(stage.model.current == (try record("P-4", stage)))
  }

  @Test("a document without a parent is an orphan until M hangs it somewhere")
  func orphan() throws {
    var stage = try stage()
    let standard = try record("P-5", stage)
    stage.act([.set(standard, Slot(PolicyDocument.parent.key), nil)])
    stage.press(.home)
    stage.type(";;")
    #expect(stage.model.current == standard || stage.model.notice?.text.contains("nothing above") == true)
    #expect(stage.text.contains("nothing above"))
    try stage.select(standard)
    stage.type("M")
    try stage.select(try record("P-2", stage))
    stage.press(.enter)
    #expect(!stage.text.contains("nothing above"))
  }

  @Test("Enter on a gap links the document chosen, and the gap goes; u brings it back")
  func answering() throws {
    var stage = try stage()
    let (clause, policy) = (try record("A-15", stage), try record("P-2", stage))
    stage.type(";;")
    stage.press(.enter)
    stage.type("P-2")
    stage.press(.enter)
    #expect(stage.model.assessment[policy, PolicyDocument.answers].contains(clause))
    #expect(!stage.model.state.rows.contains { $0.record == clause })
    stage.type("u")
    #expect(stage.model.state.rows.contains { $0.record == clause })
  }

  @Test("n on a gap makes a topic policy that answers it")
  func birthOnGap() throws {
    var stage = try stage()
    let clause = try record("A-15", stage)
    stage.type(";;n")
    stage.type("Subcontracting policy")
    stage.press(.enter, .escape)
    let made = try #require(stage.model.assessment.ids(.policyDocument).last)
    #expect(stage.model.assessment[made, PolicyDocument.answers] == [clause])
    #expect(stage.model.assessment[made, PolicyDocument.tier] == .topicPolicy)
    #expect(stage.model.assessment[made, PolicyDocument.parent] == (try record("P-1", stage)))
  }

  // MARK: Approval, review, retirement

  @Test("what was approved stays in force while its revision is drafted, until A approves that")
  func revision() throws {
    var stage = try stage()
    let policy = try record("P-2", stage)
    let digest = stage.model.assessment[policy, PolicyDocument.approvedDigest]
    #expect(digest == stage.model.assessment.digest(ofDocument: policy))
    stage.act([.set(policy, Slot(PolicyDocument.version.key), .text("1.1"))])
    try stage.select(policy)
    #expect(stage.text.contains("revising"))
    #expect(stage.text.contains("Version 1.0 is in"))
    #expect(stage.model.assessment[policy, PolicyDocument.status] == .approved)
    #expect(stage.model.assessment[policy, PolicyDocument.approvedDigest] == digest)
    stage.type("Ay")
    #expect(!stage.text.contains("revising"))
    #expect(stage.model.assessment[policy, PolicyDocument.approvedVersion] == "1.1")
    #expect(stage.model.assessment[policy, PolicyDocument.approvedDigest] != digest)
  }

  @Test("a change outside what was approved, such as the review date, is no revision")
  func noRevision() throws {
    var stage = try stage()
    let policy = try record("P-2", stage)
    stage.act([.set(policy, Slot(PolicyDocument.reviewDue.key), .day(Stage.today.adding(9)))])
    #expect(!stage.model.assessment.isRevised(document: policy))
    try stage.select(policy)
    stage.type("A")
    #expect(stage.model.layers.isEmpty, "nothing to approve")
  }

  @Test("R sets the next review a year off, even when the phase is agreed")
  func review() throws {
    var stage = try Stage(.cloud, .english)
    stage.open(.policy)
    let policy = try record("P-4", stage)
    stage.type(";R")
    #expect(stage.model.assessment[policy, PolicyDocument.reviewDue] ?? Stage.today < Stage.today)
    stage.type("y")
    #expect(stage.model.assessment[policy, PolicyDocument.reviewDue] == Stage.today.adding(365))
    #expect(!stage.text.contains("late"))
  }

  @Test("D says what retiring leaves behind, and a retired document answers nothing; D brings it back")
  func retirement() throws {
    var stage = try stage()
    let policy = try record("P-4", stage)
    try stage.select(policy)
    stage.type("D")
    #expect(stage.text.contains("P-5 stay below it"))
    #expect(stage.text.contains("no other answers"))
    stage.type("y")
    #expect(stage.model.assessment[policy, PolicyDocument.status] == .retired)
    #expect(stage.text.contains("retired"))
    let answered = try #require(stage.model.assessment[policy, PolicyDocument.answers].first)
    #expect(stage.model.state.rows.contains { $0.record == answered }, "it became a gap")
    try stage.select(policy)
    stage.type("Dy")
    #expect(stage.model.assessment[policy, PolicyDocument.status] == .draft)
  }

  @Test("folding all and opening all again keeps the cursor on the tree")
  func folds() throws {
    var stage = try stage()
    stage.type("z")
    #expect(stage.model.current == (try record("P-1", stage)))
    stage.type("z")
    #expect(stage.model.state.rows.count == 8)
    #expect(stage.model.current == (try record("P-1", stage)))
  }
}
