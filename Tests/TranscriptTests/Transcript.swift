import Foundation
import ProgramDriver

/// A readable file of commands with what they print and how they end.
///
/// A line `$ …` is a line of shell; the lines up to the next one are its standard output, those that begin with `!`
/// its diagnostics, and `= N` its exit status where it is not 0. `#` at the beginning of a line is a comment.
struct Transcript {
  /// One command with what follows it.
  struct Step {
    let comments: [String]
    let command: String
    let expected: [String]
    let line: Int
  }

  let steps: [Step]
  private let tail: [String]

  init(_ text: String) {
    var steps: [Step] = []
    var comments: [String] = []
    var open: (comments: [String], command: String, line: Int)?
    var expected: [String] = []
    func finish() {
      guard let step = open else { return }
      while expected.last?.isEmpty == true { expected.removeLast() }
      steps.append(
        Step(comments: step.comments, command: step.command, expected: expected, line: step.line))
      (open, expected) = (nil, [])
    }
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      .enumerated()
    {
      if line.hasPrefix("$ ") {
        finish()
        open = (comments, String(line.dropFirst(2)), index + 1)
        comments = []
      } else if line.hasPrefix("#") || (open == nil && !line.isEmpty) {
        finish()
        comments.append(line)
      } else if open != nil {
        expected.append(line)
      }
    }
    finish()
    self.steps = steps
    tail = comments
  }

  /// Runs every step on one desk and returns what it did instead of what it should, step by step.
  func run(on desk: ScratchDesk) throws -> [(step: Step, actual: [String])] {
    try steps.map { step in (step, Self.lines(try desk.run(step.command))) }
  }

  /// The file as it would be if what was done were right.
  func text(_ results: [(step: Step, actual: [String])]) -> String {
    let blocks = results.map { result in
      (result.step.comments + ["$ " + result.step.command] + result.actual).joined(separator: "\n")
    }
    return (blocks + (tail.isEmpty ? [] : [tail.joined(separator: "\n")])).joined(separator: "\n\n") + "\n"
  }

  private static func lines(_ outcome: ScratchDesk.Outcome) -> [String] {
    func lines(_ text: String) -> [String] {
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      while lines.last?.isEmpty == true { lines.removeLast() }
      return lines
    }
    return lines(outcome.output) + lines(outcome.diagnostics).map { "! " + $0 }
      + (outcome.status == 0 ? [] : ["= \(outcome.status)"])
  }
}
