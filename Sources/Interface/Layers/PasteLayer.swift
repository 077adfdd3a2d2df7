import Canvas
package import Domain

/// What was pasted, before anything of it is stored: every row with how it is understood. Enter stores all good
/// rows as one act; rows to mend stay and open in an entry line.
package struct PasteLayer: Layer {
  let birth: Birth
  var sheet: PasteSheet
  var cursor = ListCursor()
  var message: Notice?
  /// The good rows are stored: what is left is mended one by one.
  var isStored = false
  /// The row being mended, in its line.
  var mending: EntryLayer?
  /// What is left as text, for the draft.
  private var text: String
  private var rowsSent = 0

  package init(_ text: String, _ birth: Birth, _ model: Model) {
    self.birth = birth
    self.text = text
    let sticky = model.entries[birth.kind]?.sticky(at: birth) ?? EntrySticky()
    sheet = PasteSheet(text, at: EntryPlace(birth, sticky: sticky))
    sheet.read(model.assessment, model.context)
    cursor = ListCursor(sheet.faults.firstIndex { $0 != nil } ?? 0)
  }

  package var isDone: Bool { sheet.rows.isEmpty }

  package var unsavedText: UnsavedText? { isDone ? nil : UnsavedText(birth, pasted: text) }

  package var hints: [(String, Words)] {
    if let mending {
      return mending.hints.filter { $0.0 != "Ctrl-F" }.map { key, words in
        key == "Enter" && !isStored ? (key, Words("back into the table", "表に戻す")) : (key, words)
      }
    }
    let good = sheet.goodCount
    let enter =
      good > 0
      ? Words("store \(good)", "\(good)行を保存") : Words("mend the row", "この行を直す")
    return [
      ("Enter", enter), ("e", Words("mend", "直す")), ("Tab", Words("next to mend", "次の要修正")),
      ("↑ ↓", Words("move", "移動")), ("Esc", Words("close", "閉じる")),
    ]
  }

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    message = nil
    if mending != nil { return mend(input, &model) }
    guard case .key(let key) = input else { return .stays }
    switch key.halfWidth {
    case .escape, .control("c"), .character("q"):
      model.layers.append(ConfirmLayer(PasteWords.discard, lines: rest(model), onYes: .discard))
    case .enter: return enter(&model)
    case .character("e"): open(&model)
    case .tab: toBad(1)
    case .backTab: toBad(-1)
    default: cursor.receive(key, count: sheet.rows.count)
    }
    return .stays
  }

  /// What would be lost, in a few lines.
  private func rest(_ model: Model) -> [String] {
    sheet.rows.indices.prefix(3).map { sheet.title(of: $0) } + (sheet.rows.count > 3 ? ["…"] : [])
  }

  private mutating func toBad(_ step: Int) {
    let bad = sheet.faults.indices.filter { sheet.faults[$0] != nil }
    let here = cursor.place
    let next = step > 0 ? bad.first { $0 > here } ?? bad.first : bad.last { $0 < here } ?? bad.last
    if let next { cursor.go(to: next, count: sheet.rows.count) }
  }

  /// Stores what can be; where nothing can, opens the row.
  private mutating func enter(_ model: inout Model) -> LayerResult {
    // Somebody else may have changed what the rows point to.
    if sheet.revision != model.assessment.revision { sheet.read(model.assessment, model.context) }
    guard sheet.goodCount > 0 else {
      if sheet.lacksHeader {
        message = Notice(model.say(PasteWords.nothingGood), .warning)
      } else {
        open(&model)
      }
      return .stays
    }
    rowsSent = sheet.goodCount
    return .stays([.perform(sheet.commands, .entryLine)])
  }

  package mutating func refused(_ notice: Notice) {
    if mending != nil { mending?.refused(notice) } else { message = notice }
  }

  package mutating func saved(_ changes: [Change], _ model: Model) {
    if mending != nil {
      mending = nil
      sheet.remove(cursor.place)
    } else {
      sheet.removeGood()
      isStored = true
      message = Notice(model.say(PasteWords.stored(rowsSent, left: sheet.rows.count)), .success)
    }
    settle(model)
  }

  private mutating func settle(_ model: Model) {
    sheet.read(model.assessment, model.context)
    cursor.settle(sheet.rows.count)
    text = sheet.text
  }

  // MARK: Mending

  private mutating func open(_ model: inout Model) {
    guard sheet.rows.indices.contains(cursor.place), !sheet.lacksHeader else { return }
    var entry = EntryLayer(birth, model)
    entry.takesSeveral = false
    _ = entry.receive(.paste(sheet.line(of: cursor.place, model.language)), &model)
    entry.isJudged = true
    mending = entry
  }

  /// Before the rest is stored a mended row goes back among them; later it is stored by itself.
  private mutating func mend(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    guard var entry = mending else { return .stays }
    switch input {
    case .key(.escape), .key(.control("c")): close(entry, model)
    case .key(.enter) where !isStored: close(entry, model)
    case .key(.control("f")): break
    default:
      let result = entry.receive(input, &model)
      mending = entry
      return .stays(result.effects)
    }
    return .stays
  }

  private mutating func close(_ entry: EntryLayer, _ model: Model) {
    let line = TypedText.line(entry.field.text)
    if !line.isEmpty, line != sheet.line(of: cursor.place, model.language) {
      sheet.replace(cursor.place, with: line)
    }
    mending = nil
    settle(model)
  }
}
