import Canvas
import Domain

/// The shared-responsibility gap: what the provider provides and asks, against what the customer inherits and does,
/// control by control, the gravest first.
struct GapScreen: Screen {
  let id = ScreenID.gap
  var hasPanes: Bool { false }

  func isOffered(in scope: Scope) -> Bool { scope != .singleOrganization }

  func title(_ model: Model) -> String {
    let open = ResponsibilityGap.allCases.filter(\.isOpen).reduce(0) {
      $0 + Self.count(of: $1.rawValue, model)
    }
    let name = model.say(Words("Shared responsibility", "責任分担と隙間"))
    return open == 0 ? name : name + model.say(Words("   gaps \(open)", "   隙間 \(open)"))
  }

  // MARK: Lines

  /// Of a heading's line, less its rank; a control's line carries its place among the boxes and its rank instead.
  private static let headingTag = -1
  private static let ranks = GapLook.fits + 1
  /// Stands in a box where a side is missing.
  private static let nobody = RecordID.pending(0)

  static func isHeading(_ row: Row) -> Bool { row.tag <= headingTag }

  func rows(_ model: Model, _ state: ScreenState) -> [Row] { content(model, state).rows }

  func content(_ model: Model, _ state: ScreenState) -> ScreenContent {
    let controls = controls(model)
    return ScreenContent(
      rows: Self.rows(controls), groups: Self.groups(controls), notes: Self.notes(controls))
  }

  /// One box each: customer, provider, and their statements.
  private static func groups(_ controls: [SharedControl]) -> [[RecordID]] {
    controls.map {
      [
        $0.customer, $0.provider ?? nobody, $0.inherited ?? nobody, $0.provided ?? nobody,
        $0.mover,
      ]
    }
  }

  /// By gap, each gap under a heading of its own; what fits comes last.
  private static func rows(_ controls: [SharedControl]) -> [Row] {
    var rows: [Row] = []
    var last: Int?
    for (place, control) in controls.enumerated() {
      let here = rank(control)
      if here != last { rows.append(Row(nil, tag: headingTag - here)) }
      last = here
      rows.append(Row(control.anchor, depth: 1, tag: place * ranks + here))
    }
    return rows
  }

  /// How many stand under each heading, by rank.
  private static func notes(_ controls: [SharedControl]) -> [Words] {
    let ranks = controls.map(rank)
    return (0...GapLook.fits).map { rank in
      let count = String(ranks.count { $0 == rank })
      return Words(count, count)
    }
  }

  private static func rank(_ control: SharedControl) -> Int { control.gap?.rawValue ?? GapLook.fits }

  /// How many controls stand under the heading of a rank.
  static func count(of rank: Int, _ model: Model) -> Int {
    model.state.notes.indices.contains(rank) ? Int(model.state.notes[rank].en) ?? 0 : 0
  }

  private func controls(_ model: Model) -> [SharedControl] {
    let all = model.assessment.sharedControls(model.context).filter { control in
      model.party.map { [control.customer, control.provider].contains($0) } ?? true
    }
    let order = all.enumerated().sorted { one, other in
      let ranks = [one, other].map { Self.rank($0.element) }
      return ranks[0] == ranks[1] ? one.offset < other.offset : ranks[0] < ranks[1]
    }
    return order.map(\.element)
  }

  func rows(dependOn change: Change, _ model: Model) -> Bool {
    let kinds: Set<RecordKind> = [.controlStatement, .party, .disclosure, .service, .agreement]
    return switch change {
    case .created(_, let kind, _, _): kinds.contains(kind)
    case .removed(let id), .set(let id, _, _, _): model.assessment.kind(of: id).map(kinds.contains) ?? true
    case .phase: false
    }
  }

  func line(showing record: RecordID, _ model: Model) -> Int? {
    model.state.rows.firstIndex { row in
      Self.box(row, model)?.contains(record) ?? false
    }
  }

  private static func box(_ row: Row, _ model: Model) -> [RecordID]? {
    let place = row.tag / ranks
    return !isHeading(row) && model.state.groups.indices.contains(place) ? model.state.groups[place] : nil
  }

  /// What a line is about.
  static func sides(_ row: Row, _ model: Model) -> GapSides? {
    guard let box = box(row, model)?.map({ $0 == nobody ? nil : $0 }), box.count == 5, let customer = box[0]
    else { return nil }
    return GapSides(
      customer: customer, provider: box[1], inherited: box[2], provided: box[3], mover: box[4] ?? customer)
  }

  /// The gap of a line or heading, by rank.
  static func rank(_ row: Row) -> Int { isHeading(row) ? headingTag - row.tag : row.tag % ranks }

  func searchText(_ row: Row, _ model: Model) -> String? {
    guard let sides = Self.sides(row, model) else { return nil }
    let statements = [sides.inherited, sides.provided].compactMap(\.self)
    let texts = statements.flatMap { statement in
      [ControlStatement.control, ControlStatement.provided, ControlStatement.asked].compactMap {
        model.assessment[statement, $0]
      }
    }
    return texts.joined(separator: " ") + " " + (GapPicture.title(sides, model) ?? "")
  }

  func flaw(of row: Row, _ model: Model) -> Words? {
    guard !Self.isHeading(row) else { return nil }
    let look = GapLook(rank: Self.rank(row), scope: model.assessment.scope)
    return look.isFine ? nil : look.words
  }

  /// The first control and not its heading.
  func firstLine(_ state: ScreenState, _ model: Model) -> Int? { state.rows.count > 1 ? 1 : nil }

  // MARK: Going there

  func opens(_ row: Row, _ model: Model) -> Bool { Self.sides(row, model) != nil }

  /// To the line of the statement of applicability of whoever has to act.
  func enter(_ model: inout Model) -> [Effect]? {
    guard let row = model.state.current, let sides = Self.sides(row, model) else { return [] }
    let statement = sides.statement(of: sides.mover)
    if let statement {
      model.jump(to: statement)
    } else if let stated = sides.inherited ?? sides.provided {
      ControlsScreen.open(theControlOf: stated, for: sides.mover, &model)
    }
    return []
  }

  // MARK: Drawing

  func headRows(_ model: Model) -> Int { 1 }

  func drawHead(_ model: Model, _ pen: inout Pen, in area: Rect) {
    GapPicture(model: model).drawHead(&pen, in: area.splitLeft(2).rest.splitRight(1).rest)
  }

  func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    GapPicture(model: model).draw(row, &pen, in: line)
  }

  func footRows(_ model: Model) -> Int { min(8, max(5, model.size.rows / 4)) }

  func drawFoot(_ model: Model, _ pen: inout Pen, in area: Rect) {
    GapFoot(model: model).draw(&pen, in: area)
  }

  func emptyText(_ model: Model) -> Words {
    Words(
      "No control is left to or shared with another party yet. On \(key: "phase-5"), Enter on a control, then \(key: "control-responsibility"), says who runs it; "
        + "here both sides' words then stand beside each other.",
      "他組織に委ねた、又は共有する管理策はまだありません。\(key: "phase-5") で管理策を選び Enter、\(key: "control-responsibility") で責任を決めると、"
        + "双方の記述がここに並びます。")
  }
}

/// Both sides of a shared control, as a line holds them.
struct GapSides {
  let customer: RecordID
  let provider: RecordID?
  let inherited: RecordID?
  let provided: RecordID?
  /// Whose move it is.
  let mover: RecordID

  /// What one of the two states; nil if nothing.
  func statement(of party: RecordID) -> RecordID? { party == customer ? inherited : provided }
}
