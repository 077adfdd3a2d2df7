import Canvas
import Domain

/// Making, editing, deleting, marking, copying records, and going to what hangs on them.
enum RecordActions {
  static let all: [Action] = [
    Action("open", "open / edit", "開く・編集", keys: [.enter], footer: 20) { open(&$0) }
      .idle(where: opensNothing),
    Action("new", "new", "新規", keys: [.character("n")], capability: .change, footer: 10, unless: noLine) {
      model in
      guard let birth = Screens.screen(model.screen).birth(model) else { return [] }
      // What is written appears there, also where the gate stands in its place.
      model.pane = .main
      model.layers.append(EntryLayer(birth, model))
      return []
    },
    Action(
      "new-form", "new, by form", "フォームで新規", keys: [.character("N")], capability: .change, unless: noBirth
    ) {
      model in
      guard let birth = Screens.screen(model.screen).birth(model) else { return [] }
      model.layers.append(FormLayer(birth, model))
      return []
    },
    Action(
      "edit", "edit in a form", "フォームで編集", keys: [.character("e")], capability: .audit, unless: nothingChosen
    ) {
      edit(&$0)
    },
    Action(
      "edit-text", "edit long text in $EDITOR", "長文をエディタで編集", keys: [.character("E")], capability: .change,
      unless: nothingChosen
    ) {
      editText(&$0)
    },
    Action("delete", "delete", "削除", keys: [.character("d")], capability: .change, unless: nothingChosen) {
      delete(&$0)
    },
    Action("undo", "undo", "元に戻す", keys: [.character("u")], capability: .audit, footer: 80) { _ in [.undo] },
    Action("redo", "redo", "やり直す", keys: [.control("r")], capability: .audit) { _ in [.redo] },
    Action("mark", "mark", "印を付ける", keys: [.character(" ")], unless: cannotMark) { model in
      guard let record = model.current else { return [] }
      model.marks.formSymmetricDifference([record])
      var state = model.state
      state.walk(.down, page: 1)
      model.state = state
      return []
    },
    Action("mark-all", "mark all shown", "全てに印", keys: [.character("*")], unless: showsNoMarks) { model in
      let shown = Set(model.state.rows.compactMap(\.record))
      model.marks = model.marks == shown ? [] : shown
      return []
    },
    Action(
      "repeat", "repeat the last change", "直前の変更を繰り返す", keys: [.character(".")], capability: .change,
      unless: LastEdit.nothingToRepeat
    ) { model in
      model.lastEdit.map { [.perform($0.commands(for: model), .action)] } ?? []
    },
    Action("comment", "comment", "コメント", keys: [.character("c")], capability: .change, unless: nothingChosen)
    { model in
      guard let record = model.current else { return [] }
      model.layers.append(PromptLayer(Words("Comment", "コメント"), .comment(record)))
      return []
    },
    Action("trace", "trace", "根拠の追跡", keys: [.character("t")], footer: 60) { model in
      model.states[.trace, default: ScreenState()].variant = TraceLines.Ways.all.rawValue
      return follow(&model, .trace)
    }.idle(where: isTraced),
    Action("history", "history", "変更履歴", keys: [.character("o")]) { model in
      model.historyFilter = HistoryFilter()
      model.historyAsked = nil
      return follow(&model, .history)
    },
    Action("copy-row", "copy the row (TSV)", "行をコピー（TSV）", keys: [.character("y")], unless: nothingChosen) {
      model in
      [.copy(model.chosen.map { tabbed($0, model) }.joined(separator: "\n"))]
    },
    Action("copy-id", "copy the id", "IDをコピー", keys: [.character("Y")], unless: nothingChosen) { model in
      [.copy(model.chosen.map(model.assessment.label(of:)).joined(separator: " "))]
    },
  ]

  @Sendable static func nothingChosen(_ model: Model) -> Words? {
    model.chosen.isEmpty ? UI.nothingChosen : nil
  }

  @Sendable private static func showsNoMarks(_ model: Model) -> Words? {
    Screens.screen(model.screen).showsMarks
      ? nil : Words("Nothing is marked on this screen.", "この画面では印を付けられません。")
  }

  @Sendable private static func cannotMark(_ model: Model) -> Words? {
    showsNoMarks(model) ?? nothingChosen(model)
  }

  /// A line says itself whose it is, by `@` or `^`; a form cannot.
  @Sendable private static func noLine(_ model: Model) -> Words? {
    Screens.screen(model.screen).birth(model) == nil ? noBirth(model) : nil
  }

  @Sendable private static func noBirth(_ model: Model) -> Words? {
    guard let birth = Screens.screen(model.screen).birth(model) else {
      return model.party == nil ? UI.choosePartyFirst : Screens.screen(model.screen).nothingMade(model)
    }
    return birth.party == nil && birth.kind.description.ownership == .party ? UI.choosePartyFirst : nil
  }

  /// Nothing stands under the cursor that Enter opens.
  @Sendable static func opensNothing(_ model: Model) -> Bool {
    guard model.pane != .gate else { return model.shownFindings.isEmpty }
    guard model.marks.isEmpty else { return false }
    return !(model.state.current.map { Screens.screen(model.screen).opens($0, model) } ?? false)
  }

  /// The trace in front is of the record under the cursor already, all ways.
  @Sendable private static func isTraced(_ model: Model) -> Bool {
    model.screen == .trace && model.state.variant == TraceLines.Ways.all.rawValue
      && (model.current == nil || model.current == model.focus)
  }

