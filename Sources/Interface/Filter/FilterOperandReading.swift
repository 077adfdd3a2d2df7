import Domain

/// Reads what stands behind a comparison, by what the aspect holds.
struct FilterOperandReading {
  let aspect: Aspect
  let comparison: FilterComparison
  let party: RecordID?
  let assessment: Assessment
  let today: Day

  typealias Operand = FilterTest.Operand

  func operand(_ text: String) throws(FilterFault.Reason) -> Operand {
    switch aspect {
    case .label: try label(text)
    case .party:
      try unordered(
        .records([try reading { () throws(FieldProblem) in try PartyReading.party(text, assessment) }]))
    case .level: try level(text)
    case .state: try unordered(.states(try states(text)))
    case .controls: try unordered(.records(statements(text)))
    case .field(let field): try value(text, field)
    }
  }

  /// A value of which there is neither more nor less.
  private func unordered(_ operand: Operand) throws(FilterFault.Reason) -> Operand {
    if comparison.isOrder { throw .noOrder(aspect.words) }
    return operand
  }

  /// A value that is no text to look into.
  private func measured(_ operand: Operand) throws(FilterFault.Reason) -> Operand {
    if comparison == .contains { throw .noText(aspect.words) }
    return operand
  }

  private func reading<Read>(_ read: () throws(FieldProblem) -> Read) throws(FilterFault.Reason) -> Read {
    do throws(FieldProblem) {
      return try read()
    } catch {
      throw .value(aspect.words, error)
    }
  }

  // MARK: What follows from fields

  private func label(_ text: String) throws(FilterFault.Reason) -> Operand {
    if comparison == .contains { return .needle(Needle(TypedText.token(text))) }
    let token = TypedText.token(text)
    if let id = assessment.record(labelled: token) {
      guard comparison.isOrder, let number = assessment.labelNumber(of: id) else { return .records([id]) }
      return .span(Double(number)...Double(number))
    }
    let digits = token.drop { !$0.isNumber }
    guard let number = UInt32(digits) else { throw .value(aspect.words, .notANumber(TypedText.line(text))) }
    return .span(Double(number)...Double(number))
  }

  /// A number, or a band of any criteria by its name; risks under other criteria are held against theirs.
  private func level(_ text: String) throws(FilterFault.Reason) -> Operand {
    let wanted = TypedText.folded(text)
    if let number = Double(wanted) { return try measured(.span(number...number)) }
    if !comparison.isOrder, ["unrated", "未評価"].contains(where: { $0.hasPrefix(wanted) }) { return .empty }
    var spans: [RecordID: ClosedRange<Double>] = [:]
    for criteria in assessment.ids(.riskCriteria) {
      guard let method = assessment.method(criteria), let band = Self.band(wanted, method) else { continue }
      let low = band == 0 ? -Double.infinity : Double(method.bands[band].from)
      let isHighest = band == method.bands.count - 1
      spans[criteria] = low...(isHighest ? .infinity : Double(method.bands[band + 1].from) - 1)
    }
    guard !spans.isEmpty else {
      let bands = Scales.method(for: party, assessment)?.bands.map(\.label) ?? []
      throw .value(aspect.words, .unknownChoice(TypedText.line(text), options: bands))
    }
    return try measured(.bands(spans))
  }

  /// By the whole name in either language, else by its start.
  private static func band(_ wanted: String, _ method: CriteriaMethod) -> Int? {
    let names = method.bands.map { [TypedText.folded($0.label.ja), TypedText.folded($0.label.en)] }
    return names.firstIndex { $0.contains(wanted) }
      ?? names.firstIndex { $0.contains { !wanted.isEmpty && $0.hasPrefix(wanted) } }
  }

  private func states(_ text: String) throws(FilterFault.Reason) -> Set<RiskState> {
    let groups: [(Set<String>, (RiskState) -> Bool)] = [
      (["open", "未完了", "未完", "要対応"], { $0.isOpen }), (["closed", "完了", "対応済"], { !$0.isOpen }),
    ]
    let wanted = TypedText.folded(text)
    if let group = groups.first(where: { $0.0.contains(wanted) }) {
      return Set(RiskState.allCases.filter(group.1))
    }
    let options = RiskState.allCases.map { ChoiceOption($0.rawValue, $0.words) }
    let key = try reading { () throws(FieldProblem) in try ChoiceReading.key(text, options) }
    return Set(RiskState(rawValue: key).map { [$0] } ?? [])
  }

