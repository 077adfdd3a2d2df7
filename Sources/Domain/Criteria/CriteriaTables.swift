/// Risk criteria as tables being drawn up: what the editor changes and what `CriteriaMethod` is read from.
package struct CriteriaTables: Hashable, Codable, Sendable {
  package var title = ""
  /// Rows as in `RiskCriteria`, lowest first.
  package var likelihood: [[String]]
  package var consequence: [[String]]
  package var properties: [[String]]
  package var lossScale: [[String]]
  /// Levels by likelihood step, then consequence step.
  package var cells: [[String]]
  package var bands: [[String]]
  /// Nil while none is set.
  package var line: Int?

  /// The default 5 × 5.
  package init() {
    likelihood = DefaultCriteria.likelihood
    consequence = DefaultCriteria.consequence
    properties = DefaultCriteria.lossProperties
    lossScale = DefaultCriteria.lossScale
    cells = DefaultCriteria.cells
    bands = DefaultCriteria.bands
    line = DefaultCriteria.acceptanceLine
  }

  /// As a record has them, whether they fit each other or not.
  package init(_ criteria: RecordID, _ assessment: Assessment) {
    title = assessment[criteria, RiskCriteria.title] ?? ""
    likelihood = assessment[criteria, RiskCriteria.likelihoodScale]
    consequence = assessment[criteria, RiskCriteria.consequenceScale]
    properties = assessment[criteria, RiskCriteria.lossProperties]
    lossScale = assessment[criteria, RiskCriteria.lossScale]
    cells = assessment[criteria, RiskCriteria.cells]
    bands = assessment[criteria, RiskCriteria.bands]
    line = assessment[criteria, RiskCriteria.acceptanceLine]
  }

  /// As fields of a record.
  package var values: [Slot: Value] {
    var draft = Draft(.riskCriteria, party: nil)
    draft.set(RiskCriteria.title, title)
    draft.set(RiskCriteria.likelihoodScale, likelihood)
    draft.set(RiskCriteria.consequenceScale, consequence)
    draft.set(RiskCriteria.lossProperties, properties)
    draft.set(RiskCriteria.lossScale, lossScale)
    draft.set(RiskCriteria.cells, cells)
    draft.set(RiskCriteria.bands, bands)
    if let line { draft.set(RiskCriteria.acceptanceLine, line) }
    return draft.values
  }

  package subscript(_ axis: ScaleAxis) -> [[String]] {
    get { axis == .likelihood ? likelihood : consequence }
    set { if axis == .likelihood { likelihood = newValue } else { consequence = newValue } }
  }

  /// How many steps a scale may have.
  package static let stepCounts = 3...7

  // MARK: Steps

  /// Puts an unnamed step after another one; its levels are those of its neighbour until they are set.
  package mutating func insertStep(_ axis: ScaleAxis, after index: Int) {
    guard self[axis].count < Self.stepCounts.upperBound, self[axis].indices.contains(index) else { return }
    self[axis].insert(["", "", "", ""], at: index + 1)
    changeCells(
      axis, rows: { $0.insert($0[index], at: index + 1) }, each: { $0.insert($0[index], at: index + 1) })
  }

  package mutating func removeStep(_ axis: ScaleAxis, at index: Int) {
    guard self[axis].count > Self.stepCounts.lowerBound, self[axis].indices.contains(index) else { return }
    self[axis].remove(at: index)
    changeCells(axis, rows: { $0.remove(at: index) }, each: { $0.remove(at: index) })
  }

  /// Exchanges two steps' words; levels stay where they are, so that they still rise.
  package mutating func exchangeSteps(_ axis: ScaleAxis, _ one: Int, _ other: Int) {
    guard self[axis].indices.contains(one), self[axis].indices.contains(other) else { return }
    self[axis].swapAt(one, other)
  }

  private mutating func changeCells(
    _ axis: ScaleAxis, rows: (inout [[String]]) -> Void, each: (inout [String]) -> Void
  ) {
    guard hasFittingCells(beside: axis) else { return }
    if axis == .likelihood { rows(&cells) } else { for l in cells.indices { each(&cells[l]) } }
  }

  /// The scale was changed already: only the other axis is still as the cells know it.
  private func hasFittingCells(beside axis: ScaleAxis) -> Bool {
    axis == .likelihood
      ? cells.allSatisfy { $0.count == consequence.count } : cells.count == likelihood.count
  }

  /// Sets every level by a rule over the steps, counted from 1.
  package mutating func fillCells(_ level: (Int, Int) -> Int) {
    cells = likelihood.indices.map { l in consequence.indices.map { String(level(l + 1, $0 + 1)) } }
  }

  // MARK: Reading

  /// The method they make; nil while they do not fit each other.
  package var method: CriteriaMethod? {
    guard faults.isEmpty, let line else { return nil }
    return CriteriaMethod(
      likelihood: likelihood.map(Self.step), consequence: consequence.map(Self.step),
      cells: cells.map { $0.compactMap(Self.level) },
      bands: bands.compactMap(Self.band).sorted { $0.from < $1.from }, acceptanceLine: line,
      properties: properties.map { ($0.at(0), Words($0.at(2), $0.at(1))) },
      lossScale: lossScale.map { Words($0.at(1), $0.at(0)) })
  }

  /// Why they make no method; empty when they do.
  package var faults: [CriteriaFault] {
    var faults: [CriteriaFault] = []
    for axis in [ScaleAxis.likelihood, .consequence] where !Self.stepCounts.contains(self[axis].count) {
      faults.append(.stepCount(axis, self[axis].count))
    }
    let isFitting =
      cells.count == likelihood.count && cells.allSatisfy { $0.count == consequence.count }
    if !isFitting {
      faults.append(.cellCount(likelihood: likelihood.count, consequence: consequence.count))
    }
    if let odd = cells.joined().first(where: { Self.level($0) == nil }) { faults.append(.notALevel(odd)) }
    if bands.compactMap(Self.band).isEmpty { faults.append(.noBand) }
    if line == nil { faults.append(.noLine) }
    return faults
  }

  /// A level as written in a cell or at a band; nil for what no method counts with.
  static func level(_ text: String) -> Int? {
    Int(text).flatMap { FieldType.wholeNumbers.contains($0) ? $0 : nil }
  }

  private static func step(_ row: [String]) -> ScaleStep {
    ScaleStep(label: Words(row.at(1), row.at(0)), meaning: Words(row.at(3), row.at(2)))
  }

  private static func band(_ row: [String]) -> Band? {
    guard let from = level(row.at(0)) else { return nil }
    return Band(
      from: from, label: Words(row.at(2), row.at(1)),
      acceptor: Acceptor(rawValue: row.at(3)) ?? .topManagement)
  }
}

extension [String] {
  /// The cell at `index`, empty where the row is shorter.
  package func at(_ index: Int) -> String { index < count ? self[index] : "" }
}
