import Canvas
import Domain

/// The risk to be estimated and its two scales in words, as on a card.
struct RiskCard {
  let facts: RoundFacts
  let assessment: Assessment
  let language: Language

  /// Below this many lines of room only what is needed to estimate is said.
  private static let compact = 20

  /// Draws from the top of the area on; returns the lines used.
  func draw(_ pen: inout Pen, in area: Rect) -> Int {
    var row = drawRisk(&pen, in: area)
    if area.rows >= Self.compact { row += 1 }
    row += drawScales(&pen, in: area.splitTop(row).rest)
    return row
  }

  /// Draws what the risk is; returns the lines used.
  func drawRisk(_ pen: inout Pen, in area: Rect) -> Int {
    let isCompact = area.rows < Self.compact
    var row = 0
    let title = assessment.label(of: facts.risk) + " " + (assessment[facts.risk, Risk.event] ?? "")
    for line in DisplayWidth.wrap(title, to: max(8, area.columns)).prefix(isCompact ? 2 : 3) {
      pen.put(String(line), at: area.line(row).origin, role: .textStrong, width: area.columns)
      row += 1
    }
    for (words, text) in details where !text.isEmpty {
      let label = words[language] + " "
      let width = area.columns - DisplayWidth.width(of: label)
      let lines = DisplayWidth.wrap(text, to: max(8, width)).prefix(isCompact ? 1 : 2)
      pen.put(label, at: area.line(row).origin, role: .textMuted, width: area.columns)
      for (offset, line) in lines.enumerated() {
        let isCut = isCompact && DisplayWidth.width(of: text) > width
        let place = area.line(row).origin.moved(columns: area.columns - width)
        pen.put(isCut ? text : String(line), at: place, width: width)
        row += offset == lines.count - 1 ? 0 : 1
      }
      row += 1
    }
    return row
  }

  private var details: [(Words, String)] {
    let separator = language == .japanese ? "、" : ", "
    let causes = assessment[facts.risk, Risk.sources] + [assessment[facts.risk, Risk.cause] ?? ""]
    return [
      (Words("Source, cause:", "リスク源・原因:"), causes.filter { !$0.isEmpty }.joined(separator: separator)),
      (Words("Consequence:", "結果:"), assessment[facts.risk, Risk.consequence] ?? ""),
    ]
  }

  /// Both scales side by side, the highest step first.
  private func drawScales(_ pen: inout Pen, in area: Rect) -> Int {
    let half = max(0, (area.columns - 2) / 2)
    let (left, rest) = area.splitLeft(half)
    let right = rest.splitLeft(2).rest
    let used = [(ScaleAxis.likelihood, left), (.consequence, right)].map { axis, place in
      drawScale(axis, &pen, in: place)
    }
    return used.max() ?? 0
  }

  private func drawScale(_ axis: ScaleAxis, _ pen: inout Pen, in area: Rect) -> Int {
    let steps = facts.steps(axis)
    let title = axis == .likelihood ? EstimateWords.likelihood : EstimateWords.consequence
    pen.put(title, at: area.origin, role: .header, width: area.columns)
    let widest = steps.map { DisplayWidth.width(of: $0.label[language]) }.max() ?? 0
    for (offset, step) in steps.enumerated().reversed() {
      let line = area.line(steps.count - offset)
      guard !line.isEmpty else { continue }
      let label = DisplayWidth.pad(step.label[language], to: min(widest, area.columns / 2))
      pen.put(
        [("\(offset + 1) ", .footerKey), (label + "  ", .text), (step.meaning[language], .textMuted)],
        at: line.origin, width: line.columns)
    }
    return steps.count + 1
  }
}
