import Canvas
import Domain

/// Opening the cell under the cursor for typing, and what is done to cells without opening them.
enum CellEditing {
  /// Opens the cell under the cursor, on all marked records where there are any; says why where it cannot.
  static func open(_ model: inout Model) -> [Effect] {
    guard let field = field(under: model.state.column, &model), isFree(field, &model) else { return [] }
    let records = model.gridChosen
    if records.count == 1, field.type == .longText,
      case .text(let text)? = model.assessment.value(records[0], field.key), text.contains("\n")
    {
      return [.edit(text, .field(records[0], Slot(field.key)))]
    }
    // The cell opens on the line it writes: a mark may stand on another than the cursor.
    if records.count == 1 { _ = model.select(records[0]) }
    if let layer = CellLayer(field, records, model) { model.layers.append(layer) }
    return []
  }

  /// The field shown in a column; says what a computed cell follows from.
  static func field(under column: Int, _ model: inout Model) -> FieldDescription? {
    guard model.gridColumns.indices.contains(column) else { return nil }
    let aspect = model.gridColumns[column]
    if let field = aspect.field { return field }
    let name = aspect.words
    let what =
      switch aspect {
      case .level: Words("likelihood and consequence", "起こりやすさと結果の大きさ")
      case .state: Words("rating, treatment, plan and acceptance", "評価・対応・計画・受容")
      case .controls: Words("the statements of applicability that name the risk", "このリスクを挙げた適用宣言書")
      case .label, .party, .field: Words("how the record was made", "記録の作成時")
      }
    model.notice = Notice(
      model.say(
        Words(
          "\(name.en) follows from \(what.en); it is not typed in.",
          "\(name.ja)は\(what.ja)から決まります。直接は入力できません。")),
      .info)
    return nil
  }

  /// Whether it may be written; says which phase locks it where not.
  private static func isFree(_ field: FieldDescription, _ model: inout Model) -> Bool {
    if let reason = model.reasonHeldBack(.change) {
      model.notice = Notice(model.say(reason), .warning)
      return false
    }
    let slot = Slot(field.key)
    guard let sentence = model.gridChosen.lazy.compactMap({ [model] in model.lockSentence($0, slot) }).first
    else { return true }
    model.notice = Notice(sentence, .warning)
    return false
  }

  /// Takes the value of the cell above into the cell under the cursor, and into those of all marked records.
  static func copyDown(_ model: inout Model) -> [Effect] {
    guard model.state.column > 0 else {
      model.notice = Notice(model.say(chooseCell), .info)
      return []
    }
    guard let field = field(under: model.state.column, &model), isFree(field, &model) else { return [] }
    guard model.state.cursor > 0, let above = model.state.rows[model.state.cursor - 1].record else {
      model.notice = Notice(model.say(Words("There is no line above.", "上の行がありません。")), .info)
      return []
    }
    let slot = Slot(field.key)
    let value = model.assessment.value(above, slot)
    let differing = model.gridChosen.filter { $0 != above && model.assessment.value($0, slot) != value }
    return differing.isEmpty ? [] : [.perform(differing.map { .set($0, slot, value) }, .action)]
  }

  static let chooseCell = Words(
    "Go to a cell with the right arrow first.", "先に → で欄へ移動してください。")

  /// The next column to the right or left whose cells can be typed in; nil at the edge.
  static func column(from column: Int, by step: Int, _ model: Model) -> Int? {
    let columns = model.gridColumns
    var next = column + step
    while columns.indices.contains(next), columns[next].isComputed { next += step }
    return columns.indices.contains(next) && next > 0 ? next : nil
  }
}

extension Model {
  /// The records a cell edit is for: those chosen, as far as they are of the kind shown.
  var gridChosen: [RecordID] {
    chosen.filter { assessment.kind(of: $0) == filterKind }
  }

  /// Where the cursor's line stands in the frame to come, without its margins.
  var cursorLine: Rect? {
    let view = Screens.screen(screen)
    let inside = layout.inside.splitBottom(layerRows).rest.splitTop(shareRows).rest
    let list = inside.splitTop(view.headRows(self)).rest.splitBottom(view.footRows(self)).rest
    let line = list.line(state.cursor - state.scrolled(height: list.rows))
    return line.isEmpty ? nil : line.splitLeft(2).rest.splitRight(1).rest
  }
}
