import Domain

/// Findings of an assessment, and what a plan of action does about them, that come from elsewhere.
struct FindingReading {
  private(set) var findings: [Incoming] = []
  private(set) var actions: [Incoming] = []
  private var observations: [String: OSCALElement] = [:]
  private var deadlines: [String: Day] = [:]

  /// - Parameters:
  ///   - parts: Where findings, observations and risks stand: the plan itself, or each of the results.
  ///   - items: The plan's items.
  /// - Throws: `OSCALFault` where one lacks what it must say.
  init(_ parts: [OSCALElement], items: [OSCALElement]) throws {
    for part in parts {
      for observation in try part.list("observations") {
        if let uuid = try observation.line("uuid") { observations[uuid] = observation }
      }
      for risk in try part.list("risks") {
        if let uuid = try risk.line("uuid") { deadlines[uuid] = try risk.day("deadline") }
      }
    }
    for part in parts {
      let day = try part.day("start")
      for finding in try part.list("findings") { try add(finding, foundOn: day) }
    }
    for item in items { try add(item: item) }
  }

  private mutating func add(_ finding: OSCALElement, foundOn start: Day?) throws {
    var record = Incoming(.finding, try finding.requiredLine("uuid"))
    let title = try finding.requiredLine("title")
    let more = try finding.text("description").flatMap { $0 == title ? nil : $0 }
    record.set(Finding.text, [title, more].compactMap(\.self).joined(separator: "\n"))
    record.set(Finding.source, FindingSource.audit)
    record.set(Finding.grade, try grade(finding))
    if let target = try finding.member("target") {
      record.set(Finding.at, try target.line("target-id").map(Self.control))
    }
    if let statement = try finding.line("implementation-statement-uuid") {
      record.links[Finding.record.key] = [statement]
    }
    let seen = try related(finding)
    let evidence = try seen.compactMap { try $0.text("description") }
    if !evidence.isEmpty { record.set(Finding.evidence, evidence.joined(separator: "\n\n")) }
    record.set(Finding.foundOn, try seen.compactMap { try $0.day("collected") }.max() ?? start)
    findings.append(record)
  }

  private func related(_ element: OSCALElement) throws -> [OSCALElement] {
    try element.list("related-observations").compactMap { related in
      try related.line("observation-uuid").flatMap { observations[$0] }
    }
  }

  /// OSCAL knows only satisfied or not; how grave it is, a property may say.
  private func grade(_ finding: OSCALElement) throws -> FindingGrade? {
    switch try finding.property("nonconformity")?.lowercased() {
    case "major": return .majorNonconformity
    case "minor": return .minorNonconformity
    case "observation": return .observation
    case "ofi", "opportunity-for-improvement": return .opportunityForImprovement
    default: break
    }
    let status = try finding.member("target")?.member("status")
    return try status?.line("state") == "satisfied" ? .conformity : .minorNonconformity
  }

  /// The control that an objective or statement belongs to: what follows its id is the standard's own bookkeeping.
  private static func control(_ target: String) -> String {
    for mark in ["_smt", "_obj", "_stm"] {
      if let range = target.firstRange(of: mark) { return String(target[..<range.lowerBound]) }
    }
    return target
  }

  private mutating func add(item: OSCALElement) throws {
    let title = try item.requiredLine("title")
    var record = Incoming(.correctiveAction, try item.line("uuid") ?? OSCALName.uuid("poam-item/" + title))
    let more = try item.text("description").flatMap { $0 == title ? nil : $0 }
    record.set(CorrectiveAction.action, [title, more].compactMap(\.self).joined(separator: "\n"))
    let findings = try item.list("related-findings").compactMap { try $0.line("finding-uuid") }
    if !findings.isEmpty { record.links[CorrectiveAction.finding.key] = findings }
    let risks = try item.list("related-risks").compactMap { try $0.line("risk-uuid") }
    record.set(CorrectiveAction.due, risks.compactMap { deadlines[$0] }.min())
    actions.append(record)
  }
}
