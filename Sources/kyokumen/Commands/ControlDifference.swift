import Domain

/// What a catalogue brought in again changes, control by control.
struct ControlDifference {
  private let before: [[String]]
  private let after: [[String]]

  /// - Parameter change: Of a document's table of controls; of anything else nothing is told.
  init(_ change: Change) {
    guard case .set(_, _, let before, let after) = change else {
      (self.before, self.after) = ([], [])
      return
    }
    self.before = Self.rows(before)
    self.after = Self.rows(after)
  }

  private static func rows(_ value: Value?) -> [[String]] {
    if case .table(let rows) = value { rows.filter { !$0.isEmpty } } else { [] }
  }

  /// A line for each control that comes, goes or is called otherwise: `+`, `-`, `~`.
  func lines(_ language: Language) -> [String] {
    let old = Dictionary(before.map { ($0[0], $0) }) { first, _ in first }
    let new = Set(after.map { $0[0] })
    let there = after.compactMap { row -> String? in
      guard let was = old[row[0]] else { return "+ " + name(row, language) }
      let (earlier, later) = (title(was, language), title(row, language))
      if earlier != later { return "~ \(row[0]) \(earlier) → \(later)" }
      return was == row ? nil : "~ " + name(row, language)
    }
    return there + before.filter { !new.contains($0[0]) }.map { "- " + name($0, language) }
  }

  private func name(_ row: [String], _ language: Language) -> String { row[0] + " " + title(row, language) }

  private func title(_ row: [String], _ language: Language) -> String {
    let japanese = row.count > 3 ? row[3] : ""
    return language == .japanese && !japanese.isEmpty ? japanese : row.count > 2 ? row[2] : ""
  }
}
