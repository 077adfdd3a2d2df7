/// Looks whether what a document names is there, once and of the right kind: neither the schema nor the usual
/// validators do. What is found is told and changes nothing.
struct ReferenceCheck {
  private(set) var notes: [ImportNote] = []
  /// The list in which each uuid is borne.
  private var bearers: [String: String] = [:]
  private var ids: Set<String> = []
  private var references: [Reference] = []
  private var linksOutside = 0

  private struct Reference {
    let uuid: String
    let key: String
    let place: OSCALPlace
  }

  /// References that OSCAL lets lead into the document that this one imports.
  private static let mayLeadElsewhere: Set<String> = [
    "implementation-statement-uuid", "implementation-uuid", "subject-uuid", "provided-uuid",
    "responsibility-uuid", "component-uuid", "inherited-uuid", "leveraged-authorization-uuid",
  ]

  /// The lists to which a reference leads; nil where several will do.
  private static let homes: [String: String] = [
    "risk-uuid": "risks", "finding-uuid": "findings", "observation-uuid": "observations",
    "party-uuid": "parties", "party-uuids": "parties", "component-uuid": "components",
    "provided-uuid": "provided", "responsibility-uuid": "responsibilities",
  ]

  init(_ document: OSCALValue) {
    gather(document, in: "", key: "", at: .top)
    for reference in references {
      if let note = judge(reference) { notes.append(note) }
    }
    if linksOutside > 0 { notes.append(.linksOutside(linksOutside)) }
  }

  private mutating func judge(_ reference: Reference) -> ImportNote? {
    guard let home = bearers[reference.uuid] else {
      if reference.key == "href" {
        guard !ids.contains(reference.uuid) else { return nil }
        if OSCALName.isUUID(reference.uuid) { return .dangling("#" + reference.uuid, at: reference.place) }
        linksOutside += 1
        return nil
      }
      let leadsElsewhere = Self.mayLeadElsewhere.contains(reference.key)
      return leadsElsewhere ? nil : .dangling(reference.uuid, at: reference.place)
    }
    guard let wanted = Self.homes[reference.key], wanted != home else { return nil }
    return .wrongKind(reference.uuid, isIn: home, at: reference.place)
  }

  /// Notes what a value bears and names; `list` is the key of what holds it, `key` the one it stands under itself.
  private mutating func gather(_ value: OSCALValue, in list: String, key: String, at place: OSCALPlace) {
    switch value {
    case .object(let object):
      for member in object.members {
        gather(member.value, in: key, key: member.key, at: .key(place, member.key))
      }
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        gather(element, in: list, key: key, at: .index(place, index))
      }
    case .text(let text): note(text, in: list, key: key, at: place)
    case .null, .flag, .number: break
    }
  }

  private mutating func note(_ text: String, in list: String, key: String, at place: OSCALPlace) {
    if key == "uuid" {
      if bearers.updateValue(list, forKey: text) != nil { notes.append(.duplicateUUID(text, at: place)) }
    } else if key == "id" {
      ids.insert(text)
    } else if key.hasSuffix("-uuid") || key.hasSuffix("-uuids") {
      references.append(Reference(uuid: text, key: key, place: place))
    } else if key == "href", text.hasPrefix("#"), text.count > 1 {
      references.append(Reference(uuid: String(text.dropFirst()), key: key, place: place))
    }
  }
}
