import Foundation

/// Runs everything and prints the tables.
enum Report {
  static func run(sizes: [Int]) throws {
    var paths: [(Int, String)] = []
    for size in sizes {
      let (time, path) = try Clock.milliseconds { try Generator.workspace(risks: size) }
      print("workspace of \(size) risks: \(Int(time)) ms to make or find")
      paths.append((size, path))
    }
    let edits = try printInside(paths)
    try printGrid()
    try printTargets(paths, edits)
  }

  /// A grid of 200 organisations × 100 rules beside one of 4 × 10: what is not seen must cost nothing.
  static func printGrid() throws {
    print("\nThe grid of rules x organisations, ms of processor time per key (medians)")
    row(["grid", "open", "down", "right", "page", "filter", "search", "letter"])
    let grids = try Grid.measure([(4, 10), (200, 100)])
    row(["4 x 10"] + grids[0].all.map(ms))
    row(["200 x 100"] + grids[1].all.map(ms))
    row(["ratio"] + zip(grids[1].all, grids[0].all).map { ratio($0, $1) })
  }

  private static func printInside(_ paths: [(Int, String)]) throws -> [(Int, Double)] {
    var edits: [(Int, Double)] = []
    print(
      "\nInside the program, ms (medians; `search` is the whole word typed; `edit` includes the write to disk)"
    )
    row([
      "risks", "open+frame", "down", "page", "search", "sort", "filter", "matrix", "paste 1k", "edit",
      "peak KiB",
    ])
    for (size, path) in paths {
      let seen = try Inside.measure(path)
      let times = [
        seen.openToFrame, seen.cursorDown, seen.page, seen.search, seen.sort, seen.filter, seen.matrix,
        seen.paste, seen.edit,
      ]
      row([String(size)] + times.map(ms) + [String(seen.peak)])
      edits.append((size, seen.editProcessor))
    }
    return edits
  }

  /// The promised figures, in a pseudo-terminal of 120 × 40 beside the C floor; `x` leads to the register.
  private static func printTargets(_ paths: [(Int, String)], _ edits: [(Int, Double)]) throws {
    print("\nIn a pseudo-terminal of 120 x 40, to the last byte of the frame, beside the C floor (medians)")
    var targets = Targets(paths)
    let figures =
      try targets.measure()
      + edits.map { Figure.plain("edit and save, processor time", $0.0, $0.1, atMost: 5, unit: "ms") }
    let heads = ["figure", "risks", "kyokumen", "beside it", "value", "bound", ""]
    let lines = [heads] + figures.map(\.cells)
    let widths = heads.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    for line in lines {
      print(
        zip(line, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: "  "))
    }
    print("\(figures.count(where: \.isKept)) of \(figures.count) kept")
  }

  private static func row(_ cells: [String]) {
    print(cells.map { String(repeating: " ", count: max(0, 11 - $0.count)) + $0 }.joined(separator: " "))
  }

  private static func ms(_ value: Double) -> String {
    value.isNaN ? "-" : String((value * 1000).rounded() / 1000)
  }

  private static func ratio(_ one: Double, _ other: Double) -> String {
    other > 0 ? String((one / other * 10).rounded() / 10) + "x" : "-"
  }
}
