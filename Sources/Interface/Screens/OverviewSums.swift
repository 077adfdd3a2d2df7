import Canvas
import Domain

/// What the assessment holds, counted by state: a line each, the risks also as a bar.
struct OverviewSums {
  let model: Model

  private var assessment: Assessment { model.assessment }
  private var state: ScreenState { model.state }
  private var labelColumns: Int { model.language == .japanese ? 12 : 19 }

  /// A line per sum, and the bar.
  var rows: Int { OverviewScreen.Summary.allCases.count + 1 }

  func draw(_ pen: inout Pen, in area: Rect) {
    // The bar is closed off by a blank line where there is one to spare.
    let hasGap = area.rows > rows
    var row = 0
    for summary in OverviewScreen.Summary.allCases where row < area.rows {
      draw(summary, &pen, in: area.line(row))
      row += 1
      guard summary == .risks, row < area.rows else { continue }
      let line = area.line(row).splitLeft(2 + labelColumns).rest
      drawBar(&pen, in: line.splitLeft(min(64, line.columns - 2)).left)
      row += hasGap ? 2 : 1
    }
  }

  private func draw(_ summary: OverviewScreen.Summary, _ pen: inout Pen, in line: Rect) {
    if state.current.flatMap(OverviewScreen.Summary.init) == summary, state.current?.record == nil {
      pen.frame.paint(line, ground: model.pane == .main ? .selection : .selectionInactive)
      pen.put(pen.glyphs[.selected], at: line.origin, role: .cursor)
      pen.frame.cursor = line.origin
    }
    let inside = line.splitLeft(2).rest
    pen.put(summary.words, at: inside.origin, role: .header, width: labelColumns - 1)
    let place = inside.splitLeft(labelColumns).rest
    pen.put(runs(summary), at: place.origin, width: place.columns)
  }

  private func count(_ box: OverviewTally.Box) -> Int {
    guard state.groups.indices.contains(box.rawValue) else { return 0 }
    // What is overdue is open too; a control without a word is as undecided as one under discussion.
    let more =
      box == .openAction ? count(.lateAction) : box == .undecided ? OverviewScreen.unstated(state) : 0
    return state.groups[box.rawValue].count + more
  }

  /// What a sum counts, piece by piece.
  func runs(_ summary: OverviewScreen.Summary) -> [(String, Role)] {
    let filled = OverviewTally.boxes(of: summary).filter { count($0) > 0 }
    let rated: [(String, Role)] =
      summary == .risks ? bands.reversed().map { ("\($0.word) \($0.count)", $0.role) } : []
    let counted = filled.map { (model.say($0.words) + " \(count($0))", $0.role) }
    let runs =
      rated + counted + (summary == .actions ? nextHomework : summary == .overdue ? longestOverdue : [])
    if runs.isEmpty, summary == .overdue {
      return [(model.glyphs[.check] + " " + model.say(Words("nothing", "なし")), .messageSuccess)]
    }
    guard !runs.isEmpty else { return [(model.say(Words("none yet", "まだありません")), .textMuted)] }
    return runs.flatMap { [$0, ("  ", Role.text)] }.dropLast()
  }

  /// What is due first, by when.
  private var nextHomework: [(String, Role)] {
    let boxes = OverviewTally.boxes(of: .actions, state.groups).flatMap(\.self)
    let today = model.context.today
    guard let next = assessment.openHomework.first(where: boxes.contains),
      let due = assessment[next, ActionItem.due]
    else { return [] }
    let words = Words("next \(due.short(seenFrom: today))", "次 \(due.short(seenFrom: today))")
    return [
      (model.glyphs[.arrowRight] + " " + model.say(words), .textMuted),
      (assessment.title(of: next) ?? "", .text),
    ]
  }

  /// What is overdue for longest, since when.
  private var longestOverdue: [(String, Role)] {
    let late = OverviewTally.boxes(of: .overdue, state.groups).flatMap(\.self)
    let today = model.context.today
    guard let first = late.first,
      let item = assessment.overdue(first, today: today)
    else { return [] }
    return [
      (
        model.glyphs[.arrowRight] + " " + item.due.short(seenFrom: today) + " " + model.say(item.what),
        .textMuted
      ),
      (assessment.label(of: first) + " " + (assessment.title(of: first) ?? ""), .text),
    ]
  }

  // MARK: Risks by band

  private struct Band {
    let word: String
    let count: Int
    let role: Role
  }

  /// Lowest first; empty while nothing is rated.
  private var bands: [Band] {
    let counts = state.groups.prefix(OverviewTally.bands).map(\.count)
    guard counts.contains(where: { $0 > 0 }), let method else { return [] }
    return method.bands.enumerated().map { index, band in
      Band(
        word: model.say(band.label), count: counts.indices.contains(index) ? counts[index] : 0,
        role: .riskLevel(index, of: method.bands.count))
    }
  }

  /// The criteria that name the bands: those in force for whoever is shown, else the first there are.
  private var method: CriteriaMethod? {
    assessment.criteriaInForce(for: model.party).flatMap { assessment.method($0) }
      ?? assessment.ids(.riskCriteria).lazy.compactMap { assessment.method($0) }.first
  }

  /// Highest first, each in proportion, with the mark of its level so that it reads without colour.
  private func drawBar(_ pen: inout Pen, in line: Rect) {
    let unrated = (count(.unrated), pen.glyphs[.absent], Role.riskUnrated)
    let parts = (bands.reversed().map { ($0.count, pen.glyphs.riskMark($0.role), $0.role) } + [unrated])
      .filter { $0.0 > 0 }
    let total = parts.reduce(0) { $0 + $1.0 }
    guard total > 0 else { return }
    var used = 0
    var passed = 0
    for (count, mark, role) in parts {
      passed += count
      let end = max(used + 1, line.columns * passed / total)
      pen.put(
        String(repeating: mark, count: end - used), at: line.origin.moved(columns: used), role: role,
        width: line.columns - used)
      used = end
    }
  }
}
