import Domain

/// The lines of a trace, outermost reasons last in each direction, made once per change.
struct TraceLines {
  /// Which ways the trace shows; the screen's variant.
  enum Ways: Int {
    case all, up, down

    /// What the trace answers then.
    var words: Words {
      switch self {
      case .all: Words("Trace", "根拠の追跡")
      case .up: Words("Why is this here?", "なぜあるか")
      case .down: Words("Who makes sure of this?", "何が支えるか")
      }
    }
  }

  private(set) var rows: [Row] = []
  private(set) var notes: [Words] = [Words("", "")]
  private let assessment: Assessment
  private let agreements: Set<RecordID>
  private let folded: Set<RecordID>
  private let editions: EditionCorrespondence
  /// Ways to other parties still to be looked for: each costs a look through their controls.
  private var crossingsLeft = 80
  private var crossingsOmitted = 0

  private static let marks = 3

  /// Whether something hangs from a line, and whether it is shown.
  static func mark(_ row: Row) -> Tree.Mark { Tree.Mark(rawValue: row.tag % marks) ?? .leaf }

  static func note(_ row: Row, _ model: Model) -> String {
    let place = row.tag / marks
    return model.state.notes.indices.contains(place) ? model.say(model.state.notes[place]) : ""
  }

  init(_ model: Model, _ state: ScreenState) {
    assessment = model.assessment
    agreements = Set(assessment.ids(.agreement))
    folded = state.folded
    editions = model.context.catalogues.editions
    guard let focus = model.focus, assessment.exists(focus) else { return }
    let ways = Ways(rawValue: state.variant) ?? .all
    let tree = assessment.trace(of: focus, editions)
    rows.append(Row(focus, tag: tag(assessment.kind(of: focus)?.description.words ?? Words("", ""))))
    if ways != .down {
      section(
        Words("Up: why it is here", "上へ: なぜあるか"), tree.up, omitted: tree.omittedUp,
        empty: Words("no reason recorded above it", "上位の根拠の記録なし"))
    }
    if ways != .up {
      let answerable = responsible(for: focus)
      if !answerable.isEmpty {
        section(Words("Responsible", "責任者"), answerable, omitted: 0, empty: Words("", ""), crosses: false)
      }
      section(
        Words("Down: who makes sure of it", "下へ: 何が支えるか"), tree.down, omitted: tree.omittedDown,
        empty: Words("nothing below it yet", "下に続く記録なし"))
    }
    if !tree.sideways.isEmpty {
      section(
        Words("Beside: at other parties", "横へ: 他組織とのつながり"), tree.sideways, omitted: 0,
        empty: Words("", ""), crosses: false)
    }
  }

  /// Who answers for a record: its owner, and of a control whoever runs it.
  private func responsible(for record: RecordID) -> [TraceNode] {
    let keys = [ControlStatement.owner.key, ControlStatement.counterpart.key]
    let fields = assessment.kind(of: record)?.description.fields.filter { keys.contains($0.key) } ?? []
    return fields.compactMap { field in
      guard case .reference(let who)? = assessment.value(record, field.key), assessment.exists(who) else {
        return nil
      }
      return TraceNode(who, field.words)
    }
  }

  private mutating func tag(_ words: Words, _ mark: Tree.Mark = .leaf) -> Int {
    let place = notes.firstIndex(of: words) ?? notes.count
    if place == notes.count { notes.append(words) }
    return place * Self.marks + mark.rawValue
  }

  private mutating func section(
    _ title: Words, _ nodes: [TraceNode], omitted: Int, empty: Words, crosses: Bool = true
  ) {
    rows.append(Row(nil, tag: tag(title)))
    if nodes.isEmpty { rows.append(Row(nil, depth: 1, tag: tag(empty))) }
    for node in nodes { add(node, depth: 1, crosses: crosses) }
    if crossingsOmitted > 0 {
      let words = Words(
        "ways to other parties of \(crossingsOmitted) records not looked for",
        "他組織とのつながりは記録 \(crossingsOmitted) 件分を省略")
      rows.append(Row(nil, depth: 1, tag: tag(words)))
      crossingsOmitted = 0
    }
    if omitted > 0 { more(omitted, depth: 1) }
  }

  private mutating func add(_ node: TraceNode, depth: Int, crosses: Bool) {
    let children = node.children.filter { !isSaid($0) }
    let beside = crosses && !node.isRepeated ? crossings(of: node.record) : []
    let again = Words(node.link.en + " (also elsewhere here)", node.link.ja + "（別掲）")
    let isLeaf = children.isEmpty && beside.isEmpty && node.omitted == 0
    let mark: Tree.Mark = isLeaf ? .leaf : folded.contains(node.record) ? .folded : .open
    rows.append(Row(node.record, depth: depth, tag: tag(node.isRepeated ? again : node.link, mark)))
    guard mark == .open else { return }
    for child in children { add(child, depth: depth + 1, crosses: crosses) }
    for other in beside { rows.append(Row(other.record, depth: depth + 1, tag: tag(other.link))) }
    if node.omitted > 0 { more(node.omitted, depth: depth + 1) }
  }

  private mutating func crossings(of record: RecordID) -> [TraceNode] {
    guard assessment.canCross(record) else { return [] }
    guard crossingsLeft > 0 else {
      crossingsOmitted += 1
      return []
    }
    crossingsLeft -= 1
    return assessment.crossings(of: record, editions)
  }

  /// Every clause of an agreement would name it again.
  private func isSaid(_ node: TraceNode) -> Bool {
    node.isRepeated && agreements.contains(node.record)
  }

  private mutating func more(_ count: Int, depth: Int) {
    rows.append(Row(nil, depth: depth, tag: tag(Words("and \(count) more", "他 \(count) 件"))))
  }
}
