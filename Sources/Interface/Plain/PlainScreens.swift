import Canvas
import Domain

/// How a line of a screen is said.
package enum SaidRow: Hashable, Sendable {
  /// In these words.
  case `as`(String)
  /// As it is drawn, each piece after the head of its column.
  case drawn
  /// Not at all: it has a place and nothing in it.
  case nothing
}

extension Screen {
  package func said(_ row: Row, _ model: Model) -> SaidRow { .drawn }
  package func saidBelow(_ model: Model) -> [String]? { nil }
  package func isPicture(_ model: Model) -> Bool { false }
}

extension RegisterScreen {
  /// What of a risk is heard in a list while nobody chose columns; the rest is read when one is gone to.
  private static let usual: Set<Aspect> = [
    .label, .field(Risk.event.field), .field(Risk.owner.field), .level(.present),
    .field(Risk.treatment.field), .state,
  ]

  /// Identifier and event, then what has a value, each after its column's name.
  func said(_ row: Row, _ model: Model) -> SaidRow {
    guard let risk = row.record else { return .nothing }
    let columns = model.gridColumns.filter { model.state.columns != nil || Self.usual.contains($0) }
    let parts = columns.compactMap { aspect -> String? in
      let text = GridCell(aspect: aspect, record: risk).text(model)
      switch aspect {
      case .label, .field(Risk.event.field): return text
      case .level(.present):
        return model.say(aspect.words) + ": " + (text ?? model.say(Words("unrated", "未評価")))
      default: return text.map { model.say(aspect.words) + ": " + $0 }
      }
    }
    return .as(parts.joined(separator: FieldText.separator(model.language)))
  }
}

extension MatrixScreen {
  /// Only cells that hold risks.
  func said(_ row: Row, _ model: Model) -> SaidRow {
    let risks = model.state.groups.at(row.tag) ?? []
    guard !risks.isEmpty else { return .nothing }
    let labels = risks.prefix(Self.mostSaid).map { model.line(of: $0) }
    let more = risks.count > labels.count ? ["+\(risks.count - labels.count)"] : []
    return .as(cellTitle(row.tag, model) + ": " + (labels + more).joined(separator: "; "))
  }

  private static let mostSaid = 5

  func saidBelow(_ model: Model) -> [String]? {
    guard let ground = MatrixGround(model) else { return nil }
    let boxes = MatrixBoxes(ground.method, MatrixView.shown(model.state))
    let unrated = model.state.groups.at(boxes.unrated) ?? []
    guard !unrated.isEmpty else { return [] }
    let labels = unrated.prefix(Self.mostSaid).map(model.assessment.label(of:)).joined(separator: " ")
    return [model.say(Words("Unrated: \(unrated.count)", "未評価: \(unrated.count)件")) + ", " + labels]
  }
}

extension OverviewScreen {
  func said(_ row: Row, _ model: Model) -> SaidRow {
    if let party = row.record {
      guard model.assessment.participates(party) else {
        return .as(model.name(of: party) + ", " + model.say(Words("has no phases", "局面なし")))
      }
      let page = PlainPage(model)
      let phases = Phase.allCases.map { page.standing(of: party, $0) }
      return .as(model.name(of: party) + ": " + phases.joined(separator: "; "))
    }
    if let party = OverviewNext.party(row, model) {
      let next = model.say(NextThing(for: party, model).words)
      return .as(model.say(Words("Next, ", "次にすること、")) + model.shortName(of: party) + ": " + next)
    }
    guard let summary = Summary(row) else { return .drawn }
    let runs = OverviewSums(model: model).runs(summary).map(\.0).filter { !$0.trimmed.isEmpty }
    return .as(model.say(summary.words) + ": " + runs.joined(separator: FieldText.separator(model.language)))
  }
}

extension IntegrationScreen {
  /// The head of a management system, or a cell with its letter; empty cells are silent but can be gone to.
  func said(_ row: Row, _ model: Model) -> SaidRow {
    guard let place = Self.place(at: row, model) else { return .drawn }
    let system = model.assessment.title(of: place.system) ?? model.assessment.label(of: place.system)
    guard let element = place.element else { return .as(system) }
    let letter = place.cell.flatMap { model.assessment[$0, IntegrationCell.letter] }
    return .as(model.say(element.words) + ", " + system + ": " + (letter ?? model.say(PlainWords.empty)))
  }
}

extension EstimateScreen {
  func isPicture(_ model: Model) -> Bool { true }
}
