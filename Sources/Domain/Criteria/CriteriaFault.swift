/// Why tables are no risk criteria to compute with, or poor ones.
package enum CriteriaFault: Hashable, Sendable {
  case stepCount(ScaleAxis, Int)
  /// The levels are no table of this many rows and columns.
  case cellCount(likelihood: Int, consequence: Int)
  case notALevel(String)
  case noBand
  case noLine
  /// A step has no name in any language.
  case unnamedStep(ScaleAxis, Int)
  case unnamedBand(Int)
  case notABandStart(String)
  case sameBandStart(Int)
  /// The lowest band starts above the lowest level.
  case levelBelowBands(Int)
  case tooManyBands(Int)
  /// A property has no key, or another has it too.
  case propertyKey(String)

  package var words: Words {
    switch self {
    case .stepCount(let axis, let count):
      Words(
        "the \(axis.words.en) scale has \(count) steps: 3 to 7 are needed",
        "\(axis.words.ja)の尺度が\(count)段階です。3～7段階にしてください")
    case .cellCount(let l, let c):
      Words(
        "the levels do not fit the scales: \(l) rows (likelihood) of \(c) levels are needed",
        "セルのレベルが尺度と合いません。起こりやすさ\(l)行、結果\(c)列が必要です")
    case .notALevel(let text):
      Words("a cell holds \"\(text)\": a level is a whole number", "セルに「\(text)」とあります。レベルは整数です")
    case .noBand: Words("there is no band: at least one names its lowest level", "区分がありません。下限を持つ区分が必要です")
    case .noLine: Words("the acceptance line is not set", "受容線が未設定です")
    case .unnamedStep(let axis, let step):
      Words("\(axis.words.en) step \(step) has no name", "\(axis.words.ja)の\(step)段目に名称がありません")
    case .unnamedBand(let band): Words("band \(band) has no name", "区分\(band)に名称がありません")
    case .notABandStart(let text):
      Words("a band begins at \"\(text)\": a level is a whole number", "区分の下限が「\(text)」です。下限は整数です")
    case .sameBandStart(let level):
      Words("two bands begin at level \(level)", "下限が\(level)の区分が2つあります")
    case .levelBelowBands(let level):
      Words("level \(level) lies below the lowest band", "レベル\(level)が最も低い区分の下限を下回っています")
    case .tooManyBands(let count):
      Words("\(count) bands: at most 7 can be told apart", "区分が\(count)あります。7つまでにしてください")
    case .propertyKey(let key):
      Words("every property needs a key of its own: \"\(key)\"", "特性の記号は重複なく必要です:「\(key)」")
    }
  }
}

extension ScaleAxis {
  package var words: Words {
    switch self {
    case .likelihood: Words("likelihood", "起こりやすさ")
    case .consequence: Words("consequence", "結果")
    }
  }
}

extension CriteriaTables {
  /// Everything that should be mended before the tables are kept; what makes them unusable first.
  package var allFaults: [CriteriaFault] {
    var faults = self.faults
    for axis in [ScaleAxis.likelihood, .consequence] {
      for (index, row) in self[axis].enumerated() where row.at(0).isEmpty && row.at(1).isEmpty {
        faults.append(.unnamedStep(axis, index + 1))
      }
    }
    faults += bandFaults
    let keys = properties.map { $0.at(0) }
    for (index, key) in keys.enumerated() where key.isEmpty || keys.prefix(index).contains(key) {
      faults.append(.propertyKey(key))
    }
    return faults
  }

  private var bandFaults: [CriteriaFault] {
    var faults: [CriteriaFault] = []
    for (index, row) in bands.enumerated() {
      if Self.level(row.at(0)) == nil { faults.append(.notABandStart(row.at(0))) }
      if row.at(1).isEmpty && row.at(2).isEmpty { faults.append(.unnamedBand(index + 1)) }
    }
    let starts = bands.compactMap { Self.level($0.at(0)) }.sorted()
    if let twice = zip(starts, starts.dropFirst()).first(where: { $0 == $1 }) {
      faults.append(.sameBandStart(twice.0))
    }
    let levels = cells.joined().compactMap(Self.level)
    if let lowest = levels.min(), let first = starts.first, lowest < first {
      faults.append(.levelBelowBands(lowest))
    }
    if bands.count > 7 { faults.append(.tooManyBands(bands.count)) }
    return faults
  }
}
