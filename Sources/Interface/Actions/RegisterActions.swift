import Canvas
import Domain

/// Actions of the risk register, and of filtering wherever risks are shown.
enum RegisterActions {
  static let all: [Action] = [
    Action(
      "rating-run", "rating run", "連続評価", keys: [.character("r")], screens: [.register], capability: .change,
      footer: 30
    ) { model in
      guard let run = RatingRunLayer(model) else {
        let none = Words("No risk shown is unrated.", "表示中に未評価のリスクはありません。")
        model.notice = Notice(model.say(none), .info)
        return []
      }
      _ = model.select(run.risk)
      model.layers.append(run)
      return []
    },
    Action(
      "filter", "filter", "絞り込み", keys: [.character("f")], screens: [.register, .matrix, .adoption],
      footer: 32
    ) {
      model in
      guard let kind = model.filterKind else { return [] }
      model.layers.append(FilterLayer(kind, model))
      return []
    },
    Action(
      "sort", "sort by the next column", "次の列で並べ替え", keys: [.character("s")], screens: [.register], footer: 33
    ) {
      model in
      model.turnSort()
      return []
    },
    Action("sort-reverse", "turn the order round", "逆順に並べ替え", keys: [.character("S")], screens: [.register]) {
      model in
      model.reverseSort()
      return []
    },
    Action(
      "arrange", "filter and sort anew", "絞り込みと並べ替えをやり直す", keys: [.character("R")],
      screens: [.register, .matrix, .adoption]
    ) { model in
      model.arrangeAnew()
      return []
    },
    Action("columns", "choose columns", "列を選ぶ", keys: [.character("C")], screens: [.register]) { model in
      model.layers.append(ColumnsLayer(.risk, model))
      return []
    },
    Action(
      "views", "saved views", "保存したビュー", keys: [.character("V")], screens: [.register, .matrix, .adoption]
    ) { model in
      model.layers.append(ViewsLayer())
      return []
    },
    Action("save-view", "save this view", "この表示をビューに保存", screens: [.register], capability: .change) { model in
      model.layers.append(SavedViews.question(model))
      return []
    },
    Action(
      "copy-down", "copy the cell above", "上の欄を写す", keys: [.character("\"")], screens: [.register],
      capability: .change, unless: RecordActions.nothingChosen
    ) {
      CellEditing.copyDown(&$0)
    },
  ]
}
