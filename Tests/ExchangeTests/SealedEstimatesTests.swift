import Domain
import Exchange
import Journal
import Store
import Testing

@Suite("A blind round as JSON")
struct SealedEstimatesTests {
  private let context = Context(
    today: Day(number: 20_000), actor: "facilitator", catalogues: CatalogueShelf([]))
  private let moment = Moment(milliseconds: 1_700_000_000_000)

  /// A workspace with one estimate cast, and what it says.
  private func begun() throws -> (Workspace, Assessment, Opening) {
    let workspace = try Workspace.inMemory(replica: 0xAB)
    var assessment = try workspace.load()
    var party = Draft(.party, party: nil, pending: 1)
    party.set(Party.partyKey, "csc")
    var risk = Draft(.risk, party: party.id, pending: 2)
    risk.set(Risk.event, "one")
    let criteria = DefaultCriteria.draft(party: nil, title: "criteria", pending: 3)
    var participant = Draft(.participant, party: party.id, pending: 4)
    participant.set(Participant.name, "佐藤")
    var round = Draft(.estimateRound, party: nil, pending: 5)
    round.set(EstimateRound.risk, risk.id)
    round.set(EstimateRound.criteria, criteria.id)
    _ = try workspace.perform(
      [party, criteria, risk, participant, round].map(Command.create), on: &assessment, in: context,
      at: moment)
    let ballot = Ballot(
      round: try #require(assessment.ids(.estimateRound).first),
      participant: try #require(assessment.ids(.participant).first), likelihood: 4, consequence: 2)
    let opening = Opening(ballot, salt: "0123456789abcdef0123456789abcdef")
    _ = try workspace.cast([opening], on: &assessment, in: context, at: moment)
    return (workspace, assessment, opening)
  }

  private func export(_ workspace: Workspace, _ assessment: Assessment, journal: Bool) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try WorkspaceExport(assessment, replica: workspace.replica)
      .write(journal: journal ? { try workspace.eachEntry($0) } : nil) { bytes += $0 }
    return bytes
  }

  @Test(
    "an export says that an estimate was cast and not what; after the reveal it says all",
    arguments: [true, false])
  func tells(_ journal: Bool) throws {
    var (workspace, assessment, opening) = try begun()
    let before = String(decoding: try export(workspace, assessment, journal: journal), as: UTF8.self)
    #expect(before.contains(opening.seal))
    #expect(!before.contains("\"likelihood\"") && !before.contains("\"consequenceStep\""))
    #expect(!before.contains(opening.salt))
    _ = try workspace.reveal(opening.ballot.round, on: &assessment, in: context, at: moment)
    let after = String(decoding: try export(workspace, assessment, journal: journal), as: UTF8.self)
    #expect(after.contains(opening.salt))
    #expect(after.contains(journal ? "\"field\":\"likelihood\"" : "\"likelihood\":4"))
  }

  @Test(
    "it comes back entry by entry, before and after the reveal; the openings stay behind",
    arguments: [false, true])
  func roundTrip(_ revealed: Bool) throws {
    var (workspace, assessment, opening) = try begun()
    let round = opening.ballot.round
    if revealed { _ = try workspace.reveal(round, on: &assessment, in: context, at: moment) }
    let bytes = try export(workspace, assessment, journal: true)
    let document = try WorkspaceDocument(bytes)
    let copy = try Workspace.inMemory(replica: document.replica)
    try copy.adopt(journal: document.eachEntry)
    var copied = try copy.load()
    #expect(try export(copy, copied, journal: true) == bytes)
    #expect(try copy.verify().isSound)
    guard !revealed else { return }
    let lost = Refusal.estimate(.unopened(round, participants: [opening.ballot.participant]))
    #expect(throws: lost) { try copy.reveal(round, on: &copied, in: context, at: moment) }
    let again = Opening(opening.ballot, salt: "fedcba9876543210fedcba9876543210")
    _ = try copy.cast([again], on: &copied, in: context, at: moment)
    _ = try copy.reveal(round, on: &copied, in: context, at: moment)
    #expect(copied.result(of: round)?.casts.map(\.likelihood) == [4])
  }

  @Test("without its journal the state comes back as facts, seals among them")
  func facts() throws {
    let (workspace, assessment, _) = try begun()
    let bytes = try export(workspace, assessment, journal: false)
    let document = try WorkspaceDocument(bytes)
    let copy = try Workspace.inMemory(replica: document.replica)
    try copy.adopt(document.facts(), by: Signature(at: moment, actor: "import"))
    #expect(try export(copy, copy.load(), journal: false) == bytes)
    #expect(try copy.verify().isSound)
  }
}
