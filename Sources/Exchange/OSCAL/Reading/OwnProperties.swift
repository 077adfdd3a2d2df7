import Domain

/// Records that went out of a workspace of ours, known by the properties of the project's namespace: wherever one of
/// them stands in a document, all it says is there.
struct OwnProperties {
  private let document: OSCALElement
  private var found: [Incoming] = []
  /// Records of kinds that do not come in, by uuid.
  private(set) var untaken: [String: RecordKind] = [:]
  /// How many acceptances were no longer of the risk as it stood.
  private(set) var staleAcceptances = 0
  /// Parties of the document by uuid, as keys of parties of the assessment.
  private let parties: [String: RecordID]

  /// Kinds that come in, in the order in which they are made; others are only pointed to where they are known.
  static let kinds: [RecordKind] = [
    .person, .asset, .risk, .controlStatement, .evidence, .audit, .finding, .correctiveAction,
  ]

  /// - Parameters:
  ///   - document: The whole document.
  ///   - parties: The organisations it names, led to those of the assessment.
  /// - Throws: `OSCALFault` where a property is none.
  init(_ document: OSCALElement, parties: [String: RecordID]) throws {
    self.document = document
    self.parties = parties
    try walk(document)
  }

  /// The records by uuid.
  var records: [Incoming] {
    Self.kinds.flatMap { kind in found.filter { $0.kind == kind } }
  }

  private mutating func walk(_ element: OSCALElement) throws {
    switch element.value {
    case .object(let object):
      if object["uuid"] != nil, object["props"] != nil, let record = try read(element) {
        found.append(record)
      }
      for member in object.members {
        try walk(OSCALElement(value: member.value, place: .key(element.place, member.key)))
      }
    case .array(let elements):
      for (index, value) in elements.enumerated() {
        try walk(OSCALElement(value: value, place: .index(element.place, index)))
      }
    case .null, .flag, .number, .text: break
    }
  }

  /// The record of an element; nil for an element that is none of ours or of a kind that does not come in.
  private mutating func read(_ element: OSCALElement) throws -> Incoming? {
    let props = try Self.props(of: element)
    guard let name = props.first(where: { $0.name == "record-kind" })?.text,
      let kind = RecordKind(rawValue: name), let uuid = try element.line("uuid")
    else { return nil }
    guard Self.kinds.contains(kind) else {
      if kind != .party, kind != .assessment { untaken[uuid] = kind }
      return nil
    }
    var record = Incoming(kind, uuid)
    record.party = try organisation(of: element)
    for field in kind.description.fields where !field.isKept { read(field, props, into: &record) }
    try readTitle(of: element, props, into: &record)
    for prop in props where prop.name == Self.changedAcceptance {
      if let kind = RatingKind(rawValue: prop.text) { leaveOut(kind, of: &record) }
    }
    return record
  }

  /// What says that a risk's acceptance, of the present or the residual level, is of an earlier state of it.
  static let changedAcceptance = "acceptance-changed"

  /// To bring in an acceptance is to bind it to the risk as it comes: one that did not hold would hold again.
  private mutating func leaveOut(_ kind: RatingKind, of record: inout Incoming) {
    guard let acceptance = kind.acceptance,
      record.links.removeValue(forKey: acceptance.by.key) != nil
    else { return }
    staleAcceptances += 1
    for day in [acceptance.on, acceptance.until] { record.values[Slot(day.key)] = nil }
  }

  /// The organisation a person is of; nil for other elements, and where it is none of the assessment.
  private func organisation(of element: OSCALElement) throws -> RecordID? {
    let named = try element.member("member-of-organizations")?.value.elements.first
    return named?.text.flatMap { parties[$0] }
  }

  /// The title of a record stands in the element's own words where these can hold it as it is.
  private func readTitle(of element: OSCALElement, _ props: [Property], into record: inout Incoming) throws {
    if record.kind == .audit, !Self.isResource(element), let sample = try element.text("description") {
      record.values[Slot(Audit.sample.key)] = .text(sample)
    }
    let field = record.kind.description.title
    guard record.values[Slot(field.key)] == nil, field.type.isText else { return }
    let label = props.first { $0.name == "label" }?.text
    guard let text = try Self.ownWords(of: element, record.kind), text != label else { return }
    record.values[Slot(field.key)] = Self.value([text], field.type)
  }

  /// A resource of the back matter says all but its title in its properties; its description is its kind's.
  private static func isResource(_ element: OSCALElement) -> Bool {
    if case .index(.key(_, "resources"), _) = element.place { true } else { false }
  }

  private static func ownWords(of element: OSCALElement, _ kind: RecordKind) throws -> String? {
    if isResource(element) { return kind == .controlStatement ? nil : try element.line("title") }
    return switch kind {
    case .person: try element.line("name")
    case .asset: try element.line("description")
    case .finding, .correctiveAction: try element.member("description")?.value.text.map(IncomingText.whole)
    // The control's number stands in its properties, for an id is not a number.
    case .controlStatement: nil
    default: try element.line("title")
    }
  }

  // MARK: Values

  /// A property of the project's namespace.
  private struct Property {
    let name: String
    let text: String
    /// The uuid of the party whose own value it is; nil for what the record has once.
    let owner: String?
  }

  private static func props(of element: OSCALElement) throws -> [Property] {
    try element.list("props").compactMap { prop in
      guard try prop.line("ns") == OSCALName.namespace, let name = try prop.line("name"),
        let value = try prop.line("value")
      else { return nil }
      let owner = try prop.line("class").flatMap { text in
        text.hasPrefix("party-") ? String(text.dropFirst("party-".count)) : nil
      }
      // Where a line cannot hold a text as it is, it stands whole in the remarks.
      let text = try prop.member("remarks")?.value.text.map(IncomingText.whole)
      return Property(name: name, text: text ?? value, owner: owner)
    }
  }

  private func read(_ field: FieldDescription, _ props: [Property], into record: inout Incoming) {
    let named = props.filter { $0.name == field.name }
    for owner in Set(named.map(\.owner)) {
      let texts = named.filter { $0.owner == owner }.map(\.text)
      guard field.type.targets.isEmpty else {
        // An organisation is whom the document's own list leads to.
        let names = texts.map { text in parties[text].map(OSCALName.uuid(of:)) ?? text }
        if owner == nil { record.links[field.key] = names }
        continue
      }
      let party = owner.flatMap { parties[$0] }
      guard (owner == nil) == (party == nil), (party != nil) == field.perParty,
        let value = Self.value(texts, field.type), field.type.admits(value)
      else { continue }
      record.values[Slot(field.key, party: party)] = value
    }
  }

  private static func value(_ texts: [String], _ type: FieldType) -> Value? {
    guard let first = texts.first else { return nil }
    switch type {
    case .text, .longText, .target: return .text(first)
    case .number: return Double(first).map { .number($0) }
    case .integer, .step: return Int(first).map { .integer($0) }
    case .flag: return .flag(first == "true")
    case .day: return Day(text: first).map { .day($0) }
    case .choice: return .choice(first)
    case .choices: return .choices(texts)
    case .list: return .list(texts)
    case .table, .loss: return .table(texts.compactMap(row))
    case .reference, .references: return nil
    }
  }

  private static func row(_ text: String) -> [String]? {
    var reader = JSONReader(Array(text.utf8))
    return try? reader.strings()
  }
}

extension FieldType {
  /// Whether a text stands there, on one line or on several.
  var isText: Bool {
    switch self {
    case .text, .longText: true
    case .number, .integer, .flag, .day, .choice, .choices, .reference, .references, .list, .table, .step,
      .loss, .target:
      false
    }
  }
}
