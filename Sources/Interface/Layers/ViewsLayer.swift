package import Canvas
package import Domain

/// The saved views of the screen in front, to look at it as one of them says.
package struct ViewsLayer: Layer {
  private var cursor = ListCursor()

  package init() {}

  package let hints: [(String, Words)] = [
    ("Enter", Words("use", "適用")), ("n", Words("save the present one", "今の表示を保存")),
    ("d", Words("delete", "削除")),
    ("Esc", Words("close", "閉じる")),
  ]

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    guard case .key(let key) = input else { return .stays }
    let views = SavedViews.offered(model)
    cursor.settle(views.count)
    switch key.halfWidth {
    case .escape, .control("c"), .character("q"), .character("V"): return .closes
    case .character("n"):
      model.layers.append(SavedViews.question(model))
      return .closes
    case .character("d") where !views.isEmpty:
      let view = views[cursor.place]
      let name = model.assessment.title(of: view) ?? ""
      model.layers.append(
        ConfirmLayer(
          UI.deleteRecord, lines: [name], onYes: .effects([.perform([.remove(view)], .removal)])))
    case .enter:
      if !views.isEmpty { SavedViews.apply(views[cursor.place], &model) }
      return .closes
    default: cursor.receive(key, count: views.count)
    }
    return .stays
  }

  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let views = SavedViews.offered(model)
    let size = Size(columns: min(body.columns - 4, 72), rows: min(body.rows, max(1, views.count) + 2))
    let inside = pen.window(body.centered(size), title: model.say(Words("Views", "ビュー")))
    guard !views.isEmpty else {
      pen.put(
        Words(
          "No view is saved yet; \(formKey: "n") keeps filter, order and columns.",
          "保存したビューはありません。\(formKey: "n") で絞り込み・並び順・列を保存。"),
        at: inside.origin, role: .textMuted, width: inside.columns)
      return
    }
    var cursor = cursor
    cursor.settle(views.count)
    pen.drawList(views.count, cursor, in: inside) { pen, index, line in
      let view = views[index]
      pen.put(
        [
          (model.assessment.label(of: view) + "  ", .textMuted),
          (model.assessment.title(of: view) ?? "", .text),
          ("  " + (model.assessment[view, SavedView.filter] ?? ""), .textMuted),
        ], at: line.origin, width: line.columns)
    }
  }
}
