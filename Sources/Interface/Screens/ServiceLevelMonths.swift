import Canvas
import Domain

/// Service levels along the months, as a monthly meeting reads them: a period's value stands in the month most
/// of whose days end it, the running one's in the present month. Columns are counted in months back from the present.
struct ServiceLevelMonths {
  private let assessment: Assessment
  private let today: Day

  init(_ model: Model) {
    assessment = model.assessment
    today = model.context.today
  }

  /// Months since year 0.
  private static func month(_ day: Day) -> Int {
    let parts = day.parts
    return parts.year * 12 + parts.month - 1
  }

  /// A period ends in the month before the next begins, or in that one where the next begins in its second half:
  /// so each month gets one period of a monthly level, whatever day they begin on.
  private func back(_ period: ServicePeriod) -> Int {
    let next = period.until.adding(1)
    let last = Self.month(next) - (next.parts.day > 15 ? 0 : 1)
    return period.isElapsed(today) ? max(0, Self.month(today) - last) : 0
  }

  /// The period that is shown so many months back; nil where none ends.
  func period(of clause: RecordID, back: Int) -> ServicePeriod? {
    period(among: periods(of: clause), back: back)
  }

  /// The same among the periods of one service level, found once for all its months.
  func period(among periods: [ServicePeriod], back: Int) -> ServicePeriod? {
    periods.last { self.back($0) == back }
  }

  func periods(of clause: RecordID) -> [ServicePeriod] {
    assessment.servicePeriods(of: clause, today: today)
  }

  /// How far back the oldest period of these service levels lies.
  func oldest(_ clauses: [RecordID]) -> Int {
    clauses.compactMap { periods(of: $0).first.map(back) }.max() ?? 0
  }

  /// The name of the month so many months back.
  func name(back: Int, _ language: Language) -> String {
    let month = (Self.month(today) - back) % 12
    return language == .japanese ? "\(month + 1)月" : Self.english[month]
  }

  private static let english = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  // MARK: What is to be done

  /// The period a reading is asked for: the one under the cursor, or with the cursor on the present month the
  /// oldest that is over and was never read.
  func periodToRead(_ clause: RecordID, back: Int) -> ServicePeriod? {
    let unread = periods(of: clause).first { $0.isElapsed(today) && $0.value == nil }
    let chosen = period(of: clause, back: back)
    return back == 0 ? unread ?? chosen : chosen ?? unread
  }

  /// The period a finding is raised on: the missed one under the cursor, else the latest missed without one.
  func periodToRaise(_ clause: RecordID, back: Int) -> ServicePeriod? {
    let chosen = period(of: clause, back: back)
    if let chosen, Self.isMissed(chosen) { return chosen }
    return unrecorded(clause).last ?? chosen
  }

  /// Periods that missed their target and nobody recorded it.
  func unrecorded(_ clause: RecordID) -> [ServicePeriod] {
    periods(of: clause).filter { Self.isMissed($0) && !assessment.hasFinding($0, on: clause) }
  }

  static func isMissed(_ period: ServicePeriod) -> Bool {
    period.status == .missed || period.status == .atRisk
  }
}

/// Where the parts of a service level's line stand.
struct ServiceLevelPlan {
  static let cellColumns = 8

  let label: Rect
  let metric: Rect
  let target: Rect
  /// Oldest month first.
  let cells: [Rect]
  let next: Rect
  /// How many months back the first cell lies.
  let firstBack: Int

  /// - Parameters:
  ///   - line: The whole line.
  ///   - column: The month under the cursor, which must be seen.
  init(_ line: Rect, column: Int) {
    let (rest, next) = line.splitRight(line.columns >= 90 ? 18 : 15)
    let room = rest.columns - 6 - 10 - max(14, rest.columns / 4)
    let count = max(1, min(12, room / Self.cellColumns))
    let (names, cells) = rest.splitRight(count * Self.cellColumns)
    let (label, others) = names.splitLeft(6)
    (metric, target) = others.splitRight(10)
    self.label = label
    self.next = next
    firstBack = max(count - 1, column)
    self.cells = (0..<count).map {
      Rect(
        column: cells.column + $0 * Self.cellColumns, row: line.row, columns: Self.cellColumns, rows: 1)
    }
  }

  /// Each cell with the months it lies back.
  var months: [(back: Int, place: Rect)] {
    cells.enumerated().map { (firstBack - $0.offset, $0.element) }
  }
}

/// Draws a service level's line and the months above.
struct ServiceLevelPicture {
  let model: Model
  private let months: ServiceLevelMonths

  init(_ model: Model) {
    self.model = model
    months = ServiceLevelMonths(model)
  }

  func drawMonths(_ plan: ServiceLevelPlan, _ pen: inout Pen) {
    for (back, place) in plan.months {
      pen.putRight(
        months.name(back: back, model.language), at: place.origin, width: place.columns - 1, role: .header)
    }
  }

  func draw(_ clause: RecordID, _ plan: ServiceLevelPlan, _ pen: inout Pen) {
    let shown = EvaluationLine(clause, .serviceLevels, model)
    let assessment = model.assessment
    pen.put(
      assessment.label(of: clause), at: plan.label.origin, role: .textMuted, width: plan.label.columns - 1)
    pen.put(shown.title, at: plan.metric.origin, width: plan.metric.columns - 1)
    pen.putRight(shown.figure, at: plan.target.origin, width: plan.target.columns - 1, role: .textMuted)
    let periods = months.periods(of: clause)
    for (back, place) in plan.months {
      guard let period = months.period(among: periods, back: back) else { continue }
      draw(period, &pen, in: place)
    }
    guard let words = shown.next else { return }
    pen.put(
      words, at: plan.next.origin.moved(columns: 1), role: shown.isUrgent ? .gateWarning : .textMuted,
      width: plan.next.columns - 1)
  }

  private func draw(_ period: ServicePeriod, _ pen: inout Pen, in place: Rect) {
    guard let value = period.value else {
      let isDue = period.isElapsed(model.context.today)
      let text = isDue ? pen.glyphs[.severityWarning] + " ?" : pen.glyphs[.absent]
      return pen.putRight(
        text, at: place.origin, width: place.columns - 1, role: isDue ? .gateWarning : .textMuted)
    }
    pen.putRight(
      pen.glyphs[period.status.glyph] + " " + value.short, at: place.origin, width: place.columns - 1,
      role: period.status.role)
  }

  func drawCursor(_ plan: ServiceLevelPlan, _ pen: inout Pen) {
    guard let cell = plan.months.first(where: { $0.back == model.state.column })?.place else { return }
    model.drawCell(Rect(column: cell.column, row: cell.row, columns: cell.columns - 1, rows: 1), &pen)
  }
}
