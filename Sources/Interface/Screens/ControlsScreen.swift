import Canvas
import Domain

/// Control status (管理策の状況): the statement of applicability, one line per control of the catalogues in use,
/// decided or not; with all parties in view, customer and provider beside each other.
struct ControlsScreen: Screen {
  let id = ScreenID.controls

  func hasPanes(_ model: Model) -> Bool {
    shown(model).count < 2 || model.size.columns >= Self.widthForTwoAndPanes
  }

  /// Whose statements can be seen: the party chosen, or all.
  static func parties(_ model: Model) -> [RecordID] {
    model.party.map { [$0] } ?? model.assessment.ids(.party)
  }

  /// The party whose cell the cursor is in.
  static func front(_ model: Model, _ state: ScreenState) -> RecordID? {
    let parties = parties(model)
    return parties.isEmpty ? nil : parties[min(state.variant, parties.count - 1)]
  }

  private static let widthForTwo = 100
  private static let widthForTwoAndPanes = 160

  /// The parties whose cells stand beside each other: two where there is room.
  private func shown(_ model: Model) -> [RecordID] {
    let parties = Self.parties(model)
    guard parties.count > 1, model.size.columns >= Self.widthForTwo else {
      return Self.front(model, model.state).map { [$0] } ?? []
    }
    let first = min(max(0, model.state.variant - 1), parties.count - 2)
    return [parties[first], parties[first + 1]]
  }

  func title(_ model: Model) -> String {
    let name = model.say(Words("Statement of applicability", "適用宣言書"))
    let keys = Set(Self.parties(model).flatMap { model.assessment[$0, Party.catalogues] })
    let titles = model.context.catalogues.catalogues.filter { keys.contains($0.key) }.map {
      Self.short(model.say($0.title))
    }
    let shown = shown(model)
    let parties = Self.parties(model)
    let place = shown.first.flatMap(parties.firstIndex(of:)).map { "\($0 + 1)/\(parties.count)" } ?? ""
    let turn = model.glyphs[.arrowLeft] + " " + model.glyphs[.arrowRight]
    let whose =
      shown.count < parties.count && !shown.isEmpty
      ? "   " + turn + " " + model.name(of: shown[0]) + " " + place : ""
    return name + whose + "   " + titles.joined(separator: " + ")
  }

  /// `27002:2013` of `ISO/IEC 27002:2013`; other titles as they are.
  private static func short(_ title: String) -> String {
    title.hasPrefix("ISO/IEC ") ? String(title.dropFirst(8).prefix { $0 != " " }) : title
  }

  // MARK: Lines

  func rows(_ model: Model, _ state: ScreenState) -> [Row] { content(model, state).rows }

  func content(_ model: Model, _ state: ScreenState) -> ScreenContent {
    let lines = ControlLines(
      model.assessment, model.context, parties: Self.parties(model),
      front: Self.front(model, state))
    return ScreenContent(rows: lines.rows, groups: lines.groups, notes: notes(model, state))
  }

  func rows(dependOn change: Change, _ model: Model) -> Bool {
    let kinds: Set<RecordKind> = [.controlStatement, .party, .disclosure, .risk]
    switch change {
    case .created(_, let kind, _, _): return kinds.contains(kind)
    case .removed(let id), .set(let id, _, _, _):
      return model.assessment.kind(of: id).map(kinds.contains) ?? true
    case .phase: return false
    }
  }

  /// The first gap in a sentence; nothing when there is none.
  func notes(_ model: Model, _ state: ScreenState) -> [Words] {
    model.assessment.sharedControls(model.context).first { $0.gap?.isOpen == true }.map {
      [ControlFoot.sentence($0, model)]
    } ?? []
  }

  /// Puts the cursor on a party's line for the control that a statement of another party is on.
  static func open(theControlOf statement: RecordID, for party: RecordID, _ model: inout Model) {
    model.go(to: .controls)
    model.showParty(party)
    let number = model.assessment[statement, ControlStatement.control] ?? ""
    let editions = model.context.catalogues.editions
    let numbers = [number] + editions.newer(of: number) + editions.older(of: number)
    let shown = model.state.rows.map { control(of: $0, model)?.number }
    guard let place = numbers.lazy.compactMap({ shown.firstIndex(of: $0) }).first else {
      model.notice = Notice(model.say(UI.notOnThisScreen), .info)
      return
    }
    model.state.cursor = place
  }

  /// Evidence is shown on the line of its control.
  func standIn(for record: RecordID, _ model: Model) -> RecordID {
    model.assessment[record, Evidence.control] ?? record
  }

  static func control(of row: Row, _ model: Model) -> CatalogueControl? {
    let tag = ControlTag(row.tag)
    guard let catalogue = tag.catalogue, let control = tag.control else { return nil }
    return model.context.catalogues.catalogues[catalogue].controls[control]
  }

