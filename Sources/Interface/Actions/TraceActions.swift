import Canvas
import Domain

/// Walking a trace: its two questions, folding, the next broken link; and the narrowing of a history.
enum TraceActions {
  private static let elsewhere = ScreenID.allCases.filter { $0 != .trace }

  static let all: [Action] = [
    Action("trace-on", "trace from here / open", "ここから追跡・開く", keys: [.enter], screens: [.trace], footer: 5) {
      RecordActions.open(&$0)
    }.idle(where: RecordActions.opensNothing),
    Action(
      "why", "why is this here?", "なぜあるか", keys: [.character("^")], screens: elsewhere, unless: nothingToAsk
    ) {
      ask(&$0, .up)
    },
    Action(
      "who", "who makes sure of this?", "何が支えるか", keys: [.character("_")], screens: elsewhere,
      unless: nothingToAsk
    ) {
      ask(&$0, .down)
    },
    // Declared anew for the trace, where the footer names them.
    Action(
      "why-here", "why is this here?", "なぜあるか", keys: [.character("^")], screens: [.trace], footer: 11,
      unless: nothingToAsk
    ) { ask(&$0, .up) },
    Action(
      "who-here", "who makes sure of this?", "何が支えるか", keys: [.character("_")], screens: [.trace],
      footer: 12, unless: nothingToAsk
    ) { ask(&$0, .down) },
    Action(
      "next-broken", "next broken link", "次の途切れへ", keys: [.character(";")], screens: [.trace], footer: 16
    ) { goToNextBroken(&$0) },
    Action(
      "fold-all-trace", "fold / unfold all", "全て開閉", keys: [.character("z")], screens: [.trace], footer: 32
    ) { model in
      model.turnAllFolds { TraceLines.mark($0) == .open }
      return []
    }.idle { !$0.hasFolds { TraceLines.mark($0) == .open } },
    Action(
      "to-record", "to the record", "その記録へ", keys: [.enter], screens: [.history, .difference], footer: 5
    ) {
      RecordActions.open(&$0)
    }.idle(where: RecordActions.opensNothing),
    Action("narrow-history", "filter", "絞り込み", keys: [.character("f")], screens: [.history], footer: 7) {
      model in
      model.layers.append(HistoryFilterLayer(model))
      return []
    },
    Action(
      "whole-history", "of the whole", "全体の履歴", keys: [.character("a")], screens: [.history], footer: 8,
      unless: isWhole
    ) { model in
      model.focus = nil
      return []
    },
  ]

  // MARK: The two questions

  @Sendable private static func nothingToAsk(_ model: Model) -> Words? {
    model.current == nil && model.focus == nil ? UI.nothingChosen : nil
  }

  @Sendable private static func isWhole(_ model: Model) -> Words? {
    model.focus == nil ? Words("This is the history of the whole assessment.", "アセスメント全体の履歴です。") : nil
  }

  /// Asked of the record under the cursor; asked again of the record the trace is about, it shows all ways anew.
  private static func ask(_ model: inout Model, _ ways: TraceLines.Ways) -> [Effect] {
    let record = model.current ?? model.focus
    let isSame = model.screen == .trace && record == model.focus
    let now = model.states[.trace]?.variant ?? 0
    model.states[.trace, default: ScreenState()].variant =
      isSame && now == ways.rawValue ? TraceLines.Ways.all.rawValue : ways.rawValue
    if model.screen != .trace {
      model.go(to: .trace)
      model.focus = record
    } else if let record, !isSame {
      model.refocus(on: record)
    }
    model.prepare()
    return []
  }

  // MARK: Broken links, folds

  /// Of the party shown, round the end.
  private static func goToNextBroken(_ model: inout Model) -> [Effect] {
    let broken = model.assessment.brokenLinks(of: model.party)
    let here = broken.firstIndex { $0.record == model.focus } ?? -1
    guard !broken.isEmpty else {
      let words = Words("No link is broken.", "途切れたつながりはありません。")
      model.notice = Notice(model.glyphs[.check] + " " + model.say(words), .success)
      return []
    }
    let next = (here + 1) % broken.count
    model.states[.trace, default: ScreenState()].variant = TraceLines.Ways.all.rawValue
    model.refocus(on: broken[next].record)
    let label = model.assessment.label(of: broken[next].record)
    model.notice = Notice(
      "\(next + 1) / \(broken.count)  " + label + ": " + model.say(broken[next].words), .warning)
    return []
  }
}
