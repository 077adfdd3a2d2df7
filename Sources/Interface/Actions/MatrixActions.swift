import Canvas
import Domain

/// What the matrix shows.
enum MatrixActions {
  static let all: [Action] = [
    Action(
      "rating-kind", "inherent / present / residual", "固有・現在・残留", keys: [.character("r")], screens: [.matrix],
      footer: 30
    ) {
      model in
      model.state.variant = (model.state.variant + 1) % 3
      return []
    }
  ]
}
