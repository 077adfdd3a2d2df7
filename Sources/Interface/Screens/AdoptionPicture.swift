import Canvas
import Domain

/// The lines of the grid of rules × organisations: made once for a frame, and not copied from line to line.
final class AdoptionPicture: Sendable {
  let plan: AdoptionPlan
  private let sheet: AdoptionSheet
  /// Those that have columns.
  private let parties: [RecordID]
  /// The places in the sheet of the columns seen.
  private let columns: [Int?]
  private let model: Model

  init(_ sheet: AdoptionSheet, _ parties: [RecordID], _ model: Model, in line: Rect) {
    plan = AdoptionPlan(line, parties.count, model.state)
    self.sheet = sheet
    self.parties = parties
    self.model = model
    columns = parties[plan.window.indices].map(sheet.column)
  }

  func drawHead(_ pen: inout Pen, in area: Rect) {
    let (above, below) = (area.line(0), area.line(1))
    pen.put(Words("Rule", "使用ルール"), at: below.origin.moved(columns: 6), role: .header)
    pen.putRight(
      plan.window.beyond(pen.glyphs), at: plan.rule.origin, width: plan.rule.columns + plan.sums.columns - 2,
      role: .textMuted)
    drawSumHeads(&pen, in: below)
    for column in plan.window.indices {
      let isHere = column == model.state.column
      let place = plan.window.place(column, in: above)
      pen.put(
        model.assessment.label(of: parties[column]).uppercased(), at: place.origin,
        role: isHere ? .title : .header, width: place.columns)
      let name = plan.window.place(column, in: below)
      pen.put(
        model.assessment[parties[column], Party.name] ?? "", at: name.origin,
        role: isHere ? .text : .textMuted, width: name.columns)
    }
  }

  private func drawSumHeads(_ pen: inout Pen, in line: Rect) {
    guard plan.isFull else {
      pen.putRight(
        model.say(RuleStand.adopted.words), at: Point(column: plan.sums.column, row: line.row),
        width: plan.sums.columns - 2, role: .header)
      return
    }
    for (index, stand) in RuleStand.allCases.enumerated() {
      pen.putRight(
        pen.glyphs[stand.look.glyph], at: sum(index, line), width: AdoptionPlan.sum - 1,
        role: stand.look.role)
    }
  }

  private func sum(_ index: Int, _ line: Rect) -> Point {
    Point(column: plan.sums.column + index * AdoptionPlan.sum, row: line.row)
  }

  func draw(_ rule: RecordID, _ pen: inout Pen, in line: Rect) {
    let assessment = model.assessment
    let kind = assessment[rule, Commitment.kind]
    pen.put(assessment.label(of: rule), at: line.origin, role: .textMuted, width: 5)
    if let short = kind?.short {
      pen.put(short, at: line.origin.moved(columns: 6), role: .textMuted, width: 5)
    }
    pen.put(
      assessment.title(of: rule) ?? pen.glyphs[.absent], at: line.origin.moved(columns: 12),
      width: plan.rule.columns - 13)
    guard let place = sheet.line(of: rule) else { return }
    draw(sheet.sums(ofLine: place), &pen, in: line)
    for (column, known) in zip(plan.window.indices, columns) {
      guard let known, case .answer(let answer) = sheet.cell(line: place, column: known) else { continue }
      let look = AnswerLook(answer, to: kind)
      let place = plan.window.place(column, in: line)
      pen.put(
        pen.glyphs[look.glyph] + " " + model.say(look.short), at: place.origin, role: look.role,
        width: place.columns)
    }
  }

  private func draw(_ sums: AdoptionSheet.Sums, _ pen: inout Pen, in line: Rect) {
    guard plan.isFull else {
      pen.putRight(
        "\(sums[.adopted])/\(sums.total)", at: Point(column: plan.sums.column, row: line.row),
        width: plan.sums.columns - 2, role: sums[.open] == 0 ? .textMuted : .gateWarning)
      return
    }
    for (index, stand) in RuleStand.allCases.enumerated() {
      let count = sums[stand]
      pen.putRight(
        count == 0 ? pen.glyphs[.separator] : String(count), at: sum(index, line),
        width: AdoptionPlan.sum - 1, role: count > 0 && stand == .open ? .gateWarning : .textMuted)
    }
  }

