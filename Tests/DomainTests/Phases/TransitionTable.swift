import Domain
import Foundation

/// The table that opens `PhaseMachine.swift`, as it stands in the source.
struct TransitionTable {
  struct Row {
    let event: PhaseEventKind
    let from: Set<PhaseState>
    /// Phases the row is about; the others have a row of their own.
    let phases: ClosedRange<Int>
    let to: PhaseState
    let guards: [PhaseRefusal.Guard]
  }

  struct Unreadable: Error {
    let line: String
  }

  let rows: [Row]

  init() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Domain/Phases/PhaseMachine.swift")
    let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map(String.init)
    rows =
      try lines
      .filter { $0.hasPrefix("// |") && !$0.hasPrefix("// |--") && !$0.hasPrefix("// | event") }
      .map(Self.row)
  }

  /// Where the event leads in a phase, with its guards; nil when the table has no such arrow.
  func arrow(_ event: PhaseEventKind, from state: PhaseState, in phase: Phase) -> Row? {
    rows.first {
      $0.event == event && $0.from.contains(state) && $0.phases.contains(phase.rawValue)
    }
  }

  private static func row(_ line: String) throws -> Row {
    let cells = line.dropFirst(3).split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    guard cells.count == 6, let event = PhaseEventKind(rawValue: cells[1]) else {
      throw Unreadable(line: line)
    }
    let states = try words(cells[2]).map { word in
      guard let state = PhaseState(rawValue: word) else { throw Unreadable(line: line) }
      return state
    }
    let guards = try words(cells[4]).map { word in
      guard let name = PhaseRefusal.Guard(rawValue: word) else { throw Unreadable(line: line) }
      return name
    }
    let target = cells[3].split(separator: " ")
    guard let to = target.last.flatMap({ PhaseState(rawValue: String($0)) }) else {
      throw Unreadable(line: line)
    }
    let numbers = target.dropLast().joined().split(separator: "–").compactMap { Int($0) }
    return Row(
      event: event, from: Set(states), phases: (numbers.first ?? 1)...(numbers.last ?? 6), to: to,
      guards: guards)
  }

  private static func words(_ cell: String) -> [String] {
    cell.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
