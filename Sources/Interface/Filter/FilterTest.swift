import Domain

/// One term of a filter with what it compares to made ready, so that asking it of a record makes nothing new.
struct FilterTest: Sendable {
  /// What a value is held against.
  enum Operand: Sendable {
    case empty
    case present
    case needle(Needle)
    /// The whole text, folded.
    case exact(String)
    case span(ClosedRange<Double>)
    /// Levels, by the criteria that they are under.
    case bands([RecordID: ClosedRange<Double>])
    case keys(Set<String>)
    case records(Set<RecordID>)
    case states(Set<RiskState>)
    case flag(Bool)
    case loss(property: String, level: Int?)
  }

  /// Nil for bare words, which may stand anywhere in the record.
  let aspect: Aspect?
  let comparison: FilterComparison
  /// Any of them will do.
  let operands: [Operand]
  let isNegated: Bool
  let today: Day

  func admits(_ id: RecordID, _ assessment: Assessment) -> Bool {
    operands.contains { holds($0, id, assessment) } != isNegated
  }

  private func holds(_ operand: Operand, _ id: RecordID, _ assessment: Assessment) -> Bool {
    guard let aspect else {
      if case .needle(let needle) = operand { return assessment.holds(needle, in: id) }
      return false
    }
    switch operand {
    case .empty: return !isPresent(aspect, id, assessment)
    case .present: return isPresent(aspect, id, assessment)
    case .needle(let needle): return holds(needle, aspect, id, assessment)
    case .exact(let text): return isExactly(text, aspect, id, assessment)
    case .span(let span): return number(aspect, id, assessment).map { comparison.holds($0, span) } ?? false
    case .bands(let spans): return stands(in: spans, aspect, id, assessment)
    case .keys(let keys): return self.keys(aspect, id, assessment).contains(where: keys.contains)
    case .records(let ids): return links(aspect, id, assessment, ids)
    case .states(let states): return states.contains(assessment.state(of: id, today: today))
    case .flag(let flag):
      return aspect.field.map { assessment.value(id, $0.key) == .flag(true) } == flag
    case .loss(let property, let level): return loses(property, level, aspect, id, assessment)
    }
  }

  private func isPresent(_ aspect: Aspect, _ id: RecordID, _ assessment: Assessment) -> Bool {
    switch aspect {
    case .label, .state: true
    case .party: assessment.party(of: id) != nil
    case .field(let field): assessment.value(id, field.key) != nil
    case .level(let kind): assessment.level(id, kind) != nil
    case .controls: !assessment.sources(of: id, via: ControlStatement.risks).isEmpty
    }
  }

  private func number(_ aspect: Aspect, _ id: RecordID, _ assessment: Assessment) -> Double? {
    switch aspect {
    case .label: return assessment.labelNumber(of: id).map(Double.init)
    case .level(let kind): return assessment.level(id, kind).map(Double.init)
    case .party, .state, .controls: return nil
    case .field(let field):
      switch assessment.value(id, field.key) {
      case .number(let number)?: return number
      case .integer(let integer)?: return Double(integer)
      case .day(let day)?: return Double(day.number)
      case .choice(let key)?:
        return field.type.options.firstIndex { $0.key == key }.map(Double.init)
      default: return nil
      }
    }
  }

  private func stands(
    in spans: [RecordID: ClosedRange<Double>], _ aspect: Aspect, _ id: RecordID, _ assessment: Assessment
  ) -> Bool {
    guard case .level(let kind) = aspect, let rating = assessment.rating(id, kind),
      let span = spans[rating.criteria],
      let level = assessment.method(rating.criteria)?.level(
        likelihood: rating.likelihood, consequence: rating.consequence)
    else { return false }
    return comparison.holds(Double(level), span)
  }

  private func holds(_ needle: Needle, _ aspect: Aspect, _ id: RecordID, _ assessment: Assessment) -> Bool {
    switch aspect {
    case .label: needle.isIn(assessment.label(of: id))
    case .field(let field):
      assessment.holds(needle, in: id, field.key) || isInTable(needle, field, id, assessment)
    case .party, .level, .state, .controls: false
    }
  }

  private func isInTable(
    _ needle: Needle, _ field: FieldDescription, _ id: RecordID, _ assessment: Assessment
  ) -> Bool {
    guard case .table(let rows)? = assessment.value(id, field.key) else { return false }
    return rows.contains { $0.contains { needle.isIn($0) } }
  }

  private func isExactly(_ text: String, _ aspect: Aspect, _ id: RecordID, _ assessment: Assessment) -> Bool {
    guard let field = aspect.field else { return TypedText.folded(assessment.label(of: id)) == text }
    switch assessment.value(id, field.key) {
    case .text(let own)?: return TypedText.folded(own) == text
    case .list(let own)?: return own.contains { TypedText.folded($0) == text }
    case .table(let rows)?: return rows.contains { $0.contains { TypedText.folded($0) == text } }
    default: return false
    }
  }

  private func keys(_ aspect: Aspect, _ id: RecordID, _ assessment: Assessment) -> [String] {
    guard let field = aspect.field else { return [] }
    switch assessment.value(id, field.key) {
    case .choice(let key)?: return [key]
    case .choices(let keys)?: return keys
    default: return []
    }
  }

  private func links(
    _ aspect: Aspect, _ id: RecordID, _ assessment: Assessment, _ wanted: Set<RecordID>
  ) -> Bool {
    switch aspect {
    case .party:
      // Joint records are of all whom they bind.
      return assessment.party(of: id).map(wanted.contains)
        ?? assessment.parties(boundBy: id).contains(where: wanted.contains)
    case .controls:
      return assessment.sources(of: id, via: ControlStatement.risks).contains(where: wanted.contains)
    case .label: return wanted.contains(id)
    case .level, .state: return false
    case .field(let field):
      switch assessment.value(id, field.key) {
      case .reference(let target)?: return wanted.contains(target)
      case .references(let targets)?: return targets.contains(where: wanted.contains)
      default: return false
      }
    }
  }

  private func loses(
    _ property: String, _ level: Int?, _ aspect: Aspect, _ id: RecordID, _ assessment: Assessment
  ) -> Bool {
    guard let field = aspect.field, case .table(let rows)? = assessment.value(id, field.key),
      let row = rows.first(where: { $0.first == property })
    else { return false }
    guard let level else { return true }
    guard row.count > 1, let own = Double(row[1]) else { return false }
    return comparison.holds(own, Double(level)...Double(level))
  }
}
