/// One step of a likelihood or consequence scale.
package struct ScaleStep: Hashable, Sendable {
  package let label: Words
  package let meaning: Words
}

/// Who may accept a risk in a band.
package enum Acceptor: String, Choice {
  case riskOwner
  case topManagement

  package var words: Words {
    switch self {
    case .riskOwner: Words("risk owner", "リスク所有者")
    case .topManagement: Words("top management", "トップマネジメント")
    }
  }
}

/// A range of levels with a name.
package struct Band: Hashable, Sendable {
  /// The lowest level in the band.
  package let from: Int
  package let label: Words
  package let acceptor: Acceptor
}

/// Risk criteria ready to compute with (ISO 31000:2018, 6.3.4; level of risk: ISO/IEC 27000:2018, 3.39).
///
/// An object, because every rated risk asks it: handing it on must copy nothing.
package final class CriteriaMethod: Hashable, Sendable {
  /// Lowest first, 3 to 7 steps.
  package let likelihood: [ScaleStep]
  package let consequence: [ScaleStep]
  /// Level by likelihood step, then consequence step, both from the lowest.
  package let cells: [[Int]]
  /// Lowest first.
  package let bands: [Band]
  /// Levels from this one on are not acceptable as they are.
  package let acceptanceLine: Int
  /// Keys and names of the properties that can be lost.
  package let properties: [(key: String, label: Words)]
  package let lossScale: [Words]

  init(
    likelihood: [ScaleStep], consequence: [ScaleStep], cells: [[Int]], bands: [Band], acceptanceLine: Int,
    properties: [(key: String, label: Words)], lossScale: [Words]
  ) {
    self.likelihood = likelihood
    self.consequence = consequence
    self.cells = cells
    self.bands = bands
    self.acceptanceLine = acceptanceLine
    self.properties = properties
    self.lossScale = lossScale
  }

  /// The level of a rating; nil when a step lies outside the scales.
  package func level(likelihood l: Int, consequence c: Int) -> Int? {
    guard (1...cells.count).contains(l), (1...(cells.first?.count ?? 0)).contains(c) else { return nil }
    return cells[l - 1][c - 1]
  }

  /// The band a level falls into, counted from 0 for the lowest.
  package func bandIndex(_ level: Int) -> Int { bands.lastIndex { $0.from <= level } ?? 0 }

  package func band(_ level: Int) -> Band { bands[bandIndex(level)] }

  package static func == (one: CriteriaMethod, other: CriteriaMethod) -> Bool {
    one.likelihood == other.likelihood && one.consequence == other.consequence && one.cells == other.cells
      && one.bands == other.bands && one.acceptanceLine == other.acceptanceLine
      && one.lossScale == other.lossScale && one.properties.map(\.key) == other.properties.map(\.key)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(cells)
    hasher.combine(bands)
  }
}

/// A likelihood and a consequence step under certain criteria.
package struct Rating: Hashable, Sendable {
  package let likelihood: Int
  package let consequence: Int
  package let criteria: RecordID

  package init(likelihood: Int, consequence: Int, criteria: RecordID) {
    self.likelihood = likelihood
    self.consequence = consequence
    self.criteria = criteria
  }
}
