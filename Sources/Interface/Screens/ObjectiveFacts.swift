import Canvas
import Domain

/// What is known of an objective for its line and the detail pane: computed, never typed.
struct ObjectiveFacts {
  let objective: RecordID
  let achievement: Achievement
  let flaws: [ObjectiveFlaw]
  let share: ShareOfParent?

  init(_ objective: RecordID, _ model: Model) {
    self.objective = objective
    let today = model.context.today
    achievement = model.assessment.achievement(of: objective, today: today)
    flaws = model.assessment.flaws(ofObjective: objective, achievement)
    share = model.assessment.share(of: objective, today: today)
  }

  /// Values measured, oldest first.
  static func readings(of objective: RecordID, _ model: Model) -> [Double] {
    let assessment = model.assessment
    return assessment.sources(of: objective, via: Reading.objective)
      .map { (assessment[$0, Reading.date] ?? Day(number: 0), $0) }
      .sorted { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0 < $1.0 }
      .compactMap { assessment[$0.1, Reading.value] }
  }

  /// The number to reach, with its comparison where it has one; as typed while it cannot be resolved, nil when there is
  /// none.
  static func goal(_ objective: RecordID, _ achievement: Achievement, _ model: Model) -> String? {
    let comparison = model.assessment[objective, Objective.comparison]
    let text = achievement.target?.number?.short ?? model.assessment[objective, Objective.target]
    return text.map { comparison?.short($0, unit: nil, model.language) ?? $0 }
  }

  /// The target as it is held against now: the interim one where there is one; nil unless relative.
  static func relative(_ objective: RecordID, _ model: Model) -> Target? {
    let assessment = model.assessment
    let text = assessment[objective, Objective.interimTarget] ?? assessment[objective, Objective.target]
    let target = text.flatMap { Target($0, unit: assessment[objective, Objective.measureUnit]) }
    return target?.isRelative == true ? target : nil
  }

  // MARK: Detail

  /// Standing, target, share of the one above, what hangs below, and what nobody took care of.
  func detail(_ model: Model) -> [DetailLine] {
    let mark = model.glyphs[.severityWarning] + " "
    let flaws = flaws.map { DetailLine("", mark + model.say($0.advice), .gateWarning) }
    return [standing(model)] + target(model) + shares(model) + children(model) + flaws
  }

  private func standing(_ model: Model) -> DetailLine {
    let status = achievement.status
    let spark = model.glyphs.sparkline(Array(Self.readings(of: objective, model).suffix(12)))
    let parts = [
      achievement.value?.short, spark, model.glyphs[status.glyph] + " " + model.say(achievement.words),
    ].compactMap(\.self).filter { !$0.isEmpty }
    return DetailLine(model.say(Words("Now", "現在")), parts.joined(separator: "  "), status.role)
  }

  /// A relative target with the number it stands for, and the target behind an interim one.
  private func target(_ model: Model) -> [DetailLine] {
    var lines: [DetailLine] = []
    if let relative = Self.relative(objective, model) {
      let goal = Self.goal(objective, achievement, model) ?? model.glyphs[.absent]
      let text = model.say(relative.words(of: achievement.base)) + " = " + goal
      lines.append(DetailLine(model.say(Words("To reach", "目標")), text, .textStrong))
    }
    if let final = achievement.finalTarget?.number {
      lines.append(DetailLine(model.say(Words("In the end", "最終目標")), final.short))
    }
    return lines
  }

  private func shares(_ model: Model) -> [DetailLine] {
    guard let share else { return [] }
    let (now, goal) = (share.value.map(Self.percent), share.target.map(Self.percent))
    let parent = model.assessment.label(of: share.parent)
    let parts = [
      now.map { Words("\($0) now", "現在 \($0)") }, goal.map { Words("\($0) of the target", "目標 \($0)") },
    ]
    let text = parts.compactMap { $0.map { model.say($0) } }.joined(
      separator: Words(", ", "、")[model.language])
    return [DetailLine(model.say(Words("Of \(parent)", "\(parent) の内")), text)]
  }

  private func children(_ model: Model) -> [DetailLine] {
    guard let below = model.assessment.rollUp(of: objective, today: model.context.today) else { return [] }
    let counts = AchievementStatus.allCases.compactMap { status in
      below.counts[status].map { model.say(status.shortWords) + " \($0)" }
    }
    let sum = below.sum.map { model.say(Words("sum \($0.short)", "計 \($0.short)")) + "  " } ?? ""
    return [DetailLine(model.say(Words("Below it", "下位の目的")), sum + counts.joined(separator: " "))]
  }

  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }
}

extension Target {
  /// A relative target with what it refers to: `50% of 12`, `-30% on 10`.
  func words(of base: Double?) -> Words {
    guard let base = base?.short else { return words }
    if case .change = self { return Words("\(text) on \(base)", "前期 \(base) から \(text)") }
    return Words("\(text) of \(base)", "前期 \(base) の \(text)")
  }
}

extension ObjectiveFlaw {
  /// What is missing, and the key that mends it.
  var advice: Words {
    switch self {
    case .unplaced:
      Words(
        "nothing above it: \(key: "move-subtree") hangs it somewhere", "上位の目的がない。\(key: "move-subtree") で付ける")
    case .unpaired:
      Words(
        "rests on a service, without a pair: \(key: "next-view") then Enter",
        "サービスに依存するが対がない。\(key: "next-view") で対の画面へ")
    case .unmeasured:
      Words(
        "nobody measured it: \(key: "record-reading") records a reading",
        "測定値がない。\(key: "record-reading") で記録する")
    case .unjudged:
      Words(
        "measured, but nothing to hold it against: Enter, then comparison and target",
        "比較又は目標値がなく判定できない。Enter で編集し、設定する")
    case .unassessed:
      Words(
        "no risk, and no reason why none: \(key: "phase-4") then \(key: "new")",
        "リスクも、ない理由もない。\(key: "phase-4") で登録簿へ、\(key: "new") で特定")
    }
  }
}
