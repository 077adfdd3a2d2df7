import Canvas
import Domain

/// Choosing the cycles that are held against each other.
enum ComparisonActions {
  static let all: [Action] = [
    Action(
      "earlier-cycle", "cycle on the left", "左の期を替える", keys: [.character("a")], screens: [.comparison],
      footer: 15, unless: EvaluationActions.firstCycle
    ) { model in
      model.state.variant =
        ComparedCycles(model, model.state).turningEarlier(model.assessment.cycle).variant
      return []
    },
    Action(
      "later-cycle", "cycle on the right", "右の期を替える", keys: [.character("b")], screens: [.comparison],
      footer: 16, unless: EvaluationActions.firstCycle
    ) { model in
      model.state.variant = ComparedCycles(model, model.state).turningLater(model.assessment.cycle).variant
      return []
    },
  ]
}
