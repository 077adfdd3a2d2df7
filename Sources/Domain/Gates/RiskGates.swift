enum RiskGates { static let all: [GateRule] = [] }
