import Domain
import Interface
import Testing

@Suite("Sentences")
struct SentenceTests {
  let world: SampleWorld

  init() throws { world = try SampleWorld() }

  private var refusals: [Refusal] {
    let owner = Risk.owner.field
    return [
      .readOnly, .noSuchRecord(world.risk), .noSuchRecord(RecordID(replica: 9, number: 9)),
      .noSuchField(.risk, "x"), .notAllowed(Risk.treatment.field, .choices(["x"])),
      .notAllowed(Risk.likelihood.field, .integer(9)), .wrongTarget(Risk.objective.field, world.risk),
      .cycle(world.objective, Objective.parent.field),
      .locked(world.risk, owner, party: world.csp, phase: .riskManagement, state: .agreed),
      .locked(world.assessment.ids(.agreement)[0], owner, party: world.csp, phase: .agreement, state: .stale),
      .locked(RecordID(replica: 9, number: 9), owner, party: world.csp, phase: .controls, state: .agreed),
      .pointedAt(world.objective, by: world.assessment.ids(.person) + [world.risk, world.csp]),
      .partyNeeded(.risk), .jointOnly(.agreement), .duplicate(.controlStatement, of: world.risk),
      .changedSince(world.risk, owner), .nothingToUndo, .nothingToRedo,
      .notUndoable(.agree, phase: .riskManagement),
    ] + phaseRefusals.map(Refusal.phase) + estimateRefusals.map(Refusal.estimate)
  }

  private var estimateRefusals: [EstimateRefusal] {
    let round = RecordID(replica: 9, number: 9)
    return [
      .revealed(round), .revealStands(round), .offScale(round, .likelihood, step: 9, highest: 5),
      .offScale(round, .consequence, step: 0, highest: 3), .castOnly(Estimate.likelihood.field),
      .castStays(round), .nothingCast(round), .unopened(round, participants: [world.risk, world.csp]),
      .openRound(round, risk: world.risk), .noCriteria, .notRevealed(round), .weakSalt,
    ]
  }

  private var phaseRefusals: [PhaseRefusal] {
    let finding = GateFinding(
      rule: "R3", severity: .blocker, phase: .riskManagement, party: world.csp, record: world.risk,
      words: Words("has no risk owner", "リスク所有者がない"))
    let states = PhaseState.allCases.map {
      PhaseRefusal(.submit, phase: .riskManagement, party: world.csp, .state, state: $0)
    }
    return states
      + PhaseRefusal.Guard.allCases.flatMap { guardName in
        [
          PhaseRefusal(
            .agree, phase: .riskManagement, party: world.csp, guardName, state: .inProgress,
            findings: Array(repeating: finding, count: 5), records: [world.csc, world.risk]),
          PhaseRefusal(.closeCycle, phase: nil, party: nil, guardName),
        ]
      }
  }

  private var problems: [FieldProblem] {
    let words = [Words("modify", "低減（修正）"), Words("retain", "保有")]
    return [
      .notANumber("x"), .notAnInteger("x"), .notADay("x"), .notAFlag("x"), .notATarget("x"),
      .unknownChoice("x", options: words), .ambiguousChoice("x", options: words),
      .offScale("x", steps: words),
      .offScale("x", steps: []), .lossOffScale("x", steps: words), .notALoss("x", properties: []),
      .unknownRecord("x", kinds: [.person]), .unknownRecord("x", kinds: RecordKind.allCases),
      .wrongKind("R-1", .risk, kinds: [.objective, .agreement]),
      .ambiguousRecord("x", candidates: ["PE-1 佐藤", "PE-2 田中"]), .personNeedsParty("佐藤"),
      .unknownParty("x", known: ["csc", "csp"]),
    ]
  }

  private var faults: [EntryFault] {
    let field = Risk.owner.field.words
    return [
      .nothingAfter("担当:", field), .twice(field), .noTitle(field), .noParty(.risk),
      .belongsToAll(.agreement),
      .whoseAnswer(field), .unknownControl("99.9", party: "例示データセンター"), .noCatalogues(party: "例示データセンター"),
      .alreadyThere(.controlStatement, label: "C-csp-8.13"),
    ] + problems.map { .field(field, $0) } + problems.map { .party($0) }
  }

  private var changes: [Change] {
    let step = PhaseStep(
      party: world.csp, phase: .riskManagement, event: .agree, from: .inReview, to: .agreed, by: "佐藤",
      reason: "確認済")
    return [
      .created(world.risk, kind: .risk, number: 1, party: world.csp), .removed(world.risk),
      .created(world.risk, kind: .agreement, number: 1, party: nil), .phase(step),
      .set(world.risk, Slot(Risk.owner.key), before: nil, after: .reference(world.sato)),
      .set(world.risk, Slot(Risk.likelihood.key), before: .integer(2), after: .integer(4)),
      .set(world.risk, Slot(Risk.acknowledged.key, party: world.csc), before: nil, after: .flag(true)),
    ]
  }

