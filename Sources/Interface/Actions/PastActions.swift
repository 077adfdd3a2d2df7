import Canvas
import Domain

/// Looking at past moments: going there, act by act, and back.
enum PastActions {
  static let all: [Action] = [
    Action(
      "moment", "everything as it was then", "この時点の全体を見る", keys: [.character("@")], screens: [.history],
      footer: 6, unless: noLine
    ) { model in
      guard let line = HistoryScreen.line(under: model) else { return [] }
      return [.readPast(.act(of: Int64(line.seq)))]
    },
    Action(
      "baseline", "the cycle on the left as it was closed", "左の期の締めを見る", keys: [.character("@")],
      screens: [.comparison], footer: 6, unless: noCycle
    ) { model in
      let chosen = ComparedCycles(model, model.state).earlier
      return [.readPast(.closing(cycle: min(chosen, model.present.cycle - 1)))]
    },
    Action(
      "act-before", "one act earlier", "一つ前の時点へ", keys: [.character("(")], footer: 4, unless: inPresent
    ) { step(&$0) { .before(act: $0) } },
    Action(
      "act-after", "one act later", "一つ後の時点へ", keys: [.character(")")], footer: 5, unless: inPresent
    ) { step(&$0) { .after(act: $0) } },
    Action(
      "difference", "compare with now", "現在と比べる", keys: [.character("=")], footer: 3, unless: inPresent
    ) { model in
      if model.screen == .difference { model.goBack() } else { model.go(to: .difference) }
      return []
    },
    Action("now", "back to now", "現在に戻る", keys: [.character("L")], footer: 2, unless: inPresent) { model in
      model.leavePast()
      return []
    },
  ]

  private static func step(_ model: inout Model, _ point: (Int64) -> PastPoint) -> [Effect] {
    model.past.map { [.readPast(point($0.moment.seq))] } ?? []
  }

  @Sendable private static func inPresent(_ model: Model) -> Words? {
    model.past == nil ? PastWords.alreadyNow : nil
  }

  @Sendable private static func noLine(_ model: Model) -> Words? {
    HistoryScreen.line(under: model) == nil ? UI.nothingChosen : nil
  }

  @Sendable private static func noCycle(_ model: Model) -> Words? {
    model.present.cycle > 1 ? nil : Words("No cycle was closed yet.", "締めた期がまだありません。")
  }
}
