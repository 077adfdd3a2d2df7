package import Domain

/// The gates' findings, kept from change to change, and arranged once per party and phase, so that a frame never
/// runs a gate.
package struct GateCache: Sendable {
  private var index: GateIndex?
  private var arranged: [PhaseTable.Key: [GateFinding]] = [:]
  /// What the gate pane shows, and for which screen and party it was put together.
  fileprivate var shown: (key: ShownKey, findings: [GateFinding])?

  fileprivate struct ShownKey: Hashable, Sendable {
    let phase: Phase?
    let party: RecordID?
  }

  /// So many findings of one gate are listed; what is beyond is counted.
  package static let depth = 500

  package init() {}

  /// How many findings there are at a gate; nil until a gate was looked at.
  package func tally(_ party: RecordID, _ phase: Phase) -> GateTally? {
    index?.tally(party: party, phase: phase)
  }

  package func findings(_ party: RecordID, _ phase: Phase) -> [GateFinding]? {
    arranged[PhaseTable.Key(party, phase)]
  }

  /// Looks again at what an act may have changed.
  mutating func update(after changes: [Change], in assessment: Assessment, _ context: Context) {
    index?.update(after: changes, in: assessment, context)
    arranged = [:]
    shown = nil
  }

  /// Arranges the findings of gates.
  mutating func prepare(_ gates: [PhaseTable.Key], in assessment: Assessment, _ context: Context) {
    let index = self.index ?? GateIndex(assessment, context)
    self.index = index
    arranged.merge(index.findings(at: gates, in: assessment, context, limit: Self.depth)) { _, new in new }
  }
}

extension Model {
  /// What stands between a party's phase and its agreement, found once per change.
  package func findings(_ party: RecordID, _ phase: Phase) -> [GateFinding] {
    gates.findings(party, phase) ?? assessment.gateFindings(party: party, phase: phase, context)
  }

  /// The findings the gate pane shows: of the phase in front, or on screens across phases of all phases begun,
  /// for the party shown or all of them.
  package var shownFindings: [GateFinding] {
    if let shown = gates.shown, shown.key == shownKey { return shown.findings }
    return putTogether()
  }

  private var shownKey: GateCache.ShownKey { GateCache.ShownKey(phase: screen.phase, party: party) }

  private func putTogether() -> [GateFinding] {
    let parties = party.map { [$0] } ?? assessment.participants
    let phases = screen.phase.map { [$0] } ?? Phase.allCases
    var seen: Set<GateFinding> = []
    let all = parties.flatMap { party in
      phases.filter { screen.phase != nil || assessment.phases[party, $0] != .notStarted }
        .flatMap { findings(party, $0) }
    }.filter { seen.insert($0).inserted }
    // Across phases what blocks comes first; within one phase the gate has already put it there.
    guard screen.phase == nil else { return all }
    return Severity.allCases.flatMap { severity in all.filter { $0.severity == severity } }
  }

  /// Whether there are more findings than are listed.
  var shownFindingsAreCut: Bool {
    (party.map { [$0] } ?? assessment.participants).contains { party in
      (screen.phase.map { [$0] } ?? Phase.allCases).contains {
        (gates.tally(party, $0)?.total ?? 0) > GateCache.depth
      }
    }
  }

  /// Takes in what was found of evidence files: gates and lines follow.
  mutating func takeIn(_ found: [String: EvidenceFiles.Reading]) {
    let before = context.files
    context.files.note(found)
    if context.files != before { gates.update(after: [], in: assessment, context) }
    if tellsOfEvidence { notice = evidenceNotice }
    tellsOfEvidence = false
  }

  /// What came of looking at all evidence files again.
  private var evidenceNotice: Notice {
    let kept = assessment.ids(.evidence).filter { assessment.has($0, Evidence.digest) }
    let broken = kept.filter { assessment.state(ofEvidence: $0, context.files).isBroken }
    guard !broken.isEmpty else {
      let words = Words("All \(kept.count) files are as taken.", "\(kept.count) 件のファイルは全て取得時のままです。")
      return Notice(say(words), .success)
    }
    let named = broken.prefix(3).map { evidence in
      let control = assessment[evidence, Evidence.control].map { assessment.label(of: $0) + " " } ?? ""
      return control + assessment.label(of: evidence) + " " + say(EvidenceLook(evidence, self).words)
    }.joined(separator: say(Words(", ", "、")))
    let more = broken.count > 3 ? " +\(broken.count - 3)" : ""
    return Notice(
      say(
        Words(
          "\(broken.count) of \(kept.count) files are not as taken: \(named)\(more)",
          "\(kept.count) 件中 \(broken.count) 件が取得時と異なります: \(named)\(more)")), .warning)
  }

  /// Catalogues came to the shelf or left it: what gates and lines say of controls is found anew.
  mutating func shelfChanged() {
    gates = GateCache()
    for id in Array(states.keys) { states[id]?.isStale = true }
  }

  /// Finds what the frame to come needs to know of the gates.
  mutating func prepareGates() {
    let phases = screen.phase.map { [$0] } ?? Phase.allCases
    let shown = screen == .overview ? nil : party
    let parties = shown.map { assessment.participates($0) ? [$0] : [] } ?? partyStanding.participants
    var missing: [PhaseTable.Key] = []
    for party in parties {
      for phase in phases where screen.phase != nil || assessment.phases[party, phase] != .notStarted {
        if gates.findings(party, phase) == nil { missing.append(PhaseTable.Key(party, phase)) }
      }
    }
    if !missing.isEmpty { gates.prepare(missing, in: assessment, context) }
    if gates.shown?.key != shownKey { gates.shown = (shownKey, putTogether()) }
  }
}
