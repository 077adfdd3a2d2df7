import Canvas
import Domain

/// What a layer says, in lines: the question, its answers by number, its fields.
struct PlainQuestion {
  let model: Model

  init(_ model: Model) { self.model = model }

  private func say(_ words: Words) -> String { model.say(words) }
  private var comma: String { FieldText.separator(model.language) }

  /// All of it, or after an answer what the answer changed.
  ///
  /// - Parameters:
  ///   - account: What the layer says now.
  ///   - before: What it said last; nil for what is heard for the first time.
  /// - Returns: What is said.
  func lines(_ account: PlainAccount, after before: PlainAccount?) -> [String] {
    let head = before == nil ? [account.title] : []
    let lines = before?.lines == account.lines ? [] : account.lines
    return head + lines + answers(account.way, after: before?.way)
  }

  private func answers(_ way: PlainAccount.Way, after before: PlainAccount.Way?) -> [String] {
    switch way {
    case .numbers(let choices):
      return choices.enumerated().map { "\($0 + 1). " + $1.text }
    case .fields(let fields, _):
      guard case .fields(let old, _)? = before, old.count == fields.count else { return form(fields) }
      return fields.indices.filter { old[$0].value != fields[$0].value }.map { line(fields[$0], $0) }
    case .line(let field):
      guard before == nil else { return [] }
      if model.layers.last is EntryLayer { return [say(PlainWords.entryLine)] }
      return now(field) + options(field) + [say(PlainWords.textLine)]
    case .keys:
      guard before == nil else { return [] }
      let keys = model.layers.last?.keyWords(model.language) ?? []
      return [say(PlainWords.keysHere) + ": " + keys.joined(separator: comma)]
    }
  }

  // MARK: Fields

  /// Those that hold something or must, then the rest.
  private func form(_ fields: [PlainField]) -> [String] {
    let isFirst: (Int) -> Bool = { !fields[$0].value.isEmpty || fields[$0].isRequired }
    let order = fields.indices.filter(isFirst) + fields.indices.filter { !isFirst($0) }
    return [say(PlainWords.formWays)] + order.map { line(fields[$0], $0) }
  }

  private func line(_ field: PlainField, _ place: Int) -> String {
    let value = field.value.isEmpty ? say(PlainWords.empty) : field.value
    let need = field.isRequired && field.value.isEmpty ? comma + say(PlainWords.required) : ""
    let link = field.label.last.map { "?？".contains($0) } == true ? " " : ": "
    return "\(place + 1). " + field.label + link + value + need
  }

  /// A field that waits for its value: what stands there, what may.
  func open(_ field: PlainField) -> [String] {
    let value = field.value.isEmpty ? say(PlainWords.empty) : field.value
    let hint = field.options.isEmpty && !field.hint.isEmpty ? [field.hint] : []
    let how = field.isLong ? PlainWords.longText : PlainWords.fieldLine
    return [field.label + ": " + value] + hint + options(field) + [say(how)]
  }

  private func now(_ field: PlainField) -> [String] {
    let name = [field.label, field.value].filter { !$0.isEmpty }.joined(separator: ": ")
    let hint = field.options.isEmpty ? field.hint : ""
    return [name, hint].filter { !$0.isEmpty }
  }

  private func options(_ field: PlainField) -> [String] {
    field.options.enumerated().map { "\($0 + 1). " + $1.said }
  }
}
