import Foundation

/// The figures that were promised, each beside its bound.
struct Targets {
  private let program: String
  private let floor: String
  private let paths: [(size: Int, path: String)]
  private var seen: [(size: Int, ours: Outside, floor: Outside)] = []

  init(_ paths: [(Int, String)]) {
    self.paths = paths.map { (size: $0.0, path: $0.1) }
    let folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent()
    program = folder.appendingPathComponent("kyokumen").path
    floor = folder.appendingPathComponent("Floor").path
  }

  /// Measures both programs size by size, one right after the other.
  mutating func measure() throws -> [Figure] {
    for (size, path) in paths {
      let least = try Outside.measure(
        Outside.Subject(arguments: [floor, String(size)], prelude: "", sort: "s", signs: ("", "")),
        rows: size)
      let ours = try Outside.measure(
        Outside.Subject(
          arguments: [program, path, "--lang", "en"], prelude: "x", sort: "s",
          signs: ("Overview", "Risk register")), rows: size)
      seen.append((size, ours, least))
    }
    return try seen.flatMap { keys($0.size, $0.ours, $0.floor) } + growth() + wide() + commands()
  }

  /// Screens of a workspace that is wide and not long, each beside a list of as many lines.
  private func wide() throws -> [Figure] {
    let path = try WideSpace.workspace()
    let screens: [(name: String, keys: String, sign: String, size: Int)] = [
      ("controls", "5", "Statement of applicability", WideSpace.controls),
      ("policy documents", "2", "Policy hierarchy", WideSpace.documents),
      ("200 organisations", "1]", "Rules ×", WideSpace.rules),
    ]
    return try screens.flatMap { name, keys, sign, size in
      let least = try Outside.measureMoves(
        Outside.Subject(arguments: [floor, String(size)], prelude: "", sort: "", signs: ("", "")))
      let ours = try Outside.measureMoves(
        Outside.Subject(
          arguments: [program, path, "--lang", "en"], prelude: keys, sort: "", signs: ("Overview", sign)))
      return moves(name, size, ours, least)
    }
  }

  private func moves(_ name: String, _ size: Int, _ ours: Outside, _ floor: Outside) -> [Figure] {
    let fields: [(String, KeyPath<Outside, Double>, Double)] = [
      ("cursor down", \.down, 2), ("its processor time", \.downProcessor, 3), ("scroll", \.scroll, 2),
      ("page", \.page, 2), ("first frame", \.launch, 15),
    ]
    return fields.map { field, path, bound in
      .ratio("\(name): \(field)", size, ours[keyPath: path], floor[keyPath: path], atMost: bound)
    }
  }

  private func keys(_ size: Int, _ ours: Outside, _ floor: Outside) -> [Figure] {
    func ratio(_ name: String, _ field: KeyPath<Outside, Double>, _ bound: Double, unit: String = "ms")
      -> Figure
    {
      .ratio(name, size, ours[keyPath: field], floor[keyPath: field], atMost: bound, unit: unit)
    }
    var figures = [
      ratio("cursor down", \.down, 2), ratio("its processor time", \.downProcessor, 3),
      ratio("scroll", \.scroll, 2), ratio("page", \.page, 2),
      ratio("bytes per key", \.bytesPerKey, 1.5, unit: "B"),
      Figure.plain("bytes for no change", size, Double(ours.nothing), atMost: 0, unit: "B"),
      Figure.plain("idle bytes", size, Double(ours.idleBytes), atMost: 0, unit: "B"),
      Figure.plain("idle wake-ups per second", size, Double(ours.idleWakeups) / 2, atMost: 1, unit: ""),
      ratio("first frame", \.launch, size <= 1_000 ? 5 : 15),
      Figure.ratio("register with all risks", size, ours.list, floor.launch, atMost: 40),
      least("500 keys at once", size, ours.flood, floor.flood),
    ]
    if size > 10_000 {
      figures += [
        least("10,000 keys at once", size, ours.greatFlood, floor.greatFlood), ratio("find", \.search, 4),
        ratio("sort", \.sort, 5),
      ]
    }
    return figures
  }

  private func least(_ name: String, _ size: Int, _ ours: Double, _ other: Double) -> Figure {
    Figure(
      name: name, size: size, ours: Figure.text(ours) + " /s", other: Figure.text(other) + " /s",
      value: ours / other, bound: 1.5, isLeast: true)
  }

  /// What more risks cost.
  private func growth() -> [Figure] {
    guard let first = seen.first, let last = seen.last, last.size > first.size else { return [] }
    let perRisk = Double(last.ours.peak - first.ours.peak) * 1024 / Double(last.size - first.size)
    return [
      Figure.ratio(
        "a key at \(last.size) and at \(first.size)", nil, last.ours.down, first.ours.down, atMost: 1.25),
      Figure.plain("memory", first.size, Double(first.ours.peak) / 1024, atMost: 24, unit: "MiB"),
      Figure.plain("memory for each more risk", last.size, perRisk, atMost: 600, unit: "B"),
    ]
  }

  private func commands() throws -> [Figure] {
    guard let last = paths.last else { return [] }
    let commands = Commands(program: program)
    let export = try commands.export(last.path)
    var figures = [
      Figure.ratio("CSV of the register, sqlite3 -csv", last.size, export.ours, export.theirs, atMost: 1.5)
    ]
    guard paths.count > 1 else { return figures }
    let before = paths[paths.count - 2]
    let growth = Double(last.size) / Double(before.size)
    for name in ["check", "verify"] {
      let (small, great) = (try commands.time([name, before.path]), try commands.time([name, last.path]))
      figures.append(
        .ratio("\(name), against \(before.size)", last.size, great, small, atMost: growth * 1.25))
    }
    return figures
  }
}
