import Canvas
import Domain

/// A line as an answer to the layer in front.
extension PlainReader {
  mutating func answer(_ line: String, _ host: some PlainHost) {
    guard let layer = host.model.layers.last else { return }
    let account = layer.account(host.model)
    if gathered != nil { return gather(line, account, host) }
    let typed = TypedText.token(line.trimmed)
    if typed == "." || typed == "。" { return leave(host) }
    if typed == "?" { return explain(layer, host.model) }
    if typed.first == ":", let key = Key(name: String(typed.dropFirst())) { return press([key], host) }
    switch account.way {
    case .line(let field): give(line, field, host)
    case .fields(let fields, let cursor): fill(line, fields, cursor, host)
    case .numbers: choose(typed, host)
    case .keys: press(typed, host)
    }
  }

  func press(_ keys: [Key], _ host: some PlainHost) {
    for key in keys { host.send(.terminal(.key(key))) }
  }

  private mutating func leave(_ host: some PlainHost) {
    guard openField == nil else {
      openField = nil
      turn.wantsAll = true
      return
    }
    press([.escape], host)
  }

  private mutating func explain(_ layer: any Layer, _ model: Model) {
    turn.wantsAll = true
    let keys = layer.keyWords(model.language).joined(separator: FieldText.separator(model.language))
    let how = Words(
      "Keys, typed after a colon, as in :ctrl-t. ", "キーは : の後に名前を付けて入力します。例 :ctrl-t。")
    turn.lines = [model.say(how) + keys]
  }

  /// Words that steer everywhere, where the line is not text.
  private mutating func steers(_ typed: String, _ host: some PlainHost) -> Bool {
    switch PlainWords.steering[typed.lowercased()] {
    case .again: turn.wantsAll = true
    case .more: readOn(host.model)
    case .back: leave(host)
    default: return false
    }
    return true
  }

  // MARK: Text

  private mutating func give(_ line: String, _ field: PlainField, _ host: some PlainHost) {
    guard !line.trimmed.isEmpty else { return press([.enter], host) }
    var text = field.text(for: line, host.model.language)
    if text.hasPrefix("s/"), !field.value.isEmpty {
      guard let mended = Self.mended(field.value, by: text) else {
        turn.lines = [host.model.say(PlainWords.nothingToMend)]
        return
      }
      text = mended
    }
    press([.end, .control("u")], host)
    if !text.isEmpty { host.send(.terminal(.paste(text))) }
    if let search = host.model.layers.last as? SearchLayer, !search.found {
      turn.lines = [host.model.say(UI.noMatch)]
      return press([.escape], host)
    }
    if let entry = host.model.layers.last as? EntryLayer, entry.reading.problems.isEmpty {
      let preview = entry.reading.preview(host.model.language).joined(
        separator: FieldText.separator(host.model.language))
      if !preview.isEmpty { turn.lines = [host.model.say(PlainWords.understood) + ": " + preview] }
    }
    press([.enter], host)
  }

  /// `s/old/new/` on a text; nil where the old piece is not in it.
  static func mended(_ text: String, by order: String) -> String? {
    let parts = order.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 3, !parts[1].isEmpty, let range = text.firstRange(of: parts[1]) else { return nil }
    return text[..<range.lowerBound] + parts[2] + text[range.upperBound...]
  }

  // MARK: Numbers and keys

  /// Numbers one after another, a letter, the answer itself, or a key by its name.
  private mutating func choose(_ typed: String, _ host: some PlainHost) {
    if typed.isEmpty { return press([.enter], host) }
    if steers(typed, host) { return }
    for token in typed.split(whereSeparator: { " ,、".contains($0) }).map(String.init) {
      guard let layer = host.model.layers.last, case .numbers(let choices) = layer.account(host.model).way
      else { return }
      if let number = Self.number(token) {
        guard choices.indices.contains(number - 1) else {
          turn.lines = [host.model.say(PlainWords.noSuchNumber)]
          return
        }
        press(choices[number - 1].keys, host)
        if !choices[number - 1].stays { return }
      } else {
        return choose(word: typed, choices, host)
      }
    }
  }

  private mutating func choose(word: String, _ choices: [PlainAccount.Choice], _ host: some PlainHost) {
    let wanted = word.lowercased()
    if let meant = choices.first(where: { $0.letter.map { String($0) } == word })
      ?? choices.first(where: { $0.text.lowercased() == wanted })
    {
      press(meant.keys, host)
    } else if host.model.layers.last is RecordChoiceLayer {
      press([.end, .control("u")], host)
      host.send(.terminal(.paste(word)))
    } else if let key = Key(name: word) {
      press([key], host)
    } else {
      turn.lines = [host.model.say(PlainWords.notUnderstood)]
    }
  }

  /// A key by its name, digits one by one; an empty line is Enter.
  private mutating func press(_ typed: String, _ host: some PlainHost) {
    if typed.isEmpty { return press([.enter], host) }
    if steers(typed, host) { return }
    if let key = Key(name: typed) { return press([key], host) }
    let digits = typed.filter { $0 != " " }
    if digits.allSatisfy({ $0.isASCII && $0.isNumber }) {
      return press(digits.map(Key.character), host)
    }
    turn.lines = [host.model.say(PlainWords.notUnderstood)]
  }
}
