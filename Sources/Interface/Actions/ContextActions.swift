import Canvas
import Domain

/// Actions on a party's context.
enum ContextActions {
  static let all: [Action] = outside + inside

  private static let here: [ScreenID] = [.context]

  private static let outside: [Action] = [
    Action(
      "add-person", "add a person here", "ここに人を追加", keys: [.character("a")], screens: here,
      capability: .change, footer: 12, unless: notOnChart
    ) { model in
      guard let birth = personBirth(model) else { return [] }
      model.layers.append(EntryLayer(birth, model))
      return []
    },
    Action(
      "top-management", "make top management", "トップマネジメントにする", keys: [.character("T")], screens: here,
      capability: .change, footer: 16, unless: noPerson
    ) { name($0, Party.topManagement) },
    Action(
      "ciso", "make CISO", "CISO にする", keys: [.character("C")], screens: here, capability: .change,
      footer: 18,
      unless: noPerson
    ) { name($0, Party.ciso) },
    Action(
      "climate", "climate change: relevant or not", "気候変動: 関連する・しない", keys: [.character("K")],
      screens: here, capability: .change, footer: 14, unless: notOnIssues
    ) { decideClimate($0) },
    Action(
      "lay-out-clauses", "lay out clauses 4–10", "箇条4〜10を並べる", keys: [.character("+")], screens: here,
      capability: .change, footer: 57, unless: nothingMissing
    ) { layOut(&$0) },
    Action("mark-part", "mark", "印を付ける", keys: [.character(" ")], screens: here) { model in
      mark(&model)
      return []
    },
    TreeActions.turn(
      "fold-chart", "fold", "たたむ", [.left, .character("h")], .left, here, footer: 30, unless: notOnChart),
    TreeActions.turn(
      "unfold-chart", "unfold", "開く", [.right, .character("l")], .right, here, footer: 31,
      unless: notOnChart),
  ]

  // MARK: Chart

  private static func part(_ model: Model) -> ContextScreen.Part? {
    model.state.current.flatMap { ContextScreen.Tag($0.tag)?.part }
  }

  @Sendable private static func notOnChart(_ model: Model) -> Words? {
    part(model) == .chart && model.pane == .main
      ? nil : Words("Put the cursor on the organisation chart.", "組織図の行を選んでください。")
  }

  /// In the unit under the cursor; on a person in that one's.
  private static func personBirth(_ model: Model) -> Birth? {
    // With all parties in view the line says whose the person is.
    guard let record = model.current else { return Birth(.person, party: model.party) }
    let assessment = model.assessment
    switch assessment.kind(of: record) {
    case .person: return ContextChart.person(besides: record, assessment)
    case .organizationalUnit:
      return Birth(
        .person, party: assessment.party(of: record), defaults: [Slot(Person.unit.key): .reference(record)])
    default: return Birth(.person, party: record)
    }
  }

  @Sendable private static func noPerson(_ model: Model) -> Words? {
    persons(model).isEmpty ? Words("Put the cursor on a person.", "人の行を選んでください。") : nil
  }

  private static func persons(_ model: Model) -> [RecordID] {
    model.chosen.filter { model.assessment.kind(of: $0) == .person }
  }

  /// Each chosen person for the party it belongs to.
  private static func name(_ model: Model, _ attribute: Attribute<RecordID>) -> [Effect] {
    let commands = persons(model).compactMap { person in
      model.assessment.party(of: person).map { Command.set($0, Slot(attribute.key), .reference(person)) }
    }
    return [.perform(commands, .action)]
  }

  // MARK: Issues

  @Sendable private static func notOnIssues(_ model: Model) -> Words? {
    if model.party == nil { return UI.choosePartyFirst }
    return part(model) == .issues ? nil : Words("Put the cursor on the issues.", "課題の行を選んでください。")
  }

  /// From no decision to relevant, from there to not relevant, and back.
  private static func decideClimate(_ model: Model) -> [Effect] {
    guard let party = model.party else { return [] }
    let next: ClimateDecision =
      model.assessment[party, Party.climateDecision] == .relevant ? .notRelevant : .relevant
    return [.perform([.set(party, Slot(Party.climateDecision.key), .choice(next.rawValue))], .action)]
  }

  // MARK: Clauses

  @Sendable private static func nothingMissing(_ model: Model) -> Words? {
    guard let party = model.party else { return UI.choosePartyFirst }
    return missing(of: party, model).isEmpty ? Words("Every clause is there.", "全ての箇条があります。") : nil
  }

  /// Clauses that the party has no line for.
  private static func missing(of party: RecordID, _ model: Model) -> [Clause] {
    let known = Set(
      model.assessment.ids(.clauseConformity, of: party)
        .compactMap { model.assessment[$0, ClauseConformity.clause] })
    return model.context.catalogues.clauses.leaves.filter { !known.contains($0.number) }
  }

  /// A line for every clause the party has none for, so that they can be marked and judged together.
  private static func layOut(_ model: inout Model) -> [Effect] {
    guard let party = model.party else { return [] }
    let commands = missing(of: party, model).enumerated().map { index, clause in
      var draft = Draft(.clauseConformity, party: party, pending: index + 1)
      draft.set(ClauseConformity.clause, clause.number)
      draft.set(ClauseConformity.state, .notAssessed)
      return Command.create(draft)
    }
    return [.perform(commands, .action)]
  }

  /// A heading marks all of its part, or when all are marked none.
  private static func mark(_ model: inout Model) {
    guard let row = model.state.current, let part = ContextScreen.Tag(row.tag)?.part else { return }
    if let record = row.record {
      model.marks.formSymmetricDifference([record])
      var state = model.state
      state.walk(.down, page: 1)
      model.state = state
    } else {
      let all = Set(
        model.state.rows.filter { ContextScreen.Tag($0.tag)?.part == part }.compactMap(\.record))
      model.marks = all.isSubset(of: model.marks) ? model.marks.subtracting(all) : model.marks.union(all)
    }
  }

  // MARK: Cell mode

  /// A digit judges the clause under the cursor, or all marked ones, and goes on to the next.
  private static let inside: [Action] =
    Conformity.allCases.enumerated().map { index, state in
      Action(
        "conformity-\(index + 1)", state.words.en, state.words.ja,
        keys: [.character(Character(String(index + 1)))], screens: here, capability: .change,
        footer: 10 + index,
        inCell: true
      ) { judge(&$0, state) }
    } + [
      Action(
        "clause-form", "note, by form", "備考（フォーム）", keys: [.character("e")], screens: here,
        capability: .change, footer: 20, inCell: true
      ) { RecordActions.edit(&$0) },
      Action(
        "leave-clauses", "leave the line", "欄を出る", keys: [.escape, .enter], screens: here, footer: 90,
        inCell: true
      ) { model in
        model.state.inCell = false
        return []
      },
    ]

  private static func judge(_ model: inout Model, _ state: Conformity) -> [Effect] {
    let clauses = model.chosen.filter { model.assessment.kind(of: $0) == .clauseConformity }
    guard !clauses.isEmpty else { return [] }
    if model.marks.isEmpty { moveOn(&model) }
    return [
      .perform(
        clauses.map { .set($0, Slot(ClauseConformity.state.key), .choice(state.rawValue)) }, .action)
    ]
  }

  /// Not beyond the last clause.
  private static func moveOn(_ model: inout Model) {
    var state = model.state
    state.walk(.down, page: 1)
    if let row = state.current, row.record.map(model.assessment.kind(of:)) == .clauseConformity {
      model.state = state
    }
  }
}
