package import Canvas
package import Domain

/// The filter line at the foot: the list narrows as it is typed, Esc puts back what was there.
package struct FilterLayer: Layer {
  let kind: RecordKind
  var field: TextField
  /// What was shown before, for Esc.
  private let before: FilteredRows?
  private let start: RecordID?
  private var fault: FilterFault?
  private var completions: [Completion] = []
  /// Filters of saved views, for ↑ and ↓.
  private let views: [String]
  private var view: Int?

  package let footRows = 4

  package init(_ kind: RecordKind, _ model: Model) {
    self.kind = kind
    before = model.filtered[kind]
    start = model.current
    field = TextField(before?.text ?? "")
    views = SavedViews.offered(model).compactMap { model.assessment[$0, SavedView.filter] }
    refresh(model)
  }

  package var hints: [(String, Words)] {
    [
      ("Enter", Words("apply", "適用")), ("Tab", Words("complete", "補完")),
      ("Ctrl-S", Words("save as a view", "ビューに保存")),
    ] + (views.isEmpty ? [] : [("↑ ↓", Words("views", "ビュー"))])
      + [("Ctrl-U", Words("clear", "消去")), ("Esc", Words("as before", "元に戻す"))]
  }

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    switch input {
    case .key(.escape), .key(.control("c")):
      model.filtered[kind] = before
      model.prepare()
      if let start { _ = model.select(start) }
      return .closes
    case .key(.enter): return fault == nil ? .closes : .stays
    case .key(.control("s")):
      guard fault == nil else { return .stays }
      model.layers.append(SavedViews.question(model))
      return .closes
    case .key(.tab):
      if let first = completions.first { field.replace(from: first.start, with: first.insert) }
    case .key(.up): recall(-1)
    case .key(.down): recall(1)
    case .key(let key): if !field.receive(key) { return .stays }
    case .paste(let text): field.paste(text)
    }
    narrow(&model)
    return .stays
  }

  private mutating func recall(_ step: Int) {
    guard !views.isEmpty else { return }
    let next = view.map { ($0 + step + views.count) % views.count } ?? (step > 0 ? 0 : views.count - 1)
    view = next
    field.text = views[next]
  }

  /// What cannot be read yet leaves the list as it is.
  private mutating func narrow(_ model: inout Model) {
    do throws(FilterFault) {
      model.apply(try model.filter(field.text, kind), to: kind)
      fault = nil
    } catch {
      fault = error
    }
    refresh(model)
    model.prepare()
    if let start { _ = model.select(start) }
  }

  private mutating func refresh(_ model: Model) {
    completions = FilterCompletions(
      kind: kind, party: model.party, assessment: model.assessment, language: model.language
    ).completions(field.head)
  }

  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let box = model.layout.main.inset()
    let inside = pen.foot(footRows, of: box, role: .border).inset(columns: 1, rows: 0)
    let count = Self.count(model)
    let used = pen.put("f" + pen.glyphs[.promptInput] + " ", at: inside.origin, role: .title)
    let room = inside.columns - used - DisplayWidth.width(of: count) - 2
    field.draw(
      &pen, at: inside.origin.moved(columns: used), width: room,
      placeholder: model.say(kind == .commitment ? Self.ruleExample : Self.riskExample))
    pen.putRight(count, at: inside.origin, width: inside.columns, role: .titleCount)
    if let fault {
      let sentence = "\(fault.column): " + model.say(fault.words)
      pen.put(sentence, at: inside.line(1).origin, role: .messageError, width: inside.columns)
    }
    let text = completions.map(\.display).joined(separator: "  ")
    guard !text.isEmpty else { return }
    let line = inside.line(fault == nil ? 1 : 2)
    pen.put([("Tab ", .footerKey), (text, .text)], at: line.origin, width: line.columns)
  }

  package func account(_ model: Model) -> PlainAccount {
    let fault = fault.map { ["\($0.column): " + model.say($0.words)] } ?? []
    let example = model.say(kind == .commitment ? Self.ruleExample : Self.riskExample)
    return PlainAccount(
      title: model.say(Words("Filter", "絞り込み")) + ", " + Self.count(model),
      lines: fault + [
        model.say(Words("For example: ", "例: ")) + example,
        model.say(Words("A dash shows all.", "- で全件を表示。")),
      ],
      way: .line(PlainField(label: "", value: field.text)))
  }

  private static let riskExample = Words(
    "owner:Sato level>=high status:open source~lock !tag:old", "担当:佐藤 レベル>=高 状態:未完了 源~ロック !タグ:旧")
  private static let ruleExample = Words(
    "kind:law issuer~METI  @org-1,org-7 (columns)", "種類:法律 発行~経済産業省  @org-1,org-7（列）")

  private static func count(_ model: Model) -> String {
    let (some, all) = (model.state.rows.count, model.unfilteredCount)
    if let sheet = model.adoption, model.screen == .adoption {
      let rules = sheet.rules.count
      return model.say(Words("\(some) of \(rules)", "\(rules)件中 \(some)件"))
    }
    if model.screen == .register { return model.say(Words("\(some) of \(all)", "\(all)件中 \(some)件")) }
    let shown = model.filterKind.map { model.shown($0).count } ?? all
    return model.say(Words("\(shown) of \(all)", "\(all)件中 \(shown)件"))
  }
}
