extension EditionMove {
  /// Several parties' moves as one act.
  package static func commands(_ moves: [EditionMove], in assessment: Assessment) -> [Command] {
    var pending = 1
    return moves.flatMap { $0.commands(in: assessment, &pending) }
  }

  /// Everything that carries the move out, in one act: statements are rewritten or made, what pointed at those that
  /// merged points at what they became, and the party's catalogue is exchanged.
  private func commands(in assessment: Assessment, _ pending: inout Int) -> [Command] {
    var orders = Orders(self, assessment, pending)
    defer { pending = orders.pending }
    return orders.all
  }

  /// Statements that are another record's part afterwards.
  package func absorbed(in assessment: Assessment) -> [RecordID] {
    Self.commands([self], in: assessment).compactMap { if case .remove(let id) = $0 { id } else { nil } }
  }

  /// Risks whose residual was accepted together with a control that is another record now: to be accepted again.
  package func acceptancesToRenew(in assessment: Assessment) -> [RecordID] {
    let risks = absorbed(in: assessment).flatMap { assessment[$0, ControlStatement.risks] }
    return Set(risks).filter { assessment.has($0, Risk.residualAcceptedBy) }.sorted()
  }

  private struct Orders {
    private let move: EditionMove
    private let assessment: Assessment
    /// What each older statement became: itself, another, or several.
    private var becomes: [RecordID: [RecordID]] = [:]
    private var taken: Set<RecordID> = []
    private var creations: [Command] = []
    private var rewrites: [Command] = []
    private var copies: [Command] = []
    private(set) var pending: Int

    init(_ move: EditionMove, _ assessment: Assessment, _ pending: Int) {
      self.pending = pending
      self.move = move
      self.assessment = assessment
    }

    var all: [Command] {
      mutating get {
        for landing in move.landings { land(landing) }
        let gone = becomes.keys.filter { !taken.contains($0) }.sorted()
        return creations + rewrites + copies + redirections + gone.map { .remove($0) } + [catalogues]
      }
    }

    private mutating func land(_ landing: Landing) {
      let heir = landing.existing ?? landing.sources.first { !taken.contains($0) }
      let home: RecordID
      if let heir {
        taken.insert(heir)
        home = heir
        rewrites += rewrite(heir, landing.values)
      } else {
        let draft = Draft(.controlStatement, party: move.party, pending: pending, values: landing.values)
        pending += 1
        creations.append(.create(draft))
        home = draft.id
      }
      for source in landing.sources {
        if becomes[source] != nil { copyEvidence(of: source, to: home) }
        becomes[source, default: []].append(home)
      }
    }

    private func rewrite(_ statement: RecordID, _ values: [Slot: Value]) -> [Command] {
      RecordKind.controlStatement.description.fields.compactMap { field in
        let slot = Slot(field.key)
        let (before, after) = (assessment.value(statement, slot), values[slot])
        return before == after ? nil : .set(statement, slot, after)
      }
    }

    /// A piece of evidence belongs to one control: where a control was split, each part gets its own.
    private mutating func copyEvidence(of source: RecordID, to home: RecordID) {
      for evidence in assessment.sources(of: source, via: Evidence.control) {
        var values = Dictionary(
          assessment.values(of: evidence).map { ($0.slot, $0.value) }, uniquingKeysWith: { first, _ in first }
        )
        values[Slot(Evidence.control.key)] = .reference(home)
        copies.append(
          .create(Draft(.evidence, party: assessment.party(of: evidence), pending: pending, values: values)))
        pending += 1
      }
    }

    /// One order for each field that points at a statement which is another now, or several.
    private var redirections: [Command] {
      var fields: [(record: RecordID, slot: Slot, value: Value)] = []
      var seen: Set<Place> = []
      for (old, new) in becomes.sorted(by: { $0.key < $1.key }) where new != [old] {
        for (record, key) in assessment.sources(of: old) {
          for (slot, value) in assessment.values(of: record)
          where slot.key == key && seen.insert(Place(record: record, slot: slot)).inserted {
            fields.append((record, slot, value))
          }
        }
      }
      return fields.compactMap { record, slot, value in
        let after = redirected(value)
        return after == value ? nil : .set(record, slot, after)
      }
    }

    private struct Place: Hashable {
      let record: RecordID
      let slot: Slot
    }

    private func redirected(_ value: Value) -> Value {
      switch value {
      case .reference(let id): return .reference(becomes[id]?.first ?? id)
      case .references(let ids):
        return .references(ids.flatMap { becomes[$0] ?? [$0] }.distinct())
      case .text, .number, .integer, .flag, .day, .choice, .choices, .list, .table: return value
      }
    }

    /// The newer catalogue stands where the older one stood; that one stays only while something is still stated by it.
    private var catalogues: Command {
      let before = assessment[move.party, Party.catalogues]
      let kept = move.staying.isEmpty ? [] : [move.keys.older]
      let after = before.flatMap { key -> [String] in
        if key == move.keys.older { return [move.keys.newer] + kept }
        return key == move.keys.newer ? [] : [key]
      }
      return .set(move.party, Slot(Party.catalogues.key), .list(after))
    }
  }
}
