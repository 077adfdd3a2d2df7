enum ControlGates { static let all: [GateRule] = [] }
