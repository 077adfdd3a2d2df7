import Domain

/// A CISO Assistant library: its framework as a list of controls, its risk matrices as criteria.
struct LibraryReading {
  private(set) var groups: [[String]] = []
  private(set) var controls: [[String]] = []
  private(set) var matrices: [LibraryMatrix] = []
  private(set) var notes: [ImportNote] = []
  private var numbers: Set<String> = []
  private var titles: [String: String] = [:]

  /// - Throws: `OSCALFault` where a node or matrix lacks what it must say, or there is neither.
  init(_ library: OSCALElement) throws {
    let objects = try library.required("objects")
    for framework in try Self.all(objects, "framework", "frameworks") { try add(framework) }
    for matrix in try Self.all(objects, "risk_matrix", "risk_matrices") {
      matrices.append(try LibraryMatrix(matrix))
    }
    guard !controls.isEmpty || !matrices.isEmpty else { throw objects.fault(.emptyLibrary) }
  }

  /// One object or a list of them, under one name or another: both are in use.
  private static func all(_ objects: OSCALElement, _ keys: String...) throws -> [OSCALElement] {
    try keys.flatMap { key -> [OSCALElement] in
      guard let member = try objects.member(key) else { return [] }
      if member.value.object != nil { return [member] }
      return try objects.list(key)
    }
  }

  private mutating func add(_ framework: OSCALElement) throws {
    let nodes = try framework.list("requirement_nodes")
    var named: [String: OSCALElement] = [:]
    for node in nodes {
      let urn = try node.requiredLine("urn")
      titles[urn] = try Self.title(of: node, in: nil)
      if named[urn] == nil { named[urn] = node }
    }
    var headings: Set<String> = []
    for node in nodes where try Self.isAssessable(node) {
      let urn = try node.requiredLine("urn")
      let above = try node.line("parent_urn") ?? ""
      let number = try node.line("ref_id") ?? urn.split(separator: ":").last.map(String.init) ?? urn
      guard numbers.insert(number).inserted else {
        notes.append(.duplicateControl(number, at: .key(node.place, "ref_id")))
        continue
      }
      if headings.insert(above).inserted {
        let japanese = try named[above].flatMap { try Self.title(of: $0, in: "ja") }
        groups.append([above, titles[above] ?? "", japanese ?? ""])
      }
      let title = try Self.title(of: node, in: "en") ?? titles[urn] ?? number
      controls.append([number, urn, title, try Self.title(of: node, in: "ja") ?? "", above])
    }
  }

  private static func isAssessable(_ node: OSCALElement) throws -> Bool {
    switch try node.member("assessable")?.value {
    case .flag(let flag): flag
    case .text(let text): text == "true"
    case nil, .null, .number, .array, .object: false
    }
  }

  /// What a node is called in a language, or as it stands; a node without a name is called by what it says.
  private static func title(of node: OSCALElement, in language: String?) throws -> String? {
    let spoken = try language.map { try node.member("translations")?.member($0) } ?? node
    guard let spoken, spoken.value != .null else { return nil }
    if let name = try spoken.line("name") { return name }
    guard let text = try spoken.line("description") else {
      return language == nil ? try node.line("ref_id") : nil
    }
    return text.count > 120 ? text.prefix(119) + "…" : text
  }
}
