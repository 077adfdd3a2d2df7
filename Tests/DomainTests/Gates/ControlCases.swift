extension GateCase { static let controls: [GateCase] = [] }
