package import Canvas
package import Domain

/// How a party's own steps read in the joint criteria, so that its risks are seen on the joint matrix.
package struct JointMappingLayer: Layer {
  let joint: RecordID
  var step: MappingStep
  var problem: String?
  package private(set) var isDone = false

  package var hints: [(String, Words)] { step.hints }

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    guard case .key(let key) = input else { return .stays }
    switch key.halfWidth {
    case .escape, .control("c"), .character("q"): return .closes
    case .enter, .control("s"):
      let values: [(FieldKey, Value)] = [
        (RiskCriteria.mapsTo.key, .reference(joint)),
        (RiskCriteria.jointLikelihoodMapping.key, .table(step.mapping.rows(.likelihood))),
        (RiskCriteria.jointConsequenceMapping.key, .table(step.mapping.rows(.consequence))),
      ]
      return .stays([.perform(values.map { .set(step.criteria, Slot($0.0), $0.1) }, .form)])
    default:
      problem = nil
      step.receive(key.halfWidth)
    }
    return .stays
  }

  package mutating func saved(_ changes: [Change], _ model: Model) { isDone = true }

  package mutating func refused(_ notice: Notice) { problem = notice.text }

  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let own = model.assessment.label(of: step.criteria)
    let title = Words(
      "\(own) in the joint criteria \(model.assessment.label(of: joint))",
      "\(own) と共通基準 \(model.assessment.label(of: joint)) の対応")
    let inside = pen.window(body, title: model.say(title))
    MappingPicture(step: step, problem: problem).draw(model, &pen, in: inside)
  }
}
