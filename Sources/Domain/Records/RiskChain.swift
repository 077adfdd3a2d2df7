/// A story of events that runs through several parties (リスクの連携).
package enum RiskChain {
  package static let title = Attribute.text("title", "Title", "名称")
  package static let objectAssessed = Attribute.text(
    "objectAssessed", "Object assessed", "リスクアセスメント対象", long: true)

  package static let description = KindDescription(
    .riskChain, "L", "Risk chain", "リスクの連携", phase: .riskManagement, ownership: .joint,
    fields: [title.field, objectAssessed.field])
}

/// One step (①②③④) of a chain: an event at one party, and how the next party comes to know.
package enum ChainStep {
  package static let event = Attribute.text("event", "Event", "事象")
  package static let chain = Attribute.reference("chain", "Chain", "連携", to: .riskChain, tokens: ["^"])
  /// Place in the story; the lowest comes first.
  package static let order = Attribute.integer("order", "Order", "順序")
  package static let risk = Attribute.reference(
    "risk", "Risk", "リスク", to: .risk, required: ["R6"], tokens: ["risk:", "リスク:"])
  package static let told = Attribute.text(
    "told", "Who was told", "連絡先", required: ["R6"], tokens: ["told:", "連絡:"])
  package static let toldOn = Attribute.text(
    "toldOn", "When", "連絡の時期", required: ["R6"], tokens: ["when:", "時期:"])
  package static let toldHow = Attribute.text(
    "toldHow", "How", "連絡の手段", required: ["R6"], tokens: ["how:", "手段:"])

  package static let description = KindDescription(
    .chainStep, "ST", "Chain step", "連携の段", phase: .riskManagement,
    fields: [event.field, chain.field, order.field, risk.field, told.field, toldOn.field, toldHow.field])
}
