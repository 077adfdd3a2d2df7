import Canvas
import Domain

/// One line of the preview of a move between editions, ready to draw.
struct EditionLine: Sendable {
  /// It belongs to what merges, or is a party's heading.
  let isOfMerge: Bool
  private let number: String
  private let title: String
  private let rest: [(String, Role)]

  private init(_ number: String, _ title: String, isOfMerge: Bool, _ rest: [(String, Role)]) {
    self.number = number
    self.title = title
    self.isOfMerge = isOfMerge
    self.rest = rest
  }

  /// All lines of a party: each landing, below a merge what does not agree, then what is new and what stays.
  static func lines(of move: EditionMove, _ model: Model) -> [EditionLine] {
    let name = EditionLine(
      "", "", isOfMerge: true, [(model.name(of: move.party), .title)])
    let landings = move.landings.flatMap { lines(of: $0, model) }
    let fresh = move.undecided.map { number in
      EditionLine(
        number, title(number, model), isOfMerge: false,
        [(model.glyphs[.absent] + " " + model.say(Words("to be decided", "未決")), .gateWarning)])
    }
    let staying = move.staying.map { statement in
      EditionLine(
        model.assessment[statement, ControlStatement.control] ?? "", "", isOfMerge: true,
        [(model.say(Words("stays: the correspondence does not know it", "対応表にないため残る")), .gateWarning)])
    }
    return [name] + landings + fresh + staying
  }

  private static func title(_ number: String, _ model: Model) -> String {
    model.context.catalogues[EditionLayer.keys.newer]?.control(number).map { model.say($0.title) } ?? ""
  }

  private static func lines(of landing: EditionMove.Landing, _ model: Model) -> [EditionLine] {
    let assessment = model.assessment
    let from = (landing.existing.map { [$0] } ?? []) + landing.sources
    let sources = from.map { statement -> (String, Role) in
      let cell = ControlCell(
        statement: statement, party: assessment.party(of: statement) ?? statement, model: model)
      let number = assessment[statement, ControlStatement.control] ?? ""
      let mark = from.count > 1 ? " " + model.glyphs[cell.state.look.0] : ""
      return (number + mark + "  ", .text)
    }
    let result = EditionLine.result(landing, model)
    let words = landing.isMerge ? Words("  merged", "  統合") : Words("", "")
    let line = EditionLine(
      landing.number, title(landing.number, model), isOfMerge: landing.isMerge,
      [(model.glyphs[.arrowLeft] + " ", .textMuted)] + sources + [
        (model.glyphs[.arrowRight] + " ", .textMuted), result,
      ]
        + [(model.say(words), .textStrong)])
    guard landing.isMerge, !landing.differing.isEmpty else { return [line] }
    let fields = landing.differing.compactMap {
      RecordKind.controlStatement.description.field($0).map { model.say($0.words) }
    }
    let list = fields.joined(separator: model.say(Words(", ", "、")))
    let differ = model.say(
      Words("differ in \(list): written down in “how it is done”", "相違: \(list)（「実施内容」に書き残す）"))
    return [line, EditionLine("", "", isOfMerge: true, [("      " + differ, .textMuted)])]
  }

  /// What the statement will be.
  private static func result(_ landing: EditionMove.Landing, _ model: Model) -> (String, Role) {
    func choice(_ key: FieldKey) -> String? {
      if case .choice(let raw)? = landing.values[Slot(key)] { raw } else { nil }
    }
    let state = ControlCell.State(
      choice(ControlStatement.applicability.key).flatMap(Applicability.init),
      choice(ControlStatement.status.key).flatMap(ControlStatus.init),
      isVerified: landing.values[Slot(ControlStatement.verifiedOn.key)] != nil)
    return (model.glyphs[state.look.0] + " " + model.say(state.look.1), state.look.2)
  }

  func draw(_ pen: inout Pen, in line: Rect) {
    guard !number.isEmpty else {
      pen.put(rest, at: line.origin, width: line.columns)
      return
    }
    let (left, right) = line.splitLeft(8)
    let (middle, end) = right.splitLeft(max(16, right.columns * 35 / 100))
    pen.put(number, at: left.origin, role: .textMuted, width: left.columns - 1)
    pen.put(title, at: middle.origin, width: middle.columns - 1)
    pen.put(rest, at: end.origin, width: end.columns)
  }
}
