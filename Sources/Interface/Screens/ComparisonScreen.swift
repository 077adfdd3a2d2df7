import Canvas
import Domain

/// Two cycles side by side (期の比較): objectives met, risk levels, controls and findings, with what changed between.
struct ComparisonScreen: Screen {
  let id = ScreenID.comparison

  func title(_ model: Model) -> String {
    let cycles = ComparedCycles(model, model.state)
    guard cycles.earlier != cycles.later else { return model.say(Words("Cycles compared", "期の比較")) }
    return model.say(
      Words(
        "Cycle \(cycles.earlier) and cycle \(cycles.later)", "第\(cycles.earlier)期と第\(cycles.later)期の比較"))
  }

  // MARK: Lines

  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    guard let sums = sums(model, state) else { return [] }
    var before = 0
    return ComparisonSection.allCases.flatMap { section in
      let places = sums.sums(section).indices.map { $0 + before }
      before += places.count
      return [Row(nil, tag: ComparisonTag(section).raw)]
        + places.map { Row(nil, depth: 1, tag: ComparisonTag(section, sum: $0).raw) }
        + sums.records(section).map { Row($0, depth: 1, tag: ComparisonTag(section).raw) }
    }
  }

  /// The figures of each sum, made together with the lines: words, earlier, later, and which way is better.
  func notes(_ model: Model, _ state: ScreenState) -> [Words] {
    guard let sums = sums(model, state) else { return [] }
    return ComparisonSection.allCases.flatMap { section in
      sums.sums(section).flatMap { sum -> [Words] in
        let better = sum.isMoreBetter.map { $0 ? "+" : "-" } ?? ""
        return [sum.words] + [String(sum.earlier), String(sum.later), better].map { Words($0, $0) }
      }
    }
  }

  private func sums(_ model: Model, _ state: ScreenState) -> ComparisonSums? {
    let cycles = ComparedCycles(model, state)
    guard let earlier = model.standing(inCycle: cycles.earlier),
      let later = model.standing(inCycle: cycles.later), cycles.earlier != cycles.later
    else { return nil }
    return ComparisonSums(earlier: earlier, later: later, party: model.party)
  }

  /// Where a sum's figures begin among the notes.
  static func note(_ row: Row, _ model: Model) -> Int? {
    guard let sum = ComparisonTag(row.tag)?.sum else { return nil }
    return model.state.notes.indices.contains(sum * 4 + 3) ? sum * 4 : nil
  }

  func enter(_ model: inout Model) -> [Effect]? {
    guard let record = model.current else { return [] }
    guard model.assessment.exists(record) else {
      model.notice = Notice(model.say(UI.recordGone), .info)
      return []
    }
    model.jump(to: record)
    return []
  }

  func searchText(_ row: Row, _ model: Model) -> String? {
    guard row.record == nil, let tag = ComparisonTag(row.tag) else { return nil }
    guard tag.sum != nil, let note = Self.note(row, model) else { return model.say(tag.section.title) }
    return model.say(model.state.notes[note])
  }

  func emptyText(_ model: Model) -> Words {
    if model.assessment.cycle == 1 {
      return Words(
        "This is the first cycle: there is none to compare it with. \(key: "matters") then \(formKey: "y") closes it once all six phases are agreed.",
        "最初の期のため、比べる期がまだありません。六つの局面の合意後に \(key: "matters") の \(formKey: "y") で期を締めます。")
    }
    let cycles = ComparedCycles(model, model.state)
    return cycles.earlier == cycles.later
      ? Words(
        "Twice the same cycle: \(key: "earlier-cycle") or \(key: "later-cycle") chooses another.",
        "同じ期どうしです。\(key: "earlier-cycle") 又は \(key: "later-cycle") で別の期を選びます。")
      : Words("The closed cycle is being read from the history.", "締めた期を変更履歴から読み込んでいます。")
  }

  func detail(_ model: Model) -> [DetailLine] {
    if let record = model.current { return Detail.lines(of: record, model) }
    let cycles = ComparedCycles(model, model.state)
    return [cycles.earlier, cycles.later].compactMap { cycle in
      guard let standing = model.standing(inCycle: cycle) else { return nil }
      let span = [standing.from, standing.to].map { $0?.text ?? model.glyphs[.absent] }
      return DetailLine(model.say(Words("Cycle \(cycle)", "第\(cycle)期")), span.joined(separator: " – "))
    }
  }
}
