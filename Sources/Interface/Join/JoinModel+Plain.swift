import Canvas
import Domain

/// The participant's card line by line.
extension JoinModel {
  /// What the card shows, read out.
  package func said() -> [String] {
    let frame = view()
    return PlainPicture.lines(of: frame, in: Rect(frame.size), language)
  }

  /// Takes a line in: a number chooses, two digits are an estimate, a word is a key by its name.
  ///
  /// - Parameter line: As typed.
  /// - Returns: What is ordered.
  package mutating func take(_ line: String) -> [JoinEffect] {
    let typed = TypedText.token(line)
    if PlainWords.steering[typed.lowercased()] == .quit { return press([.character("q")]) }
    if typed.isEmpty { return press([.enter]) }
    if !choices.isEmpty, let number = PlainReader.number(typed), choices.indices.contains(number - 1) {
      let step = number - 1 < cursor ? Key.up : .down
      return press(Array(repeating: step, count: abs(number - 1 - cursor)) + [.enter])
    }
    let digits = typed.filter { $0 != " " && $0 != "," }
    if digits.allSatisfy({ $0.isASCII && $0.isNumber }) {
      return press([.escape] + digits.map(Key.character) + (digits.count == 2 ? [.enter] : []))
    }
    return Key(name: typed).map { press([$0]) } ?? []
  }

  private mutating func press(_ keys: [Key]) -> [JoinEffect] {
    keys.flatMap { update(.key($0)) }
  }
}
