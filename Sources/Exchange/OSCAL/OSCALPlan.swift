import Domain

/// A party's system security plan: its management system, and the statement of applicability with what it provides,
/// asks, inherits and does (ISO/IEC 27017:2015, CLD.6.3.1).
struct OSCALPlan {
  let party: RecordID
  let source: OSCALSource
  let sharing: OSCALSharing
  private var draft: OSCALDraft

  init(_ party: RecordID, source: OSCALSource, sharing: OSCALSharing) {
    self.party = party
    self.source = source
    self.sharing = sharing
    draft = OSCALDraft(source, party: party)
  }

  private var assessment: Assessment { source.assessment }
  private var name: String { source.title(party) }

  mutating func document() -> OSCALValue {
    seed()
    let characteristics = self.characteristics()
    let implementation = self.implementation()
    let requirements = source.statements(party).map { requirement($0) }
    return draft.document(
      "system-security-plan", named: "system-security-plan/" + source.uuid(party),
      title: Words("Statement of applicability: \(name)", "適用宣言書: \(name)"),
      body: [
        "import-profile": .object(["href": .text(source.file(.profile, of: party))]),
        "system-characteristics": characteristics,
        "system-implementation": implementation,
        "control-implementation": .object([
          "description": .text(OSCALSource.both(Words("Statement of applicability", "適用宣言書"))),
          "implemented-requirements": .array(requirements),
        ]),
      ])
  }

  /// Everything of the party that stands in the back matter, mentioned or not.
  private mutating func seed() {
    let kinds: [RecordKind] = [
      .agreement, .service, .commitment, .scopeStatement, .issue, .interestedParty, .clauseConformity,
      .policyDocument, .objective, .objectivePair, .riskCriteria, .evidence, .managementSystem, .phaseShare,
    ]
    for kind in kinds {
      for record in assessment.ids(kind) where assessment.parties(boundBy: record).contains(party) {
        _ = draft.mention(record)
      }
    }
    for kind in [RecordKind.person, .organizationalUnit] {
      for record in assessment.ids(kind, of: party) { _ = draft.mention(record) }
    }
  }

  // MARK: The management system

  private mutating func characteristics() -> OSCALValue {
    let texts = assessment.ids(.scopeStatement, of: party).compactMap { draft.text($0, ScopeStatement.text) }
    let scope = texts.isEmpty ? "ISMS: \(name)" : texts.joined(separator: "\n\n")
    let objectives = assessment.ids(.objective, of: party)
    return .object([
      "system-ids": .array([OSCALPlan.systemID(source.uuid(party))]),
      "system-name": .text("ISMS: \(name)"),
      "description": .text(scope),
      "props": .list(
        objectives.compactMap { OSCALDraft.property("isms-objective", source.title($0)) }),
      "links": .list(objectives.map { draft.link(to: $0, "objective") }),
      "system-information": .object([
        "information-types": .array([
          .object([
            "uuid": .text(source.uuid(party, "information")),
            "title": .text(OSCALSource.both(Words("Information in scope", "適用範囲の情報"))),
            "description": .text(scope),
          ])
        ])
      ]),
      "status": .object(["state": .text("operational")]),
      "authorization-boundary": .object(["description": .text(scope)]),
    ])
  }

  /// The system's id: the party's uuid.
  static func systemID(_ uuid: String) -> OSCALValue {
    .object(["identifier-type": .text("http://ietf.org/rfc/rfc4122"), "id": .text(uuid)])
  }

  private mutating func implementation() -> OSCALValue {
    let top = source.reference(party, Party.topManagement)
    let users: [OSCALValue?] = [
      top.map { user("top-management", .topManagement, title: source.title($0)) },
      user("risk-owners", .riskOwner, title: OSCALSource.both(Words("Risk owners", "リスク所有者"))),
    ]
    let assets = assessment.ids(.asset).filter { assessment.parties(boundBy: $0).contains(party) }
    return .object([
      "leveraged-authorizations": .list(sharing.authorizations(of: party, &draft)),
      "users": .array(users.compactMap(\.self)),
      "components": .array([thisSystem] + sharing.components(of: party)),
      "inventory-items": .list(assets.map { draft.inventoryItem($0) }),
    ])
  }

  private func user(_ part: String, _ role: OSCALRole, title: String) -> OSCALValue {
    .object([
      "uuid": .text(source.uuid(party, "user/" + part)), "title": .text(title),
      "role-ids": .array([.text(role.rawValue)]),
    ])
  }

  private var thisSystem: OSCALValue {
    .object([
      "uuid": .text(sharing.system(of: party)), "type": .text("this-system"), "title": .text("ISMS: \(name)"),
      "description": .text(
        OSCALSource.both(Words("The management system of \(name)", "\(name) のマネジメントシステム"))),
      "status": .object(["state": .text("operational")]),
    ])
  }

  // MARK: The statement of applicability

  private mutating func requirement(_ statement: RecordID) -> OSCALValue {
    let evidence = assessment.sources(of: statement, via: Evidence.control)
    return .object([
      "uuid": .text(source.uuid(statement)),
      "control-id": .text(source.controlID(of: statement)),
      "props": draft.properties(of: statement),
      "links": .list(evidence.map { draft.link(to: $0, "evidence") }),
      "responsible-roles": draft.responsible(.owner, source.reference(statement, ControlStatement.owner)),
      "by-components": .list(parts(statement)),
    ])
  }

  /// What the party does itself, unless it leaves all to others, and what it takes from them.
  private mutating func parts(_ statement: RecordID) -> [OSCALValue] {
    let inherited = sharing.inherited(by: statement, &draft)
    let leavesAll = assessment[statement, ControlStatement.responsibility] == .other
    // Elsewhere it may be components alone that do it.
    let isDoneByOthers =
      source.originals.foreign(source.uuid(statement))?["by-components"] != nil
      && source.originals.part(of: source.uuid(statement), by: sharing.system(of: party)) == nil
    return (leavesAll && !inherited.isEmpty || isDoneByOthers) && !sharing.provides(statement)
      ? inherited : [ownComponent(statement)] + inherited
  }

  private mutating func ownComponent(_ statement: RecordID) -> OSCALValue {
    let isExcluded = assessment[statement, ControlStatement.applicability] == .excluded
    let text = isExcluded ? ControlStatement.exclusionReason : ControlStatement.implementation
    let state = isExcluded ? "not-applicable" : Self.state(assessment[statement, ControlStatement.status])
    let reason = draft.text(statement, ControlStatement.exclusionReason)
    let system = sharing.system(of: party)
    let known = source.originals.part(of: source.uuid(statement), by: system)
    return .object([
      "component-uuid": .text(system),
      "uuid": .text(known ?? source.uuid(statement, "by-component")),
      "description": .text(draft.text(statement, text) ?? source.controlTitle(of: statement)),
      "implementation-status": .object([
        "state": .text(state), "remarks": isExcluded ? reason.map { .text($0) } : nil,
      ]),
      "export": sharing.exported(by: statement, &draft),
    ])
  }

  private static func state(_ status: ControlStatus?) -> String {
    switch status {
    case .implemented: "implemented"
    case .inProgress: "partial"
    case .planned, .notStarted, nil: "planned"
    }
  }
}

extension OSCALDraft {
  /// An asset.
  mutating func inventoryItem(_ asset: RecordID) -> OSCALValue {
    .object([
      "uuid": .text(mention(asset)), "description": .text(source.title(asset)),
      "props": properties(of: asset, line: Asset.name.key),
      "responsible-parties": responsible(.owner, source.reference(asset, Asset.owner)),
    ])
  }
}
