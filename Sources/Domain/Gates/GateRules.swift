/// Every condition of agreement, in the order of the domain's table.
package enum GateRules {
  package static let all: [GateRule] =
    AgreementGates.all + PolicyGates.all + ObjectiveGates.all + RiskGates.all + ControlGates.all
    + EvaluationGates.all

  /// The rule with that id; nil if there is none.
  package static func rule(_ id: String) -> GateRule? { all.first { $0.id == id } }
}
