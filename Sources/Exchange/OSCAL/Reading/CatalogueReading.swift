import Domain

/// The controls of an OSCAL catalogue or resolved profile: numbers, ids and titles, by heading.
struct CatalogueReading {
  private(set) var groups: [[String]] = []
  private(set) var controls: [[String]] = []
  private(set) var notes: [ImportNote] = []
  private var numbers: Set<String> = []
  private var ids: Set<String> = []
  private var headings: Set<String> = []
  private var withdrawn = 0

  /// - Throws: `OSCALFault` where something lacks what a catalogue must say, or says nothing at all.
  init(_ catalogue: OSCALElement) throws {
    for control in try catalogue.list("controls") { try add(control, under: "") }
    for group in try catalogue.list("groups") { try add(group: group, above: []) }
    guard !controls.isEmpty else { throw catalogue.fault(.emptyCatalogue) }
    if withdrawn > 0 { notes.append(.withdrawn(withdrawn)) }
  }

  private mutating func add(group: OSCALElement, above titles: [String]) throws {
    let title = try group.line("title") ?? group.line("id") ?? ""
    let label = try group.property("label")
    let key = headingKey(try group.line("id") ?? label ?? title)
    let path = titles + [title]
    let before = controls.count
    for control in try group.list("controls") { try add(control, under: key) }
    if controls.count > before { heading(key, label, path, try ja(group)) }
    for inner in try group.list("groups") { try add(group: inner, above: path) }
  }

  /// A heading says where it stands, for inner groups are called “General” in more than one place.
  private mutating func heading(_ key: String, _ label: String?, _ path: [String], _ ja: String?) {
    let title = path.suffix(2).joined(separator: " / ")
    let number = label.map { $0 + " " } ?? ""
    groups.append([key, number + title, ja.map { number + $0 } ?? ""])
  }

  private mutating func headingKey(_ wanted: String) -> String {
    var key = wanted
    var count = 1
    while !headings.insert(key).inserted {
      count += 1
      key = "\(wanted)#\(count)"
    }
    return key
  }

  private mutating func add(_ control: OSCALElement, under heading: String) throws {
    let id = try control.requiredLine("id")
    let number = try control.property("label") ?? id
    let title = try control.line("title") ?? number
    if try isWithdrawn(control) {
      withdrawn += 1
    } else if ids.contains(id) || numbers.contains(number) {
      notes.append(.duplicateControl(number, at: .key(control.place, "id")))
    } else {
      ids.insert(id)
      numbers.insert(number)
      controls.append([number, id, title, try ja(control) ?? "", heading])
    }
    for inner in try control.list("controls") { try add(inner, under: heading) }
  }

  private func isWithdrawn(_ control: OSCALElement) throws -> Bool {
    try control.property("status")?.lowercased() == "withdrawn"
  }

  private func ja(_ element: OSCALElement) throws -> String? { try element.property("title-ja") }
}
