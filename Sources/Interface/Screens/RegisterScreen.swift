import Canvas
import Domain

/// The risk register (リスク登録簿): one line per risk.
struct RegisterScreen: Screen {
  let id = ScreenID.register

  func title(_ model: Model) -> String {
    let order = [Words("", ""), Words("level", "レベル"), Words("owner", "所有者")][model.state.variant % 3]
    let name = model.say(Words("Risk register", "リスク登録簿"))
    return model.state.variant == 0 ? name : name + "   s " + model.say(order) + model.glyphs[.sortDescending]
  }

  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    let assessment = model.assessment
    let ids = model.shownRisks
    switch state.variant % 3 {
    case 1: return byLevel(ids, assessment).map { Row($0) }
    case 2: return byOwner(ids, assessment).map { Row($0) }
    default: return ids.map { Row($0) }
    }
  }

  /// Highest first; the unrated apart, at the end.
  private func byLevel(_ ids: [RecordID], _ assessment: Assessment) -> [RecordID] {
    ids.map { ($0, assessment.level($0) ?? 0) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.0)
  }

  private func byOwner(_ ids: [RecordID], _ assessment: Assessment) -> [RecordID] {
    ids.map { ($0, assessment[$0, Risk.owner].flatMap { assessment.title(of: $0) } ?? "\u{FFFF}") }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
  }

  /// An edit never moves a line under the hands of the person who made it.
  var keepsOrder: Bool { true }

  func rows(dependOn change: Change, _ model: Model) -> Bool {
    switch change {
    case .created(_, let kind, _, _): kind == .risk
    case .removed(let id): model.assessment.kind(of: id) == .risk
    case .set, .phase: false
    }
  }

  func headRows(_ model: Model) -> Int { 1 }

  func drawHead(_ model: Model, _ pen: inout Pen, in area: Rect) {
    let columns = RegisterColumns(area.splitLeft(2).rest.splitRight(1).rest)
    let heads: [(Rect, Words)] = [
      (columns.label, Words("ID", "ID")), (columns.event, Words("Event", "事象")),
      (columns.owner, Words("Owner", "所有者")), (columns.likelihood, Words("L", "起")),
      (columns.consequence, Words("C", "結")), (columns.level, Words("Level", "レベル")),
      (columns.treatment, Words("Treatment", "対応")),
    ]
    for (rect, words) in heads { pen.put(words, at: rect.origin, role: .header, width: rect.columns) }
  }

  func draw(_ row: Row, _ model: Model, _ pen: inout Pen, in line: Rect) {
    guard let risk = row.record else { return }
    let assessment = model.assessment
    let columns = RegisterColumns(line)
    pen.put(
      assessment.label(of: risk), at: columns.label.origin, role: .textMuted, width: columns.label.columns)
    pen.put(
      assessment[risk, Risk.event] ?? pen.glyphs[.absent], at: columns.event.origin,
      width: columns.event.columns)
    let owner = assessment[risk, Risk.owner].flatMap { assessment.title(of: $0) }
    pen.put(
      owner ?? pen.glyphs[.absent], at: columns.owner.origin, role: owner == nil ? .gateBlocker : .text,
      width: columns.owner.columns)
    drawStep(assessment[risk, Risk.likelihood], &pen, columns.likelihood)
    drawStep(assessment[risk, Risk.consequenceStep], &pen, columns.consequence)
    drawLevel(risk, model, &pen, columns.level)
    let treatment = assessment[risk, Risk.treatment]?.members.map { model.say($0.words) }.joined(
      separator: "・")
    pen.put(
      treatment ?? pen.glyphs[.absent], at: columns.treatment.origin,
      role: treatment == nil ? .textMuted : .text, width: columns.treatment.columns)
  }

  private func drawStep(_ step: Int?, _ pen: inout Pen, _ rect: Rect) {
    pen.put(
      step.map(String.init) ?? pen.glyphs[.absent], at: rect.origin, role: step == nil ? .textMuted : .text)
  }

  private func drawLevel(_ risk: RecordID, _ model: Model, _ pen: inout Pen, _ rect: Rect) {
    guard let level = model.assessment.level(risk), let rating = model.assessment.rating(risk),
      let method = model.assessment.method(rating.criteria)
    else {
      pen.put(Words("unrated", "未評価"), at: rect.origin, role: .riskUnrated, width: rect.columns)
      return
    }
    let role = Role.riskLevel(method.bandIndex(level), of: method.bands.count)
    pen.putRight(String(level), at: rect.origin, width: 2)
    let word = " " + model.say(method.band(level).label) + " "
    pen.put(word, at: rect.origin.moved(columns: 3), role: role, width: rect.columns - 3)
  }

  func birth(_ model: Model) -> Birth? { Birth(.risk, party: model.party) }

  func emptyText(_ model: Model) -> Words {
    Words(
      "No risk yet. n starts the entry line: type what could happen, as people say it.",
      "リスクはまだありません。n で入力行が開きます。起こり得ることを話すとおりに入力してください。")
  }
}

extension Model {
  /// The risks that register and matrix are about: those of the party shown, or of all.
  var shownRisks: [RecordID] { party.map { assessment.ids(.risk, of: $0) } ?? assessment.ids(.risk) }
}

/// Where the columns of the register stand.
private struct RegisterColumns {
  let label, event, owner, likelihood, consequence, level, treatment: Rect

  init(_ line: Rect) {
    let isWide = line.columns >= 80
    let (labelAndRest, treatment) = line.splitRight(isWide ? 14 : 6)
    let (a, level) = labelAndRest.splitRight(16)
    let (b, consequence) = a.splitRight(3)
    let (c, likelihood) = b.splitRight(3)
    let (d, owner) = c.splitRight(isWide ? 13 : 9)
    let (label, event) = d.splitLeft(6)
    self.treatment = treatment
    self.level = level.splitRight(1).rest
    self.consequence = consequence
    self.likelihood = likelihood
    self.owner = owner.splitRight(1).rest
    self.label = label.splitRight(1).rest
    self.event = event.splitRight(1).rest
  }
}
