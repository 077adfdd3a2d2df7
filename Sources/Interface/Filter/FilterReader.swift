import Domain

/// Reads the terms of a filter line against an assessment.
struct FilterReader {
  let line: FoldedLine
  let vocabulary: FilterVocabulary
  let party: RecordID?
  let assessment: Assessment
  let today: Day

  func tests() throws(FilterFault) -> [FilterTest] {
    var tests: [FilterTest] = []
    for term in FilterScanner(line: line, signs: Set(vocabulary.signs.keys)).terms() {
      tests.append(try test(term))
    }
    return tests
  }

  private func test(_ term: FilterScanner.Term) throws(FilterFault) -> FilterTest {
    guard let key = term.key else {
      guard let value = term.values.first else { throw fault(.nothingToNegate, term.start) }
      return FilterTest(
        aspect: nil, comparison: .contains, operands: [.needle(Needle(line.text(value.range)))],
        isNegated: term.isNegated, today: today)
    }
    guard let aspect = aspect(key) else {
      throw fault(.unknownKey(line.text(key), known: known), key.lowerBound)
    }
    guard !term.values.isEmpty else { throw fault(.noValue(aspect.words), term.end) }
    var operands: [FilterTest.Operand] = []
    for value in term.values { operands.append(try operand(value, aspect, term.comparison)) }
    return FilterTest(
      aspect: aspect, comparison: term.comparison, operands: operands,
      isNegated: term.isNegated != (term.comparison == .differs), today: today)
  }

  private func aspect(_ key: Range<Int>) -> Aspect? {
    if key.count == 1, let signed = vocabulary.signs[line.folded[key.lowerBound]] { return signed }
    return vocabulary.aspect(String(line.folded[key]))
  }

  /// Some that people ask for most.
  private var known: [Words] {
    vocabulary.aspects.filter { $0.isComputed || $0.field?.tokens.isEmpty == false }.prefix(8).map {
      Words(vocabulary.spelling(of: $0, .english), vocabulary.spelling(of: $0, .japanese))
    }
  }

  private func fault(_ reason: FilterFault.Reason, _ position: Int) -> FilterFault {
    FilterFault(column: line.place(position) + 1, reason: reason)
  }

  // MARK: Values

  private func operand(
    _ value: FilterScanner.Value, _ aspect: Aspect, _ comparison: FilterComparison
  ) throws(FilterFault) -> FilterTest.Operand {
    let text = line.text(value.range)
    if !value.isQuoted, !comparison.isOrder, let presence = Self.presence(text) { return presence }
    do throws(FilterFault.Reason) {
      let reading = FilterOperandReading(
        aspect: aspect, comparison: comparison, party: party, assessment: assessment, today: today)
      return try reading.operand(text)
    } catch {
      throw fault(error, value.range.lowerBound)
    }
  }

  private static func presence(_ text: String) -> FilterTest.Operand? {
    switch TypedText.folded(text) {
    case "-", "none", "empty", "なし", "無し", "空", "空欄": .empty
    case "*", "any", "あり", "有り": .present
    default: nil
    }
  }
}
