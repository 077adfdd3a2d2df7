import Canvas
import Terminal

/// What can be known of the terminal the doctor was called in.
struct TerminalFacts {
  /// Nil where an interface can be shown.
  private(set) var refusal: SessionError?
  private(set) var answers = TerminalAnswers()
  private(set) var depth: ColorDepth?
  private(set) var colours: Int?
  private(set) var size: Size?
  private(set) var isLocaleSubstituted = false

  /// Takes the terminal for a moment and asks it; over a slow line answers take longer than a program would wait.
  static func asked(_ environment: [String: String]) -> TerminalFacts {
    var facts = TerminalFacts()
    do {
      let session = try Session(theme: .plain, environment: environment)
      defer { session.close() }
      session.inquire(askingName: true)
      session.settle(within: .seconds(1))
      facts.answers = session.answers
      facts.depth = session.depth
      facts.colours = session.colours
      facts.size = session.size
      facts.isLocaleSubstituted = session.isLocaleSubstituted
    } catch {
      facts.refusal = error
    }
    return facts
  }
}
