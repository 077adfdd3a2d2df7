import Canvas
import Domain

/// The start screen line by line: its choices by number, its form question by question.
extension StartModel {
  /// What can be chosen, or what is asked.
  package func said() -> [String] {
    let lines = form.map(question) ?? page
    return (lines + [notice.map(\.text) ?? ""]).map { PlainText.said($0, language) }.filter { !$0.isEmpty }
  }

  private var page: [String] {
    [StartWords.subtitle[language]]
      + rows.enumerated().map { "\($0 + 1). " + heading(of: $1)[language] + ": " + text(of: $1) }
      + [StartWords.plainWays[language]]
  }

  private func question(_ form: StartForm) -> [String] {
    let question = form.questions[form.cursor]
    let label = StartWords.label(question)[language]
    let problem = form.problem.map { [$0[language]] } ?? []
    guard question == .scope else {
      let hint = placeholder(question)
      let now = form.field(question).text
      let asked = label + (hint.isEmpty ? "" : " (" + hint + ")") + (now.isEmpty ? "" : ": " + now)
      return problem + [asked] + (form.questions.count == 1 ? [StartWords.plainLeaving[language]] : [])
    }
    return problem + [form.title[language], label + ":"]
      + Scope.allCases.enumerated().map { "\($0 + 1). " + $1.words[language] }
      + [StartWords.plainFormWays[language]]
  }

  /// Takes a line in, as the keys that mean the same.
  ///
  /// - Parameter line: As typed.
  /// - Returns: What is ordered.
  package mutating func take(_ line: String) -> [StartEffect] {
    let typed = TypedText.token(line)
    guard let form else { return choose(typed) }
    if typed == "." || typed == "。" { return press([.escape]) }
    guard form.questions[form.cursor] == .scope else {
      guard !typed.isEmpty else { return press([.enter]) }
      return press([.end, .control("u")]) + update(.paste(line.trimmed)) + press([.enter])
    }
    guard let number = PlainReader.number(typed), Scope.allCases.indices.contains(number - 1) else {
      return typed.isEmpty ? press([.enter]) : []
    }
    let now = Scope.allCases.firstIndex(of: form.scope) ?? 0
    let steps = (number - 1 - now + Scope.allCases.count) % Scope.allCases.count
    return press(Array(repeating: .right, count: steps) + [.enter])
  }

  private mutating func choose(_ typed: String) -> [StartEffect] {
    if let number = PlainReader.number(typed) {
      guard rows.indices.contains(number - 1) else { return [] }
      cursor = number - 1
      return press([.enter])
    }
    if PlainWords.steering[typed.lowercased()] == .quit { return [.quit] }
    return Key(name: typed).map { press([$0]) } ?? []
  }

  private mutating func press(_ keys: [Key]) -> [StartEffect] {
    keys.flatMap { update(.key($0)) }
  }
}
