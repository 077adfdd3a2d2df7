import Canvas
import Domain

/// The columns of screens that show records as a grid.
enum GridColumns {
  /// All that may be shown of a kind.
  static func all(_ kind: RecordKind) -> [Aspect] { Aspect.all(of: kind) }

  /// What is shown while nobody chose, the most needed first: what has no room waits to the right.
  static func usual(_ kind: RecordKind) -> [Aspect] {
    guard kind == .risk else { return [.label, .field(kind.description.title)] }
    return [
      .label, .field(Risk.event.field), .field(Risk.owner.field), .field(Risk.likelihood.field),
      .field(Risk.consequenceStep.field), .level(.present), .field(Risk.treatment.field), .state,
      .field(Risk.sources.field), .field(Risk.consequence.field), .field(Risk.objective.field),
      .field(Risk.planDue.field), .level(.residual),
    ]
  }

  /// Those of a choice that there are; id and title are always among them.
  static func chosen(_ names: [String]?, _ kind: RecordKind) -> [Aspect] {
    guard let names else { return usual(kind) }
    var columns = names.compactMap { Aspect.named($0, of: kind) }
    let title = Aspect.field(kind.description.title)
    if !columns.contains(title) { columns.insert(title, at: 0) }
    if !columns.contains(.label) { columns.insert(.label, at: 0) }
    return columns
  }
}

extension Aspect {
  /// What stands above its column, as short as can be understood.
  func head(_ kind: RecordKind) -> Words {
    switch self {
    case .field(Risk.event.field): Words("Event", "事象")
    case .field(Risk.owner.field): Words("Owner", "所有者")
    case .field(Risk.likelihood.field): Words("L", "起")
    case .field(Risk.consequenceStep.field): Words("C", "結")
    case .field(Risk.treatment.field): Words("Treatment", "対応")
    case .field(Risk.sources.field): Words("Source", "源")
    case .field(Risk.planDue.field): Words("Due", "期限")
    case .level(.residual): Words("Residual", "残留")
    case .level(.inherent): Words("Inherent", "固有")
    default: words
    }
  }

  /// Whether the greatest is what one wants to see first.
  var startsDescending: Bool {
    switch self {
    case .level: true
    case .field(let field): if case .step = field.type { true } else { false }
    case .label, .party, .state, .controls: false
    }
  }

  /// Cells it needs at least, and those it would like.
  func width(_ kind: RecordKind, _ model: Model) -> ClosedRange<Int> {
    switch self {
    case .label:
      let highest = model.assessment.nextLabelNumber(kind) - 1
      let wide = max(4, kind.description.letter.count + 1 + String(highest).count)
      return wide...wide
    case .party: return 5...9
    case .level:
      let bands = Scales.method(for: model.party, model.assessment)?.bands ?? []
      let widest = bands.map { DisplayWidth.width(of: model.say($0.label)) }.max() ?? 8
      return min(20, widest + 5)...min(20, widest + 5)
    case .state: return 10...17
    case .controls: return 8...18
    case .field(let field): return field.type.width
    }
  }
}

extension FieldType {
  /// Cells a column of it needs at least, and those it would like.
  fileprivate var width: ClosedRange<Int> {
    switch self {
    case .step: 2...2
    case .number, .integer, .target: 6...8
    case .day: 10...10
    case .flag: 6...6
    case .choice, .choices: 9...14
    case .reference(let kinds): kinds == [.person] || kinds == [.party] ? 8...14 : 12...24
    case .references: 10...20
    case .loss: 8...22
    case .text, .list, .table: 16...24
    case .longText: 18...32
    }
  }
}
