import Canvas
import Domain

/// What a layer says to whoever hears it, and what it takes for an answer.
package struct PlainAccount: Hashable, Sendable {
  /// What it is about.
  var title: String
  /// What is said before the answer is asked for.
  var lines: [String] = []
  var way: Way

  /// How it is answered.
  enum Way: Hashable, Sendable {
    /// By the names of its keys.
    case keys
    /// By a line of text, given with Enter.
    case line(PlainField)
    /// By a number: the keys that each line takes.
    case numbers([Choice])
    /// Field by field, in any order; the cursor stands on one of them.
    case fields([PlainField], cursor: Int)
  }

  /// One numbered answer.
  struct Choice: Hashable, Sendable {
    let text: String
    /// What is pressed for it.
    let keys: [Key]
    /// Letters that mean it as well.
    var letter: Character?
    /// The same question stands afterwards, as with lines switched on and off.
    var stays = false
  }

  /// Answers of a list with a cursor: so many keys lead there, then one chooses.
  static func list(_ texts: [String], cursor: Int, by key: Key = .enter, stays: Bool = false) -> Way {
    .numbers(
      texts.enumerated().map { place, text in
        let step = place < cursor ? Key.up : .down
        return Choice(
          text: text, keys: Array(repeating: step, count: abs(place - cursor)) + [key], stays: stays)
      })
  }
}

/// Something to be filled in.
package struct PlainField: Hashable, Sendable {
  let label: String
  /// What stands there now.
  let value: String
  /// What may be typed, in a few words; empty where nothing needs to be said.
  var hint = ""
  /// What may be chosen by number: what is said of it, what is typed for it.
  var options: [Option] = []
  /// Several options may hold at once.
  var takesSeveral = false
  /// Several lines of text.
  var isLong = false
  /// A gate asks for it.
  var isRequired = false

  /// One value that may be chosen.
  struct Option: Hashable, Sendable {
    let said: String
    let typed: String
  }

  /// What a typed line means here: numbers stand for options, a dash empties.
  func text(for line: String, _ language: Language) -> String {
    let line = line.trimmed
    if line == "-" || line == "－", !value.isEmpty { return "" }
    guard !options.isEmpty else { return line }
    let tokens = line.split { " ,、，　".contains($0) }.map { PlainReader.number(String($0)) }
    let places = tokens.compactMap(\.self).filter { options.indices.contains($0 - 1) }
    guard !tokens.isEmpty, places.count == tokens.count, takesSeveral || places.count == 1 else {
      return line
    }
    return places.map { options[$0 - 1].typed }.joined(separator: FieldText.separator(language))
  }
}

extension Layer {
  /// Read off its picture; layers that can say it better do.
  package func account(_ model: Model) -> PlainAccount {
    var pen = Pen(
      size: model.size, glyphs: model.glyphs, language: model.language, keymap: model.keymap)
    draw(model, &pen, in: model.layout.body)
    let lines = PlainPicture.lines(of: pen.frame, in: Rect(pen.frame.size), model.language, isWhole: true)
    let isText = pen.frame.showsCursor
    return PlainAccount(
      title: lines.first ?? "", lines: Array(lines.dropFirst()),
      way: isText ? .line(PlainField(label: "", value: "")) : .keys)
  }

  /// Its keys with what they do, to be named.
  func keyWords(_ language: Language) -> [String] {
    hints.map { key, words in PlainWords.key(key, language) + ": " + words[language] }
  }
}
