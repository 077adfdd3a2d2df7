/// Whom a fault is charged to.
enum GateCharge: Hashable, Sendable {
  /// The party of the record looked at; joint records charge all together.
  case owner
  /// All together.
  case joint
  case party(RecordID)
}

/// What a rule found at one record or party, before waivers. A hundred thousand may be counted for one that is
/// read, so the sentence is made when it is asked for.
struct GateFault {
  let words: () -> Words
  let charge: GateCharge
  /// Nil where the rule is about a record: that one.
  let record: RecordID?
  /// Nil for the rule's own.
  let severity: Severity?
  /// Nil for the rule's first.
  let phase: Phase?

  init(
    _ en: @autoclosure @escaping () -> String, _ ja: @autoclosure @escaping () -> String,
    charge: GateCharge = .owner, record: RecordID? = nil, severity: Severity? = nil, phase: Phase? = nil
  ) {
    self.init(Words(en(), ja()), charge: charge, record: record, severity: severity, phase: phase)
  }

  init(
    _ words: @autoclosure @escaping () -> Words, charge: GateCharge = .owner, record: RecordID? = nil,
    severity: Severity? = nil, phase: Phase? = nil
  ) {
    self.words = words
    self.charge = charge
    self.record = record
    self.severity = severity
    self.phase = phase
  }
}

/// One condition of agreement (合意条件), as data: what it asks, of whom, and how to find who does not meet it.
package struct GateRule: Sendable {
  /// A letter for the phase and a number, as in the domain's table: `R3`.
  package let id: String
  /// The phases at whose gate its findings stand; mostly one.
  package let phases: [Phase]
  package let scopes: Set<Scope>
  /// Scopes in which its findings only warn.
  package let warnsIn: Set<Scope>
  /// Whether top management may let one of its findings pass for a time.
  package let isWaivable: Bool
  /// What it asks, in one sentence.
  package let words: Words
  /// It looks at who did what with the phases, so that a phase event may change its findings.
  let readsPhases: Bool
  /// It looks at what was found of evidence files, so that another look may change its findings.
  private(set) var readsFiles = false
  /// Kinds whose records it reads of other parties, too, where it is about each party.
  private(set) var readsOfOthers: Set<RecordKind> = []
  let check: GateCheck

  /// The same rule, which also looks at what was found of files.
  func readingFiles() -> GateRule {
    var rule = self
    rule.readsFiles = true
    return rule
  }

  /// The same rule, which also looks at records of these kinds that are another party's.
  func readingOfOthers(_ kinds: Set<RecordKind>) -> GateRule {
    var rule = self
    rule.readsOfOthers = kinds
    return rule
  }

  /// What its findings weigh in a scope unless one says otherwise.
  package func severity(in scope: Scope) -> Severity { warnsIn.contains(scope) ? .warning : .blocker }
}

/// How a rule looks; what it reads tells the index when it must look again.
enum GateCheck: Sendable {
  /// At each record of some kinds.
  case records(GateReach, @Sendable (RecordID, GateContext) -> [GateFault])
  /// At each party that takes part; faults follow from the party's own records and joint ones of these kinds.
  case parties(Set<RecordKind>, @Sendable (RecordID, GateContext) -> [GateFault])
  /// At the whole; faults follow from records of these kinds.
  case whole(Set<RecordKind>, @Sendable (GateContext) -> [GateFault])
}

/// What a rule about records looks at besides the record itself.
struct GateReach: Sendable {
  let kinds: [RecordKind]
  /// Kinds whose records matter when a link joins them to the record, in either direction.
  let near: Set<RecordKind>
  /// Kinds of which any record may matter.
  let far: Set<RecordKind>
  /// Some faults are charged to others than the record's party.
  let chargesOthers: Bool
}

extension Set<Scope> {
  static let everywhere: Set<Scope> = [.singleOrganization, .cloud, .cyberspace]
  static let between: Set<Scope> = [.cloud, .cyberspace]
}

extension GateRule {
  /// A rule about records of some kinds.
  static func records(
    _ id: String, _ phases: [Phase], in scopes: Set<Scope> = .everywhere, warnsIn: Set<Scope> = [],
    waivable: Bool = true, of kinds: [RecordKind], near: Set<RecordKind> = [], far: Set<RecordKind> = [],
    chargesOthers: Bool = false, _ words: Words,
    _ check: @escaping @Sendable (RecordID, GateContext) -> [GateFault]
  ) -> GateRule {
    let reach = GateReach(kinds: kinds, near: near, far: far, chargesOthers: chargesOthers)
    return GateRule(
      id: id, phases: phases, scopes: scopes, warnsIn: warnsIn, isWaivable: waivable, words: words,
      readsPhases: false, check: .records(reach, check))
  }

  /// A rule about each party; its faults are the party's unless charged otherwise.
  static func parties(
    _ id: String, _ phases: [Phase], in scopes: Set<Scope> = .everywhere, warnsIn: Set<Scope> = [],
    waivable: Bool = true, reads: Set<RecordKind>, readsPhases: Bool = false, _ words: Words,
    _ check: @escaping @Sendable (RecordID, GateContext) -> [GateFault]
  ) -> GateRule {
    GateRule(
      id: id, phases: phases, scopes: scopes, warnsIn: warnsIn, isWaivable: waivable, words: words,
      readsPhases: readsPhases, check: .parties(reads, check))
  }

  /// A rule about the assessment as a whole; its faults are charged one by one.
  static func whole(
    _ id: String, _ phases: [Phase], in scopes: Set<Scope> = .everywhere, warnsIn: Set<Scope> = [],
    waivable: Bool = true, reads: Set<RecordKind>, _ words: Words,
    _ check: @escaping @Sendable (GateContext) -> [GateFault]
  ) -> GateRule {
    GateRule(
      id: id, phases: phases, scopes: scopes, warnsIn: warnsIn, isWaivable: waivable, words: words,
      readsPhases: false, check: .whole(reads, check))
  }
}
