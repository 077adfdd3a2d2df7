import Domain

/// A party's management systems and which implementation each uses, with what follows from that.
struct IntegrationGrid {
  let party: RecordID
  let systems: [RecordID]
  private let cells: [Key: (id: RecordID, letter: String?)]

  private struct Key: Hashable {
    let element: SystemElement
    let system: RecordID
  }

  /// Systems that could give up their own implementation for the one most of them use.
  struct Merger: Hashable {
    let from: String
    let to: String
    let elements: [SystemElement]
    /// The overall degree after it.
    let degree: Double
  }

  init(party: RecordID, _ assessment: Assessment) {
    self.party = party
    systems = assessment.ids(.managementSystem, of: party)
    var cells: [Key: (id: RecordID, letter: String?)] = [:]
    for cell in assessment.ids(.integrationCell, of: party) {
      guard let element = assessment[cell, IntegrationCell.element],
        let system = assessment[cell, IntegrationCell.system]
      else { continue }
      cells[Key(element: element, system: system)] = (cell, assessment[cell, IntegrationCell.letter])
    }
    self.cells = cells
  }

  func cell(_ element: SystemElement, _ system: RecordID) -> RecordID? {
    cells[Key(element: element, system: system)]?.id
  }

  func letter(_ element: SystemElement, _ system: RecordID) -> String? {
    cells[Key(element: element, system: system)]?.letter
  }

  /// Letters of an element in the order of the systems; nil while one is missing.
  private func letters(_ element: SystemElement) -> [String]? {
    let letters = systems.compactMap { letter(element, $0) }
    return letters.count == systems.count ? letters : nil
  }

  /// How many different implementations an element has; nil while one is missing.
  func distinct(_ element: SystemElement) -> Int? { letters(element).map { Set($0).count } }

  /// 1 when all systems share one implementation, 0 when each has its own; nil while a letter is missing, or
  /// where there is nothing to share.
  func degree(_ element: SystemElement) -> Double? {
    letters(element).flatMap { Self.degree(Set($0).count, of: systems.count) }
  }

  private static func degree(_ distinct: Int, of systems: Int) -> Double? {
    systems > 1 ? 1 - Double(distinct - 1) / Double(systems - 1) : nil
  }

  /// The mean over the elements that are filled in; nil when none is.
  var overall: Double? { Self.mean(SystemElement.allCases.compactMap(degree)) }

  private static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// The one change of implementation that raises the overall degree most; nil when all share already.
  var nextMerger: Merger? {
    var elements: [[String]: [SystemElement]] = [:]
    for element in SystemElement.allCases {
      guard let letters = letters(element), let common = Self.mostCommon(letters) else { continue }
      for other in Set(letters) where other != common {
        elements[[other, common], default: []].append(element)
      }
    }
    let best = elements.sorted { ($1.value.count, $0.key[0]) < ($0.value.count, $1.key[0]) }.first
    guard let (pair, merged) = best.map({ ($0.key, $0.value) }) else { return nil }
    let after = SystemElement.allCases.compactMap { element in
      letters(element).flatMap {
        Self.degree(Set($0).count - (merged.contains(element) ? 1 : 0), of: systems.count)
      }
    }
    return Merger(from: pair[0], to: pair[1], elements: merged, degree: Self.mean(after) ?? 0)
  }

  /// The letter most systems use; of two used alike the one that comes first.
  private static func mostCommon(_ letters: [String]) -> String? {
    let counts = letters.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return letters.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) }
  }
}
