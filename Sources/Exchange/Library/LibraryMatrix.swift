import Domain

/// A risk matrix of a CISO Assistant library as tables of criteria.
struct LibraryMatrix {
  let urn: String
  let tables: CriteriaTables

  /// - Throws: `OSCALFault` where the grid does not fit the scales, or these have fewer or more steps than criteria may.
  init(_ matrix: OSCALElement) throws {
    urn = try matrix.requiredLine("urn")
    var tables = CriteriaTables()
    tables.title = try matrix.line("name") ?? urn
    tables.likelihood = try Self.scale(matrix, "probability")
    tables.consequence = try Self.scale(matrix, "impact")
    let levels = try Self.scale(matrix, "risk")
    let grid = try Self.grid(matrix)
    let fits =
      grid.count == tables.likelihood.count && grid.allSatisfy { $0.count == tables.consequence.count }
      && grid.joined().allSatisfy(levels.indices.contains)
    guard fits, !levels.isEmpty else { throw OSCALFault(.matrix, at: .key(matrix.place, "grid")) }
    for key in ["probability", "impact"] {
      let count = key == "impact" ? tables.consequence.count : tables.likelihood.count
      guard CriteriaTables.stepCounts.contains(count) else {
        throw OSCALFault(.matrix, at: .key(matrix.place, key))
      }
    }
    tables.cells = grid.map { $0.map { String($0 + 1) } }
    tables.bands = levels.enumerated().map { place, level in
      // Who may accept is nobody's business there: the upper half is for top management.
      [String(place + 1), level[0], level[1], place * 2 < levels.count ? "riskOwner" : "topManagement"]
    }
    tables.line = levels.count / 2 + 1
    self.tables = tables
  }

  /// Steps as rows of Japanese, English, meaning in either; what is in one language stands for both.
  private static func scale(_ matrix: OSCALElement, _ key: String) throws -> [[String]] {
    _ = try matrix.required(key)
    return try matrix.list(key).map { step in
      let name = try step.requiredLine("name")
      let meaning = try step.line("description") ?? ""
      let ja = try step.member("translations")?.member("ja")
      return [try ja?.line("name") ?? name, name, try ja?.line("description") ?? meaning, meaning]
    }
  }

  private static func grid(_ matrix: OSCALElement) throws -> [[Int]] {
    _ = try matrix.required("grid")
    return try matrix.list("grid").map { row in
      guard case .array(let cells) = row.value else { throw row.fault(.wrongType(expected: .array)) }
      return try cells.enumerated().map { place, cell in
        switch cell {
        case .text(let text), .number(let text):
          if let number = Int(text) { return number }
        case .null, .flag, .array, .object: break
        }
        throw OSCALFault(.wrongType(expected: .integer), at: .index(row.place, place))
      }
    }
  }
}
