import Canvas
import Domain

/// Risk chains (リスクの連携): the talk's ①–④ in a lane per party, and what each party holds against it.
struct ChainScreen: Screen {
  let id = ScreenID.chain
  var hasPanes: Bool { false }

  func title(_ model: Model) -> String {
    let name = model.say(Words("Risk chain", "リスクの連携"))
    guard let chain = chain(model) else { return name }
    let object = model.assessment[chain, RiskChain.objectAssessed] ?? ""
    return name + " " + model.assessment.label(of: chain) + "   "
      + model.say(RiskChain.objectAssessed.field.words) + ": " + object
  }

  /// All chains one after another, each with its steps in order.
  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    model.assessment.ids(.riskChain).flatMap { chain in
      [Row(chain)] + model.assessment.steps(of: chain).map { Row($0, depth: 1) }
    }
  }

  /// Whether it is shown as a table and not as a story.
  static func isTable(_ state: ScreenState) -> Bool { state.variant % 2 == 1 }

  /// The chain the cursor is in.
  func chain(_ model: Model) -> RecordID? {
    guard let record = model.current else { return nil }
    return model.assessment.kind(of: record) == .riskChain
      ? record : model.assessment[record, ChainStep.chain]
  }

  func birth(_ model: Model) -> Birth? {
    guard let chain = chain(model) else { return Birth(.riskChain, party: nil) }
    // The place in the order follows from the steps that are there when the line is saved, not when it was opened.
    return Birth(.chainStep, party: model.party, defaults: [Slot(ChainStep.chain.key): .reference(chain)])
  }

  func emptyText(_ model: Model) -> Words {
    Words(
      "No chain yet: how an event at one party becomes another party's event. \(key: "new") makes a chain, then its steps.",
      "連携はまだありません。ある組織の事象が別の組織の事象になる筋道を書きます。\(key: "new") で連携を作り、続けて段を足します。")
  }

  func isList(_ model: Model) -> Bool { false }

  var showsMarks: Bool { false }

  func drawBody(_ model: Model, _ pen: inout Pen, in area: Rect) {
    guard let chain = chain(model) else {
      drawList(model, &pen, in: area)
      return
    }
    let facts = ChainFacts(chain, model.assessment)
    if Self.isTable(model.state) {
      ChainTable(facts: facts, model: model).draw(&pen, in: area)
    } else {
      ChainPicture(facts: facts, model: model).draw(&pen, in: area)
    }
  }
}
