import Canvas
import Domain

/// What a revealed round says: the median, who is far out, how the estimates lie on both scales and on the matrix.
struct RevealPicture {
  let facts: RoundFacts
  let result: RoundResult
  let assessment: Assessment
  let language: Language

  private static let widthForMatrix = 96
  private static let rowsForTwoLines = 26

  /// Draws from the top of the area on; returns the lines used.
  func draw(_ pen: inout Pen, in area: Rect) -> Int {
    let row = drawSummary(&pen, in: area)
    let pitch = area.rows >= Self.rowsForTwoLines ? 2 : 1
    let steps = max(facts.method.likelihood.count, facts.method.consequence.count)
    let height = steps * pitch + 1
    let blocks = area.splitTop(row).rest.splitTop(height + 1).top
    drawBlocks(&pen, in: blocks, pitch)
    return row + height + (area.columns >= Self.widthForMatrix ? 1 : 0)
  }

  // MARK: Summary

  private func drawSummary(_ pen: inout Pen, in area: Rect) -> Int {
    var row = 0
    for (runs, isLast) in [(medianRuns, false), (farOutRuns(pen.glyphs), false), (decisionRuns, true)]
    where !runs.isEmpty {
      pen.put(runs, at: area.line(row).origin, width: area.columns)
      row += 1
      if isLast, area.rows >= Self.rowsForTwoLines { row += 1 }
    }
    return area.rows >= Self.rowsForTwoLines && decisionRuns.isEmpty ? row + 1 : row
  }

  private var medianRuns: [(String, Role)] {
    let (l, c) = (result.likelihoods, result.consequences)
    let pair = "\(l.text) × \(c.text)"
    var runs: [(String, Role)] = [
      (Words("Median ", "中央値 ")[language], .textMuted), (pair, .textStrong),
    ]
    let isWhole = l.median == l.median.rounded() && c.median == c.median.rounded()
    if isWhole, let level = facts.method.level(likelihood: l.suggestion, consequence: c.suggestion) {
      runs.append((" = \(level) ", .textStrong))
      runs.append((" " + facts.method.band(level).label[language] + " ", role(of: level)))
    }
    return runs + [("   " + EstimateWords.count(result.casts.count)[language], .textMuted)]
  }

  private func farOutRuns(_ glyphs: Glyphs) -> [(String, Role)] {
    let far = result.casts.filter(result.isFarOut)
    guard !far.isEmpty else { return [(EstimateWords.nobodyFarOut[language], .textMuted)] }
    let names = far.map { "\($0.name) \($0.likelihood) × \($0.consequence)" }
    let rule = EstimateWords.farOutRule
    return [
      (glyphs[.severityWarning] + " " + EstimateWords.farOut[language], .gateWarning),
      (Words(" (\(rule.en)) ", "（\(rule.ja)） ")[language], .textMuted),
      (names.joined(separator: language == .japanese ? "、" : ", "), .text),
    ]
  }

  private var decisionRuns: [(String, Role)] {
    guard let decision = assessment[facts.round, EstimateRound.decision],
      let text = assessment[decision, Decision.text]
    else { return [] }
    return [(Words("Decided ", "決定 ")[language], .messageSuccess), (text, .text)]
  }

  private func role(of level: Int) -> Role {
    Role.riskLevel(facts.method.bandIndex(level), of: facts.method.bands.count)
  }

  // MARK: Blocks

  private func drawBlocks(_ pen: inout Pen, in area: Rect, _ pitch: Int) {
    var rest = area
    if area.columns >= Self.widthForMatrix {
      let width = 3 + facts.method.consequence.count * 6
      let (left, right) = area.splitLeft(width + 2)
      drawMatrix(&pen, in: left, pitch)
      rest = right
    }
    let (left, right) = rest.splitLeft(rest.columns / 2)
    drawHistogram(.likelihood, &pen, in: left.splitRight(2).rest, pitch)
    drawHistogram(.consequence, &pen, in: right, pitch)
  }

