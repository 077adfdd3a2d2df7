import Canvas
import Domain

/// At the foot of the hierarchy, a line per party: how much its documents answer, and what is wrong with them.
struct PolicyFoot {
  let model: Model

  private static let linesAtMost = 3
  private static let bar = 6

  /// The parties told of; with many, the one at the cursor and its neighbours.
  private var parties: [Int] {
    let all = model.partyStanding.participants
    guard model.state.groups.count == all.count * 3 else { return [] }
    if let party = model.party { return all.firstIndex(of: party).map { [$0] } ?? [] }
    let count = model.size.rows < 30 ? 2 : Self.linesAtMost
    let own =
      model.state.current.flatMap { PolicyGap.isOne($0) ? PolicyGap.party($0, model) : owner($0) }
      .flatMap(all.firstIndex(of:)) ?? 0
    let first = max(0, min(own - 1, all.count - count))
    return Array(first..<min(all.count, first + count))
  }

  private func owner(_ row: Row) -> RecordID? {
    row.record.flatMap { model.assessment.party(of: $0) ?? $0 }
  }

  /// The first party told of: all follows from it.
  var anchor: Int? { parties.first }

  /// Lines it takes, the rule above them included; 0 when there is nothing to tell.
  var rows: Int {
    let count = model.state.rows.isEmpty ? 0 : parties.count
    return count == 0 ? 0 : count + 1
  }

  func draw(_ pen: inout Pen, in area: Rect) {
    guard area.rows > 1 else { return }
    pen.frame.rule(
      from: Point(column: area.column - 1, row: area.row), columns: area.columns + 2, glyphs: pen.glyphs)
    let parties = parties
    let all = model.partyStanding.participants
    let names = parties.map { model.shortName(of: all[$0]) }
    let width = min(16, names.map(DisplayWidth.width(of:)).max() ?? 0)
    for (offset, index) in parties.enumerated() {
      draw(index, names[offset], width, &pen, in: area.line(offset + 1).inset(columns: 2, rows: 0))
    }
  }

  private func draw(_ index: Int, _ name: String, _ width: Int, _ pen: inout Pen, in line: Rect) {
    let groups = model.state.groups
    let (wanted, open) = (groups[index * 3].count, groups[index * 3 + 1].count)
    pen.put(name, at: line.origin, role: .textStrong, width: width)
    var rest = line.splitLeft(width + 2).rest
    rest = count(
      Words("commitments ", "合意事項 "), "\(wanted - open)/\(wanted)", open == 0, &pen, in: rest)
    let clauses = model.state.notes.indices.contains(index) ? model.say(model.state.notes[index]) : ""
    rest = count(Words("clauses ", "箇条 "), clauses, nil, &pen, in: rest)
    pen.put(flaws(groups[index * 3 + 2], open, pen.glyphs), at: rest.origin, width: rest.columns)
  }

  /// A part counted out of a whole, with a bar; returns what is left of the line.
  private func count(_ words: Words, _ text: String, _ isWhole: Bool?, _ pen: inout Pen, in line: Rect)
    -> Rect
  {
    let numbers = text.split(separator: "/").compactMap { Double($0) }
    let share = numbers.count == 2 && numbers[1] > 0 ? numbers[0] / numbers[1] : 1
    let role: Role = isWhole.map { $0 ? .messageSuccess : .gateWarning } ?? .text
    let padded = text + String(repeating: " ", count: max(0, 6 - text.count))
    let used = pen.put(
      [
        (model.say(words), .textMuted), (padded, role),
        (
          line.columns > 90 - (model.language == .japanese ? 30 : 0)
            ? pen.glyphs.bar(share, width: Self.bar) + "  " : "", role
        ),
      ], at: line.origin, width: line.columns)
    return line.splitLeft(used + 1).rest
  }

  /// `! 2: review overdue 1, no document answers 1`
  private func flaws(_ documents: [RecordID], _ gaps: Int, _ glyphs: Glyphs) -> [(String, Role)] {
    let today = model.context.today
    var counts: [(Words, Int)] = []
    let found = documents.flatMap { model.assessment.flaws(ofDocument: $0, today: today) }
    for flaw in DocumentFlaw.allCases {
      let count = found.count { $0 == flaw }
      if count > 0 { counts.append((flaw.words, count)) }
    }
    if gaps > 0 { counts.append((PolicyGap.shortWords, gaps)) }
    guard !counts.isEmpty else {
      return [(glyphs[.check] + " " + model.say(Words("nothing amiss", "不備なし")), .messageSuccess)]
    }
    let text = counts.map { model.say($0.0) + " \($0.1)" }.joined(separator: " \(glyphs[.separator]) ")
    return [(glyphs[.severityWarning] + " ", .gateWarning), (text, .gateWarning)]
  }
}
