import Domain

/// The OSCAL documents that came into the assessment, as they came: what its records cannot hold goes out again from
/// here, with what the records say laid over it.
struct OSCALOriginals: Sendable {
  /// One document that came in.
  struct Document: Sendable {
    let record: RecordID
    /// Whose it is; nil where nobody's.
    let party: RecordID?
    let model: String
    /// What statements call it, if it lists controls.
    let catalogueKey: String?
    let body: OSCALObject
    /// The document as it came, with what stands beside its body.
    let whole: OSCALValue
  }

  private(set) var documents: [Document] = []
  /// Every element by its uuid; of several the first.
  private var elements: [String: OSCALObject] = [:]
  /// The catalogues among them, whole, by the key that statements use.
  private(set) var catalogues: [String: OSCALValue] = [:]
  /// What documents call an organisation, by the short name that is its key here.
  private(set) var parties: [String: String] = [:]
  /// Ids of controls and their parts.
  private(set) var ids: Set<String> = []

  init(_ assessment: Assessment) {
    for record in assessment.ids(.importedDocument)
    where assessment[record, ImportedDocument.format] != .cisoAssistantLibrary {
      guard let text = assessment[record, ImportedDocument.original],
        let value = try? OSCALValue(json: Array(text.utf8)), let root = OSCALDocument.body(of: value),
        let body = root.value.object
      else { continue }
      let key = root.key == "catalog" ? assessment[record, ImportedDocument.catalogueKey] : nil
      documents.append(
        Document(
          record: record, party: assessment.party(of: record), model: root.key, catalogueKey: key,
          body: body, whole: value))
      gather(root.value)
      note(parties: body["metadata"]?["parties"]?.elements ?? [])
      if let key { catalogues[key] = value }
    }
  }

  /// The element of that uuid; nil where none came.
  subscript(uuid: String) -> OSCALObject? { elements[uuid] }

  /// A party's documents of a model.
  func documents(_ model: String, of party: RecordID) -> [OSCALObject] {
    documents.filter { $0.model == model && $0.party == party }.map(\.body)
  }

  private mutating func note(parties elements: [OSCALValue]) {
    for element in elements where element["type"]?.text == "organization" {
      guard let key = element["short-name"]?.text, let uuid = element["uuid"]?.text else { continue }
      if parties[key] == nil { parties[key] = uuid }
    }
  }

  private mutating func gather(_ value: OSCALValue) {
    switch value {
    case .array(let values): for value in values { gather(value) }
    case .object(let object):
      if let uuid = object["uuid"]?.text, elements[uuid] == nil { elements[uuid] = object }
      if let id = object["id"]?.text { ids.insert(id) }
      for member in object.members { gather(member.value) }
    case .null, .flag, .number, .text: break
    }
  }

  // MARK: What ours takes the place of

  /// The component that is the system, in the first plan that came to a party.
  func system(of party: RecordID) -> String? {
    let plan = documents("system-security-plan", of: party).first
    let components = plan?["system-implementation"]?["components"]?.elements ?? []
    return components.first { $0["type"]?.text == "this-system" }?["uuid"]?.text
  }

  /// The part of a requirement that a component fulfils.
  func part(of requirement: String, by component: String) -> String? {
    let parts = elements[requirement]?["by-components"]?.elements ?? []
    return parts.first { $0["component-uuid"]?.text == component }?["uuid"]?.text
  }

  /// The element of that uuid, if somebody else wrote it: one that went out of a workspace of ours says again what
  /// the record says.
  func foreign(_ uuid: String) -> OSCALObject? {
    elements[uuid].flatMap { Self.bearsOurs($0["props"]) ? nil : $0 }
  }

  private static func bearsOurs(_ props: OSCALValue?) -> Bool {
    props?.elements.contains { $0["ns"]?.text == OSCALName.namespace } ?? false
  }

  /// What a finding rests on.
  func observation(of finding: String) -> String? {
    foreign(finding)?["related-observations"]?.elements.first?["observation-uuid"]?.text
  }

  /// Whether a document's title and description are what a text was made of: then they stay as they are.
  func isWorded(_ uuid: String, _ text: String?) -> Bool {
    guard let base = foreign(uuid), let title = base["title"]?.text else { return false }
    let more = base["description"]?.text.flatMap { $0 == title ? nil : $0 }
    return text == [title, more].compactMap(\.self).joined(separator: "\n")
  }

