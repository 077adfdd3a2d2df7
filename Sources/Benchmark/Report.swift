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
    try printInside(paths)
    try printGrid()
    try printOutside(paths)
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

  private static func printInside(_ paths: [(Int, String)]) throws {
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
    }
  }

  private static func printOutside(_ paths: [(Int, String)]) throws {
    let folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent()
    let program = folder.appendingPathComponent("kyokumen").path
    let floor = folder.appendingPathComponent("Floor").path
    print(
      "\nIn a pseudo-terminal of 120 x 40, ms to the last byte of the frame (medians), beside the C floor")
    row([
      "program", "risks", "launch", "down", "down CPU", "B/key", "page", "search", "peak KiB", "idle B",
      "wakes/2s",
    ])
    for (size, path) in paths {
      let ours = try Outside.measure([program, path], prelude: "x")
      let least = try Outside.measure([floor, String(size)], prelude: "")
      line("kyokumen", size, ours)
      line("Floor", size, least)
      row(
        [
          "ratio", "", ratio(ours.launch, least.launch), ratio(ours.down, least.down),
          ratio(ours.downProcessor, least.downProcessor), ratio(ours.bytesPerKey, least.bytesPerKey),
          ratio(ours.page, least.page), ratio(ours.search, least.search), "", "", "",
        ])
    }
  }

  private static func line(_ name: String, _ size: Int, _ seen: Outside) {
    row(
      [
        name, String(size), ms(seen.launch), ms(seen.down), ms(seen.downProcessor), ms(seen.bytesPerKey),
        ms(seen.page), ms(seen.search), String(seen.peak), String(seen.idleBytes), String(seen.idleWakeups),
      ])
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
