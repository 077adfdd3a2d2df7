import Canvas
import Domain

/// Going between screens and parties, help, palette, leaving.
enum ProgramActions {
  static let all: [Action] =
    [
      Action("overview", "overview", "概況", keys: [.character("0")]) { go(&$0, .overview) }
    ]
    + Phase.allCases.map { phase in
      let words = phase.shortWords
      return Action(
        "phase-\(phase.rawValue)", "\(phase.rawValue) " + words.en, "局面\(phase.rawValue) " + words.ja,
        keys: [.character(Character(String(phase.rawValue)))]
      ) { model in
        let built = ScreenID.views(of: phase).first { Screens.isBuilt($0) }
        return built.map { go(&model, $0) } ?? []
      }
    } + others

  private static let others: [Action] = [
    Action("previous-view", "previous view of the phase", "局面の前の画面", keys: [.character("[")]) {
      turnView(&$0, -1)
    },
    Action("next-view", "next view of the phase", "局面の次の画面", keys: [.character("]")]) { turnView(&$0, 1) },
    Action("register", "risk register", "リスク登録簿", keys: [.character("x")]) { go(&$0, .register) },
    Action("matrix", "risk matrix", "リスクマトリックス", keys: [.character("m")]) { go(&$0, .matrix) },
    Action("integration", "integration matrix", "統合マトリックス", keys: [.character("i")]) {
      go(&$0, .integration)
    },
    Action("party", "next party", "次の組織", keys: [.character("p")], footer: 55) { turnParty(&$0) }
      .idle { model in
        let parties = model.assessment.ids(.party)
        return parties.isEmpty || parties == [model.party]
      },
    Action("all-parties", "all parties", "全組織", keys: [.character("P")]) { model in
      model.showParty(nil)
      return []
    },
    Action("palette", "command", "コマンド", keys: [.character(":")], footer: 90) { model in
      model.layers.append(PaletteLayer())
      return []
    },
    Action("help", "help", "ヘルプ", keys: [.character("?")], footer: 95) { model in
      model.layers.append(HelpLayer())
      return []
    },
    Action("mouse", "mouse on or off", "マウスの入切", keys: []) { model in
      model.isMouseOn.toggle()
      return [.toggleMouse]
    },
    Action("theme", "theme", "テーマ", keys: [], unless: { $0.themes.isEmpty ? UI.noThemes : nil }) { model in
      let names = model.themes
      model.layers.append(
        OptionLayer(title: Words("Theme", "テーマ"), options: names.map { Words($0, $0) }) { _, place in
          [.useTheme(names[place])]
        })
      return []
    }.takingWord(of: { $0.themes }) { name, _ in [.useTheme(name)] },
    Action("redraw", "redraw", "再描画", keys: [.control("l")]) { _ in [.redraw] },
    Action("suspend", "suspend", "中断", keys: [.control("z")]) { _ in [.suspend] },
    Action("back-out", "back out, one step", "一段戻る", keys: [.escape]) { backOut(&$0) },
    Action("leave", "leave the screen / quit", "画面を閉じる・終了", keys: [.character("q")]) { close(&$0) },
    Action("save-copy", "save a copy as a file", "ファイルに保存（写しを作成）", keys: []) { model in
      model.layers.append(
        PromptLayer(Words("Save a copy as (file name)", "写しの保存先（ファイル名）"), .saveCopy))
      return []
    },
    Action(
      "import", "import a file (CSV, Excel, OSCAL)", "ファイルの取り込み（CSV・Excel・OSCAL）", keys: [],
      capability: .change
    ) {
      model in
      model.layers.append(
        PromptLayer(
          Words("Import which file? (.csv, .xlsx, .json, .yaml)", "取り込むファイル（.csv, .xlsx, .json, .yaml）"),
          .importFile))
      return []
    }.takingWord { path, model in model.openImport(path) },
    Action("tutorial-skip", "tutorial: next step", "手引: 次へ", keys: [.function(2)]) { model in
      model.turnTutorial(forward: true)
    }.ofTutorial(),
    Action("tutorial-back", "tutorial: step before", "手引: 前へ", keys: [.function(3)]) { model in
      model.turnTutorial(forward: false)
    }.ofTutorial(),
    Action("quit", "quit", "終了", keys: []) { $0.leave() },
  ]

