import Catalogues
import Domain

/// An event of the command line, on its way to the commands that carry it out.
struct PhaseOrder {
  let name: PhaseOrderName
  private let subjects: [String]
  private let details: PhaseOrderDetails
  private let source: WorkspaceFile
  private let surroundings: Surroundings

  init(
    _ name: PhaseOrderName, _ subjects: [String], _ details: PhaseOrderDetails, _ source: WorkspaceFile,
    _ surroundings: Surroundings
  ) {
    self.name = name
    self.subjects = subjects
    self.details = details
    self.source = source
    self.surroundings = surroundings
  }

  private var assessment: Assessment { source.assessment }
  private var by: String { details.by ?? surroundings.actor }
  private var reason: String { details.reason ?? "" }

  /// The phase named; nil where the event has none or it is not 1 to 6.
  var phase: Phase? { subjects.first.flatMap { Int($0) }.flatMap(Phase.init(rawValue:)) }

  /// The party it is for: the one named, or the only one there is; nil when there are several.
  func party() throws -> RecordID? {
    if let key = details.party { return try source.party(key) }
    return assessment.soleParticipant
  }

  /// The commands; throws `Failure` when something is not said.
  func commands() throws -> [Command] {
    switch name {
    case .begin: [.phase(.begin(try neededPhase(), party: try neededParty()))]
    case .submit: [.phase(.submit(try neededPhase(), party: try neededParty(), by: by))]
    case .sendBack: [.phase(.sendBack(try neededPhase(), party: try neededParty(), by: by, reason: reason))]
    case .agree: [.phase(.agree(try neededPhase(), party: try neededParty(), by: by))]
    case .reopen: [.phase(.reopen(try neededPhase(), party: try neededParty(), by: by, reason: reason))]
    case .confirm: [.phase(.confirm(try neededPhase(), party: try neededParty(), by: by))]
    case .amend: [.phase(.amend(try neededRecord(0), by: by, reason: reason))]
    case .waive: [.create(try waiver())]
    case .closeCycle: [.phase(try closing())]
    case .join: try joining()
    case .leave:
      [.phase(.leave(party: try neededParty(), on: surroundings.clock.today, reason: reason))]
    }
  }

  // MARK: What must be said

  private func neededPhase() throws -> Phase {
    guard let phase else {
      throw Failure(
        .usage, "\(name.rawValue): which phase? Add its number, 1 to 6",
        "\(name.rawValue): 局面の番号（1〜6）を付けてください")
    }
    return phase
  }

  private func neededParty() throws -> RecordID {
    if let party = try party() { return party }
    let keys = assessment.participants.map(assessment.label(of:)).joined(separator: ", ")
    throw Failure(
      .usage, "\(name.rawValue): for which party? Add --party with one of \(keys)",
      "\(name.rawValue): どの組織ですか。--party に次のいずれかを付けてください: \(keys)")
  }

  private func neededRecord(_ position: Int) throws -> RecordID {
    guard subjects.indices.contains(position) else {
      throw Failure(
        .usage, "\(name.rawValue): which record? Add its label, such as R-12",
        "\(name.rawValue): 記録を R-12 のように指定してください")
    }
    return try source.record(subjects[position])
  }

  private func needed<Value>(_ value: Value?, _ option: String) throws -> Value {
    if let value { return value }
    throw Failure(
      .usage, "\(name.rawValue): needs --\(option)", "\(name.rawValue): --\(option) が必要です")
  }

  // MARK: Events that are more than a step

  private func closing() throws -> PhaseEvent {
    let period = try needed(details.period, "period FROM..TO")
    return .closeCycle(by: by, from: period.from, to: period.to)
  }

  private func waiver() throws -> Draft {
    guard let id = subjects.first?.uppercased(), let rule = GateRules.rule(id) else {
      throw Failure(
        .usage, "waive: which rule? Name one that `kyokumen check` prints, such as R3",
        "waive: 規則を `kyokumen check` の表示どおり（R3 など）に指定してください")
    }
    guard rule.isWaivable else {
      throw Failure(
        .found, "waive: \(id) is among the rules that nobody may waive", "waive: \(id) は例外承認の対象外です")
    }
    let record = subjects.count > 1 ? try neededRecord(1) : nil
    let charged = details.party == nil ? record.flatMap(owner) : nil
    let party = try charged ?? self.party()
    return Draft.waiver(
      of: id, record, party: party,
      reason: try needed(details.reason.flatMap { $0.isEmpty ? nil : $0 }, "reason TEXT"),
      until: try needed(details.until, "until DAY"), by: try approver(for: party))
  }

  /// Who is charged with a record where nobody is named: of a finding whom it is for.
  private func owner(of record: RecordID) -> RecordID? {
    assessment.kind(of: record) == .finding ? assessment.answerer(of: record) : assessment.party(of: record)
  }

  /// The person of top management in whose name a waiver is given.
  private func approver(for party: RecordID?) throws -> String {
    let parties = party.map { [$0] } ?? assessment.participants
    for party in parties {
      let called = assessment.persons(called: by, for: party)
      if let head = assessment[party, Party.topManagement], called.contains(head) {
        return assessment[head, Person.name] ?? by
      }
    }
    let heads = assessment.topManagers(of: parties).compactMap { assessment[$0, Person.name] }
    let list = heads.isEmpty ? "–" : heads.joined(separator: ", ")
    throw Failure(
      .found, "waive: \(by) is not top management (\(list)); name it with --by",
      "waive: \(by) はトップマネジメント（\(list)）ではありません。--by で指定してください")
  }

  /// Who joins, in a role that the scope knows, under a name, and where more than one can take part at all.
  private func joining() throws -> [Command] {
    guard let text = subjects.first, let wanted = PartyArgument(argument: text) else {
      throw Failure(
        .usage, "join: who, in which role? Write csp:\"The Data Centre\"",
        "join: 役割と名称を csp:\"例示データセンター\" のように書いてください")
    }
    let scope = assessment.scope
    guard wanted.role.scope == scope else { throw NewWorkspaceError.wrongRole(wanted.role, scope) }
    guard !wanted.name.isEmpty else { throw NewWorkspaceError.emptyName(wanted.role) }
    let count = assessment.count(.party)
    guard scope != .singleOrganization || count == 0 else {
      throw NewWorkspaceError.tooManyParties(count + 1)
    }
    let newcomer = Newcomer(
      wanted.name, wanted.role.role, details.participation ?? .present, partner: try partner(scope))
    return assessment.commands(joining: newcomer, by: by)
  }

  /// The other side of the agreement that a newcomer comes with; nil where it comes with none.
  private func partner(_ scope: Scope) throws -> RecordID? {
    guard let key = details.partner else { return nil }
    guard scope == .cloud else { throw NewWorkspaceError.agreementOutsideCloud(scope) }
    let partner = try source.party(key)
    guard assessment.participates(partner) else {
      throw Failure(
        .found, "join: \(key) does not take part", "join: \(key) はアセスメントに参加していません")
    }
    return partner
  }
}
