import Canvas
package import Domain

/// A file that is about to come in: how its columns are read, what would change, what is wrong. Enter brings all of
/// it in as one act; a column that was misread is corrected on the spot.
package struct ImportLayer: Layer {
  /// One line of the window.
  enum Line: Sendable {
    case fault(ImportFault)
    case sheet(Int)
    case column(sheet: Int, place: Int)
    case unread(String)
    case remark(Words)
    /// The record's line of a change, or one of its fields'.
    case change(String, isField: Bool)
    case more(Int)
  }

  private(set) var request: ImportRequest
  private(set) var read: TableImport?
  private(set) var lines: [Line] = []
  /// How far the reading has come; nil before the first word of it.
  private(set) var progress: (done: Int, total: Int)?
  private(set) var message: Notice?
  private(set) var isStored = false
  var cursor = ListCursor()
  /// The lines of changes are put into words for this many rows.
  static let mostChanges = 200

  init(_ request: ImportRequest) { self.request = request }

  package var isDone: Bool { isStored }

  package var hints: [(String, Words)] {
    guard let read else { return [("Esc", Words("cancel", "中止"))] }
    let enter = read.commands.isEmpty ? [] : [("Enter", Words("bring in", "取り込む"))]
    let faults = read.faults.isEmpty ? [] : [("Tab", Words("next fault", "次の誤り"))]
    return enter + faults + [
      ("e", Words("correct column", "列を直す")), ("t", Words("kind", "種類")), ("p", Words("party", "組織")),
      ("↑ ↓", Words("move", "移動")), ("Esc", Words("close", "閉じる")),
    ]
  }

  // MARK: What comes of reading

  mutating func take(_ answer: ImportAnswer) {
    switch answer {
    case .progress(let done, let total): progress = (done, total)
    case .read(let request, let read):
      self.request = request
      self.read = read
      progress = nil
      lines = []
    case .document, .failed: break
    }
  }

  /// Puts what was read into lines, once.
  mutating func settle(_ model: Model) {
    guard let read, lines.isEmpty else { return }
    lines = read.faults.map(Line.fault)
    if read.faultCount > read.faults.count { lines.append(.more(read.faultCount - read.faults.count)) }
    for (index, sheet) in read.sheets.enumerated() {
      lines.append(.sheet(index))
      lines += sheet.columns.indices.filter { !sheet.columns[$0].head.isEmpty }.map {
        .column(sheet: index, place: $0)
      }
    }
    lines += read.unread.map(Line.unread) + read.remarks.map(Line.remark)
    let arrow = " " + model.glyphs[.arrowRight] + " "
    for change in read.changes.prefix(Self.mostChanges) {
      let texts = change.lines(model.assessment, model.language, arrow: arrow)
      lines += texts.enumerated().map { .change($1, isField: $0 > 0) }
    }
    if read.changes.count > Self.mostChanges { lines.append(.more(read.changes.count - Self.mostChanges)) }
    cursor.settle(lines.count)
  }

  // MARK: Keys

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    guard case .key(let key) = input else { return .stays }
    message = nil
    switch key.halfWidth {
    case .escape, .control("c"), .character("q"): return .closes(read == nil ? [.cancelImport] : [])
    case .tab: toFault()
    case .character("e"): correct(&model)
    case .character("t"): chooseKind(&model)
    case .character("p"): return turnParty(model)
    case .enter: return enter(model)
    default: cursor.receive(key, count: lines.count)
    }
    return .stays
  }

  private mutating func toFault() {
    let faults = lines.indices.filter { if case .fault = lines[$0] { true } else { false } }
    let next = faults.first { $0 > cursor.place } ?? faults.first
    if let next { cursor.go(to: next, count: lines.count) }
  }

  private mutating func enter(_ model: Model) -> LayerResult {
    guard let read else { return .stays }
    guard read.faults.isEmpty else {
      toFault()
      message = Notice(model.say(ImportLayerWords.mendFirst), .warning)
      return .stays
    }
    guard !read.commands.isEmpty else {
      message = Notice(model.say(ImportLayerWords.nothingToDo), .info)
      return .stays
    }
    // Somebody else may have changed what the rows are about: it is read again, and looked at again.
    guard read.revision == model.assessment.revision else {
      message = Notice(model.say(ImportLayerWords.readAgain), .warning)
      return again()
    }
    return .stays([.perform(read.commands, .entryLine)])
  }

  private mutating func again() -> LayerResult {
    read = nil
    progress = nil
    return .stays([.readImport(request)])
  }

  package mutating func saved(_ changes: [Change], _ model: Model) { isStored = true }

  package mutating func refused(_ notice: Notice) { message = notice }

  // MARK: Corrections

  private mutating func correct(_ model: inout Model) {
    guard let read, lines.indices.contains(cursor.place),
      case .column(let sheet, let place) = lines[cursor.place]
    else {
      message = Notice(model.say(ImportLayerWords.chooseColumn), .info)
      return
    }
    let (kind, column) = (read.sheets[sheet].kind, read.sheets[sheet].columns[place])
    let meanings = ImportHeads.meanings(kind, model.assessment)
    let options = meanings.map { meaning in
      var other = column
      other.meaning = meaning
      return other.words(model.assessment)
    }
    model.layers.append(
      OptionLayer(
        title: Words(column.head, column.head), options: options,
        cursor: ListCursor(meanings.firstIndex(of: column.meaning) ?? 0),
        answer: Self.answer(
          meanings.map { ImportHeads.name(of: $0, model.assessment) },
          for: column.head.isEmpty ? ImportColumn.letters(place) : column.head)))
  }

  /// The file is read again with what was chosen, by its name as `--map` or `--kind` would say it.
  private static func answer(
    _ names: [String], for column: String?
  ) -> @Sendable (inout Model, Int) -> [Effect] {
    { model, place in
      guard let index = model.layers.lastIndex(where: { $0 is ImportLayer }),
        var layer = model.layers[index] as? ImportLayer
      else { return [] }
      let effects = layer.choose(names[place], for: column)
      model.layers[index] = layer
      return effects
    }
  }

  private mutating func chooseKind(_ model: inout Model) {
    guard read != nil else { return }
    model.layers.append(
      OptionLayer(
        title: Words("What the rows are", "行の種類"),
        options: ImportPlan.kinds.map(\.description.words) + [Words("Control catalogue", "管理策カタログ")],
        cursor: ListCursor(ImportPlan.kinds.firstIndex { $0 == read?.sheets.first?.kind } ?? 0),
        answer: Self.answer(ImportPlan.kinds.map(\.rawValue) + [Self.catalogue], for: nil)))
  }

  /// Whose the rows are that do not say it: one party after the other.
  private mutating func turnParty(_ model: Model) -> LayerResult {
    guard read != nil else { return .stays }
    let parties = model.assessment.ids(.party)
    let next = request.order.party.flatMap { parties.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    request.order.party = parties.indices.contains(next) ? parties[next] : nil
    return again()
  }

  /// What the list of kinds calls a table that is a catalogue.
  private static let catalogue = "catalogue"

  /// Takes what was chosen of a list of meanings or kinds.
  private mutating func choose(_ name: String, for column: String?) -> [Effect] {
    if let column {
      request.order.mappings.removeAll { $0.column == column }
      request.order.mappings.append(.init(column: column, meaning: name))
    } else if name == Self.catalogue {
      request.isCatalogue = true
      request.tables = nil
    } else {
      request.order.kind = RecordKind(rawValue: name)
    }
    return again().effects
  }
}

/// What an import says of itself on screen.
enum ImportLayerWords {
  static let mendFirst = Words(
    "Nothing comes in until this is mended: correct the file and import it again, or correct a column.",
    "誤りがある間は何も取り込みません。ファイルを直して取り込み直すか、列の読み方を直してください。")
  static let nothingToDo = Words("All of it stands already.", "全て取り込み済みです。")
  static let readAgain = Words(
    "Something changed meanwhile: it is read again; look and press Enter.",
    "その間に変更がありました。読み直したので、確かめて Enter を押してください。")
  static let chooseColumn = Words("Move to a column first.", "列の行に移動してください。")
}
