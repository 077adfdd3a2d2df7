enum EvaluationGates { static let all: [GateRule] = [] }
