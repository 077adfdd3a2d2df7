import Canvas
import Domain

/// Moving the cursor: arrows and hjkl alike.
enum MovementActions {
  static let all: [Action] = [
    move("up", "up", "上へ", [.up, .character("k")], .up),
    move("down", "down", "下へ", [.down, .character("j")], .down),
    move("left", "left", "左へ", [.left, .character("h")], .left),
    move("right", "right", "右へ", [.right, .character("l")], .right),
    move("page-up", "page up", "前のページ", [.pageUp, .control("u")], .pageUp),
    move("page-down", "page down", "次のページ", [.pageDown, .control("d")], .pageDown),
    move("first", "first line", "先頭へ", [.home, .character("g")], .first),
    move("last", "last line", "末尾へ", [.end, .character("G")], .last),
    Action("next-pane", "next pane", "次の区画", keys: [.tab]) { turnPane(&$0, forward: true) },
    Action("previous-pane", "previous pane", "前の区画", keys: [.backTab]) { turnPane(&$0, forward: false) },
    Action("back", "back along the trail", "閲覧履歴を戻る", keys: [.backspace, .altLeft]) { model in
      model.goBack()
      return []
    },
    Action("forward", "forward along the trail", "閲覧履歴を進む", keys: [.altRight]) { model in
      model.goForward()
      return []
    },
    Action("search", "search", "検索", keys: [.character("/")], footer: 70) { model in
      model.layers.append(SearchLayer(start: model.state.cursor, column: model.state.column))
      return []
    },
    Action("next-match", "next match", "次の一致", keys: [.control("n")]) { searchOn(&$0, forward: true) },
    Action("previous-match", "previous match", "前の一致", keys: [.control("p")]) {
      searchOn(&$0, forward: false)
    },
  ]

  private static func move(_ id: String, _ en: String, _ ja: String, _ keys: [Key], _ motion: Motion)
    -> Action
  {
    Action(id, en, ja, keys: keys) { model in
      switch (model.pane, motion) {
      case (.gate, _): model.walkGate(motion)
      case (.detail, .pageUp), (.detail, .pageDown): model.turnDetail(forward: motion == .pageDown)
      case (.main, _), (.detail, _):
        var state = model.state
        Screens.screen(model.screen).move(motion, model, &state, page: model.listHeight)
        model.state = state
      }
      return []
    }
    .asMove()
  }

  private static func turnPane(_ model: inout Model, forward: Bool) -> [Effect] {
    let panes: [Model.Pane] = [.main, .detail, .gate]
    let now = panes.firstIndex(of: model.pane) ?? 0
    model.pane = panes[(now + (forward ? 1 : 2)) % 3]
    return []
  }

  private static func searchOn(_ model: inout Model, forward: Bool) -> [Effect] {
    guard let search = model.search else { return [] }
    if !model.findOn(search.needle, forward: forward) {
      model.notice = Notice(model.say(UI.noMatch), .warning)
    }
    return []
  }
}

extension Model {
  mutating func walkGate(_ motion: Motion) {
    var state = ScreenState()
    state.rows = shownFindings.map { Row($0.record) }
    state.cursor = gateCursor
    state.walk(motion, page: 10)
    gateCursor = state.cursor
  }
}