  private func drawHistogram(_ axis: ScaleAxis, _ pen: inout Pen, in area: Rect, _ pitch: Int) {
    let spread = axis == .likelihood ? result.likelihoods : result.consequences
    let title = axis == .likelihood ? EstimateWords.likelihood : EstimateWords.consequence
    let (low, high) = (spread.lowest, spread.highest)
    let range = low == high ? Words("\(low)", "\(low)") : Words("\(low)-\(high)", "\(low)〜\(high)")
    let median = Words(
      "  median \(spread.text), spread \(range.en)", "  中央値 \(spread.text)、幅 \(range.ja)")
    pen.put(
      [(title[language], .header), (median[language], .textMuted)], at: area.origin, width: area.columns)
    let steps = facts.steps(axis)
    for (index, step) in steps.enumerated().reversed() {
      let top = area.splitTop(1 + (steps.count - 1 - index) * pitch).rest.splitTop(pitch).top
      let isMedian = abs(Double(index + 1) - spread.median) <= 0.5
      drawBar(index + 1, step.label[language], axis, isMedian: isMedian, &pen, in: top)
    }
  }

  private func drawBar(
    _ step: Int, _ label: String, _ axis: ScaleAxis, isMedian: Bool, _ pen: inout Pen, in area: Rect
  ) {
    guard !area.isEmpty else { return }
    let casts = result.casts.filter { (axis == .likelihood ? $0.likelihood : $0.consequence) == step }
    let width = min(14, area.columns / 3)
    pen.put(
      [(isMedian ? pen.glyphs[.mark] : " ", .textStrong), ("\(step) ", .footerKey), (label, .text)],
      at: area.origin, width: width)
    guard !casts.isEmpty else { return }
    let bar = area.line(0).splitLeft(width + 1).rest
    let length = min(casts.count, max(1, bar.columns / 2))
    let runs: [(String, Role)] = [
      (String(repeating: pen.glyphs[.barFull], count: length), isMedian ? .textStrong : .link),
      (" \(casts.count) ", .text),
    ]
    let names = casts.map(\.name).joined(separator: " ")
    let used = pen.put(runs, at: bar.origin, width: bar.columns)
    if area.rows > 1 {
      pen.put(
        names, at: area.line(1).origin.moved(columns: width + 1), role: .textMuted, width: bar.columns)
    } else {
      pen.put(names, at: bar.origin.moved(columns: used), role: .textMuted, width: bar.columns - used)
    }
  }

  /// Counts per cell on the colours of the criteria; the median's cell in brackets.
  private func drawMatrix(_ pen: inout Pen, in area: Rect, _ pitch: Int) {
    pen.put(EstimateWords.perCell, at: area.origin, role: .header, width: area.columns - 1)
    let rows = facts.method.likelihood.count
    for l in 0..<rows {
      let top = 1 + (rows - 1 - l) * pitch
      pen.put("\(l + 1)", at: area.line(top).origin.moved(columns: 1), role: .footerKey)
      for c in facts.method.consequence.indices { drawCell(l, c, top, pitch, &pen, in: area) }
    }
    let foot = area.line(1 + rows * pitch)
    for c in facts.method.consequence.indices {
      pen.put("\(c + 1)", at: foot.origin.moved(columns: 3 + c * 6 + 2), role: .footerKey)
    }
  }

  private func drawCell(_ l: Int, _ c: Int, _ top: Int, _ pitch: Int, _ pen: inout Pen, in area: Rect) {
    let role = role(of: facts.method.cells[l][c])
    let rect = Rect(column: area.column + 3 + c * 6, row: area.row + top, columns: 5, rows: pitch)
    pen.frame.fill(rect, role: role, ground: role)
    let count = result.count(likelihood: l + 1, consequence: c + 1)
    let text =
      pen.glyphs.riskMark(role) + (count > 0 ? DisplayWidth.pad("\(count)", to: 2, alignment: .right) : "")
    pen.put(text, at: rect.origin.moved(columns: 1), role: role, width: 3)
    let isMedian =
      abs(Double(l + 1) - result.likelihoods.median) <= 0.5
      && abs(Double(c + 1) - result.consequences.median) <= 0.5
    guard isMedian else { return }
    pen.put(pen.glyphs[.selected], at: rect.origin, role: role)
    pen.put(pen.glyphs[.selectedEnd], at: rect.origin.moved(columns: 4), role: role)
  }
}
