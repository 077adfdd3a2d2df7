package import Domain

/// A filter line, read once and then asked of many records: several terms, all of which must hold.
///
/// `owner:佐藤,田中 level>=high !status:accepted "lock-in"`. Links and bands in it are those of the assessment it
/// was read under; it is read anew whenever it is applied.
package struct Filter: Sendable {
  package let text: String
  let tests: [FilterTest]

  /// Reads a line.
  ///
  /// - Parameters:
  ///   - text: As typed, in either width and language; empty admits everything.
  ///   - kind: Of the records it will be asked of.
  ///   - party: Whose scales its steps stand on.
  ///   - assessment: Where names and scales are found.
  ///   - today: What `today` and a risk's status mean.
  /// - Throws: `FilterFault` with the column.
  package init(
    _ text: String, kind: RecordKind, party: RecordID?, assessment: Assessment, today: Day
  ) throws(FilterFault) {
    self.text = TypedText.line(text)
    let reader = FilterReader(
      line: FoldedLine(text), vocabulary: FilterVocabulary[kind], party: party, assessment: assessment,
      today: today)
    tests = try reader.tests()
  }

  /// The parties that any of its terms names.
  var parties: Set<RecordID> {
    tests.reduce(into: []) { named, test in
      guard test.aspect == .party, !test.isNegated else { return }
      for case .records(let ids) in test.operands { named.formUnion(ids) }
    }
  }

  /// Whether a record of its kind fits all terms.
  package func admits(_ record: RecordID, _ assessment: Assessment) -> Bool {
    tests.allSatisfy { $0.admits(record, assessment) }
  }

  /// Those of some records that fit, in their order.
  package func admitted(_ records: [RecordID], _ assessment: Assessment) -> [RecordID] {
    tests.isEmpty ? records : records.filter { admits($0, assessment) }
  }
}
