import Canvas
import Domain

/// One risk as a poster: its event, how it comes about and what it leads to, its level in figures as high as a hand.
struct RiskPoster {
  let risk: RecordID
  let model: Model

  private var assessment: Assessment { model.assessment }

  func draw(_ pen: inout Pen, in room: Rect) {
    let figures = drawLevel(&pen, in: room)
    let text = room.splitRight(figures + 3).rest
    var row = room.row
    row += put(assessment.label(of: risk) + "  " + owner, .textMuted, &pen, in: text, at: row)
    row += put(assessment.title(of: risk) ?? "", .textStrong, &pen, in: text, at: row) + 1
    for (words, value) in story where row < room.lastRow {
      let label = model.say(words)
      pen.put(label, at: Point(column: text.column, row: row), role: .textMuted, width: text.columns)
      row += 1
      let inset = text.splitLeft(2).rest
      row += put(value, .text, &pen, in: inset, at: row) + 1
    }
  }

  private var owner: String {
    assessment[risk, Risk.owner].flatMap { assessment.title(of: $0) }
      ?? model.say(Words("no risk owner", "リスク所有者なし"))
  }

  /// From the objective to the treatment, as far as written.
  private var story: [(Words, String)] {
    func name(_ id: RecordID?) -> String? {
      id.map { assessment.label(of: $0) + " " + (assessment.title(of: $0) ?? "") }
    }
    let sources = assessment[risk, Risk.sources]
    let treatment = assessment[risk, Risk.treatment]?.members.map { model.say($0.words) }
    let between = model.say(Words(", ", "・"))
    let pieces: [(Words, String?)] = [
      (Risk.objective.field.words, name(assessment[risk, Risk.objective])),
      (Risk.sources.field.words, sources.isEmpty ? nil : sources.joined(separator: between)),
      (Risk.cause.field.words, assessment[risk, Risk.cause]),
      (Risk.consequence.field.words, assessment[risk, Risk.consequence]),
      (Risk.treatment.field.words, treatment?.joined(separator: between)),
      (Risk.planActions.field.words, assessment[risk, Risk.planActions]),
    ]
    return pieces.compactMap { words, text in text.map { (words, $0) } }
  }

  /// Writes wrapped text; returns the rows it took.
  private func put(_ text: String, _ role: Role, _ pen: inout Pen, in area: Rect, at row: Int) -> Int {
    let lines = DisplayWidth.wrap(text, to: max(8, area.columns))
    for (offset, line) in lines.enumerated() where row + offset <= area.lastRow {
      pen.put(
        String(line), at: Point(column: area.column, row: row + offset), role: role, width: area.columns)
    }
    return lines.count
  }

  // MARK: The level

  /// Draws the present level at the right, with its band and what it is made of; returns the columns it took.
  private func drawLevel(_ pen: inout Pen, in room: Rect) -> Int {
    guard let rating = assessment.rating(risk), let method = assessment.method(rating.criteria),
      let level = method.level(likelihood: rating.likelihood, consequence: rating.consequence)
    else {
      let text = model.say(Words("not rated yet", "未評価"))
      pen.putRight(text, at: room.origin, width: room.columns, role: .riskUnrated)
      return DisplayWidth.width(of: text)
    }
    let role = Role.riskLevel(method.bandIndex(level), of: method.bands.count)
    let digits = String(level).compactMap(\.wholeNumberValue)
    let columns = digits.count * BigDigit.columns + (digits.count - 1) * 2
    let left = room.lastColumn - columns + 1
    for (index, digit) in digits.enumerated() {
      let place = Point(column: left + index * (BigDigit.columns + 2), row: room.row)
      BigDigit.draw(digit, role, pen.glyphs.riskMark(role), &pen, at: place)
    }
    let width = max(columns, 22)
    let below = Rect(
      column: room.lastColumn - width + 1, row: room.row + BigDigit.rows + 1, columns: width,
      rows: max(0, room.rows - BigDigit.rows - 1))
    let band = " " + model.say(method.band(level).label) + " "
    pen.putRight(band, at: below.origin, width: width, role: role)
    let steps = [
      model.say(Risk.likelihood.field.words)
        + " \(rating.likelihood) " + model.say(method.likelihood[rating.likelihood - 1].label),
      model.say(Words("Consequence", "結果"))
        + " \(rating.consequence) " + model.say(method.consequence[rating.consequence - 1].label),
    ]
    for (offset, text) in steps.enumerated() where offset + 2 < below.rows {
      pen.putRight(text, at: below.line(offset + 2).origin, width: width, role: .text)
    }
    return width
  }
}

/// Figures five rows high, made of painted cells and the band's mark, so that they stand without colour too.
enum BigDigit {
  static let rows = 5
  static let columns = 6

  /// Three columns by five rows each, row after row.
  private static let shapes: [String] = [
    "####.##.##.####",
    "..#..#..#..#..#",
    "###..#####..###",
    "###..####..####",
    "#.##.####..#..#",
    "####..###..####",
    "####..####.####",
    "###..#..#..#..#",
    "####.#####.####",
    "####.####..####",
  ]

  static func draw(_ digit: Int, _ role: Role, _ mark: String, _ pen: inout Pen, at point: Point) {
    for (index, pixel) in shapes[digit].enumerated() where pixel == "#" {
      let place = point.moved(columns: index % 3 * 2, rows: index / 3)
      pen.frame.fill(
        Rect(column: place.column, row: place.row, columns: 2, rows: 1), role: role, ground: role)
      pen.put(mark + mark, at: place, role: role, width: 2)
    }
  }
}
