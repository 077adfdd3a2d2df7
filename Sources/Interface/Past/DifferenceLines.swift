import Canvas
import Domain

/// What is otherwise now than at the past moment, as lines: phases first, then records with their fields.
struct DifferenceLines {
  private(set) var rows: [Row] = []
  private(set) var notes: [Words] = []

  /// What a line's tag says besides its note: how a record differs.
  enum Mark: Int, CaseIterable {
    case created, changed, folded, removed, field, phase

    var glyph: Glyph {
      switch self {
      case .created: .diffAdded
      case .changed, .folded: .diffChanged
      case .removed: .diffRemoved
      case .field: .treeLink
      case .phase: .phaseInProgress
      }
    }

    var role: Role {
      switch self {
      case .created: .diffAdded
      case .changed, .folded: .textStrong
      case .removed: .diffRemoved
      case .field: .text
      case .phase: .textStrong
      }
    }
  }

  static func mark(_ row: Row) -> Mark { Mark(rawValue: row.tag % Mark.allCases.count) ?? .field }

  static func note(_ row: Row, _ model: Model) -> String {
    let place = row.tag / Mark.allCases.count
    return model.state.notes.indices.contains(place) ? model.say(model.state.notes[place]) : ""
  }

  init(_ model: Model, _ state: ScreenState) {
    guard model.past != nil else { return }
    let (then, now) = (model.assessment, model.present)
    for step in now.phaseDifferences(from: then) where model.party == nil || step.party == model.party {
      let change = Words(
        "phase \(step.phase.rawValue) \(step.before.words.en) → \(step.after.words.en)",
        "局面\(step.phase.rawValue) \(step.before.words.ja) → \(step.after.words.ja)")
      add(step.party, 0, .phase, change)
    }
    for difference in now.differences(from: then) {
      let owner = now.party(of: difference.record) ?? then.party(of: difference.record)
      guard model.party == nil || owner == nil || owner == model.party else { continue }
      add(difference, model, isFolded: state.folded.contains(difference.record))
    }
  }

  private mutating func add(_ difference: RecordDifference, _ model: Model, isFolded: Bool) {
    let kind = model.present.kind(of: difference.record)?.description.words ?? Words("", "")
    switch difference.kind {
    case .created: add(difference.record, 0, .created, Words(kind.en + ", new", kind.ja + "・新規"))
    case .removed: add(difference.record, 0, .removed, Words(kind.en + ", gone", kind.ja + "・削除"))
    case .changed:
      add(difference.record, 0, isFolded ? .folded : .changed, kind)
      guard !isFolded else { return }
      for field in difference.fields {
        let change = Change.set(difference.record, field.slot, before: field.before, after: field.after)
        add(
          difference.record, 1, .field,
          Words(
            Sentence.change(change, model.present, .english),
            Sentence.change(change, model.present, .japanese)))
      }
    }
  }

  private mutating func add(_ record: RecordID, _ depth: Int, _ mark: Mark, _ note: Words) {
    rows.append(Row(record, depth: depth, tag: notes.count * Mark.allCases.count + mark.rawValue))
    notes.append(note)
  }
}
