import Foundation
import ProgramDriver

/// What a person does and sees, step by step, as written in a file of `Walks`: one step a line.
struct WalkScript {
  /// One line of the file.
  enum Step {
    case heading(String)
    /// Keys by their names, one after another.
    case press([String])
    case type(String)
    /// Typed, then Enter.
    case line(String)
    /// In a form: find the field by its name, write it anew.
    case field(String, String)
    /// Leave the entry line.
    case close
    case sees(String)
    case gone(String)
    /// A gate rule finds something, or nothing any more: with the key of the party asked for.
    case fires(String, party: String)
    case clears(String, party: String)
  }

  let steps: [(number: Int, step: Step)]

  /// - Parameter name: Of a file beside the tests.
  /// - Throws: `ScratchDesk.Missing` for a line that is no step.
  init(_ name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Walks/" + name)
    let lines = try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    steps = try lines.enumerated().compactMap { index, line in
      guard !line.isEmpty, !line.hasPrefix("#") else { return nil }
      guard let step = Self.step(String(line)) else {
        throw ScratchDesk.Missing("\(name):\(index + 1): no step: \(line)")
      }
      return (index + 1, step)
    }
  }

  private static func step(_ line: String) -> Step? {
    let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
    let rest = parts.count == 2 ? parts[1] : ""
    switch parts[0] {
    case "==": return .heading(rest)
    case "keys": return .press(rest.split(separator: " ").map(String.init))
    case "type": return .type(rest)
    case "line": return .line(rest)
    case "close": return .close
    case "sees": return .sees(rest)
    case "gone": return .gone(rest)
    case "fires", "clears":
      let words = rest.split(separator: " ").map(String.init)
      guard words.count == 2 else { return nil }
      return parts[0] == "fires" ? .fires(words[0], party: words[1]) : .clears(words[0], party: words[1])
    case "field":
      let sides = rest.components(separatedBy: " = ")
      return sides.count == 2 ? .field(sides[0], sides[1]) : nil
    default: return nil
    }
  }

  /// How many findings a gate rule has for a party now.
  typealias Gate = (_ rule: String, _ party: String) throws -> Int

  /// Does all steps at a terminal.
  ///
  /// - Parameters:
  ///   - walker: Who sits there.
  ///   - gate: What `fires` and `clears` ask.
  /// - Throws: What was not seen, with the line of the file and the heading it stands under.
  func walk(_ walker: Walker, gate: Gate = { _, _ in 0 }) throws {
    var heading = ""
    for (number, step) in steps {
      do {
        if case .heading(let text) = step { heading = text } else { try Self.act(step, walker, gate) }
      } catch {
        throw ScratchDesk.Missing("line \(number), \(heading): \(error)")
      }
    }
  }

  private static func act(_ step: Step, _ walker: Walker, _ gate: Gate) throws {
    switch step {
    case .heading: break
    case .press(let keys): try walker.press(keys)
    case .type(let text): try walker.type(text)
    case .line(let text):
      try walker.type(text)
      try walker.press("Enter")
    case .field(let name, let value):
      try walker.press("C-f")
      try walker.type(name)
      try walker.press("Enter", "C-u")
      try walker.type(value)
    case .close:
      try walker.press("Escape")
      // A line's prompt follows a word; the cursor of a list follows the frame.
      try walker.seesNo(" ❯ ")
    case .sees(let text): try walker.sees(text)
    case .gone(let text): try walker.seesNo(text)
    case .fires(let rule, let party): try expect(rule, party, true, walker, gate)
    case .clears(let rule, let party): try expect(rule, party, false, walker, gate)
    }
  }

  /// Asks the gate each time the program falls silent, until it has done what the keys before ordered.
  private static func expect(
    _ rule: String, _ party: String, _ fires: Bool, _ walker: Walker, _ gate: Gate
  ) throws {
    var count = 0
    let end = ContinuousClock.now + walker.patience
    while ContinuousClock.now < end {
      _ = try walker.falls()
      count = try gate(rule, party)
      if (count > 0) == fires { return }
    }
    let screen = try walker.screen
    throw ScratchDesk.Missing(
      "\(rule) of \(party) has \(count) findings, \(fires ? "should fire" : "should be clear"):\n\(screen)")
  }
}
