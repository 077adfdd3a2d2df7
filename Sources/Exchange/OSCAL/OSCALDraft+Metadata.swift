import Domain

/// What every document opens with: its title, when it last changed, and who is who.
extension OSCALDraft {
  mutating func metadata(_ title: Words) -> OSCALValue {
    // A catalogue says the same whoever uses it.
    let isShared = party == nil
    let parties = isShared ? [] : self.parties()
    return .object([
      "title": .text(OSCALName.line(OSCALSource.both(title)) ?? "?"),
      "last-modified": .text(source.lastModified.text),
      "version": .text(isShared ? "1" : String(assessment.cycle)),
      "oscal-version": .text("1.1.3"),
      "props": isShared ? nil : assessment.head.flatMap { properties(of: $0) },
      "roles": isShared ? nil : .array(OSCALRole.allCases.map(\.element)),
      "parties": .list(parties),
      "responsible-parties": party.map { party in
        .array([
          .object([
            "role-id": .text(OSCALRole.riskOwner.rawValue),
            "party-uuids": .array([.text(source.uuid(party))]),
          ])
        ])
      },
    ])
  }

  /// Whose document it is, and the organisations, people and units that it mentions.
  private mutating func parties() -> [OSCALValue] {
    if let party { _ = mention(party) }
    var made: [RecordID: OSCALValue] = [:]
    var count = -1
    // A person leads to a unit, and that to the unit above it.
    while count != mentionCount {
      count = mentionCount
      for record in mentions(of: .party, .person, .organizationalUnit) where made[record] == nil {
        made[record] = partyElement(record)
      }
    }
    return mentions(of: .party).compactMap { made[$0] }
      + mentions(of: .organizationalUnit, .person).compactMap { made[$0] }
  }

  private mutating func partyElement(_ record: RecordID) -> OSCALValue {
    let kind = assessment.kind(of: record)
    let title = kind?.description.title.key
    let owner = kind == .party ? nil : assessment.party(of: record)
    return .object([
      "uuid": .text(source.uuid(record)),
      "type": .text(kind == .person ? "person" : "organization"),
      "name": .text(source.title(record)),
      "short-name": kind == .party ? OSCALName.line(assessment.label(of: record)).map { .text($0) } : nil,
      "props": properties(of: record, line: title),
      "member-of-organizations": owner.map { .array([.text(mention($0))]) },
    ])
  }

  /// Who answers for something, in a role.
  mutating func responsible(_ role: OSCALRole, _ records: RecordID?...) -> OSCALValue? {
    let uuids = records.compactMap(\.self).filter(assessment.exists).map { OSCALValue.text(mention($0)) }
    guard let list = OSCALValue.list(uuids) else { return nil }
    return .array([.object(["role-id": .text(role.rawValue), "party-uuids": list])])
  }

  /// Where something comes from: a party or person.
  mutating func origin(_ record: RecordID?) -> OSCALValue? {
    guard let actor = record ?? party else { return nil }
    return .object([
      "actors": .array([.object(["type": .text("party"), "actor-uuid": .text(mention(actor))])])
    ])
  }
}

/// The roles that documents speak of.
enum OSCALRole: String, CaseIterable {
  case topManagement = "top-management"
  case riskOwner = "risk-owner"
  case owner
  case auditor
  case provider = "poc-for-customers"
  case customer

  private var words: Words {
    switch self {
    case .topManagement: Words("Top management", "トップマネジメント")
    case .riskOwner: Words("Risk owner", "リスク所有者")
    case .owner: Words("Owner", "責任者")
    case .auditor: Words("Auditor", "監査員")
    case .provider: Words("Provider's contact for customers", "カスタマへの窓口")
    case .customer: Words("Customer", "カスタマ")
    }
  }

  var element: OSCALValue { .object(["id": .text(rawValue), "title": .text(OSCALSource.both(words))]) }
}