  /// One stand over all rules: of all organisations together, and of each.
  func drawSums(_ stand: RuleStand, _ pen: inout Pen, in line: Rect) {
    let words = pen.glyphs[stand.look.glyph] + " " + model.say(stand.words)
    pen.put(words, at: line.origin.moved(columns: 6), role: stand.look.role, width: plan.rule.columns - 7)
    pen.putRight(
      String(sheet.sums[stand]), at: Point(column: plan.sums.column, row: line.row),
      width: plan.sums.columns - 2, role: .textMuted)
    for column in plan.window.indices {
      let count = sheet.sums(ofParty: parties[column])[stand]
      let place = plan.window.place(column, in: line)
      pen.putRight(
        count == 0 ? pen.glyphs[.separator] : String(count), at: place.origin, width: 5,
        role: count > 0 && stand == .open ? .gateWarning : .textMuted)
    }
  }

  /// The rule with its issuer and edition; below, the organisation with its answer, why and until when.
  func drawCell(_ rule: RecordID, _ party: RecordID, _ pen: inout Pen, in area: Rect) {
    let assessment = model.assessment
    let kind = assessment[rule, Commitment.kind]
    let source = [assessment[rule, Commitment.issuer], assessment[rule, Commitment.edition]].compactMap(
      \.self)
    let first: [(String, Role)] = [
      (assessment.label(of: rule) + " ", .textMuted), (assessment.title(of: rule) ?? "", .textStrong),
      ("   " + [kind.map { model.say($0.words) } ?? ""].joined(), .textMuted),
      ("   " + source.joined(separator: ", "), .text),
    ]
    pen.put(first, at: area.line(0).origin, width: area.columns)
    var second: [(String, Role)] = [(model.name(of: party) + "   ", .textStrong)]
    if sheet.binds(rule, party) {
      let look = AnswerLook(assessment[rule, Commitment.answer, party], to: kind)
      second.append((pen.glyphs[look.glyph] + " " + model.say(look.words), look.role))
      second += AnswerWords.runs(rule, party, model)
    } else {
      second.append((model.say(Words("not bound by it", "対象外（拘束されない）")), .textMuted))
    }
    pen.put(second, at: area.line(1).origin, width: area.columns)
  }
}

/// What a party said besides its answer, for one line.
enum AnswerWords {
  static func runs(_ clause: RecordID, _ party: RecordID, _ model: Model) -> [(String, Role)] {
    let assessment = model.assessment
    let today = model.context.today
    var runs: [(String, Role)] = []
    if let reason = assessment[clause, Commitment.answerReason, party] {
      runs.append(("   " + reason, .text))
    }
    if let due = assessment[clause, Commitment.answerDue, party] {
      let words = model.say(Words("until ", "期限 "))
      runs.append(("   " + words + due.short(seenFrom: today), due < today ? .gateBlocker : .textMuted))
    }
    if let on = assessment[clause, Commitment.answeredOn, party] {
      runs.append(("   " + model.say(Words("on ", "回答 ")) + on.short(seenFrom: today), .textMuted))
    }
    return runs
  }
}

extension RuleStand {
  /// As sums name it.
  var words: Words {
    switch self {
    case .adopted: Words("adopted", "採用")
    case .partly: Words("partly", "一部採用")
    case .notAdopted: Words("not adopted", "採用せず")
    case .notApplicable: Words("n/a", "適用外")
    case .open: Words("open", "未回答")
    }
  }

  /// Sign and colour, the same as the answers it stands for.
  var look: AnswerLook {
    switch self {
    case .adopted: AnswerLook(.accepted, to: .guideline)
    case .partly: AnswerLook(.acceptedWithReservation, to: .guideline)
    case .notAdopted: AnswerLook(.notAdopted, to: .guideline)
    case .notApplicable: AnswerLook(.notApplicable, to: .guideline)
    case .open: AnswerLook(nil, to: .guideline)
    }
  }
}

extension CommitmentKind {
  /// For a narrow column.
  var short: Words {
    switch self {
    case .serviceScope: Words("scope", "範囲")
    case .serviceLevel: Words("level", "水準")
    case .responsibility: Words("role", "役割")
    case .disclosure: Words("audit", "提供")
    case .law: Words("law", "法律")
    case .regulation: Words("reg.", "規則")
    case .internationalStandard: Words("std.", "標準")
    case .guideline: Words("guide", "指針")
    case .interestedPartyRequirement: Words("need", "要求")
    }
  }
}
