import Canvas
import Domain

/// Actions on the trees of documents and objectives: folding, moving a subtree, going to what is amiss.
enum TreeActions {
  static let all: [Action] = [
    Action(
      "next-flaw", "next flaw", "次の不備へ", keys: [.character(";")],
      screens: [.policy, .objectives, .pairs, .controls, .gap],
      footer: 16
    ) { model in
      model.goToNextFlaw()
      return []
    },
    Action(
      "move-subtree", "move", "付け替え", keys: [.character("M")], screens: [.policy, .objectives],
      capability: .change, footer: 18, unless: nothingToMove
    ) { model in
      MoveLayer.takeUp(&model)
      return []
    },
    turn("fold", "fold", "たたむ", [.left, .character("h")], .left, trees, footer: 30),
    turn("unfold", "unfold", "開く", [.right, .character("l")], .right, trees, footer: 31),
    Action(
      "fold-all", "fold / unfold all", "全て開閉", keys: [.character("z")], screens: [.policy, .objectives],
      footer: 32
    ) { model in
      model.turnAllFolds()
      return []
    }.idle { !$0.hasFolds() },
  ]

  private static let trees: [ScreenID] = [.policy, .objectives, .trace, .difference]

  /// A move sideways with a name of its own, such as folding; it does what the screen makes of the motion.
  static func turn(
    _ id: String, _ en: String, _ ja: String, _ keys: [Key], _ motion: Motion, _ screens: [ScreenID],
    footer: Int, unless: @escaping @Sendable (Model) -> Words? = { _ in nil }
  ) -> Action {
    Action(id, en, ja, keys: keys, screens: screens, footer: footer, unless: unless) { model in
      guard model.pane == .main else { return [] }
      var state = model.state
      Screens.screen(model.screen).move(motion, model, &state, page: model.listHeight)
      model.state = state
      return []
    }.idle { model in
      var state = model.state
      if model.pane == .main {
        Screens.screen(model.screen).move(motion, model, &state, page: model.listHeight)
      }
      return state.cursor == model.state.cursor && state.column == model.state.column
        && state.folded == model.state.folded
    }
  }

  @Sendable private static func nothingToMove(_ model: Model) -> Words? {
    model.chosen.contains { model.assessment.parentSlot(of: $0) != nil }
      ? nil : Words("Put the cursor on a line of the tree.", "ツリーの行を選んでください。")
  }
}

extension Model {
  /// Puts the cursor on the next line with a flaw, round the end, unfolding what hides it.
  mutating func goToNextFlaw() {
    let screen = Screens.screen(screen)
    var open = state
    open.folded = []
    let rows = screen.rows(self, open)
    let flawed = rows.indices.filter { screen.flaw(of: rows[$0], self) != nil }
    let here = state.current.flatMap { row in rows.firstIndex { $0.isSameLine(as: row) } } ?? -1
    guard let next = flawed.first(where: { $0 > here }) ?? flawed.first else {
      notice = Notice(glyphs[.check] + " " + say(Words("Nothing amiss here.", "不備はありません。")), .success)
      return
    }
    pane = .main
    unfold(above: next, of: rows)
    prepare()
    state.cursor = state.rows.firstIndex { $0.isSameLine(as: rows[next]) } ?? state.cursor
    let place = (flawed.firstIndex(of: next) ?? 0) + 1
    let label = rows[next].record.map(assessment.label(of:)) ?? ""
    let words = screen.flaw(of: rows[next], self).map { say($0) } ?? ""
    notice = Notice("\(place) / \(flawed.count)  " + label + ": " + words, .warning)
  }

  /// Opens the folds above a line.
  ///
  /// - Parameters:
  ///   - place: Of the line among `rows`.
  ///   - rows: The lines of the screen in front with nothing folded.
  mutating func unfold(above place: Int, of rows: [Row]) {
    var depth = rows[place].depth
    for row in rows[..<place].reversed() where row.depth < depth {
      depth = row.depth
      if let above = row.record { state.folded.remove(above) }
    }
  }

  /// Whether something is folded or can be: something hangs from a line and is shown.
  func hasFolds(_ isOpen: (Row) -> Bool = Tree.isOpen) -> Bool {
    !state.folded.isEmpty || state.rows.contains(where: isOpen)
  }

  /// Folds every subtree, the cursor going up to what still shows; or, when any is folded, unfolds all.
  ///
  /// - Parameter isOpen: Whether something hangs from a line and is shown.
  mutating func turnAllFolds(_ isOpen: (Row) -> Bool = Tree.isOpen) {
    guard state.folded.isEmpty else {
      state.folded = []
      return
    }
    let open = state.rows.filter(isOpen)
    let least = open.map(\.depth).min() ?? 0
    state.cursor = state.rows.prefix(state.cursor + 1).lastIndex { $0.depth <= least } ?? state.cursor
    state.folded = Set(open.compactMap(\.record))
  }
}

extension Row {
  /// Whether it is the line of the same record, folded or not.
  fileprivate func isSameLine(as other: Row) -> Bool {
    let isTree = { (row: Row) in Tree.Mark(rawValue: row.tag) != nil }
    return record == other.record && (tag == other.tag || isTree(self) && isTree(other))
  }
}
