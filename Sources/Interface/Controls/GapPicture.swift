import Canvas
import Domain

/// The columns of the shared-responsibility screen: number and title, what is provided, what is asked, what is done.
struct GapPicture {
  let model: Model

  private struct Plan {
    let number, title, provided, asked, done: Rect

    init(_ line: Rect) {
      let (number, rest) = line.splitLeft(11)
      let (title, sides) = rest.splitLeft(max(10, rest.columns * 20 / 100))
      let third = sides.columns / 3
      self.number = number
      self.title = title
      provided = sides.splitLeft(third).left
      asked = sides.splitLeft(third).rest.splitLeft(third).left
      done = sides.splitLeft(2 * third).rest
    }
  }

  func drawHead(_ pen: inout Pen, in area: Rect) {
    let plan = Plan(area.line(0))
    let (customer, provider) = names
    let heads = [
      (plan.number, Words("Number", "番号")), (plan.title, Words("Control", "管理策")),
      (plan.provided, Words("\(provider) provides", "\(provider) が提供する")),
      (plan.asked, Words("… and asks of \(customer)", "\(customer) に求める")),
      (plan.done, Words("\(customer) inherits and does", "\(customer) が引き継ぐ・行う")),
    ]
    for (place, words) in heads { pen.put(words, at: place.origin, role: .header, width: place.columns - 1) }
  }

  /// The two parties where there are only two, else their roles.
  private var names: (customer: String, provider: String) {
    if !hasSeveral, let box = model.state.groups.first, model.assessment.exists(box[1]) {
      return (model.shortName(of: box[0]), model.shortName(of: box[1]))
    }
    let look = GapLook(rank: GapLook.fits, scope: model.assessment.scope)
    return (model.say(look.relying), model.say(look.reliedOn))
  }

  private var hasSeveral: Bool {
    guard let first = model.state.groups.first else { return false }
    return model.state.groups.contains { $0[0] != first[0] || $0[1] != first[1] }
  }

  static func title(_ sides: GapSides, _ model: Model) -> String? {
    guard let statement = sides.inherited ?? sides.provided,
      let key = model.assessment[statement, ControlStatement.catalogue],
      let number = model.assessment[statement, ControlStatement.control]
    else { return nil }
    return model.context.catalogues[key]?.control(number).map { model.say($0.title) }
  }

  func draw(_ row: Row, _ pen: inout Pen, in line: Rect) {
    guard let sides = GapScreen.sides(row, model) else { return drawHeading(row, &pen, in: line) }
    let plan = Plan(line)
    let stated = sides.inherited ?? sides.provided
    let number = stated.flatMap { model.assessment[$0, ControlStatement.control] } ?? ""
    pen.put(number, at: plan.number.origin, role: .textMuted, width: plan.number.columns - 1)
    pen.put(Self.title(sides, model) ?? "", at: plan.title.origin, width: plan.title.columns - 1)
    let provided = text(ControlStatement.provided, sides)
    let who = hasSeveral ? sides.provider.map { model.shortName(of: $0) + " " } ?? "" : ""
    put(state(sides.provided, sides.provider, pen.glyphs), who, provided, &pen, in: plan.provided)
    if let asked = text(ControlStatement.asked, sides) {
      pen.put(asked, at: plan.asked.origin, width: plan.asked.columns - 1)
    } else {
      pen.put(pen.glyphs[.absent], at: plan.asked.origin, role: .textMuted)
    }
    let customer = hasSeveral ? model.shortName(of: sides.customer) + " " : ""
    put(
      state(sides.inherited, sides.customer, pen.glyphs), customer + part(sides), done(sides), &pen,
      in: plan.done)
  }

  /// State and words, the text last since it is the first to be cut.
  private func put(
    _ state: (String, Role), _ who: String, _ text: String?, _ pen: inout Pen, in place: Rect
  ) {
    // Where it is narrow the mark alone leaves room for what was written; the foot says it in full.
    let isTight = text != nil && place.columns < 34
    let mark = (isTight ? String(state.0.prefix { $0 != " " }) : state.0, state.1)
    pen.put(
      [mark, (" ", .text), (who, .textStrong), (text ?? "", .text)], at: place.origin,
      width: place.columns - 1)
  }

  private func drawHeading(_ row: Row, _ pen: inout Pen, in line: Rect) {
    let look = GapLook(rank: GapScreen.rank(row), scope: model.assessment.scope)
    let count = GapScreen.count(of: look.rank, model)
    pen.put(
      [
        (pen.glyphs[look.glyph] + " ", look.role), (model.say(look.words) + "  ", .textStrong),
        ("\(count)", .textMuted),
      ], at: line.origin, width: line.columns)
  }

  /// Glyph and word of a side's state; a side that says nothing is told so.
  func state(_ statement: RecordID?, _ party: RecordID?, _ glyphs: Glyphs) -> (String, Role) {
    guard let party else { return (glyphs[.absent], .textMuted) }
    let (glyph, words, role) = ControlCell(statement: statement, party: party, model: model).state.look
    return (glyphs[glyph] + " " + model.say(words), role)
  }

  /// What either side wrote, the provider's words first.
  func text(_ attribute: Attribute<String>, _ sides: GapSides) -> String? {
    [sides.provided, sides.inherited].compactMap(\.self).lazy.compactMap { model.assessment[$0, attribute] }
      .first
  }

  /// Whether the customer leaves it wholly, shares it, or runs it itself.
  func part(_ sides: GapSides) -> String {
    guard let statement = sides.inherited,
      let kind = model.assessment[statement, ControlStatement.responsibility]
    else { return "" }
    return switch kind {
    case .own: model.say(Words("own ", "自組織 "))
    case .other: model.say(Words("inherits ", "引き継ぐ "))
    case .shared: model.say(Words("shares ", "共有 "))
    }
  }

  func done(_ sides: GapSides) -> String? {
    sides.inherited.flatMap { model.assessment[$0, ControlStatement.implementation] }
  }
}
