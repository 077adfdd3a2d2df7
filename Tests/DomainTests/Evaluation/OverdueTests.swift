import Domain
import Testing

@Suite("What is overdue")
struct OverdueTests {
  private func only(_ room: OpenRoom) -> [RecordID] {
    room.assessment.overdue(of: room.parties[0], today: room.context.today).map(\.record)
  }

  @Test("a treatment past its day, until the residual risk is below the line or accepted")
  func treatment() throws {
    var room = try OpenRoom(parties: 1)
    let (party, today) = (room.parties[0], room.context.today)
    let criteria = try room.create(DefaultCriteria.draft(party: party, title: "ours"))
    let risk = try room.risk(of: party, for: room.objective(of: party))
    try room.perform([
      .set(risk, Slot(Risk.criteria.key), .reference(criteria)),
      .set(risk, Slot(Risk.treatment.key), .choices([Treatment.modify.rawValue])),
      .set(risk, Slot(Risk.planDue.key), .day(today)),
    ])
    #expect(only(room).isEmpty, "the day is not over")
    try room.set(risk, Risk.planDue, today.adding(-1))
    #expect(only(room) == [risk])
    #expect(room.assessment.overdue(risk, today: today)?.due == today.adding(-1))
    try room.set(risk, Risk.residualLikelihood, 4)
    try room.set(risk, Risk.residualConsequenceStep, 5)
    #expect(only(room) == [risk], "on or above the line, and nobody accepted")
    try room.set(risk, Risk.residualLikelihood, 1)
    #expect(only(room).isEmpty)
  }

  @Test("an objective past its day and not achieved")
  func objective() throws {
    var room = try OpenRoom(parties: 1)
    let (party, today) = (room.parties[0], room.context.today)
    let objective = try room.objective(of: party)
    try room.perform([
      .set(objective, Slot(Objective.comparison.key), .choice(Comparison.atMost.rawValue)),
      .set(objective, Slot(Objective.target.key), .text("5")),
      .set(objective, Slot(Objective.due.key), .day(today.adding(-1))),
    ])
    #expect(only(room) == [objective])
    var reading = Draft(.reading, party: party)
    reading.set(Reading.objective, objective)
    reading.set(Reading.value, 3)
    reading.set(Reading.date, today.adding(-2))
    _ = try room.create(reading)
    #expect(only(room).isEmpty, "achieved")
    try room.set(objective, Objective.target, "2")
    #expect(only(room) == [objective])
    try room.set(objective, Objective.notMeasurableReason, "a matter of attitude")
    #expect(only(room).isEmpty, "nothing tells whether it is achieved")
  }
}
