import Canvas
import Domain

/// Actions on a party's context.
enum ContextActions {
  static let all: [Action] = [
    Action(
      "lay-out-clauses", "lay out clauses 4–10", "箇条4〜10を並べる", keys: [.character("+")], screens: [.context],
      capability: .change, footer: 57, unless: nothingMissing
    ) { layOut(&$0) },
    Action("mark-part", "mark", "印を付ける", keys: [.character(" ")], screens: [.context]) { model in
      mark(&model)
      return []
    },
  ]

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
    guard let row = model.state.current else { return }
    if let record = row.record {
      model.marks.formSymmetricDifference([record])
      var state = model.state
      state.walk(.down, page: 1)
      model.state = state
    } else {
      let part = Set(model.state.rows.filter { $0.tag == row.tag }.compactMap(\.record))
      model.marks = part.isSubset(of: model.marks) ? model.marks.subtracting(part) : model.marks.union(part)
    }
  }
}
