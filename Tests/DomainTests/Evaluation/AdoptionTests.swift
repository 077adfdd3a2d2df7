import Domain
import Testing

@Suite("Rules × organisations, counted once")
struct AdoptionTests {
  private let context = Context(today: Day(number: 20_781), actor: "tester", catalogues: CatalogueShelf([]))

  /// A shared space with so many organisations and, in turn, laws, regulations, standards and guidelines.
  private func world(parties: Int, rules: Int) throws -> Assessment {
    var assessment = Assessment()
    var head = Draft(.assessment, party: nil)
    head.set(AssessmentRecord.scope, .cyberspace)
    var commands: [Command] = [.create(head)]
    for number in 1...parties {
      var party = Draft(.party, party: nil, pending: number)
      party.set(Party.name, "Organisation \(number)")
      party.set(Party.partyKey, "org-\(number)")
      commands.append(.create(party))
    }
    let kinds: [CommitmentKind] = [.guideline, .law, .internationalStandard, .regulation]
    for number in 0..<rules {
      var rule = Draft(.commitment, party: nil, pending: 1000 + number)
      rule.set(Commitment.text, "Rule \(number)")
      rule.set(Commitment.kind, kinds[number % 4])
      commands.append(.create(rule))
    }
    _ = try assessment.perform(commands, in: context)
    return assessment
  }

  private func answer(_ rule: RecordID, _ party: RecordID, _ answer: Answer?) -> Command {
    .set(rule, Slot(Commitment.answer.key, party: party), answer.map { .choice($0.rawValue) })
  }

  private func expectSame(_ kept: AdoptionSheet, _ assessment: Assessment) {
    let anew = AdoptionSheet(assessment)
    #expect(kept.rules == anew.rules)
    #expect(kept.parties == anew.parties)
    #expect(kept.sums == anew.sums)
    for rule in anew.rules { #expect(kept.sums(ofRule: rule) == anew.sums(ofRule: rule)) }
    for party in anew.parties { #expect(kept.sums(ofParty: party) == anew.sums(ofParty: party)) }
  }

  @Test("laws come before regulations, standards and guidelines, and every cell is open at first")
  func order() throws {
    let assessment = try world(parties: 3, rules: 8)
    let sheet = AdoptionSheet(assessment)
    let kinds = sheet.rules.map { assessment[$0, Commitment.kind] }
    #expect(
      kinds == [
        .law, .law, .regulation, .regulation, .internationalStandard, .internationalStandard, .guideline,
        .guideline,
      ])
    #expect(sheet.sums[.open] == 24)
    #expect(sheet.sums.total == 24)
  }

  @Test("sums kept from change to change equal sums counted anew, whatever is answered, taken back or undone")
  func sumsAreKept() throws {
    var assessment = try world(parties: 5, rules: 8)
    var sheet = AdoptionSheet(assessment)
    let answers: [Answer?] = Answer.allCases + [nil]
    var place = 0
    for rule in sheet.rules {
      for party in sheet.parties {
        place += 1
        let changes = try assessment.perform(
          [answer(rule, party, answers[place % answers.count])], in: context)
        sheet.update(after: changes, in: assessment)
        guard place % 3 == 0 else { continue }
        let back = changes.reversed().compactMap { $0.inverse(in: assessment) }
        for change in back { assessment.apply(change) }
        sheet.update(after: back, in: assessment)
      }
    }
    #expect(sheet.sums[.adopted] > 0 && sheet.sums[.notAdopted] > 0)
    expectSame(sheet, assessment)
  }

  @Test("who is bound, who left and what is no rule any more are counted anew")
  func bindings() throws {
    var assessment = try world(parties: 4, rules: 4)
    var sheet = AdoptionSheet(assessment)
    let rule = sheet.rules[0]
    let gone = sheet.parties[3]
    let acts: [[Command]] = [
      [.set(rule, Slot(Commitment.parties.key), .references([sheet.parties[0], gone]))],
      [.set(gone, Slot(Party.leftOn.key), .day(context.today))],
      [.set(sheet.rules[1], Slot(Commitment.kind.key), .choice(CommitmentKind.responsibility.rawValue))],
      [.remove(sheet.rules[2])],
    ]
    for act in acts {
      let changes = try assessment.perform(act, in: context)
      sheet.update(after: changes, in: assessment)
      expectSame(sheet, assessment)
    }
    #expect(sheet.sums(ofRule: rule).total == 1)
    #expect(sheet.rules.count == 2)
    #expect(!sheet.binds(rule, gone))
  }
}
