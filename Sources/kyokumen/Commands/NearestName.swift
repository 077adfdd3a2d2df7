/// The name that a mistyped word may have meant.
enum NearestName {
  /// The nearest of the names; nil where none is near enough to be meant.
  static func find(_ word: String, among names: [String]) -> String? {
    let near = names.map { (name: $0, distance: distance(word.lowercased(), $0)) }.min {
      $0.distance < $1.distance
    }
    // A slip or two, and fewer in a short word.
    guard let near, near.distance <= 2, near.distance * 3 <= word.count + 1 else { return nil }
    return near.name
  }

  /// How many letters to put in, take out, exchange or swap with their neighbour lead from one to the other (optimal
  /// string alignment).
  private static func distance(_ one: String, _ other: String) -> Int {
    let (one, other) = (Array(one), Array(other))
    var before: [Int] = []
    var last = Array(0...other.count)
    for (row, letter) in one.enumerated() {
      var line = [row + 1]
      for (column, match) in other.enumerated() {
        var least = min(line[column] + 1, last[column + 1] + 1, last[column] + (letter == match ? 0 : 1))
        if row > 0, column > 0, letter == other[column - 1], one[row - 1] == match {
          least = min(least, before[column - 1] + 1)
        }
        line.append(least)
      }
      (before, last) = (last, line)
    }
    return last[other.count]
  }
}
