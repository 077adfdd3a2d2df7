import Canvas
import Domain

/// How the steps of criteria read in others, the next version's or the joint ones, proposed and decided step by step,
/// and what that does to the risks rated so far.
struct MappingStep {
  let criteria: RecordID
  let old: CriteriaMethod
  let new: CriteriaMethod
  /// The steps are the same: only what changes is shown.
  let isFixed: Bool
  /// The others are the joint criteria, not a version that replaces these.
  let isToJoint: Bool
  private(set) var mapping: StepMapping
  /// Steps a person set; the others stand as proposed.
  private(set) var decided: [ScaleAxis: Set<Int>] = [:]
  private(set) var axis = ScaleAxis.likelihood
  /// The old step under the cursor, counted from 1.
  private(set) var step = 1
  /// The first change shown.
  private(set) var top = 0
  private(set) var changes: [LevelChange]
  private let impact: CriteriaImpact

  var hints: [(String, Words)] {
    [
      ("Enter", Words("save as shown", "この内容で保存")), ("1–7", Words("reads as", "対応先")),
      ("-", Words("nothing", "対応なし")), ("← →", Words("scale", "尺度")),
      ("PgUp PgDn", Words("risks", "リスク")),
      ("Esc", isToJoint ? Words("cancel", "取消") : Words("back to the tables", "表に戻る")),
    ]
  }

  var question: Words {
    if isFixed { return Words("The steps stay as they are.", "段階は変わりません。") }
    return isToJoint
      ? Words(
        "How does each step of these criteria read in the joint ones?", "この基準の各段階を、共通基準のどの段階に対応付けますか。")
      : Words(
        "How does each step of the version before read now?", "前の版の各段階を、新しい版のどの段階と読み替えますか。")
  }

  /// From a version to the one that replaces it; nil when the version before was nothing to compute with.
  init?(from criteria: RecordID, to new: CriteriaMethod, isFixed: Bool, _ model: Model) {
    self.init(criteria, new, isFixed: isFixed, isToJoint: false, standing: nil, model)
  }

  /// From a party's own criteria to the joint ones, beginning with the mapping on record; nil as above.
  init?(from own: RecordID, toJoint joint: RecordID, _ new: CriteriaMethod, _ model: Model) {
    let isMapped = model.assessment[own, RiskCriteria.mapsTo] == joint
    let mapping = isMapped ? model.assessment.mapping(toJoint: own) : StepMapping()
    let standing = mapping == StepMapping() ? nil : mapping
    self.init(own, new, isFixed: false, isToJoint: true, standing: standing, model)
  }

  private init?(
    _ criteria: RecordID, _ new: CriteriaMethod, isFixed: Bool, isToJoint: Bool, standing: StepMapping?,
    _ model: Model
  ) {
    guard let old = model.assessment.method(criteria),
      let impact = CriteriaImpact(on: criteria, model.assessment)
    else { return nil }
    self.criteria = criteria
    self.old = old
    self.new = new
    self.isFixed = isFixed
    self.isToJoint = isToJoint
    self.impact = impact
    mapping = standing ?? (isFixed ? StepMapping(identityOf: old) : .proposal(from: old, to: new))
    changes = impact.changes(to: new, mapping)
    guard standing != nil else { return }
    decided = [
      .likelihood: Set(1...max(1, old.likelihood.count)),
      .consequence: Set(1...max(1, old.consequence.count)),
    ]
  }

  func steps(_ axis: ScaleAxis) -> (old: [ScaleStep], new: [ScaleStep]) {
    axis == .likelihood ? (old.likelihood, new.likelihood) : (old.consequence, new.consequence)
  }

  func isProposed(_ axis: ScaleAxis, _ step: Int) -> Bool { decided[axis]?.contains(step) != true }

  mutating func receive(_ key: Key) {
    switch key {
    case .left, .right, .tab, .backTab, .character("h"), .character("l"):
      axis = axis == .likelihood ? .consequence : .likelihood
      step = min(step, steps(axis).old.count)
    case .up, .character("k"): step = max(1, step - 1)
    case .down, .character("j"): step = min(steps(axis).old.count, step + 1)
    case .pageDown: top = min(max(0, changes.count - 1), top + 5)
    case .pageUp: top = max(0, top - 5)
    case .character("-"), .delete, .backspace: decide(nil)
    case .character(let digit):
      if let target = digit.wholeNumberValue, (1...steps(axis).new.count).contains(target) { decide(target) }
    default: break
    }
  }

  private mutating func decide(_ target: Int?) {
    guard !isFixed else { return }
    mapping[axis][step] = target
    decided[axis, default: []].insert(step)
    step = min(steps(axis).old.count, step + 1)
    changes = impact.changes(to: new, mapping)
    top = 0
  }
}