  static func open(_ model: inout Model) -> [Effect] {
    if model.pane == .gate {
      let findings = model.shownFindings
      guard findings.indices.contains(model.gateCursor) else { return [] }
      let finding = findings[model.gateCursor]
      model.pane = .main
      goTo(finding, &model)
      return []
    }
    if let effects = Screens.screen(model.screen).enter(&model) { return effects }
    return model.chosen.isEmpty ? [] : edit(&model)
  }

  /// To the record of a finding; where it is about a whole party, to the screen on which it is mended.
  static func goTo(_ finding: GateFinding, _ model: inout Model) {
    guard let record = finding.record, model.assessment.kind(of: record) != .party else {
      let party = finding.record
      let screen =
        Self.screenOfRule[finding.rule].map { $0 } ?? ScreenID.views(of: finding.phase)[0]
      model.go(to: screen)
      if let party, model.party != party { model.showParty(party) }
      if finding.rule == "M7" { ContextScreen.goTo(.clauses, &model) }
      if finding.rule == "A1", let party { ContextScreen.goToPeople(of: party, &model) }
      if finding.rule == "A6", let party {
        ContextScreen.goTo(ContextScreen.missingPart(of: party, model.assessment), &model)
      }
      return
    }
    model.jump(to: record)
  }

  private static let screenOfRule: [String: ScreenID] = [
    "A1": .context, "A6": .context, "M6": .review, "M7": .context,
  ]

  /// Opens the form on the chosen records, as far as they are of one kind.
  static func edit(_ model: inout Model) -> [Effect] {
    let chosen = model.chosen
    guard let first = chosen.first, let kind = model.assessment.kind(of: first) else { return [] }
    let alike = chosen.filter { model.assessment.kind(of: $0) == kind }
    // What an auditor found an auditor may word anew.
    if let reason = model.reasonHeldBack(Access.auditKinds.contains(kind) ? .audit : .change) {
      model.notice = Notice(model.say(reason), .warning)
      return []
    }
    if let lock = model.assessment.lock(on: first) {
      let description = kind.description
      let refusal = Refusal.locked(
        first, description.title, party: lock.party, phase: lock.phase, state: lock.state)
      model.notice = Notice(model.say(Sentence.words(refusal, model.assessment)), .warning)
    }
    model.layers.append(FormLayer(editing: alike, model))
    return []
  }

  private static func editText(_ model: inout Model) -> [Effect] {
    guard let record = model.current, let kind = model.assessment.kind(of: record) else { return [] }
    let description = kind.description
    let field = description.fields.first { $0.type == .longText && !$0.perParty } ?? description.title
    if let sentence = model.lockSentence(record, Slot(field.key)) {
      model.notice = Notice(sentence, .warning)
      return []
    }
    let text = FieldText.edit(
      model.assessment.value(record, field.key), field, model.assessment, model.language)
    return [.edit(text, .field(record, Slot(field.key)))]
  }

  private static func delete(_ model: inout Model) -> [Effect] {
    let chosen = model.chosen
    let isPointedAt = chosen.contains { !model.assessment.sources(of: $0).isEmpty }
    let lines = chosen.prefix(6).map { record in
      model.assessment.label(of: record) + " " + (model.assessment.title(of: record) ?? "")
    }
    let more = chosen.count > lines.count ? ["+\(chosen.count - lines.count)"] : []
    let commands = chosen.map { isPointedAt ? Command.removeAndUnlink($0) : .remove($0) }
    model.layers.append(
      ConfirmLayer(
        isPointedAt ? UI.deleteAndUnlink : UI.deleteRecord, lines: lines + more,
        onYes: .effects([.perform(commands, .removal)])))
    return []
  }

  private static func follow(_ model: inout Model, _ screen: ScreenID) -> [Effect] {
    guard model.screen != screen else {
      if let record = model.current { model.refocus(on: record) }
      return []
    }
    let record = model.current
    model.go(to: screen)
    model.focus = record ?? (screen == .trace ? model.focus : nil)
    model.prepare()
    return []
  }

  private static func tabbed(_ record: RecordID, _ model: Model) -> String {
    let values = model.assessment.values(of: record).compactMap { slot, value in
      model.assessment.kind(of: record)?.description.field(slot.key).map {
        FieldText.display(value, $0, model.assessment, model.language)
      }
    }
    return ([model.assessment.label(of: record)] + values)
      .map { $0.replacing("\t", with: " ").replacing("\n", with: " ") }.joined(separator: "\t")
  }
}

extension Model {
  /// Text came back from the editor.
  mutating func finishEditing(_ text: String?, _ target: EditTarget) -> [Effect] {
    guard let text else { return [] }
    switch target {
    case .form:
      if var form = layers.last as? FormLayer {
        form.edited(text)
        layers[layers.count - 1] = form
      } else if var cell = layers.last as? CellLayer {
        layers.removeLast()
        let depth = layers.count
        return keep(cell.edited(text, &self), cell, depth)
      }
      return []
    case .field(let record, let slot):
      guard assessment.exists(record) else { return [] }
      var form = FormLayer(editing: [record], at: slot.key, self)
      guard form.lines[form.cursor].slot == slot else { return [] }
      form.edited(text)
      let depth = layers.count
      return keep(form.save(&self), form, depth)
    }
  }

  /// What was written outside stays open where it cannot be saved, below a question it led to.
  private mutating func keep(_ result: LayerResult, _ layer: any Layer, _ depth: Int) -> [Effect] {
    if !result.closes { layers.insert(layer, at: depth) }
    return result.effects
  }
}
