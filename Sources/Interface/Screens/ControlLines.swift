import Domain

/// Which control a line of the statement of applicability is about, packed into the line's tag.
struct ControlTag: Hashable {
  /// Place among the lines; groups are found by it.
  let line: Int
  /// Place of the catalogue on the shelf; nil for headings and for statements outside every catalogue.
  let catalogue: Int?
  /// Place of the control in its catalogue; nil as above.
  let control: Int?
  let isHeading: Bool

  private static let nowhere = 0xFFFF

  /// A line of a control.
  init(line: Int, catalogue: Int?, control: Int?) {
    self.line = line
    self.catalogue = catalogue
    self.control = control
    isHeading = false
  }

  /// A heading.
  init(heading line: Int) {
    self.line = line
    catalogue = nil
    control = nil
    isHeading = true
  }

  init(_ tag: Int) {
    isHeading = tag < 0
    let bits = tag < 0 ? -tag - 1 : tag
    line = bits >> 32
    let place = (bits >> 16) & Self.nowhere
    catalogue = isHeading || place == Self.nowhere ? nil : place
    control = isHeading || place == Self.nowhere ? nil : bits & Self.nowhere
  }

  var tag: Int {
    guard !isHeading else { return -(line << 32) - 1 }
    return line << 32 | (catalogue ?? Self.nowhere) << 16 | (control ?? Self.nowhere)
  }
}

/// The lines of the statement of applicability and all parties' statements on each, found once per change.
struct ControlLines {
  private(set) var rows: [Row] = []
  /// The statements of every party on each line; three groups more hold the statements that a risk needs and nobody
  /// applies, the risks that no control treats, and the gaps between parties.
  private(set) var groups: [[RecordID]] = []

  private let assessment: Assessment
  private let shelf: CatalogueShelf
  private let context: Context
  /// Whose statement a line's record is.
  private let front: RecordID?
  private var statements: [Key: [RecordID]] = [:]
  private var placed: Set<Key> = []

  private struct Key: Hashable {
    let catalogue: String
    let number: String
  }

  /// - Parameters:
  ///   - assessment: Whose statements are sorted onto the lines.
  ///   - context: Where the controls are, and which day it is.
  ///   - parties: Whose catalogues the lines run over.
  ///   - front: Whose statements are the lines' records.
  init(_ assessment: Assessment, _ context: Context, parties: [RecordID], front: RecordID?) {
    self.assessment = assessment
    self.context = context
    shelf = context.catalogues
    self.front = front
    for statement in assessment.ids(.controlStatement) {
      statements[Self.key(of: statement, assessment), default: []].append(statement)
    }
    add(heading: [])
    for section in sections(parties) {
      add(heading: section.flatMap { statements[$0.key] ?? [] })
      for line in section { add(line.key, line.tag) }
    }
    addStrangers(parties)
    if rows.count == 1 { rows = [] }
    groups.append(parties.flatMap(assessment.neededUndecided))
    groups.append(parties.flatMap(assessment.uncontrolledRisks))
    groups.append(assessment.sharedControls(context).filter { $0.gap?.isOpen == true }.compactMap(\.anchor))
  }

  private static func key(of statement: RecordID, _ assessment: Assessment) -> Key {
    Key(
      catalogue: assessment[statement, ControlStatement.catalogue] ?? "",
      number: assessment[statement, ControlStatement.control] ?? "")
  }

  private struct Line {
    let key: Key
    let tag: (catalogue: Int, control: Int)
  }

  /// Controls by heading; catalogues with a heading in common share it, so that 27017's stand beside 27002's.
  private func sections(_ parties: [RecordID]) -> [[Line]] {
    var order: [String] = []
    var sections: [String: [Line]] = [:]
    let duties = parties.map { ControlDuty(of: $0, assessment, today: context.today) }
    for (place, catalogue) in shelf.catalogues.enumerated() {
      let titles = Dictionary(catalogue.groups.map { ($0.key, $0.title.en) }) { first, _ in first }
      for (index, control) in catalogue.controls.enumerated()
      where duties.contains(where: { $0.holds(control, of: catalogue.key) }) {
        let heading = control.group + "\t" + (titles[control.group] ?? "")
        if sections[heading] == nil { order.append(heading) }
        let key = Key(catalogue: catalogue.key, number: control.number)
        sections[heading, default: []].append(Line(key: key, tag: (place, index)))
      }
    }
    return order.compactMap { sections[$0] }
  }

  private mutating func add(heading members: [RecordID]) {
    rows.append(Row(nil, tag: ControlTag(heading: rows.count).tag))
    groups.append(members)
  }

  private mutating func add(_ key: Key, _ tag: (catalogue: Int, control: Int)?) {
    let all = statements[key] ?? []
    let own = all.first { assessment.party(of: $0) == front }
    let place = ControlTag(line: rows.count, catalogue: tag?.catalogue, control: tag?.control)
    rows.append(Row(own, depth: 1, tag: place.tag))
    groups.append(all)
    placed.insert(key)
  }

  /// Statements about controls of catalogues that the parties shown did not choose.
  private mutating func addStrangers(_ parties: [RecordID]) {
    let strangers = assessment.ids(.controlStatement).filter { statement in
      assessment.party(of: statement).map(parties.contains) ?? false
    }
    let keys = strangers.map { Self.key(of: $0, assessment) }.filter { !placed.contains($0) }
    guard !keys.isEmpty else { return }
    add(heading: [])
    for key in keys where !placed.contains(key) { add(key, nil) }
  }
}