  private static func go(_ model: inout Model, _ screen: ScreenID) -> [Effect] {
    model.go(to: screen)
    return []
  }

  private static func turnView(_ model: inout Model, _ step: Int) -> [Effect] {
    let scope = model.assessment.scope
    let all = model.screen.phase.map(ScreenID.views) ?? ScreenID.wholes(of: model.assessment)
    let views = all.filter {
      Screens.isBuilt($0) && Screens.screen($0).isOffered(in: scope) || $0 == model.screen
    }
    guard let now = views.firstIndex(of: model.screen), views.count > 1 else { return [] }
    return go(&model, views[(now + step + views.count) % views.count])
  }

  private static func turnParty(_ model: inout Model) -> [Effect] {
    let parties = model.assessment.ids(.party)
    guard !parties.isEmpty else { return [] }
    let now = model.party.flatMap(parties.firstIndex(of:))
    model.showParty(parties[((now ?? -1) + 1) % parties.count])
    return []
  }

  /// One step back that never throws anybody out: marks and panes go, a side trip ends where it began.
  private static func backOut(_ model: inout Model) -> [Effect] {
    let isAtRest = model.pane == .main && model.marks.isEmpty && model.markedLines.isEmpty
    let isSideTrip = model.screen != .overview && model.screen.phase == nil && !model.back.isEmpty
    return !isAtRest || isSideTrip ? close(&model) : []
  }

  /// One step back, from a side trip to where it began; at the overview the past goes first, then there is no step left
  /// but to quit.
  private static func close(_ model: inout Model) -> [Effect] {
    if model.pane != .main {
      model.pane = .main
    } else if !model.marks.isEmpty || !model.markedLines.isEmpty {
      model.marks = []
      model.markedLines = []
    } else if model.screen != .overview, model.screen.phase == nil, !model.back.isEmpty {
      model.goBack()
    } else if model.screen != .overview {
      model.go(to: .overview)
    } else if model.past != nil {
      model.leavePast()
    } else {
      return model.leave()
    }
    return []
  }
}

extension Model {
  /// Quits, asking first whether a changed demo is to be kept.
  mutating func leave() -> [Effect] {
    // What was tried in the tutorial is nothing to keep.
    guard isDemo, isChanged, tutorial == nil else { return [.quit] }
    notice = nil
    layers = [PromptLayer(UI.saveDemo, .saveDemo)]
    return []
  }

  /// A click selects a line of a list or opens a phase; the wheel scrolls.
  mutating func click(_ event: MouseEvent) -> [Effect] {
    guard layers.isEmpty else { return [] }
    switch event.action {
    case .wheelUp, .wheelDown:
      var state = self.state
      for _ in 0..<3 {
        Screens.screen(screen).move(event.action == .wheelUp ? .up : .down, self, &state, page: listHeight)
      }
      self.state = state
    case .click:
      if event.point.row == layout.rail.row { return openPhase(atColumn: event.point.column) }
      if let line = lineOfList(at: event.point) { state.cursor = line }
    case .release: break
    }
    return []
  }

  /// The line that stands at a point; nil where a picture or another pane is drawn, and outside the list.
  private func lineOfList(at point: Point) -> Int? {
    let view = Screens.screen(screen)
    let inside = layout.inside
    guard view.isList(self), pane == .main || layout.detail != nil, inside.contains(point) else { return nil }
    let line = point.row - inside.row - shareRows - view.headRows(self)
    let index = state.scrolled(height: listHeight) + line
    return (0..<listHeight).contains(line) && state.rows.indices.contains(index) ? index : nil
  }

  private mutating func openPhase(atColumn column: Int) -> [Effect] {
    guard let phase = Rail(self, glyphs, columns: size.columns).phase(atColumn: column),
      let action = ActionRegistry.action(named: "phase-\(phase.rawValue)")
    else { return [] }
    return run(action)
  }
}
