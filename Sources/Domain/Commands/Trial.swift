extension Assessment {
  /// Which parts of an act would be refused, each judged as if those refused before it were not there; nothing
  /// changes.
  ///
  /// - Returns: The refusal by the part's place; empty when the whole act would be carried out.
  package func refusals(of parts: [[Command]], in context: Context) -> [Int: Refusal] {
    guard context.access != .look else {
      return Dictionary(uniqueKeysWithValues: parts.indices.map { ($0, Refusal.readOnly) })
    }
    var trial = self
    var act = Act(context: context, phasesBefore: phases)
    var refusals: [Int: Refusal] = [:]
    for (place, part) in parts.enumerated() {
      let (count, before) = (act.changes.count, trial.phases)
      do throws(Refusal) {
        for command in part { try trial.admit(command, for: context.access) }
        for command in part { try trial.perform(command, &act) }
        try trial.admit(Array(act.changes[count...]), for: context.access)
      } catch {
        refusals[place] = error
        trial.retract(Array(act.changes[count...]), phases: before)
        act.changes.removeSubrange(count...)
      }
    }
    return refusals
  }
}
