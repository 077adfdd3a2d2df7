import Domain

/// A control catalogue as OSCAL: numbers and titles only; each control has an empty statement that findings point to.
struct OSCALCatalog {
  let key: String
  let source: OSCALSource

  /// The clauses of ISO/IEC 27001, to which findings point as they do to controls.
  static let clauses = "iso-27001-2022-clauses"

  /// The id of a control: its number behind its catalogue's key.
  static func id(_ number: String, in key: String) -> String { OSCALName.token(key + "-" + number) }

  /// The id of a control's statement.
  static func statementID(_ number: String, in key: String) -> String { id(number, in: key) + "_smt" }

  var document: OSCALValue {
    if let original = source.originals.catalogues[key] { return original }
    var draft = OSCALDraft(source, party: nil)
    let catalogue = source.shelf[key]
    let title =
      key == Self.clauses ? Words("ISO/IEC 27001:2022 clauses", "ISO/IEC 27001:2022 箇条") : catalogue?.title
    return draft.document(
      "catalog", named: "catalog/" + key, title: title ?? Words(key, key),
      body: ["controls": .list(plainControls), "groups": .list(groups(catalogue))])
  }

  private func groups(_ catalogue: ControlCatalogue?) -> [OSCALValue] {
    guard let catalogue, key != Self.clauses else { return [] }
    let byGroup = Dictionary(grouping: catalogue.controls, by: \.group)
    return catalogue.groups.compactMap { group in
      guard let controls = byGroup[group.key] else { return nil }
      return .object([
        "id": .text(OSCALName.token(key + "-group-" + group.key)), "class": .text("group"),
        "title": .text(OSCALName.line(group.title.en) ?? group.key), "props": Self.japanese(group.title),
        "controls": .array(controls.map { element($0.number, $0.title, roles: $0.roles) }),
      ])
    }
  }

  /// The clauses, or of a list that this program does not know the numbers that statements name.
  private var plainControls: [OSCALValue] {
    if key == Self.clauses { return source.shelf.clauses.clauses.map { element($0.number, $0.title) } }
    guard source.shelf[key] == nil else { return [] }
    let assessment = source.assessment
    let named = assessment.ids(.controlStatement).filter {
      (assessment[$0, ControlStatement.catalogue] ?? "") == key
    }
    let byID = Dictionary(
      named.map { (source.controlID(of: $0), assessment[$0, ControlStatement.control] ?? "") },
      uniquingKeysWith: { one, _ in one })
    return byID.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map {
      element($0.value, Words($0.value, $0.value), id: $0.key)
    }
  }

  private func element(_ number: String, _ title: Words, roles: Set<PartyRole> = [], id: String? = nil)
    -> OSCALValue
  {
    let id = id ?? Self.id(number, in: key)
    let forRoles = PartyRole.allCases.filter(roles.contains)
    let own =
      (Self.japanese(title)?.elements ?? [])
      + forRoles.compactMap { OSCALDraft.property("role", $0.rawValue) }
    let label = OSCALValue.object(["name": .text("label"), "value": .text(OSCALName.line(number) ?? "?")])
    return .object([
      "id": .text(id), "title": .text(OSCALName.line(title.en) ?? id),
      "props": .array([label] + own),
      "parts": .array([
        .object(["id": .text(id + "_smt"), "name": .text("statement")])
      ]),
    ])
  }

  private static func japanese(_ title: Words) -> OSCALValue? {
    guard title.ja != title.en else { return nil }
    return OSCALDraft.property("title-ja", title.ja).map { .array([$0]) }
  }
}

/// Which controls of which catalogues a party states something of.
struct OSCALProfile {
  let party: RecordID
  let source: OSCALSource

  var document: OSCALValue {
    var draft = OSCALDraft(source, party: party)
    let statements = source.statements(party)
    let byCatalogue = Dictionary(grouping: statements) { source.catalogue(of: $0) }
    let imports = source.catalogues(of: [party]).map { key -> OSCALValue in
      let once = (byCatalogue[key] ?? []).map { source.controlID(of: $0) }.distinct()
        .map { OSCALValue.text($0) }
      return .object([
        "href": .text(source.file(catalogue: key)),
        "include-controls": .array([.object(["with-ids": .array(once)])]),
      ])
    }
    let name = source.title(party)
    return draft.document(
      "profile", named: "profile/" + source.uuid(party),
      title: Words("Controls of the statement of applicability: \(name)", "適用宣言書の管理策: \(name)"),
      body: ["imports": .array(imports), "merge": .object(["as-is": .flag(true)])])
  }
}

extension OSCALSource {
  func catalogue(of statement: RecordID) -> String {
    assessment[statement, ControlStatement.catalogue] ?? ""
  }

  /// The id of a statement's control: in a catalogue that came as OSCAL, that document's own.
  func controlID(of statement: RecordID) -> String {
    let (key, number) = (catalogue(of: statement), assessment[statement, ControlStatement.control] ?? "?")
    if originals.catalogues[key] != nil, let own = shelf[key]?.control(number)?.sourceID { return own }
    // Of a catalogue that nobody has, a plan's own word for its control is all there is.
    let word = shelf[key] == nil ? originals[uuid(statement)]?["control-id"]?.text : nil
    return word ?? OSCALCatalog.id(number, in: key)
  }

  /// The id of the statement of a statement's control; of the control itself where a foreign catalogue has none.
  func statementID(of statement: RecordID) -> String {
    let id = controlID(of: statement)
    let isForeign = originals.catalogues[catalogue(of: statement)] != nil
    return isForeign && !originals.ids.contains(id + "_smt") ? id : id + "_smt"
  }

  /// A control's number and titles, in one line.
  func controlTitle(of statement: RecordID) -> String {
    let number = assessment[statement, ControlStatement.control] ?? ""
    let title = shelf[catalogue(of: statement)]?.control(number)?.title
    return OSCALName.line(number + (title.map { " " + Self.both($0) } ?? ""))
      ?? assessment.label(of: statement)
  }

  /// The catalogues over which statements of the parties run, in the order in which the parties name them.
  func catalogues(of parties: [RecordID]) -> [String] {
    let used = Set(parties.flatMap(statements).map(catalogue))
    let named = parties.flatMap { assessment[$0, Party.catalogues] } + shelf.catalogues.map(\.key)
    return (named + used.sorted()).distinct().filter(used.contains)
  }
}
