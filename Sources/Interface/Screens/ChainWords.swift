import Canvas
import Domain

/// What every picture of a chain says of a step.
enum ChainWords {
  static let between = Words("; ", "・")

  /// The step's risk, or that it has none.
  static func risk(of step: RecordID, _ model: Model) -> (text: String, role: Role) {
    guard let risk = model.assessment[step, ChainStep.risk] else {
      return (model.glyphs[.cross] + " " + model.say(Words("no risk", "リスク未設定")), .gateBlocker)
    }
    return (model.assessment.label(of: risk), .link)
  }

  /// Whom, how and when as pieces; what is missing is named.
  static func told(of step: RecordID, _ facts: ChainFacts, _ model: Model) -> [(text: String, role: Role)] {
    let missing = model.assessment.missingNotice(of: step).map(\.words)
    let texts = [ChainStep.told, ChainStep.toldHow, ChainStep.toldOn].compactMap {
      model.assessment[step, $0]
    }
    var pieces = texts.enumerated().map { index, text in
      (text: text, role: index == 0 ? Role.text : .textMuted)
    }
    guard !missing.isEmpty else { return pieces }
    let cross = model.glyphs[.cross] + " "
    let words =
      texts.isEmpty
      ? Words("not recorded", "記録なし")
      : Words(
        "missing: " + missing.map(\.en).joined(separator: ", "),
        "未記入: " + missing.map(\.ja).joined(separator: "・"))
    pieces.append((cross + model.say(words), .gateBlocker))
    return pieces
  }
}
