extension GateCase { static let evaluation: [GateCase] = [] }