  /// Whether a remediation of that type came with a risk.
  func remedies(_ risk: String, _ type: String) -> Bool {
    let remediations = foreign(risk)?["remediations"]?.elements ?? []
    return remediations.contains { remediation in
      remediation["props"]?.elements.contains { $0["name"]?.text == "type" && $0["value"]?.text == type }
        ?? false
    }
  }

  // MARK: Laying over

  /// A value with every element laid over the one that came with its uuid.
  func laid(_ value: OSCALValue) -> OSCALValue {
    guard !elements.isEmpty else { return value }
    switch value {
    case .array(let values): return .array(values.map(laid))
    case .object(let object):
      var object = OSCALObject(object.members.map { ($0.key, laid($0.value)) })
      if let base = object["uuid"]?.text.flatMap({ elements[$0] }) {
        object = Self.merged(object, over: base)
      }
      return .object(object)
    case .null, .flag, .number, .text: return value
    }
  }

  /// What ours says, and what else the base has.
  static func merged(_ ours: OSCALObject, over base: OSCALObject) -> OSCALObject {
    var merged = ours
    for member in base.members {
      if let own = ours[member.key] {
        merged[member.key] = Self.merged(own, over: member.value, key: member.key)
      } else if !areRecords(member.key) {
        merged[member.key] = member.value
      }
    }
    return merged
  }

  /// A document with the name that somebody else gave it: title, version, the system's id.
  static func named(_ document: OSCALObject, as base: OSCALObject) -> OSCALObject {
    guard case .object(var metadata)? = document["metadata"], !bearsOurs(base["metadata"]?["props"]) else {
      return document
    }
    for key in ["title", "version"] { metadata[key] = base["metadata"]?[key] ?? metadata[key] }
    var named = document
    named["metadata"] = .object(metadata)
    if let id = base["system-id"] { named["system-id"] = id }
    return named
  }

  private static func merged(_ ours: OSCALValue, over base: OSCALValue, key: String) -> OSCALValue {
    switch (ours, base) {
    case (.object(let ours), .object(let base)): return .object(merged(ours, over: base))
    case (.array(let own), .array(let foreign)):
      if areRecords(key) || key == "origins" || key == "imports" { return ours }
      var known: Set<String> = []
      if key == "results" { own.forEach { uuids($0, &known) } }
      let ours = Known(own)
      let missing = foreign.filter { !ours.has($0) }
      return .array(own + (known.isEmpty ? missing : missing.compactMap { without(known, $0) }))
    default: return ours
    }
  }

  /// Lists whose every element is a record: what is in them only elsewhere was taken away here.
  private static func areRecords(_ key: String) -> Bool {
    ["risks", "findings", "poam-items", "implemented-requirements"].contains(key)
  }

  /// A list of ours, to be asked for many elements of the base.
  private struct Known {
    private let uuids: Set<OSCALValue>
    private let ids: Set<OSCALValue>
    private let elements: Set<OSCALValue>

    init(_ ours: [OSCALValue]) {
      uuids = Set(ours.compactMap { $0["uuid"] })
      ids = Set(ours.compactMap { $0["id"] })
      elements = Set(ours)
    }

    /// Whether an element of the base is among ours: by uuid or id, else by all it says; what has no name and bears
    /// a property of ours is ours alone.
    func has(_ element: OSCALValue) -> Bool {
      if let uuid = element["uuid"] { return uuids.contains(uuid) }
      if let id = element["id"] { return ids.contains(id) }
      let props = [element] + (element["props"]?.elements ?? [])
      return props.contains { $0["ns"]?.text == OSCALName.namespace } || elements.contains(element)
    }
  }

  private static func uuids(_ value: OSCALValue, _ found: inout Set<String>) {
    switch value {
    case .array(let values): for value in values { uuids(value, &found) }
    case .object(let object):
      if let uuid = object["uuid"]?.text { found.insert(uuid) }
      for member in object.members { uuids(member.value, &found) }
    case .null, .flag, .number, .text: break
    }
  }

  /// A value without the elements that stand elsewhere in the document; nil where nothing is left of it.
  private static func without(_ known: Set<String>, _ value: OSCALValue) -> OSCALValue? {
    switch value {
    case .array(let values): return .list(values.compactMap { without(known, $0) })
    case .object(let object):
      if let uuid = object["uuid"]?.text, known.contains(uuid) { return nil }
      return .object(
        OSCALObject(
          object.members.compactMap { member in
            without(known, member.value).map { (member.key, $0) }
          }))
    case .null, .flag, .number, .text: return value
    }
  }
}
