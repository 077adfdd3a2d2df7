import Canvas
import Domain

/// Rules of the shared space × organisations: who adopted which law, regulation, standard or guideline, with sums.
/// Head, first column and sums stand still; what is seen is all that is drawn.
struct AdoptionScreen: LetterGrid {
  let id = ScreenID.adoption
  let filteredKind: RecordKind? = .commitment
  let hasPanes = false

  func title(_ model: Model) -> String {
    let name = model.say(Words("Rules × organisations", "使用ルール × 組織"))
    guard let sheet = model.adoption else { return name }
    let size = " \(sheet.rules.count) × \(sheet.parties.count)"
    return name + size
      + (model.filterText.map { "   " + model.keymap.mention(of: "filter") + " " + $0 } ?? "")
  }

  func isOffered(in scope: Scope) -> Bool { scope == .cyberspace }

  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    let rules = model.adoption?.rules ?? []
    guard let filtered = model.filtered[.commitment] else { return rules.map { Row($0) } }
    return rules.filter(filtered.contains).map { Row($0) }
  }

  /// An answer changes no line; the sums are kept besides.
  func rows(dependOn change: Change, _ model: Model) -> Bool {
    if case .set(_, let slot, _, _) = change { return slot.party == nil }
    return true
  }

  // MARK: Columns

  /// The organisations that have columns: all, or those a filter names with @.
  static func parties(_ model: Model) -> [RecordID] {
    model.filtered[.commitment]?.parties ?? model.adoption?.parties ?? []
  }

  private func party(_ model: Model) -> RecordID? {
    let parties = Self.parties(model)
    return parties.isEmpty ? nil : parties[max(0, min(model.state.column, parties.count - 1))]
  }

  func firstColumn(_ model: Model) -> Int {
    let line = model.layout.inside.line(0).splitLeft(2).rest.splitRight(1).rest
    return AdoptionPlan(line, Self.parties(model).count, model.state).window.first
  }

  func anchor(_ model: Model) -> Int { firstColumn(model) }

  func column(of party: RecordID, _ model: Model) -> Int? {
    model.filtered[.commitment]?.parties?.firstIndex(of: party) ?? model.adoption?.column(of: party)
  }

  func namedColumns(_ model: Model) -> Int { Self.parties(model).count }

  func column(_ column: Int, holds needle: Needle, _ model: Model) -> Bool {
    let parties = Self.parties(model)
    return [Party.name.key, Party.partyKey.key].contains {
      model.assessment.holds(needle, in: parties[column], $0)
    }
  }

  func move(_ motion: Motion, _ model: Model, _ state: inout ScreenState, page: Int) {
    state.walkCells(motion, columns: Self.parties(model).count, page: page)
  }

  // MARK: Drawing

  func headRows(_ model: Model) -> Int { 2 }

  func footRows(_ model: Model) -> Int { (isTall(model) ? RuleStand.allCases.count : 2) + 3 }

  private func isTall(_ model: Model) -> Bool { model.size.rows >= 30 }

  /// What the lines of a frame are drawn with, made with the first of them.
  private func picture(_ model: Model, _ pen: inout Pen, in line: Rect) -> AdoptionPicture? {
    if let known = pen.adoption { return known }
    pen.adoption = model.adoption.map { AdoptionPicture($0, Self.parties(model), model, in: line) }
    return pen.adoption
  }

  func drawHead(_ model: Model, _ pen: inout Pen, in area: Rect) {
    let inside = area.splitLeft(2).rest.splitRight(1).rest
    picture(model, &pen, in: inside.line(0))?.drawHead(&pen, in: inside)
  }

  func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard let rule = row.record else { return }
    picture(model, &pen, in: line)?.draw(rule, &pen, in: line)
  }

  func drawCursor(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard let picture = picture(model, &pen, in: line) else { return }
    model.drawCell(picture.plan.window.place(model.state.column, in: line), &pen)
  }

  /// Sums of the columns, then what the cell under the cursor says in full.
  func drawFoot(_ model: Model, _ pen: inout Pen, in area: Rect) {
    let inside = area.splitLeft(2).rest.splitRight(1).rest
    guard let picture = picture(model, &pen, in: inside.line(0)) else { return }
    pen.frame.rule(from: area.origin.moved(columns: 1), columns: area.columns - 2, glyphs: pen.glyphs)
    let stands = isTall(model) ? RuleStand.allCases : [.adopted, .open]
    for (index, stand) in stands.enumerated() {
      picture.drawSums(stand, &pen, in: inside.line(index + 1))
    }
    let below = inside.splitTop(stands.count + 1).rest
    guard let rule = model.current, let party = party(model) else { return }
    picture.drawCell(rule, party, &pen, in: below)
  }

  /// The rule and how all stand to it are one line each in the pane that Tab opens.
  func detail(_ model: Model) -> [DetailLine] { model.current.map { Detail.lines(of: $0, model) } ?? [] }

  // MARK: Letters

  func letters(_ model: Model) -> [Letter] {
    Answering.letters(for: model.current.flatMap { model.assessment[$0, Commitment.kind] })
  }

  func obstacle(_ model: Model) -> String? {
    guard let rule = model.current, let party = party(model) else { return model.say(UI.nothingChosen) }
    guard model.adoption?.binds(rule, party) == true else {
      let (label, name) = (model.assessment.label(of: rule), model.name(of: party))
      return model.say(Words("\(label) does not bind \(name).", "\(label) は\(name)を拘束しません。"))
    }
    return model.lockSentence(rule, Slot(Commitment.answer.key, party: party))
  }

  /// For the marked rules as far as they bind the organisation, else for the cursor's.
  func write(_ key: Character?, _ model: Model) -> LetterAnswer {
    guard let party = party(model), let sheet = model.adoption else { return .foreign }
    let rules = model.chosen.filter { sheet.binds($0, party) }
    guard !rules.isEmpty else {
      return .refuse(Words("This rule does not bind the organisation.", "このルールはこの組織を拘束しません。"))
    }
    return Answering.answer(key, rules, party, model)
  }

  // MARK: Making

  /// A rule beside the one under the cursor, or one that belongs to no agreement.
  func birth(_ model: Model) -> Birth? { Self.clause(beside: model.current, model) }

  /// A clause of the same agreement as another.
  static func clause(beside other: RecordID?, _ model: Model) -> Birth {
    guard let agreement = other.flatMap({ model.assessment[$0, Commitment.agreement] }) else {
      return Birth(.commitment, party: nil)
    }
    return Birth(.commitment, party: nil, defaults: [Slot(Commitment.agreement.key): .reference(agreement)])
  }

  func emptyText(_ model: Model) -> Words {
    if let filter = model.filterText, let sheet = model.adoption, !sheet.rules.isEmpty {
      return Words(
        "None of \(sheet.rules.count) rules fits “\(filter)”. \(key: "filter") changes the filter; \(key: "filter"), Ctrl-U and Enter show all.",
        "\(sheet.rules.count)件のうち「\(filter)」に合うルールはありません。\(key: "filter") で条件を変更、\(key: "filter")・Ctrl-U・Enter で全件を表示。"
      )
    }
    return Words(
      "No law, regulation, standard or guideline yet. \(key: "new") writes one (kind:law issuer:…); then each organisation "
        + "says in its column whether it adopts it.",
      "法律・規則・国際標準・ガイドラインがまだありません。\(key: "new") で書きます（種類:法律 発行:…）。"
        + "続けて各組織が自らの列で採用の有無を答えます。")
  }
}

/// Where the parts of a line of the grid are.
struct AdoptionPlan {
  let rule: Rect
  /// Sums of the rule, over all organisations.
  let sums: Rect
  /// Whether the sums say each stand and not only how many adopted.
  let isFull: Bool
  let window: ColumnWindow

  private static let cell = 9
  static let sum = 5

  init(_ line: Rect, _ columns: Int, _ state: ScreenState) {
    isFull = line.columns >= 100
    let sums = isFull ? RuleStand.allCases.count * Self.sum + 1 : 9
    // The rule's title takes what the organisations leave.
    let text = max(20, line.columns * 28 / 100, min(60, line.columns - sums - columns * Self.cell))
    let (frozen, rest) = line.splitLeft(text + sums)
    (rule, self.sums) = frozen.splitLeft(text)
    window = ColumnWindow(rest, total: columns, width: Self.cell, state)
  }
}
