import Canvas
package import Domain

/// The editor of risk criteria: scales, levels, bands, acceptance line and properties, with the matrix they make
/// beside them. An agreed version is never changed: its next one is drawn up, and old steps are mapped before it is
/// kept.
package struct CriteriaLayer: Layer {
  /// What is being drawn up.
  enum Work: Hashable, Codable {
    case first
    /// A draft nobody agreed to.
    case draft(RecordID)
    case next(RecordID)
  }

  let work: Work
  let party: RecordID?
  let original: CriteriaTables
  var tables: CriteriaTables
  /// What `u` puts back, the latest last, and whether steps had been moved by then.
  private var past: [(tables: CriteriaTables, movesSteps: Bool)] = []
  /// Steps were put in, taken out or exchanged: ratings under them need a mapping.
  private(set) var movesSteps = false
  var part = CriteriaPart.likelihood
  var row = 0
  var column = 0
  /// The text of the cell that is open.
  var field: TextField?
  var problem: String?
  /// How old steps read, asked for last; nil while the tables are edited.
  var mapping: MappingStep?
  package private(set) var isDone = false

  init(_ work: Work, party: RecordID?, _ tables: CriteriaTables) {
    self.work = work
    self.party = party
    original = tables
    self.tables = tables
  }

  /// As it stood when the program ended.
  init(_ unsaved: UnsavedCriteria, party: RecordID?) {
    self.init(unsaved.work, party: party, unsaved.original)
    tables = unsaved.tables
    movesSteps = unsaved.movesSteps
  }

  package var unsavedText: UnsavedText? { isChanged && !isDone ? UnsavedText(self) : nil }

  /// The record there was before; nil for the first criteria.
  var base: RecordID? {
    switch work {
    case .first: nil
    case .draft(let criteria), .next(let criteria): criteria
    }
  }

  var isChanged: Bool { tables != original || !(field?.isEmpty ?? true) }

  package var hints: [(String, Words)] {
    if let mapping { return mapping.hints }
    if field != nil {
      return [
        ("Enter", Words("take over, next", "確定して次へ")), ("↑ ↓ Tab", Words("other cell", "別のセル")),
        ("Esc", Words("leave the cell", "セルを閉じる")),
      ]
    }
    var hints = [
      ("Ctrl-S", Words("save", "保存")), ("Tab", Words("next part", "次の部分")),
      ("Enter", Words("edit cell", "セルを編集")),
    ]
    switch part {
    case .cells: hints.append(("* +", Words("fill l×c, l+c", "積・和で埋める")))
    case .line: hints.append(("+ -", Words("move the line", "受容線を動かす")))
    case .likelihood, .consequence, .bands, .properties, .lossScale:
      hints.append(("n d", Words("add, remove", "追加・削除")))
      hints.append(("J K", Words("move", "移動")))
    }
    return hints + [("u", Words("undo", "戻す")), ("Esc", Words("cancel", "取消"))]
  }

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    problem = nil
    if let step = mapping { return receive(input, step, model) }
    if field != nil {
      type(input, model)
      return .stays
    }
    guard case .key(let key) = input else { return .stays }
    switch key.halfWidth {
    case .escape, .control("c"), .character("q"):
      guard isChanged else { return .closes }
      model.layers.append(ConfirmLayer(UI.discardTyped, onYes: .discard))
    case .control("s"): return save(model)
    default: command(key.halfWidth)
    }
    return .stays
  }

  // MARK: Moving and changing rows

  private var rows: [[String]] { part.rows(tables) }

  private mutating func command(_ key: Key) {
    switch key {
    case .tab: turn(1)
    case .backTab: turn(CriteriaPart.allCases.count - 1)
    case .up, .character("k"): move(-1, 0)
    case .down, .character("j"): move(1, 0)
    case .left, .character("h"): move(0, -1)
    case .right, .character("l"): move(0, 1)
    case .enter: open()
    case .character("u"): if let last = past.popLast() { (tables, movesSteps) = last }
    case .character("n"): change(moving: true) { $0.insert(after: $1, &$2) }
    case .character("d"): change(moving: true) { $0.remove($1, &$2) }
    case .character("J"), .shiftDown: exchange(with: row + 1)
    case .character("K"), .shiftUp: exchange(with: row - 1)
    case .character("*") where part == .cells: change(moving: false) { _, _, tables in tables.fillCells(*) }
    case .character("+") where part == .cells: change(moving: false) { _, _, tables in tables.fillCells(+) }
    case .character("+") where part == .line: shiftLine(1)
    case .character("-") where part == .line: shiftLine(-1)
    default: break
    }
    move(0, 0)
  }

  private mutating func turn(_ step: Int) {
    let all = CriteriaPart.allCases
    part = all[(part.rawValue + step) % all.count]
    row = 0
    column = 0
  }

  private mutating func move(_ rows: Int, _ columns: Int) {
    row = max(0, min(self.rows.count - 1, row + rows))
    column = max(0, min(part.heads(tables).count - 1, column + columns))
  }

  private mutating func change(moving: Bool, _ act: (CriteriaPart, Int, inout CriteriaTables) -> Void) {
    let before = tables
    act(part, row, &tables)
    guard tables != before else { return }
    past.append((before, movesSteps))
    if moving, part.axis != nil { movesSteps = true }
  }

  private mutating func exchange(with other: Int) {
    let before = tables
    change(moving: true) { $0.exchange($1, other, &$2) }
    if tables != before { row = other }
  }

  private mutating func shiftLine(_ step: Int) {
    change(moving: false) { _, _, tables in tables.line = max(1, (tables.line ?? 0) + step) }
  }

  // MARK: Cells

  private mutating func open() {
    guard let text = rows.at(row)?.at(column) else { return }
    if part.isAcceptor(column) {
      let isOwner = text == Acceptor.riskOwner.rawValue
      put(isOwner ? Acceptor.topManagement.rawValue : Acceptor.riskOwner.rawValue)
    } else {
      // A number is typed anew, a text goes on.
      field = TextField(part.isNumber(row: row, column: column) ? "" : text)
    }
  }

  private mutating func put(_ text: String) {
    let (row, column) = (row, column)
    change(moving: false) { part, _, tables in part.write(text, row: row, column: column, &tables) }
  }

  private mutating func type(_ input: LayerInput, _ model: Model) {
    switch input {
    case .key(.escape), .key(.control("c")): field = nil
    case .key(.enter), .key(.tab): if takeOver(model) { goOn() }
    case .key(.up): if takeOver(model) { move(-1, 0) }
    case .key(.down): if takeOver(model) { move(1, 0) }
    case .key(let key): _ = field?.receive(key)
    case .paste(let text): field?.paste(text)
    }
  }

  /// Writes what was typed; false when it cannot stand there.
  private mutating func takeOver(_ model: Model) -> Bool {
    guard let text = field?.text.trimmed else { return true }
    guard part.isNumber(row: row, column: column) else {
      put(text)
      field = nil
      return true
    }
    if text.isEmpty {
      field = nil
      return true
    }
    let digits = text.compactMap(\.wholeNumberValue)
    guard digits.count == text.count, digits.count <= 4 else {
      problem = model.say(Self.numbersOnly(text))
      return false
    }
    put(digits.map(String.init).joined())
    field = nil
    return true
  }

  /// To the next cell; levels stay open for the next number.
  private mutating func goOn() {
    let last = part.heads(tables).count - 1
    if column < last {
      column += 1
    } else if row < rows.count - 1 {
      row += 1
      column = 0
    } else {
      return
    }
    if part == .cells { field = TextField("") }
  }

  private static func numbersOnly(_ text: String) -> Words {
    Words(
      "\"\(text)\" is no number: a whole number of up to four digits stands here.",
      "「\(text)」は数値ではありません。4桁までの整数を入力してください。")
  }

  // MARK: Saving

  private mutating func save(_ model: Model) -> LayerResult {
    if tables.title.trimmed.isEmpty { tables.title = model.say(RecordKind.riskCriteria.description.words) }
    if let fault = tables.allFaults.first {
      problem = model.say(fault.words)
      return .stays
    }
    guard let method = tables.method else { return .stays }
    switch work {
    case .first: return .stays([.perform([.create(firstDraft(model))], .form)])
    case .draft(let criteria) where !model.assessment.isRatedUnder(criteria):
      return perform(edits(of: criteria))
    case .draft(let criteria):
      if !movesSteps, tables == original { return .closes }
      mapping = MappingStep(from: criteria, to: method, isFixed: !movesSteps, model)
    case .next(let criteria):
      mapping = MappingStep(from: criteria, to: method, isFixed: false, model)
    }
    guard mapping == nil else { return .stays }
    // What is replaced was nothing to compute with: nothing can be read from it.
    return perform(base.map { [.create(nextDraft(of: $0, StepMapping(), model))] } ?? [])
  }

  private func perform(_ commands: [Command]) -> LayerResult {
    commands.isEmpty ? .closes : .stays([.perform(commands, .form)])
  }

  private mutating func receive(_ input: LayerInput, _ step: MappingStep, _ model: Model) -> LayerResult {
    guard case .key(let key) = input else { return .stays }
    var step = step
    switch key.halfWidth {
    case .escape, .control("c"), .character("q"): mapping = nil
    case .enter, .control("s"):
      return perform(
        step.isFixed
          ? edits(of: step.criteria) : [.create(nextDraft(of: step.criteria, step.mapping, model))])
    default:
      step.receive(key.halfWidth)
      mapping = step
    }
    return .stays
  }

  private func edits(of criteria: RecordID) -> [Command] {
    let before = original.values
    return RecordKind.riskCriteria.setting(
      tables.values.filter { before[$0.key] != $0.value }.mapValues { .some($0) }, of: criteria)
  }

  private func firstDraft(_ model: Model) -> Draft {
    var draft = Draft(.riskCriteria, party: party, values: tables.values)
    draft.set(RiskCriteria.version, nextVersion(model))
    return draft
  }

  private func nextDraft(of old: RecordID, _ mapping: StepMapping, _ model: Model) -> Draft {
    let assessment = model.assessment
    var draft = firstDraft(model)
    draft.set(RiskCriteria.replaces, old)
    draft.set(RiskCriteria.likelihoodMapping, mapping.rows(.likelihood))
    draft.set(RiskCriteria.consequenceMapping, mapping.rows(.consequence))
    if !movesSteps, let joint = assessment[old, RiskCriteria.mapsTo] {
      draft.set(RiskCriteria.mapsTo, joint)
      draft.set(RiskCriteria.jointLikelihoodMapping, assessment[old, RiskCriteria.jointLikelihoodMapping])
      draft.set(RiskCriteria.jointConsequenceMapping, assessment[old, RiskCriteria.jointConsequenceMapping])
    }
    return draft
  }

  private func nextVersion(_ model: Model) -> Int {
    let all = model.assessment.ids(.riskCriteria).filter { model.assessment.party(of: $0) == party }
    return (all.compactMap { model.assessment[$0, RiskCriteria.version] }.max() ?? 0) + 1
  }

  package mutating func saved(_ changes: [Change], _ model: Model) { isDone = true }

  package mutating func refused(_ notice: Notice) { problem = notice.text }
}
