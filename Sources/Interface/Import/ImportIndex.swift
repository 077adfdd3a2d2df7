import Domain

/// Finds the record that a row is about: by label, by what names it, or by its title.
struct ImportIndex {
  private struct Name: Hashable {
    let party: RecordID?
    let text: String
  }

  private let kind: RecordKind
  private let assessment: Assessment
  private var labels: [String: [RecordID]] = [:]
  /// Records of the same name wait for one row each, in their order.
  private var names: [Name: [RecordID]] = [:]
  private var bare: [String: [RecordID]] = [:]
  private var foreign: [String: [RecordID]] = [:]
  private var taken: Set<RecordID> = []

  init(_ kind: RecordKind, _ assessment: Assessment) {
    self.kind = kind
    self.assessment = assessment
    for id in assessment.ids(kind) {
      labels[Self.folded(assessment.label(of: id)), default: []].append(id)
      if let other = assessment[id, SharedFields.externalID] { foreign[other, default: []].append(id) }
      guard let name = Self.name(of: id, kind, assessment) else { continue }
      names[Name(party: assessment.party(of: id), text: name), default: []].append(id)
      bare[name, default: []].append(id)
    }
  }

  /// A control statement is named by its number, all others by their title.
  private static func name(of id: RecordID, _ kind: RecordKind, _ assessment: Assessment) -> String? {
    guard EntryReader.needsTitle(kind) else { return nil }
    return assessment.title(of: id).map { TypedText.line($0) }
  }

  /// The record with that label, of several the first that no row has taken; nil if there is none.
  func record(labelled label: String) -> RecordID? {
    let all = labels[Self.folded(label)]
    return all?.first { !taken.contains($0) } ?? all?.last
  }

  /// The record that another tool calls so; nil where a row has taken it, or there is none.
  mutating func take(foreign name: String, of party: RecordID?) -> RecordID? {
    let found = foreign[name]?.first { id in
      !taken.contains(id) && (party == nil || assessment.party(of: id) == party)
    }
    if let found { taken.insert(found) }
    return found
  }

  private static func folded(_ label: String) -> String { TypedText.token(shown(label)).lowercased() }

  /// A label as a cell shows it.
  static func shown(_ label: String) -> String { TypedText.line(CellText.clean(label)) }

  /// Takes the next record of a name that no row has taken.
  ///
  /// - Parameters:
  ///   - name: A title, or a control's number.
  ///   - party: Whose; nil where nobody says, which finds a name that only one record has.
  ///   - fits: What else must hold.
  /// - Returns: Nil when no record is left that is called so.
  mutating func take(_ name: String, of party: RecordID?, where fits: (RecordID) -> Bool) -> RecordID? {
    let isJoint = kind.description.ownership == .joint
    let candidates = (party == nil && !isJoint ? bare[name] : names[Name(party: party, text: name)]) ?? []
    let free = candidates.filter { !taken.contains($0) && fits($0) }
    if party == nil, !isJoint, free.count > 1 { return nil }
    guard let first = free.first else { return nil }
    taken.insert(first)
    return first
  }

  /// Notes that a row is about a record, found by its label.
  mutating func take(_ record: RecordID) { taken.insert(record) }
}

/// Records that an act is about to bring, found by what its rows call them.
struct Arrivals {
  private var labels: [String: RecordID] = [:]
  private var titles: [RecordKind: [String: RecordID]] = [:]
  private var kinds: [RecordID: RecordKind] = [:]

  /// Whether a stand-in is of a record that arrives, and not of a person named in passing.
  func contains(_ id: RecordID) -> Bool { kinds[id] != nil }

  /// Notes a row: its record, be it there or to come.
  mutating func add(_ id: RecordID, _ kind: RecordKind, label: String, title: String) {
    if id.isPending { kinds[id] = kind }
    if !label.isEmpty { labels[label.lowercased()] = id }
    guard id.isPending, !title.isEmpty else { return }
    let folded = TypedText.folded(title)
    if titles[kind]?[folded] == nil { titles[kind, default: [:]][folded] = id }
  }

  /// The record a row calls so by its label; nil if none of the kinds is.
  func labelled(_ token: String, _ allowed: [RecordKind], _ assessment: Assessment) -> RecordID? {
    guard let id = labels[token.lowercased()], let kind = kinds[id] ?? assessment.kind(of: id) else {
      return nil
    }
    return allowed.contains(kind) ? id : nil
  }

  /// The first record to come of that title.
  func titled(_ folded: String, _ allowed: [RecordKind]) -> RecordID? {
    guard !titles.isEmpty else { return nil }
    return allowed.lazy.compactMap { titles[$0]?[folded] }.first
  }
}
