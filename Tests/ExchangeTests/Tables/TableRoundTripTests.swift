import Catalogues
import Domain
import Exchange
import Interface
import Testing

@Suite("Tables out and in again")
struct TableRoundTripTests {
  @Test(
    "what was written out changes nothing when it comes in again",
    arguments: WorkedCase.allCases, Language.allCases)
  func unchanged(_ worked: WorkedCase, _ language: Language) throws {
    let assessment = try TableDesk.built(worked, language)
    for tables in [
      try TableDesk.csv(assessment, language), try TableDesk.workbook(assessment, language),
    ] {
      let read = TableImport(tables, ImportOrder(), assessment, TableDesk.context)
      #expect(read.faults.isEmpty, "\(read.told)")
      #expect(read.commands.isEmpty && read.newCount == 0 && read.changedCount == 0)
      #expect(
        read.sameCount
          == RecordTable.allCases.reduce(0) {
            $0 + $1.sheet(assessment, TableDesk.context, language).rows.count
          })
    }
  }

  @Test("random workspaces, whatever stands in their texts", arguments: UInt64(0)..<4)
  func random(_ seed: UInt64) throws {
    var assessment = RandomAssessment(seed: seed).assessment
    for (place, party) in assessment.ids(.party).enumerated() {
      let slot = Slot(Party.partyKey.key)
      assessment.apply(
        .set(party, slot, before: assessment.value(party, slot), after: .text("p\(place)")))
    }
    let language: Language = seed % 2 == 0 ? .english : .japanese
    for table in RecordTable.allCases {
      let sheet = table.sheet(assessment, TableDesk.context, language)
      guard !sheet.rows.isEmpty else { continue }
      for tables in [
        try TableFile.tables(
          table.csv(assessment, TableDesk.context, language), named: table.rawValue),
        try TableFile.tables(TableDesk.bytes([sheet]), named: "book"),
      ] {
        let read = TableImport(tables, ImportOrder(kind: table.kind), assessment, TableDesk.context)
        #expect(read.faults.isEmpty, "seed \(seed) \(table): \(read.told)")
        #expect(read.commands.isEmpty, "seed \(seed) \(table): \(read.commands.prefix(3))")
        #expect(read.sameCount == sheet.rows.count, "seed \(seed) \(table)")
      }
    }
  }

  /// What follows by rule from other fields or is in no table, the names of records, and losses, which are read in the order of their
  /// properties.
  private static let kept: Set<FieldKey> = [
    PolicyDocument.status.key, PolicyDocument.approvedVersion.key, Commitment.kind.key, Commitment.text.key,
    ControlStatement.control.key, ControlStatement.catalogue.key, ControlStatement.risks.key, Risk.loss.key,
    Risk.acceptedDigest.key, Risk.residualAcceptedDigest.key,
  ]

  @Test("fields that were lost come back from the tables, byte by byte", arguments: UInt64(0)..<6)
  func restored(_ seed: UInt64) throws {
    var chance = SeededChance(seed)
    let worked = WorkedCase.allCases[Int(seed) % WorkedCase.allCases.count]
    let whole = TableDesk.copy(try TableDesk.built(worked))
    var lost = 0
    let worn = TableDesk.copy(whole) { id, slot, _ in
      guard let kind = whole.kind(of: id), RecordTable.allCases.contains(where: { $0.kind == kind }),
        kind.description.title.key != slot.key, !Self.kept.contains(slot.key),
        Int.random(in: 0..<3, using: &chance) == 0
      else { return true }
      lost += 1
      return false
    }
    #expect(lost > 20)
    let tables = seed < 3 ? try TableDesk.csv(whole, .japanese) : try TableDesk.workbook(whole, .english)
    let read = TableImport(tables, ImportOrder(), worn, TableDesk.context)
    #expect(read.faults.isEmpty, "seed \(seed): \(read.told)")
    var mended = worn
    _ = try mended.perform(read.commands, in: TableDesk.context)
    for (before, after) in zip(TableDesk.cells(whole), TableDesk.cells(mended)) {
      expectSame(before, after, seed)
    }
    let again = TableImport(tables, ImportOrder(), mended, TableDesk.context)
    #expect(again.commands.isEmpty && again.faults.isEmpty, "seed \(seed): \(again.told)")
  }

  @Test("records that are not there come in whole, with the links among them", arguments: WorkedCase.allCases)
  func fresh(_ worked: WorkedCase) throws {
    let tables: [RecordTable] = [.policies, .objectives, .statementOfApplicability, .register]
    let rest: Set<RecordKind> = [
      .policyDocument, .objective, .controlStatement, .risk, .objectivePair, .chainStep, .riskChain,
      .evidence,
      .reading, .finding, .correctiveAction, .disclosure, .comment, .estimateRound, .estimate, .walkStop,
      .walk,
      .decision, .actionItem, .parkingItem, .agendaItem, .waiver, .integrationCell, .managementReview, .audit,
    ]
    let whole = TableDesk.copy(try TableDesk.built(worked))
    var bare = TableDesk.copy(whole, without: rest)
    let read = TableImport(
      try TableDesk.workbook(whole, .english, tables), ImportOrder(), bare, TableDesk.context)
    #expect(read.faults.isEmpty, "\(read.told)")
    _ = try bare.perform(read.commands, in: TableDesk.context)
    for table in tables { #expect(bare.count(table.kind) == whole.count(table.kind), "\(table)") }
    let again = TableImport(
      try TableDesk.workbook(bare, .english, tables), ImportOrder(), bare, TableDesk.context)
    #expect(again.commands.isEmpty && again.faults.isEmpty, "\(again.told)")
    let objectives = zip(
      RecordTable.objectives.sheet(whole, TableDesk.context, .english).rows,
      RecordTable.objectives.sheet(bare, TableDesk.context, .english).rows)
    let parent = try #require(
      RecordTable.objectives.sheet(whole, TableDesk.context, .english).heads.firstIndex(of: "Under"))
    for (before, after) in objectives {
      #expect((before[parent] == .empty) == (after[parent] == .empty), "\(before[0].text)")
    }
  }

  @Test("an acceptance of what the risk was before does not hold again where it comes in, and that is told")
  func staleAcceptance() throws {
    var whole = TableDesk.copy(try TableDesk.built(.cloud, .english))
    let owned = whole.ids(.risk).filter { whole.has($0, Risk.owner) && whole.standing(of: $0) != nil }
    let (stale, held) = (try #require(owned.first), try #require(owned.dropFirst().first))
    for risk in [stale, held] {
      let head = try #require(whole.party(of: risk).flatMap { whole[$0, Party.topManagement] })
      _ = try whole.perform(
        [.set(risk, Slot(Risk.acceptedBy.key), .reference(head))], in: TableDesk.context)
    }
    _ = try whole.perform([.set(stale, Slot(Risk.event.key), .text("All keys leak"))], in: TableDesk.context)
    let today = TableDesk.today
    #expect(whole.acceptance(of: stale, .present, today: today) == .changed)
    #expect(whole.acceptance(of: held, .present, today: today) == .inForce)
    for tables in [
      try TableDesk.csv(whole, .japanese, [.register]), try TableDesk.workbook(whole, .english, [.register]),
    ] {
      let lost: Set<FieldKey> = [Risk.acceptedBy.key, Risk.acceptedOn.key, Risk.acceptedUntil.key]
      var bare = TableDesk.copy(whole) { id, slot, _ in
        !lost.contains(slot.key) || (id != stale && id != held)
      }
      let read = TableImport(tables, ImportOrder(), bare, TableDesk.context)
      #expect(read.faults.isEmpty, "\(read.told)")
      #expect(read.remarks == [ImportWords.staleAcceptances(1)])
      _ = try bare.perform(read.commands, in: TableDesk.context)
      #expect(bare.acceptance(of: stale, .present, today: today) == .missing)
      #expect(bare.acceptance(of: held, .present, today: today) == .inForce)
    }
    // Where it stands it stays as it is.
    let same = TableImport(
      try TableDesk.csv(whole, .english, [.register]), ImportOrder(), whole, TableDesk.context)
    #expect(same.commands.isEmpty && same.remarks.isEmpty)
  }

  private func expectSame(_ before: [UInt8], _ after: [UInt8], _ seed: UInt64) {
    guard before != after else { return }
    let (one, other) = (String(decoding: before, as: UTF8.self), String(decoding: after, as: UTF8.self))
    let difference = zip(one.split(separator: "\r\n"), other.split(separator: "\r\n")).first { $0 != $1 }
    Issue.record("seed \(seed): \(difference.map { "\($0.0)\n\($0.1)" } ?? "length")")
  }
}
