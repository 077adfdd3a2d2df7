/// One figure beside its bound.
struct Figure {
  let name: String
  let size: Int?
  /// Ours and what it is held against, as printed.
  let ours: String
  let other: String
  /// What is compared with the bound: mostly the ratio of the two.
  let value: Double
  let bound: Double
  /// The bound is the least and not the most.
  var isLeast = false

  var isKept: Bool { isLeast ? value >= bound : value <= bound }

  /// A figure that is the ratio of two.
  static func ratio(
    _ name: String, _ size: Int?, _ ours: Double, _ other: Double, atMost bound: Double, unit: String = "ms"
  ) -> Figure {
    Figure(
      name: name, size: size, ours: text(ours) + " " + unit, other: text(other) + " " + unit,
      value: ours / other, bound: bound)
  }

  /// A figure on its own.
  static func plain(_ name: String, _ size: Int?, _ ours: Double, atMost bound: Double, unit: String)
    -> Figure
  {
    Figure(name: name, size: size, ours: text(ours) + " " + unit, other: "", value: ours, bound: bound)
  }

  /// Three digits that count.
  static func text(_ value: Double) -> String {
    guard value.isFinite else { return "-" }
    let places = abs(value) >= 100 ? 0 : abs(value) >= 10 ? 1 : abs(value) >= 1 ? 2 : 3
    let unit = [1.0, 10, 100, 1000][places]
    let rounded = (value * unit).rounded() / unit
    return places == 0 ? String(Int(rounded)) : String(rounded)
  }

  /// The columns of the table.
  var cells: [String] {
    [
      name, size.map(String.init) ?? "", ours, other, Self.text(value),
      (isLeast ? ">= " : "<= ") + Self.text(bound), value.isNaN ? "not measured" : isKept ? "kept" : "MISSED",
    ]
  }
}
