import Canvas
import Domain

/// Actions on the statement of applicability: letters and digits in cell mode, on the line or on all marked ones.
enum ControlActions {
  static let all: [Action] = outside + inside + ControlFieldActions.all + StatementActions.all

  static let here: [ScreenID] = [.controls]

  // MARK: Command mode

  private static let outside: [Action] = [
    Action(
      "open-control", "decide the control", "欄に入る（適用・状況）", keys: [.enter], screens: here, footer: 5
    ) { model in
      if model.pane != .main { return RecordActions.open(&model) }
      return Screens.screen(model.screen).enter(&model) ?? []
    },
    Action(
      "edit-control", "edit in a form", "フォームで編集", keys: [.character("e")], screens: here,
      capability: .change,
      footer: 20
    ) { edit(&$0) },
    Action("mark-control", "mark", "印を付ける", keys: [.character(" ")], screens: here, footer: 30) { model in
      mark(&model)
      return []
    },
    Action("mark-controls", "mark all shown", "全てに印", keys: [.character("*")], screens: here) { model in
      let all = model.state.rows.filter { !ControlTag($0.tag).isHeading }
      turn(all, &model)
      return []
    },
  ]

  private static func edit(_ model: inout Model) -> [Effect] {
    if model.current != nil || !model.marks.isEmpty { return RecordActions.edit(&model) }
    guard let birth = Screens.screen(model.screen).birth(model) else {
      model.notice = Notice(model.say(UI.nothingChosen), .warning)
      return []
    }
    model.layers.append(FormLayer(birth, model))
    return []
  }

  /// A heading marks every control under it.
  private static func mark(_ model: inout Model) {
    guard let row = model.state.current else { return }
    let tag = ControlTag(row.tag)
    if tag.isHeading {
      let rest = tag.line == 0 ? model.state.rows[...] : model.state.rows[(tag.line + 1)...]
      let members = tag.line == 0 ? rest : rest.prefix { !ControlTag($0.tag).isHeading }
      turn(members.filter { !ControlTag($0.tag).isHeading }, &model)
    } else {
      turn([row], &model)
      var state = model.state
      state.walk(.down, page: 1)
      model.state = state
    }
  }

  /// Marks all, or when all are marked none.
  private static func turn(_ rows: [Row], _ model: inout Model) {
    let records = Set(rows.compactMap(\.record))
    let lines = Set(rows.filter { $0.record == nil }.map(\.tag))
    if records.isSubset(of: model.marks), lines.isSubset(of: model.markedLines) {
      model.marks.subtract(records)
      model.markedLines.subtract(lines)
    } else {
      model.marks.formUnion(records)
      model.markedLines.formUnion(lines)
    }
  }

  // MARK: Cell mode

  private static let inside: [Action] =
    [
      cell("applicable", "applicable", "適用", "a", footer: 10) { model in
        write(model) { statement in
          [Slot(ControlStatement.applicability.key): .choice(Applicability.applicable.rawValue)]
            .merging(clearing(ControlStatement.exclusionReason, statement, model)) { first, _ in first }
        }
      },
      cell("exclude", "exclude (asks why)", "除外（理由を入力）", "x", footer: 15) { model in
        let question = Words("Why is it excluded?", "除外の理由")
        model.layers.append(PromptLayer(question, .excludeControls))
        return []
      },
      cell("reasons", "reasons", "適用の理由", "r", footer: 20) { askReasons(&$0) },
    ] + statuses + [
      cell("verified", "verified today", "有効性確認済（本日）", "5") { model in
        let today = model.context.today
        return write(model) { _ in
          [
            Slot(ControlStatement.status.key): .choice(ControlStatus.implemented.rawValue),
            Slot(ControlStatement.verifiedOn.key): .day(today),
          ]
        }
      },
      cell("form", "form", "フォーム", "e", footer: 60) { edit(&$0) },
      Action(
        "leave-cell", "leave the line", "欄を出る", keys: [.escape, .enter], screens: here, footer: 90,
        inCell: true
      ) { model in
        model.state.inCell = false
        return []
      },
    ]