  /// Latin words that a Japanese sentence may hold: names of keys and codes.
  private static let codes: Set<String> = ["tab", "ciso", "csc", "csp", "annex"]

  private func check(_ english: String, _ japanese: String) {
    for text in [english, japanese] {
      #expect(!text.isEmpty)
      #expect(text.first?.isWhitespace == false && text.last?.isWhitespace == false, "\(text)")
      #expect(!text.contains("  ") && !text.contains("Optional(") && !text.contains("?-"), "\(text)")
    }
    #expect(english.unicodeScalars.contains { $0.properties.isAlphabetic && $0.isASCII }, "\(english)")
    #expect(japanese.unicodeScalars.contains { $0.value >= 0x3040 }, "\(japanese)")
    let latin = japanese.split { !($0.isASCII && $0.isLetter) }.map { $0.lowercased() }
    for word in latin where word.count >= 3 { #expect(Self.codes.contains(word), "\(word) in \(japanese)") }
  }

  @Test("every refusal says what, where and what to do, in both languages")
  func refusalsSpeak() {
    for refusal in refusals {
      let english = Sentence.refusal(refusal, world.assessment, .english)
      let japanese = Sentence.refusal(refusal, world.assessment, .japanese)
      check(english, japanese)
      #expect(english.hasSuffix(".") || english.contains(": "), "\(english)")
    }
  }

  @Test("every problem of a field or a line says what to type instead")
  func problemsSpeak() {
    for fault in faults { check(fault.words[.english], fault.words[.japanese]) }
  }

  @Test("every change is a line of history")
  func changesSpeak() {
    for change in changes {
      check(
        Sentence.change(change, world.assessment, .english),
        Sentence.change(change, world.assessment, .japanese))
    }
    let owner = Change.set(world.risk, Slot(Risk.owner.key), before: nil, after: .reference(world.sato))
    #expect(Sentence.change(owner, world.assessment, .japanese) == "リスク所有者 （空欄） → 佐藤")
    let likelihood = Change.set(
      world.risk, Slot(Risk.likelihood.key), before: .integer(2), after: .integer(4))
    #expect(Sentence.change(likelihood, world.assessment, .english) == "Likelihood 2 unlikely → 4 likely")
  }

  @Test("a locked field names record, field, party, phase and the key that opens it")
  func locked() {
    let refusal = Refusal.locked(
      world.risk, Risk.owner.field, party: world.csp, phase: .riskManagement, state: .agreed)
    #expect(
      Sentence.refusal(refusal, world.assessment, .japanese)
        == "R-1 のリスク所有者は変更できません。例示データセンターの局面4「リスクマネジメントの実施」が合意済です。< で再開できます。")
    #expect(
      Sentence.refusal(refusal, world.assessment, .english)
        == "R-1, Risk owner, cannot be changed: 例示データセンター has phase 4 (Risk management) agreed. < reopens it."
    )
  }

  @Test("a record that an agreed phase keeps out is told by its kind, a party's field without a gap")
  func keptOut() {
    let nobody = RecordID(replica: 9, number: 9)
    let refusal = Refusal.locked(
      nobody, Issue.text.field, party: world.csp, phase: .agreement, state: .agreed)
    let japanese = Sentence.refusal(refusal, world.assessment, .japanese)
    #expect(japanese.contains("が合意済のため、課題を追加できません。"))
    #expect(Sentence.refusal(refusal, world.assessment, .english).hasPrefix("Issue cannot be added: "))
    let field = Refusal.locked(
      world.csp, Party.climateDecision.field, party: world.csp, phase: .agreement, state: .agreed)
    #expect(Sentence.refusal(field, world.assessment, .japanese).hasPrefix("例示データセンターの気候変動"))
  }

  @Test("counts agree with their nouns", arguments: RecordKind.allCases)
  func counts(_ kind: RecordKind) {
    #expect(Sentence.count(3, kind, .japanese) == kind.description.words.ja + " 3件")
    #expect(Sentence.count(1, kind, .english) == "1 " + kind.description.words.en.lowercased())
    let several = Sentence.count(2, kind, .english)
    #expect(
      several.hasSuffix("s") || several.contains("s of ") || several.hasSuffix("criteria")
        || kind == .evidence || kind == .person)
  }
}
