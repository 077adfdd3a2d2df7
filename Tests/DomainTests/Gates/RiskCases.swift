extension GateCase { static let risks: [GateCase] = [] }