  private static let statuses: [Action] = ControlStatus.allCases.enumerated().map { index, status in
    let words = status.words
    let id = "status-\(index + 1)"
    let footer = index == 0 ? 30 : nil as Int?
    return Action(
      id, index == 0 ? "…5 status" : words.en, index == 0 ? "〜5 状況" : words.ja,
      keys: [.character(Character(String(index + 1)))], screens: here, capability: .change, footer: footer,
      inCell: true
    ) { model in
      write(model) { statement in
        [Slot(ControlStatement.status.key): .choice(status.rawValue)]
          .merging(clearing(ControlStatement.verifiedOn, statement, model)) { first, _ in first }
      }
    }
  }

  static func cell(
    _ id: String, _ en: String, _ ja: String, _ key: Character, footer: Int? = nil,
    run: @escaping @Sendable (inout Model) -> [Effect]
  ) -> Action {
    Action(
      "control-" + id, en, ja, keys: [.character(key)], screens: here, capability: .change, footer: footer,
      inCell: true, run: run)
  }

  static func clearing<Content>(
    _ attribute: Attribute<Content>, _ statement: RecordID?, _ model: Model
  ) -> [Slot: Value?] {
    guard let statement, model.assessment.has(statement, attribute) else { return [:] }
    return [Slot(attribute.key): Value?.none]
  }

  /// The lines meant: the marked ones, else the cursor's; headings never.
  static func targets(_ model: Model) -> [Row] {
    let marked = model.state.rows.filter {
      $0.record.map(model.marks.contains) ?? model.markedLines.contains($0.tag)
    }
    let rows = marked.isEmpty ? model.state.current.map { [$0] } ?? [] : marked
    return rows.filter { !ControlTag($0.tag).isHeading }
  }

  /// Sets fields on every line meant, as one act; statements that are not there yet are made.
  ///
  /// - Parameters:
  ///   - model: Where the lines are.
  ///   - first: What must be done before, such as making a person.
  ///   - values: What a line's statement is to say; the statement is nil where there is none yet.
  /// - Returns: The order; none where no line is meant.
  static func write(
    _ model: Model, after first: [Command] = [], _ values: (RecordID?) -> [Slot: Value?]
  ) -> [Effect] {
    guard let front = ControlsScreen.front(model, model.state) else { return [] }
    var commands = first
    for (index, row) in targets(model).enumerated() {
      let fields = values(row.record)
      if let statement = row.record {
        commands += RecordKind.controlStatement.setting(fields, of: statement)
      } else if let named = ControlsScreen.values(of: row, model) {
        let all = named.merging(fields.compactMapValues { $0 }) { first, _ in first }
        commands.append(
          .create(Draft(.controlStatement, party: front, pending: index + 1, values: all)))
      }
    }
    return commands.count == first.count ? [] : [.perform(commands, .action)]
  }

  /// The reason given at the prompt goes to every line meant.
  static func exclude(_ model: Model, because reason: String) -> [Effect] {
    write(model) { _ in
      [
        Slot(ControlStatement.applicability.key): .choice(Applicability.excluded.rawValue),
        Slot(ControlStatement.exclusionReason.key): .text(reason),
      ]
    }
  }

  private static func askReasons(_ model: inout Model) -> [Effect] {
    let reasons = targets(model).first?.record.flatMap {
      model.assessment[$0, ControlStatement.inclusionReasons]
    }
    let field = ControlStatement.inclusionReasons.field
    model.layers.append(
      ChoicesLayer(
        title: field.words, options: field.type.options,
        chosen: Set(reasons?.members.map(\.rawValue) ?? [])
      ) { model, keys in
        write(model) { _ in [Slot(field.key): keys.isEmpty ? nil as Value? : .choices(keys)] }
      })
    return []
  }
}