  /// Statements by the control's number or a part of their label.
  private func statements(_ text: String) -> Set<RecordID> {
    let wanted = TypedText.folded(text)
    let needle = Needle(wanted)
    return Set(
      assessment.ids(.controlStatement).filter { id in
        let number = assessment[id, ControlStatement.control]?.lowercased() ?? ""
        return number == wanted || "a." + number == wanted
          || wanted.contains("-") && needle.isIn(assessment.label(of: id))
      })
  }

  // MARK: Fields

  private func value(_ text: String, _ field: FieldDescription) throws(FilterFault.Reason) -> Operand {
    switch field.type {
    case .text, .longText, .list, .table, .target:
      guard comparison == .equals || comparison == .differs else {
        return try unordered(.needle(Needle(TypedText.line(text))))
      }
      return .exact(TypedText.folded(text))
    case .number, .integer:
      let number = try reading { () throws(FieldProblem) in try ValueReading.number(TypedText.token(text)) }
      return try measured(.span(number...number))
    case .step(let axis):
      let method = Scales.method(for: party, assessment)
      let step = try reading { () throws(FieldProblem) in try Scales.step(text, axis, method) }
      return try measured(.span(Double(step)...Double(step)))
    case .day: return try measured(.span(try days(text)))
    case .flag: return try flag(text, field)
    case .choice(let options), .choices(let options): return try choice(text, options)
    case .reference(let kinds), .references(let kinds): return try unordered(.records(records(text, kinds)))
    case .loss: return try loss(text)
    }
  }

  private func choice(_ text: String, _ options: [ChoiceOption]) throws(FilterFault.Reason) -> Operand {
    let wanted = TypedText.folded(text)
    if comparison == .contains {
      let fitting = options.filter { ChoiceReading.names($0).contains { $0.contains(wanted) } }
      return .keys(Set(fitting.map(\.key)))
    }
    let key = try reading { () throws(FieldProblem) in try ChoiceReading.key(text, options) }
    guard comparison.isOrder else { return .keys([key]) }
    let place = Double(options.firstIndex { $0.key == key } ?? 0)
    return .span(place...place)
  }

  private func flag(_ text: String, _ field: FieldDescription) throws(FilterFault.Reason) -> Operand {
    var reading = ValueReading(
      party: party, assessment: assessment, today: nil, newcomers: Newcomers(pending: 1))
    let value = try self.reading { () throws(FieldProblem) in try reading.value(text, field) }
    return try unordered(.flag(value == .flag(true)))
  }

  /// A day, a whole month where only that is given, or today.
  private func days(_ text: String) throws(FilterFault.Reason) -> ClosedRange<Double> {
    let token = TypedText.token(text)
    if ["today", "今日", "本日"].contains(token.lowercased()) {
      return Double(today.number)...Double(today.number)
    }
    let last = try reading { () throws(FieldProblem) in try ValueReading.day(token) }
    let isMonth = token.split(whereSeparator: { "-/.年月".contains($0) }).count < 3
    let first = isMonth ? last.number - last.parts.day + 1 : last.number
    return Double(first)...Double(last.number)
  }

  private func loss(_ text: String) throws(FilterFault.Reason) -> Operand {
    let method = Scales.method(for: party, assessment)
    let rows = try reading { () throws(FieldProblem) in try Scales.loss(text, method) }
    guard let row = rows.first, let property = row.first else {
      throw .value(aspect.words, .notALoss(TypedText.line(text), properties: []))
    }
    return try measured(.loss(property: property, level: row.count > 1 ? Int(row[1]) : nil))
  }

  /// The record of that label, else all whose name holds the text; with `=` those that are called just so.
  private func records(_ text: String, _ kinds: [RecordKind]) -> Set<RecordID> {
    let links = LinkReading(kinds: kinds, party: nil, assessment: assessment)
    let token = TypedText.token(text)
    let isLabel = assessment.record(labelled: token) != nil || token.contains("@")
    if isLabel || kinds.count == 1 && token.allSatisfy(\.isNumber), let id = links.exact(text) { return [id] }
    let wanted = TypedText.folded(text)
    let needle = Needle(TypedText.line(text))
    let isWhole = comparison == .equals || comparison == .differs
    let named = kinds.flatMap { assessment.ids($0) }.filter { id in
      guard let title = assessment.title(of: id) else { return false }
      return isWhole
        ? TypedText.folded(title) == wanted : needle.isIn(title) || TypedText.folded(title).contains(wanted)
    }
    return Set(named).union(links.exact(text).map { [$0] } ?? [])
  }
}
