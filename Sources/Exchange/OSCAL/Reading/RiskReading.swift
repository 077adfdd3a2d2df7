import Domain

/// Risks of a plan of action or of assessment results that come from elsewhere.
struct RiskReading {
  private(set) var risks: [Incoming] = []
  private var ratings: RatingReading

  var notes: [ImportNote] { ratings.notes }

  init(_ risks: [OSCALElement], of party: RecordID?, in assessment: Assessment) throws {
    ratings = RatingReading(party, in: assessment)
    for risk in risks { try add(risk) }
  }

  private mutating func add(_ risk: OSCALElement) throws {
    var record = Incoming(.risk, try risk.requiredLine("uuid"))
    let title = try risk.requiredLine("title")
    record.set(Risk.event, title)
    let cause = try risk.line("description")
    if cause != title { record.set(Risk.cause, cause) }
    let statement = try risk.text("statement")
    if statement != title { record.set(Risk.consequence, statement) }
    record.set(Risk.sources, try sources(risk))
    record.set(Risk.planDue, try risk.day("deadline"))
    try treat(risk, &record)
    let status = try risk.line("status")
    if status != "open" { record.set(Risk.planProgress, status) }
    try ratings.read(risk, into: &record)
    risks.append(record)
  }

  private func sources(_ risk: OSCALElement) throws -> [String] {
    let named = try risk.property("risk-source").map { [$0] } ?? []
    return named + (try risk.list("threat-ids").compactMap { try $0.line("id") })
  }

  private func treat(_ risk: OSCALElement, _ record: inout Incoming) throws {
    var treatments: [Treatment] = []
    var actions: [String] = []
    for remediation in try risk.list("remediations") {
      if let treatment = Self.treatment(try remediation.property("type")) { treatments.append(treatment) }
      let text = try remediation.text("description") ?? remediation.text("title")
      if let text, !actions.contains(text) { actions.append(text) }
    }
    if !treatments.isEmpty { record.set(Risk.treatment, ChoiceSet(treatments)) }
    if !actions.isEmpty { record.set(Risk.planActions, actions.joined(separator: "\n\n")) }
  }

  private static func treatment(_ type: String?) -> Treatment? {
    switch type?.lowercased() {
    case "mitigate", "modify", "contingency": .modify
    case "accept", "retain": .retain
    case "avoid": .avoid
    case "share", "transfer": .share
    default: nil
    }
  }
}

extension OSCALElement {
  /// The day of a date or moment; nil where the key is absent or holds none.
  func day(_ key: String) throws -> Day? { try line(key).flatMap { Day(text: $0.prefix(10)) } }
}