  /// The statement of a party on a line; nil when it has made none.
  static func statement(on row: Row, of party: RecordID, _ model: Model) -> RecordID? {
    let line = ControlTag(row.tag).line
    guard model.state.groups.indices.contains(line) else { return nil }
    return model.state.groups[line].first { model.assessment.party(of: $0) == party }
  }

  /// Undecided, or applied with something still to be said; the party whose cell the cursor is in.
  func flaw(of row: Row, _ model: Model) -> Words? {
    guard !ControlTag(row.tag).isHeading, let front = Self.front(model, model.state) else { return nil }
    let control = Self.control(of: row, model)
    guard Self.isFor(front, row, control, model) else { return nil }
    let cell = ControlCell(
      statement: Self.statement(on: row, of: front, model), party: front, model: model)
    let number = row.record == nil ? (control?.number ?? "") + " " : ""
    if let missing = cell.missing { return Words(number + missing.en, number + missing.ja) }
    if cell.state == .undecided { return Words(number + "undecided", number + "適用・除外が未決") }
    return cell.brokenEvidence.map { EvidenceLook($0, model).words }
  }

  /// Whether a party must decide the control of a line; a line without one is for all.
  static func isFor(_ party: RecordID, _ row: Row, _ control: CatalogueControl?, _ model: Model) -> Bool {
    guard let control, let place = ControlTag(row.tag).catalogue else { return true }
    return ControlDuty(of: party, model.assessment, today: model.context.today)
      .holds(control, of: model.context.catalogues.catalogues[place].key)
  }

  func searchText(_ row: Row, _ model: Model) -> String? {
    guard let control = Self.control(of: row, model) else { return nil }
    return control.number + " " + control.title.en + " " + control.title.ja
  }

  /// Left and right go from party to party.
  func move(_ motion: Motion, _ model: Model, _ state: inout ScreenState, page: Int) {
    let last = Self.parties(model).count - 1
    switch motion {
    case .left: state.variant = max(0, min(state.variant, last) - 1)
    case .right: state.variant = min(max(0, last), state.variant + 1)
    case .up, .down, .pageUp, .pageDown, .first, .last: state.walk(motion, page: page)
    }
  }

  func enter(_ model: inout Model) -> [Effect]? {
    guard !ControlActions.targets(model).isEmpty else {
      let words = Words(
        "A heading is no control: \(key: "mark-control") marks all below it, then Enter decides them together.",
        "見出しの行です。\(key: "mark-control") で配下全てに印を付け、Enter でまとめて決められます。")
      model.notice = Notice(model.say(words), .info)
      return []
    }
    if model.context.readOnly {
      model.notice = Notice(model.say(model.whyReadOnly), .warning)
    } else {
      model.state.inCell = true
    }
    return []
  }

  /// Evidence for a control that is stated, else the statement itself.
  func birth(_ model: Model) -> Birth? {
    guard let row = model.state.current, let front = Self.front(model, model.state) else { return nil }
    if let statement = row.record { return EvidenceLayer.birth(for: statement, model) }
    guard let values = Self.values(of: row, model) else { return nil }
    return Birth(.controlStatement, party: front, defaults: values)
  }

  /// What names the control of a line; nil for headings.
  static func values(of row: Row, _ model: Model) -> [Slot: Value]? {
    let tag = ControlTag(row.tag)
    guard let control = control(of: row, model), let catalogue = tag.catalogue else { return nil }
    return [
      Slot(ControlStatement.control.key): .text(control.number),
      Slot(ControlStatement.catalogue.key): .text(model.context.catalogues.catalogues[catalogue].key),
    ]
  }

  func emptyText(_ model: Model) -> Words {
    Words(
      """
      No control catalogue is chosen, so there is nothing to declare applicable. \(key: "choose-catalogues") chooses from Annex A of \
      27001:2022, 27002:2013, 27017 and the NIST Cybersecurity Framework.
      """,
      "管理策カタログが選ばれていないため、適用を宣言する管理策がありません。\(key: "choose-catalogues") で 27001:2022 附属書A、27002:2013、27017、NIST CSF から選びます。"
    )
  }

  // MARK: Drawing

  private func table(_ model: Model, _ area: Rect) -> ControlTable {
    ControlTable(model: model, shown: shown(model), line: area)
  }

  func headRows(_ model: Model) -> Int { 1 }

  func drawHead(_ model: Model, _ pen: inout Pen, in area: Rect) {
    table(model, area.splitLeft(2).rest.splitRight(1).rest).drawHead(&pen)
  }

  func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    let table = table(model, line)
    if ControlTag(row.tag).isHeading {
      table.drawHeading(row, &pen)
    } else {
      table.drawControl(row, &pen)
    }
  }

  func footRows(_ model: Model) -> Int { ControlFoot(model: model).rows }

  func footAnchor(_ model: Model) -> Int? { ControlFoot(model: model).anchor }

  func drawFoot(_ model: Model, _ pen: inout Pen, in area: Rect) {
    ControlFoot(model: model).draw(&pen, in: area)
  }

  func detail(_ model: Model) -> [DetailLine] { ControlDetail(model: model).lines }
}
