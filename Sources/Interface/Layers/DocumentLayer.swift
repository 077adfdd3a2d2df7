package import Canvas
package import Domain

/// A document of another tool that is about to come in: what it would change, what to know of it. Enter brings all of
/// it in as one act.
package struct DocumentLayer: Layer {
  private let request: ImportRequest
  private let preview: DocumentPreview
  /// What to know of it, then what it would change.
  private let lines: [(text: String, role: Role)]
  private var message: Notice?
  private var isStored = false
  private var top = 0

  init(_ request: ImportRequest, _ preview: DocumentPreview) {
    self.request = request
    self.preview = preview
    lines = preview.notes.map { ("! " + $0, .messageWarning) } + preview.changes.map { ($0, .text) }
  }

  package var isDone: Bool { isStored }

  package var hints: [(String, Words)] {
    (preview.commands.isEmpty ? [] : [("Enter", Words("bring in", "取り込む"))]) + [
      ("p", Words("party", "組織")), ("↑ ↓", Words("move", "移動")), ("Esc", Words("close", "閉じる")),
    ]
  }

  // MARK: Keys

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    guard case .key(let key) = input else { return .stays }
    message = nil
    let last = max(0, lines.count - 1)
    switch key.halfWidth {
    case .escape, .control("c"), .character("q"): return .closes
    case .down, .character("j"): top = min(last, top + 1)
    case .up, .character("k"): top = max(0, top - 1)
    case .pageDown: top = min(last, top + 10)
    case .pageUp: top = max(0, top - 10)
    case .home, .character("g"): top = 0
    case .end, .character("G"): top = last
    case .character("p"): return turnParty(&model)
    case .enter: return enter(&model)
    default: break
    }
    return .stays
  }

  private mutating func enter(_ model: inout Model) -> LayerResult {
    guard !preview.commands.isEmpty else {
      message = Notice(model.say(ImportLayerWords.nothingToDo), .info)
      return .stays
    }
    // Somebody else may have changed what it is about: it is read again, and looked at again.
    guard preview.revision == model.assessment.revision else {
      model.notice = Notice(model.say(ImportLayerWords.readAgain), .warning)
      return again(request, &model)
    }
    return .stays([.perform(preview.commands, .entryLine)])
  }

  /// Whose the records become: one party after the other, and for what all share nobody as well.
  private func turnParty(_ model: inout Model) -> LayerResult {
    let choices = (preview.isShared ? [nil] : []) + model.assessment.participants.map(Optional.some)
    let next = choices.firstIndex(of: preview.party).map { $0 + 1 } ?? 0
    var request = request
    request.order.party = choices.indices.contains(next) ? choices[next] : choices.first ?? nil
    request.isPartyChosen = true
    return again(request, &model)
  }

  private func again(_ request: ImportRequest, _ model: inout Model) -> LayerResult {
    model.layers.append(ImportLayer(request))
    return .closes([.readImport(request)])
  }

  package mutating func saved(_ changes: [Change], _ model: Model) { isStored = true }

  package mutating func refused(_ notice: Notice) { message = notice }

  // MARK: Drawing

  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let title = model.say(Words("Import", "取り込み")) + ": " + request.name
    let inside = pen.window(body, title: title)
    let (head, list) = inside.splitTop(4)
    pen.put(model.say(preview.title), at: head.origin, role: .title, width: head.columns)
    drawSummary(model, &pen, in: head.line(1))
    pen.put(whose(model), at: head.line(2).origin, role: .textMuted, width: head.columns)
    var row = 0
    for line in lines.dropFirst(top) where row < list.rows {
      // Every line begins with its mark, which stays in a column of its own however the text is broken.
      pen.put(String(line.text.prefix(1)), at: list.line(row).origin, role: line.role)
      for piece in DisplayWidth.wrap(String(line.text.dropFirst(2)), to: list.columns - 2).prefix(
        list.rows - row)
      {
        let (_, text) = list.line(row).splitLeft(2)
        pen.put(String(piece), at: text.origin, role: line.role, width: text.columns)
        row += 1
      }
    }
    pen.frame.cursor = list.origin
    guard !lines.isEmpty else { return }
    pen.putRight(
      " \(top + 1) / \(lines.count) ", at: Point(column: inside.column, row: body.lastRow),
      width: inside.columns, role: .titleCount)
  }

  private func drawSummary(_ model: Model, _ pen: inout Pen, in line: Rect) {
    let (text, role): (String, Role) =
      if let message {
        (message.text, message.tone.role)
      } else if let summary = preview.summary {
        (pen.glyphs[.check] + " " + model.say(summary), .messageSuccess)
      } else {
        (model.say(ImportLayerWords.nothingToDo), .textMuted)
      }
    pen.put(text, at: line.origin, role: role, width: line.columns)
  }

  private func whose(_ model: Model) -> String {
    let name = preview.party.map { RecordName.party($0, model.assessment) }
    guard preview.isShared else {
      return model.say(Words("The records become those of", "取り込み先の組織")) + ": " + (name ?? "")
    }
    let all = ([preview.party].compactMap(\.self) + preview.assessors).reduce(into: [RecordID]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    guard !all.isEmpty else {
      return model.say(
        Words(
          "Nobody assesses against it yet: \(formKey: "p") chooses who does",
          "まだどの組織の管理策にも選ばれていません（\(formKey: "p") で選ぶ）"))
    }
    let names = all.map { RecordName.party($0, model.assessment) }.joined(separator: ", ")
    return model.say(Words("Assesses against it", "この一覧で評価する組織")) + ": " + names
  }
}
