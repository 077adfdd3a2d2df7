import Canvas
import Domain
import Interface

/// What a key costs on the grid of rules × organisations, as medians in milliseconds of processor time from
/// the key to the frame.
struct Grid {
  /// `]` from the agreement's screen.
  let open: Double
  let down: Double
  let right: Double
  let page: Double
  /// Each key of a filter typed.
  let filter: Double
  /// Each key of a search for an organisation.
  let search: Double
  /// A letter typed into a cell, with the act carried out in memory.
  let letter: Double

  var all: [Double] { [open, down, right, page, filter, search, letter] }

  /// Both sizes in turn, key by key, so that whatever else the machine does falls on both alike.
  static func measure(_ sizes: [(parties: Int, rules: Int)]) throws -> [Grid] {
    var seats = try sizes.map { try seat(parties: $0.parties, rules: $0.rules) }
    func medians(_ turns: Int, _ press: (Int, inout Seat) -> [Double]) -> [Double] {
      var times = seats.map { _ in [Double]() }
      for turn in 0..<turns {
        for place in seats.indices { times[place] += press(turn, &seats[place]) }
      }
      return times.map(Clock.median)
    }
    let open = medians(100) { _, seat in
      seat.press("1")
      return [seat.press("]")]
    }
    let down = medians(200) { turn, seat in [seat.press(key: turn % 8 < 4 ? .down : .up)] }
    let right = medians(200) { turn, seat in [seat.press(key: turn % 8 < 4 ? .right : .left)] }
    let page = medians(200) { turn, seat in [seat.press(key: turn % 2 == 0 ? .pageDown : .pageUp)] }
    let filter = medians(20) { _, seat in seat.type("fkind:law issuer~7") }
    let search = medians(20) { _, seat in seat.type("/@Organisation 3") }
    for place in seats.indices { seats[place].press(key: .enter) }
    let letter = medians(60) { turn, seat in [seat.letter(turn)] }
    return seats.indices.map {
      Grid(
        open: open[$0], down: down[$0], right: right[$0], page: page[$0], filter: filter[$0],
        search: search[$0], letter: letter[$0])
    }
  }

  private static func seat(parties: Int, rules: Int) throws -> Seat {
    let assessment = try world(parties: parties, rules: rules)
    return Seat(
      Model(
        assessment: assessment, context: Generator.context, language: .japanese, glyphs: .neutral,
        size: Size(columns: 120, rows: 40)))
  }

  // MARK: The world

  private static let kinds: [CommitmentKind] = [.law, .regulation, .internationalStandard, .guideline]

  /// Organisations with their share of the work, an agreement of all, and its rules answered by most.
  private static func world(parties: Int, rules: Int) throws -> Assessment {
    var assessment = Assessment()
    var head = Draft(.assessment, party: nil)
    head.set(AssessmentRecord.title, "Benchmark")
    head.set(AssessmentRecord.scope, .cyberspace)
    head.set(AssessmentRecord.cycle, 1)
    var commands: [Command] = [.create(head)]
    for number in 1...parties {
      var party = Draft(.party, party: nil, pending: number)
      party.set(Party.name, "Organisation \(number)")
      party.set(Party.partyKey, "org-\(number)")
      party.set(Party.role, .cyberspaceUser)
      commands.append(.create(party))
    }
    _ = try assessment.perform(commands, in: Generator.context)
    var agreement = Draft(.agreement, party: nil, pending: 1)
    agreement.set(Agreement.title, "Rules of shared use")
    agreement.set(Agreement.kind, .rulesOfSharedUse)
    agreement.set(Agreement.parties, assessment.ids(.party))
    commands = [.create(agreement)] + shares(assessment)
    for number in 0..<rules {
      commands.append(.create(rule(number, of: agreement.id, assessment)))
    }
    _ = try assessment.perform(commands, in: Generator.context)
    return assessment
  }

  private static func shares(_ assessment: Assessment) -> [Command] {
    assessment.ids(.party).enumerated().flatMap { place, party in
      Phase.allCases.map { phase in
        var share = Draft(.phaseShare, party: party, pending: 10 + place * 6 + phase.rawValue)
        share.set(PhaseShare.phase, phase.rawValue)
        share.set(PhaseShare.does, "Agrees to the rules of use")
        return .create(share)
      }
    }
  }

  private static func rule(_ number: Int, of agreement: RecordID, _ assessment: Assessment) -> Draft {
    var rule = Draft(.commitment, party: nil, pending: 5000 + number)
    rule.set(Commitment.text, "Rule \(number) 使用ルール")
    rule.set(Commitment.kind, kinds[number % kinds.count])
    rule.set(Commitment.issuer, "Issuer \(number % 9)")
    rule.set(Commitment.agreement, agreement)
    let answers: [Answer?] = [.accepted, .acceptedWithReservation, .accepted, .notApplicable, nil]
    for (place, party) in assessment.ids(.party).enumerated() {
      guard let answer = answers[(place + number) % answers.count] else { continue }
      rule.values[Slot(Commitment.answer.key, party: party)] = .choice(answer.rawValue)
    }
    return rule
  }
}
