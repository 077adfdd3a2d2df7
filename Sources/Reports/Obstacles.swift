import Canvas
import Domain
import Interface

/// What stands between the phases begun and their agreement: a line for each rule and party, blockers first.
struct Obstacles {
  let source: ReportSource

  private static let linesShown = 40
  private static let labelsShown = 24
  private static let sentencesShown = 3

  private struct Key: Hashable {
    let phase: Phase
    let rule: String
    let severity: Severity
    let party: RecordID?
  }

  /// Nil when nothing does, and for one party's eyes: what it may not see would look like something missing.
  var section: Document.Section? {
    guard source.audience == nil else { return nil }
    let lines = self.lines
    guard !lines.isEmpty else { return nil }
    let columns = [
      source.column(Words("Phase", "局面"), 12), source.column(Words("Rule", "規則"), 8),
      source.column(Words("Weight", "区分"), 9), source.column(Words("Party", "組織"), 14),
      source.column(Words("What", "内容"), 57),
    ]
    let rows = lines.prefix(Self.linesShown).map { Document.Table.Row(cells($0, $1)) }
    let more = lines.count - Self.linesShown
    let rest = more > 0 ? [Document.Block.paragraph(source.say(Words("and \(more) more", "他 \(more)件")))] : []
    return source.section(
      Words("What stands in the way of agreement", "合意を妨げる事項"),
      [.table(Document.Table("", columns, rows: rows))] + rest)
  }

  private var lines: [(Key, [GateFinding])] {
    let phases = source.assessment.phases
    let parties = source.assessment.participants
    let begun = Phase.allCases.filter { phase in parties.contains { phases[$0, phase] != .notStarted } }
    let found = source.assessment.allGateFindings(phases: begun, source.context)
    var order: [Key] = []
    var lines: [Key: [GateFinding]] = [:]
    for finding in found where finding.severity != .waived {
      // Each party's own pace: what one has not begun keeps nobody's blockers back.
      if let party = finding.party, phases[party, finding.phase] == .notStarted { continue }
      let key = Key(
        phase: finding.phase, rule: finding.rule, severity: finding.severity, party: finding.party)
      if lines[key] == nil { order.append(key) }
      lines[key, default: []].append(finding)
    }
    let sorted = order.filter { $0.severity == .blocker } + order.filter { $0.severity != .blocker }
    return sorted.map { ($0, lines[$0] ?? []) }
  }

  private func cells(_ key: Key, _ findings: [GateFinding]) -> [Document.Table.Cell] {
    [
      Document.Table.Cell("\(key.phase.rawValue) " + source.say(key.phase.shortWords)),
      Document.Table.Cell(key.rule),
      Document.Table.Cell(
        source.say(key.severity.words), role: key.severity == .blocker ? .gateBlocker : .gateWarning),
      Document.Table.Cell(key.party.map(source.shortName) ?? ""), Document.Table.Cell(lines: told(findings)),
    ]
  }

  /// What the rule says of the first record, then which others it says the like of.
  private func told(_ findings: [GateFinding]) -> [String] {
    guard !findings.isEmpty else { return [] }
    let all = findings.map { finding in
      (finding.record.map { source.assessment.label(of: $0) } ?? "", source.say(finding.words))
    }
    let sentences = all.filter { $0.0 == all[0].0 }.prefix(Self.sentencesShown)
      .map { [$0.0, $0.1].filter { !$0.isEmpty }.joined(separator: " ") }
    let others = all.map(\.0).distinct().filter { $0 != all[0].0 }
    guard !others.isEmpty else { return Array(sentences) }
    let more = others.count - Self.labelsShown
    let end = more > 0 ? source.say(Words(", and \(more) more", "、他 \(more)件")) : ""
    let named = others.prefix(Self.labelsShown).joined(separator: source.comma) + end
    return sentences + [source.pair(Words("likewise", "同様"), named)]
  }
}
