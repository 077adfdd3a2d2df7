/// What the objectives right below another one come to together.
package struct RollUp: Hashable, Sendable {
  package let children: [RecordID]
  /// How many of them stand how.
  package let counts: [AchievementStatus: Int]
  /// Their values added; nil where not all of them count the same thing over the period as the one above.
  package let sum: Double?
}

/// What part of the objective above a child makes up.
package struct ShareOfParent: Hashable, Sendable {
  package let parent: RecordID
  /// Of the value measured; nil while either is unmeasured or the whole is nothing.
  package let value: Double?
  /// Of the target; nil where either has none or the whole is nothing.
  package let target: Double?
}

extension Assessment {
  /// What hangs right below an objective; nil when nothing does.
  package func rollUp(of objective: RecordID, today: Day) -> RollUp? {
    let children = sources(of: objective, via: Objective.parent).filter(exists)
    guard !children.isEmpty else { return nil }
    let standing = children.map { achievement(of: $0, today: today) }
    let counts = Dictionary(grouping: standing, by: \.status).mapValues(\.count)
    let values = zip(children, standing).compactMap { adds(to: objective, $0) ? $1.value : nil }
    return RollUp(
      children: children, counts: counts,
      sum: values.count == children.count ? values.reduce(0, +) : nil)
  }

  /// What part of its parent an objective makes up; nil without a parent or where the two cannot be added.
  package func share(of objective: RecordID, today: Day) -> ShareOfParent? {
    guard let parent = link(objective, Objective.parent), adds(to: parent, objective) else { return nil }
    let own = achievement(of: objective, today: today)
    let whole = achievement(of: parent, today: today)
    let value = part(own.value, of: whole.value)
    let target = part(own.target?.number, of: whole.target?.number)
    guard value != nil || target != nil else { return nil }
    return ShareOfParent(parent: parent, value: value, target: target)
  }

  private func part(_ part: Double?, of whole: Double?) -> Double? {
    guard let part, let whole, whole > 0 else { return nil }
    return part / whole
  }

  /// Only what is counted over the period in the same unit adds up; per cent and averages never do.
  private func adds(to parent: RecordID, _ child: RecordID) -> Bool {
    [parent, child].allSatisfy { self[$0, Objective.aggregation] == .sum }
      && self[parent, Objective.measureUnit] == self[child, Objective.measureUnit]
  }
}
