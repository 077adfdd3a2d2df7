import Canvas
import Domain

/// Filling in a form by the numbers of its fields.
extension PlainReader {
  private static let savingWords: Set<String> = ["save", "ok", "保存", "決定"]
  private static let leavingWords: Set<String> = ["cancel", "取消", "back", "戻る"]

  mutating func fill(_ line: String, _ fields: [PlainField], _ cursor: Int, _ host: some PlainHost) {
    let typed = TypedText.token(line.trimmed).lowercased()
    if let place = openField, fields.indices.contains(place) {
      openField = nil
      if !typed.isEmpty { set(place, line, fields, cursor, host) }
      return
    }
    if Self.savingWords.contains(typed) { return press([.control("s")], host) }
    if Self.leavingWords.contains(typed) { return press([.escape], host) }
    switch PlainWords.steering[typed] {
    case .more: return readOn(host.model)
    case .again: turn.wantsAll = true
    default: break
    }
    if typed.isEmpty || turn.wantsAll {
      turn.wantsAll = true
      return
    }
    open(line.trimmed, fields, cursor, host)
  }

  /// `3`, `3 text`, or the beginning of a field's name.
  private mutating func open(
    _ typed: String, _ fields: [PlainField], _ cursor: Int, _ host: some PlainHost
  ) {
    let parts = typed.split(maxSplits: 1) { " =　".contains($0) }.map(String.init)
    let name = TypedText.folded(parts[0])
    let place =
      Self.number(parts[0]).map { $0 - 1 } ?? fields.firstIndex { TypedText.folded($0.label).hasPrefix(name) }
    guard let place, fields.indices.contains(place) else {
      turn.lines = [
        host.model.say(Self.number(parts[0]) == nil ? PlainWords.notUnderstood : PlainWords.noSuchNumber)
      ]
      return
    }
    if parts.count > 1 { return set(place, parts[1], fields, cursor, host) }
    openField = place
    gathered = fields[place].isLong && host.model.layers.last is FormLayer ? [] : nil
  }

  private mutating func set(
    _ place: Int, _ line: String, _ fields: [PlainField], _ cursor: Int, _ host: some PlainHost
  ) {
    move(from: cursor, to: place, host)
    let text = fields[place].text(for: line, host.model.language)
    guard host.model.layers.last is MatterLayer, !fields[place].options.isEmpty else {
      press([.end, .control("u")], host)
      if !text.isEmpty { host.send(.terminal(.paste(text))) }
      return warn(of: place, host.model)
    }
    let options = fields[place].options.map(\.typed)
    guard let wanted = options.firstIndex(of: text) else {
      turn.lines = [host.model.say(PlainWords.noSuchNumber)]
      return
    }
    let now = options.firstIndex(of: fields[place].value) ?? 0
    press(Array(repeating: .right, count: (wanted - now + options.count) % options.count), host)
  }

  private func move(from cursor: Int, to place: Int, _ host: some PlainHost) {
    press(Array(repeating: place < cursor ? .up : .down, count: abs(place - cursor)), host)
  }

  /// What is wrong with a value is said at once, not only when all is saved.
  private mutating func warn(of place: Int, _ model: Model) {
    guard let form = model.layers.last as? FormLayer, form.lines.indices.contains(place) else { return }
    let line = form.lines[place]
    var pending = 1
    let parsed = FieldText.parse(
      line.text.text, field: line.field, kind: form.kind, party: form.party, assessment: model.assessment,
      language: model.language, today: model.context.today, pending: &pending)
    guard case .failure(let problem) = parsed else { return }
    turn.lines = [
      model.say(PlainWords.warning) + ": " + model.say(line.field.words) + ": " + model.say(problem.words)
    ]
  }

  // MARK: Long text

  /// Lines until a single dot; they go into the field as the editor would put them there.
  mutating func gather(_ line: String, _ account: PlainAccount, _ host: some PlainHost) {
    guard line.trimmed == "." else {
      gathered?.append(line)
      return
    }
    let lines = gathered ?? []
    gathered = nil
    guard let place = openField, case .fields(_, let cursor) = account.way else { return }
    openField = nil
    guard !lines.isEmpty else { return }
    move(from: cursor, to: place, host)
    host.send(.edited(lines == ["-"] ? "" : lines.joined(separator: "\n"), .form))
  }
}
