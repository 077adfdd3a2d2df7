import Exchange

/// What neither the schemas nor compliance-trestle looks at: whether what a set of documents points to is there and
/// of the right kind, and nothing is there twice; and the rules of the schemas that are easily broken.
struct DocumentCheck {
  private var faults: [String] = []
  /// The array or model in which an element stands, by its uuid, in the whole set and by document.
  private var kinds: [String: Set<String>] = [:]
  private var here: [String: [String: String]] = [:]
  private var controls: Set<String> = []
  private var statements: Set<String> = []

  /// The faults of a set of documents; empty when all holds.
  static func faults(in files: [OSCALExport.File]) -> [String] {
    var check = DocumentCheck()
    for file in files { check.define(file) }
    for file in files {
      for fault in check.visit(file.document, in: file, at: "", key: "") { check.faults.append(fault) }
    }
    return check.faults
  }

  private mutating func define(_ file: OSCALExport.File) {
    var found: [(String, String)] = []
    gather(file.document, key: "", &found)
    for (uuid, key) in found {
      if here[file.name, default: [:]].updateValue(key, forKey: uuid) != nil {
        faults.append("\(file.name): \(uuid) twice")
      }
      kinds[uuid, default: []].insert(key)
    }
  }

  private mutating func gather(_ value: OSCALValue, key: String, _ found: inout [(String, String)]) {
    switch value {
    case .object(let object):
      if let uuid = object["uuid"]?.text { found.append((uuid, key)) }
      if let id = object["id"]?.text, key == "controls" { controls.insert(id) }
      if let id = object["id"]?.text, key == "parts" { statements.insert(id) }
      for member in object.members { gather(member.value, key: member.key, &found) }
    case .array(let elements): for element in elements { gather(element, key: key, &found) }
    case .null, .flag, .number, .text: break
    }
  }

  // MARK: Every value

  private func visit(
    _ value: OSCALValue, in file: OSCALExport.File, at path: String, key: String
  ) -> [String] {
    let place = file.name + path
    switch value {
    case .array(let elements):
      let own = elements.isEmpty ? ["\(place): empty array"] : []
      return own
        + elements.enumerated().flatMap { visit($1, in: file, at: "\(path)/\($0)", key: key) }
    case .object(let object):
      let own = object.isEmpty && key != "include-all" ? ["\(place): empty object"] : []
      return own + property(object, file, place)
        + object.members.flatMap { visit($0.value, in: file, at: "\(path)/\($0.key)", key: $0.key) }
    case .text(let text):
      return form(text, key, place) + pointer(text, key, file, place)
    case .flag: return key == "as-is" ? [] : ["\(place): no flag of OSCAL"]
    case .null, .number: return ["\(place): no value of OSCAL"]
    }
  }

  private func form(_ text: String, _ key: String, _ place: String) -> [String] {
    let isRight =
      switch key {
      case "uuid": OSCALName.isUUID(text)
      case "value", "title", "name", "short-name", "system-name", "version": OSCALName.line(text) == text
      case "id" where place.contains("catalog"), "control-id", "target-id", "role-id", "class", "role-ids",
        "with-ids":
        OSCALName.token(text) == text
      case "start", "end", "date", "deadline", "collected", "expires", "last-modified":
        text.hasSuffix("Z") && text.contains("T")
      default: !text.isEmpty
      }
    return isRight ? [] : ["\(place): \(text) is not well formed"]
  }

  // MARK: What points elsewhere

  /// Keys that point into their own document, and the arrays they may point to.
  private static let within = [
    "party-uuid": "parties", "party-uuids": "parties", "actor-uuid": "parties",
    "member-of-organizations": "parties", "component-uuid": "components", "risk-uuid": "risks",
    "observation-uuid": "observations", "finding-uuid": "findings",
  ]
  /// Keys and properties that may point into another document of the set.
  private static let across = [
    "provided-uuid": "provided", "responsibility-uuid": "responsibilities",
    "implementation-uuid": "implemented-requirements",
    "implementation-statement-uuid": "implemented-requirements", "inherited-uuid": "components",
    "leveraged-authorization-uuid": "leveraged-authorizations",
  ]

  private func pointer(_ text: String, _ key: String, _ file: OSCALExport.File, _ place: String) -> [String] {
    if let kind = Self.within[key] {
      return here[file.name]?[text] == kind ? [] : ["\(place): \(text) is none of the \(kind)"]
    }
    if let kind = Self.across[key] {
      return kinds[text]?.contains(kind) == true ? [] : ["\(place): \(text) is none of the \(kind)"]
    }
    switch key {
    case "control-id", "with-ids": return controls.contains(text) ? [] : ["\(place): no control \(text)"]
    case "target-id": return text == "isms" || statements.contains(text) ? [] : ["\(place): no \(text)"]
    case "subject-uuid": return kinds[text] == nil ? ["\(place): no subject \(text)"] : []
    case "href": return link(text, file, place)
    default: return []
    }
  }

  private func link(_ text: String, _ file: OSCALExport.File, _ place: String) -> [String] {
    if place.contains("/rlinks/") || text.hasPrefix("urn:uuid:") { return [] }
    let parts = text.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
    if OSCALName.reference(parts[0]) != parts[0] { return ["\(place): \(text) is no reference"] }
    let name = parts[0].isEmpty ? file.name : parts[0]
    guard let document = here[name] else { return ["\(place): no document \(name)"] }
    return parts.count == 1 || document[parts[1]] != nil ? [] : ["\(place): \(text) leads nowhere"]
  }

  /// A property of ours whose value is a uuid names a record of the set, and OSCAL's own an element.
  private func property(_ object: OSCALObject, _ file: OSCALExport.File, _ place: String) -> [String] {
    guard let name = object["name"]?.text, let value = object["value"]?.text else { return [] }
    if object["ns"]?.text == OSCALName.namespace {
      return !OSCALName.isUUID(value) || kinds[value] != nil ? [] : ["\(place): \(name) leads nowhere"]
    }
    guard let kind = Self.across[name] else { return [] }
    return kinds[value]?.contains(kind) == true ? [] : ["\(place): \(value) is none of the \(kind)"]
  }
}
