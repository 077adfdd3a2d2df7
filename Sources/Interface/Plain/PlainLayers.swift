import Canvas
import Domain

/// How the layers that are met most say themselves.
extension ConfirmLayer {
  package func account(_ model: Model) -> PlainAccount {
    PlainAccount(
      title: model.say(question), lines: lines,
      way: .numbers(PlainAccount.yesOrNo(model)))
  }
}

extension PlainAccount {
  /// The two answers to a question.
  static func yesOrNo(_ model: Model) -> [Choice] {
    [
      Choice(text: model.say(UI.yes), keys: [.character("y")], letter: "y"),
      Choice(text: model.say(UI.no), keys: [.character("n")], letter: "n"),
    ]
  }
}

extension OptionLayer {
  func account(_ model: Model) -> PlainAccount {
    PlainAccount(
      title: model.say(title), way: PlainAccount.list(options.map(model.say), cursor: cursor.place))
  }
}

extension ChoicesLayer {
  package func account(_ model: Model) -> PlainAccount {
    let texts = options.map { option in
      model.say(option.words) + ": " + model.say(chosen.contains(option.key) ? UI.yes : UI.no)
    }
    return PlainAccount(
      title: model.say(title),
      lines: [model.say(Words("Numbers switch; Enter saves.", "番号で切り替え、Enter（空行）で保存。"))],
      way: PlainAccount.list(texts, cursor: cursor.place, by: .character(" "), stays: true))
  }
}

extension PickLayer {
  package func account(_ model: Model) -> PlainAccount {
    PlainAccount(
      title: title, way: PlainAccount.list(records.map { model.line(of: $0) }, cursor: cursor.place))
  }
}

extension PromptLayer {
  package func account(_ model: Model) -> PlainAccount {
    PlainAccount(
      title: model.say(question), lines: [problem].compactMap(\.self),
      way: .line(PlainField(label: "", value: field.text)))
  }
}

extension SearchLayer {
  package func account(_ model: Model) -> PlainAccount {
    PlainAccount(
      title: model.say(Words("Search for", "検索する語")),
      lines: found ? [] : [model.say(UI.noMatch)],
      way: .line(PlainField(label: "", value: field.text)))
  }
}

extension EntryLayer {
  package func account(_ model: Model) -> PlainAccount {
    var lines: [String] = []
    if let message { lines.append(message.text) }
    if field.isEmpty {
      let example = EntryExample.line(for: birth, in: model.assessment.scope, model.language)
      lines.append(model.say(Words("For example: ", "例: ")) + example)
    } else {
      lines.append(model.say(PlainWords.standsAs) + " " + field.text)
      lines += reading.problems.map { said($0, model).replacing("Tab", with: ":tab") }
      if !completions.isEmpty {
        lines.append(
          model.say(Words("It may go on: ", "候補: ")) + completions.map(\.display).joined(separator: "; "))
      }
      lines.append(model.say(PlainWords.mend))
    }
    return PlainAccount(
      title: model.say(UI.newRecord) + ": " + model.say(birth.kind.description.words), lines: lines,
      way: .line(PlainField(label: model.say(birth.kind.description.words), value: field.text)))
  }
}

extension LetterLayer {
  package func account(_ model: Model) -> PlainAccount {
    PlainAccount(
      title: model.say(Words("Cell", "欄")) + ": " + PlainPage(model).currentCell,
      lines: [model.say(Words("Type its letter; . leaves the cell.", "値の文字を入力。ピリオドだけの行で欄を出ます。"))],
      way: .keys)
  }
}

extension MattersLayer {
  package func account(_ model: Model) -> PlainAccount {
    let choices = MatterActions.choices.map { choice in
      let reason = choice.unless(model).map { " (" + model.say($0) + ")" } ?? ""
      return PlainAccount.Choice(
        text: model.say(choice.words) + reason, keys: [.character(choice.key)], letter: choice.key)
    }
    return PlainAccount(
      title: model.say(Words("Matters of all", "全体に関わること")), way: .numbers(choices))
  }
}

extension MatterLayer {
  func account(_ model: Model) -> PlainAccount {
    let follows =
      foreseen.refusal == nil ? Words("What follows", "これを行うと") : Words("Cannot be done", "できない理由")
    let said =
      lines.isEmpty
      ? []
      : [model.say(follows) + ":"]
        + lines.map { line in
          line.tone == .warning ? model.say(PlainWords.warning) + ": " + line.text : line.text
        }
    guard !isAsking else {
      let question =
        matter.isFinal
        ? Words("Do it? Undo does not take it back.", "実行しますか？（元に戻せません）") : Words("Do it?", "実行しますか？")
      return PlainAccount(
        title: matter.title(model), lines: said + [model.say(question)],
        way: .numbers(PlainAccount.yesOrNo(model)))
    }
    let fields = fields.map { field in
      PlainField(
        label: model.say(field.words),
        value: field.options.map { $0.indices.contains(field.choice) ? model.say($0[field.choice]) : "" }
          ?? field.text.text,
        options: field.options?.map { PlainField.Option(said: model.say($0), typed: model.say($0)) } ?? [],
        isRequired: field.isNeeded)
    }
    return PlainAccount(
      title: matter.title(model), lines: said + [problem].compactMap(\.self),
      way: .fields(fields, cursor: cursor))
  }
}

extension FormLayer {
  package func account(_ model: Model) -> PlainAccount {
    PlainAccount(
      title: title(model), lines: [problem].compactMap(\.self),
      way: .fields(lines.map { field($0, model) }, cursor: cursor))
  }

  private static let mostOptions = 20

  private func field(_ line: Line, _ model: Model) -> PlainField {
    let whose = line.slot.party.map { " " + model.shortName(of: $0) } ?? ""
    return PlainField(
      label: model.say(line.field.words) + whose, value: line.text.text,
      hint: FormHint.text(for: line.field, party: party, model), options: options(line, model),
      takesSeveral: line.field.type.takesSeveral, isLong: line.field.type == .longText,
      isRequired: isNeeded(line.field, model))
  }

  /// A closed list, or the records that may be meant as long as they are few.
  private func options(_ line: Line, _ model: Model) -> [PlainField.Option] {
    switch line.field.type {
    case .choice(let options), .choices(let options):
      return options.map { PlainField.Option(said: model.say($0.words), typed: model.say($0.words)) }
    case .flag:
      return [UI.yes, UI.no].map { PlainField.Option(said: model.say($0), typed: model.say($0)) }
    case .reference, .references:
      let found = FieldText.completions(
        for: "", field: line.field, kind: kind, party: party, assessment: model.assessment,
        language: model.language, limit: Self.mostOptions + 1)
      return found.count > Self.mostOptions
        ? [] : found.map { PlainField.Option(said: $0.display, typed: $0.insert) }
    case .text, .longText, .step, .day, .number, .integer, .list, .table, .loss, .target: return []
    }
  }
}

extension FieldType {
  fileprivate var takesSeveral: Bool {
    switch self {
    case .choices, .references: true
    default: false
    }
  }
}

extension Model {
  /// A record as a line of its own: its identifier and its name.
  func line(of record: RecordID) -> String { assessment.label(of: record) + " " + shownName(of: record) }
}
