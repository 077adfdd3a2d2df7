import Domain
import Testing

@Suite("Gate rules")
struct GateRulesTests {
  /// The table of conditions of agreement, rule by rule.
  static let table =
    (1...9).map { "A\($0)" } + (1...6).map { "P\($0)" } + (1...8).map { "O\($0)" } + (1...10).map { "R\($0)" }
    + (1...9).map { "C\($0)" } + (1...9).map { "M\($0)" }

  @Test("every rule of the table is there, in order, and none besides")
  func tableIsComplete() {
    #expect(GateRules.all.map(\.id) == Self.table)
  }

  @Test("every rule has a record that meets it and one that does not", arguments: table)
  func everyRuleHasACase(_ rule: String) {
    #expect(GateCase.all.contains { $0.rule == rule })
  }

  @Test("a record that meets the rule is let pass, one that does not is found", arguments: GateCase.all)
  func casesHold(_ sample: GateCase) throws {
    var room = try Room(sample.scope)
    let (good, bad) = try sample.build(&room)
    let found = room.findings(sample.rule)
    #expect(!found.contains { $0.record == good }, "\(found.map(\.words.en))")
    let faults = found.filter { $0.record == bad }
    #expect(!faults.isEmpty)
    let charged: RecordID? =
      switch sample.charged {
      case .csc: room.csc
      case .csp: room.csp
      case .joint: nil
      }
    #expect(faults.contains { $0.party == charged && $0.severity == sample.severity }, "\(faults)")
    for fault in faults {
      #expect(!fault.words.en.isEmpty && !fault.words.ja.isEmpty)
      #expect(fault.words.en != fault.words.ja)
    }
  }

  @Test("only four rules cannot be waived")
  func waivableRules() {
    #expect(GateRules.all.filter { !$0.isWaivable }.map(\.id) == ["A1", "P1", "M3", "M6"])
  }
}
