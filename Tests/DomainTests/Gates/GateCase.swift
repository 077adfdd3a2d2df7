import Domain

/// One record that meets a rule and one that does not, in one room.
struct GateCase: Sendable, CustomStringConvertible {
  enum Charged: Sendable {
    case csc, csp, joint
  }

  let rule: String
  let scope: Scope
  let severity: Severity
  let charged: Charged
  let build: @Sendable (inout Room) throws -> (good: RecordID, bad: RecordID)

  init(
    _ rule: String, _ scope: Scope = .cloud, _ severity: Severity = .blocker, _ charged: Charged = .csc,
    _ build: @escaping @Sendable (inout Room) throws -> (good: RecordID, bad: RecordID)
  ) {
    self.rule = rule
    self.scope = scope
    self.severity = severity
    self.charged = charged
    self.build = build
  }

  var description: String { "\(rule) \(scope.rawValue)" }

  static let all = agreement + policy + objectives + risks + controls + evaluation
}
