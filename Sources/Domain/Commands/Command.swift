/// What a person orders. A list of commands that belong to one act is performed as a whole or not at all.
package enum Command: Hashable, Sendable {
  case create(Draft)
  case set(RecordID, Slot, Value?)
  /// Takes a record away; refused while another record points here.
  case remove(RecordID)
  /// Takes a record away and empties the fields that point to it.
  case removeAndUnlink(RecordID)
  case phase(PhaseEvent)
  /// Puts a participant's estimate into a round under seal, in the place of one cast before.
  case cast(Opening)
  /// Opens all estimates of a round at once; `leavingOut` those whose opening is lost or does not fit, if any.
  case reveal(RecordID, [Opening], leavingOut: Bool)
}

/// A record to be. Other commands of the same act may point to it by its pending id.
package struct Draft: Hashable, Sendable {
  package let kind: RecordKind
  /// Nil for joint records.
  package let party: RecordID?
  package let id: RecordID
  package var values: [Slot: Value]

  /// - Parameters:
  ///   - kind: What it will be.
  ///   - party: Whose it will be; nil for joint records.
  ///   - pending: Tells drafts of one act apart.
  ///   - values: Its first values.
  package init(_ kind: RecordKind, party: RecordID?, pending: Int = 0, values: [Slot: Value] = [:]) {
    self.kind = kind
    self.party = party
    id = .pending(pending)
    self.values = values
  }

  /// Sets a field by its Swift type.
  package mutating func set<Content: FieldContent>(_ attribute: Attribute<Content>, _ content: Content) {
    values[Slot(attribute.key)] = content.value
  }

  package mutating func set<Content: Choice>(_ attribute: Attribute<Content>, _ content: Content) {
    values[Slot(attribute.key)] = .choice(content.rawValue)
  }

  package mutating func set(_ attribute: Attribute<[RecordID]>, _ content: [RecordID]) {
    values[Slot(attribute.key)] = .references(content)
  }

  package mutating func set(_ attribute: Attribute<[String]>, _ content: [String]) {
    values[Slot(attribute.key)] = .list(content)
  }

  package mutating func set(_ attribute: Attribute<[[String]]>, _ content: [[String]]) {
    values[Slot(attribute.key)] = .table(content)
  }
}

extension RecordID {
  private static let pendingReplica = UInt32.max

  /// Stands for the record that draft number `number` of the same act will become.
  package static func pending(_ number: Int) -> RecordID {
    RecordID(replica: pendingReplica, number: UInt32(number))
  }

  /// Whether this is a stand-in and not yet a record.
  package var isPending: Bool { replica == Self.pendingReplica }
}

/// What a command may know besides the assessment: Domain has no clock and asks nobody.
package struct Context: Sendable {
  package var today: Day
  /// Who acts, as they are called.
  package var actor: String
  /// The party on whose behalf; nil when nobody's.
  package var party: RecordID?
  /// Where new records get their numbers.
  package var replica: UInt32
  /// The control catalogues known to this program.
  package var catalogues: CatalogueShelf
  /// A file that may not be written to, or a look at the past: nothing may change.
  package var looksOnly: Bool
  /// An auditor's walk: nothing may change but findings and what is kept of the walk.
  package var audits = false
  /// What was found of the files that evidence names.
  package var files = EvidenceFiles()

  package init(
    today: Day, actor: String, party: RecordID? = nil, replica: UInt32 = 1, catalogues: CatalogueShelf,
    readOnly: Bool = false
  ) {
    self.today = today
    self.actor = actor
    self.party = party
    self.replica = replica
    self.catalogues = catalogues
    looksOnly = readOnly
  }

  /// What acts may touch.
  package var access: Access { looksOnly ? .look : audits ? .audit : .all }

  /// Whether records are there to be looked at and not to be worked on; set, it forbids even findings.
  package var readOnly: Bool {
    get { access != .all }
    set { looksOnly = newValue }
  }
}
