import Canvas
import Domain

/// Actions of the risk register.
enum RegisterActions {
  static let all: [Action] = [
    Action(
      "sort", "sort by the next column", "次の列で並べ替え", keys: [.character("s")], screens: [.register], footer: 65
    ) {
      turnSort(&$0, 1)
    },
    Action(
      "sort-back", "sort by the previous column", "前の列で並べ替え", keys: [.character("S")], screens: [.register]
    ) {
      turnSort(&$0, 2)
    },
  ]

  private static func turnSort(_ model: inout Model, _ step: Int) -> [Effect] {
    model.state.variant = (model.state.variant + step) % 3
    return []
  }
}
