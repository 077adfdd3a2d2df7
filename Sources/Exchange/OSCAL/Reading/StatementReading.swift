import Domain

/// The statement of applicability that a system security plan from elsewhere amounts to.
struct StatementReading {
  private(set) var statements: [Incoming] = []
  private(set) var notes: [ImportNote] = []
  private let party: RecordID?
  private let assessment: Assessment
  private let shelf: CatalogueShelf
  /// What leads from a control's id to its catalogue and number, the party's own catalogues first.
  private var places: [String: Place] = [:]
  private var stated: Set<[Value?]> = []

  private struct Place {
    let catalogue: String
    let number: String
  }

  init(
    _ plan: OSCALElement, of party: RecordID?, in assessment: Assessment, _ shelf: CatalogueShelf
  ) throws {
    self.party = party
    self.assessment = assessment
    self.shelf = shelf
    notePlaces()
    guard let implementation = try plan.member("control-implementation") else { return }
    for requirement in try implementation.list("implemented-requirements") { try add(requirement) }
  }

  private mutating func notePlaces() {
    let chosen = party.map { assessment[$0, Party.catalogues] } ?? []
    let catalogues =
      chosen.compactMap { shelf[$0] } + shelf.own + shelf.catalogues.filter { !chosen.contains($0.key) }
    for catalogue in catalogues {
      for control in catalogue.controls {
        let place = Place(catalogue: catalogue.key, number: control.number)
        let names = [
          control.sourceID, OSCALCatalog.id(control.number, in: catalogue.key), control.number.lowercased(),
        ]
        for case let name? in names where places[name] == nil { places[name] = place }
      }
    }
  }

  private mutating func add(_ requirement: OSCALElement) throws {
    let before = (statements.count, notes.count)
    try read(requirement)
    guard let made = statements.last, statements.count > before.0 else { return }
    let key = RecordKind.controlStatement.description.unique.map { made.values[Slot($0)] }
    guard !stated.insert(key).inserted else { return }
    // A party says one thing of a control: what it says again would refuse the whole document.
    statements.removeLast()
    notes.removeSubrange(before.1...)
    let number = try requirement.requiredLine("control-id")
    notes.append(.duplicateControl(number, at: .key(requirement.place, "control-id")))
  }

  private mutating func read(_ requirement: OSCALElement) throws {
    let id = try requirement.requiredLine("control-id")
    let name = try requirement.line("uuid") ?? OSCALName.uuid("requirement/" + id)
    var record = Incoming(.controlStatement, name)
    if let place = places[id] ?? places[id.lowercased()] {
      record.set(ControlStatement.control, place.number)
      record.set(ControlStatement.catalogue, place.catalogue)
    } else {
      record.set(ControlStatement.control, id)
      notes.append(.unknownControl(id, at: .key(requirement.place, "control-id")))
    }
    let parts = try components(of: requirement)
    let states = try parts.compactMap { try $0.member("implementation-status")?.line("state") }
    decide(try states + legacyState(requirement), try reason(requirement, parts), &record)
    let texts = try parts.compactMap { try $0.text("description") }
    if !texts.isEmpty { record.set(ControlStatement.implementation, texts.joined(separator: "\n\n")) }
    try share(parts, &record)
    statements.append(record)
  }

  /// What components do for the requirement as a whole and for each of its statements.
  private func components(of requirement: OSCALElement) throws -> [OSCALElement] {
    let own = try requirement.list("by-components")
    return try own + requirement.list("statements").flatMap { try $0.list("by-components") }
  }

  /// Before 1.0 final and in FedRAMP's documents the state is a property.
  private func legacyState(_ requirement: OSCALElement) throws -> [String] {
    try requirement.property("implementation-status").map { [$0] } ?? []
  }

  private func reason(_ requirement: OSCALElement, _ parts: [OSCALElement]) throws -> String? {
    let remarks = try parts.compactMap { try $0.member("implementation-status")?.line("remarks") }.first
    return try remarks ?? requirement.line("remarks")
  }

  private func decide(_ states: [String], _ reason: String?, _ record: inout Incoming) {
    guard !states.isEmpty, states.allSatisfy({ $0 == "not-applicable" }) else {
      record.set(ControlStatement.applicability, Applicability.applicable)
      let known = states.filter { $0 != "not-applicable" }.map(Self.status)
      // As far as the part that lags behind.
      record.set(ControlStatement.status, ControlStatus.allCases.first { known.contains($0) })
      return
    }
    record.set(ControlStatement.applicability, Applicability.excluded)
    record.set(ControlStatement.exclusionReason, reason)
  }

  private static func status(_ state: String) -> ControlStatus {
    switch state {
    case "implemented", "alternative": .implemented
    case "partial", "partially-implemented": .inProgress
    case "planned": .planned
    default: .notStarted
    }
  }

  private func share(_ parts: [OSCALElement], _ record: inout Incoming) throws {
    let takes = try parts.flatMap { try $0.list("inherited") }
    let does = try parts.flatMap { try $0.list("satisfied") }
    let exports = try parts.compactMap { try $0.member("export") }
    let gives = try exports.flatMap { try $0.list("provided") }
    let asks = try exports.flatMap { try $0.list("responsibilities") }
    if !does.isEmpty || !asks.isEmpty {
      record.set(ControlStatement.responsibility, ControlResponsibility.shared)
    } else if !takes.isEmpty {
      record.set(ControlStatement.responsibility, ControlResponsibility.other)
    }
    try record.set(ControlStatement.provided, Self.joined(takes.isEmpty ? gives : takes))
    try record.set(ControlStatement.asked, Self.joined(does.isEmpty ? asks : does))
  }

  private static func joined(_ elements: [OSCALElement]) throws -> String? {
    let texts = try elements.compactMap { try $0.text("description") }
    return texts.isEmpty ? nil : texts.joined(separator: "\n\n")
  }
}
