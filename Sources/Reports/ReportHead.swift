import Domain
import Interface

extension ReportSource {
  /// A report's title and what stands under it: scope, parties, day, and what its reader may not see.
  func document(_ kind: ReportKind, _ parts: [Document.Part]) -> Document {
    let title = assessment.head.flatMap { assessment[$0, AssessmentRecord.title] } ?? ""
    return Document(
      language: language, title: say(kind.words) + ": " + title, subtitle: subtitle, parts: parts)
  }

  private var subtitle: [String] {
    let head = assessment.head
    let period = [AssessmentRecord.periodFrom, AssessmentRecord.periodTo].map { field in
      head.flatMap { assessment[$0, field]?.text } ?? ""
    }
    let cycle = say(Words("cycle \(assessment.cycle)", "第\(assessment.cycle)期"))
    let span = period.contains("") ? "" : " (" + period.joined(separator: " – ") + ")"
    let named = parties.prefix(Self.partiesNamed).map(party)
    let more = parties.count - named.count
    let rest = more > 0 ? [say(Words("and \(more) more", "他 \(more) 組織"))] : []
    return [
      pair(Words("Scope", "対象"), say(assessment.scope.words) + comma + cycle + span),
      pair(Words("Parties", "組織"), (named + rest).joined(separator: comma)),
      pair(Words("As of", "基準日"), today.text) + asItStood,
    ] + leftOut
  }

  private static let partiesNamed = 8

  private var asItStood: String {
    moment.map { say(Words(" (as it stood then: \($0.en))", "（当時の状態：\($0.ja)）")) } ?? ""
  }

  /// For whom it is and what that leaves out: how many records, and of which kinds.
  private var leftOut: [String] {
    guard let audience else { return [] }
    let count = hidden.values.reduce(0, +)
    let kinds = RecordKind.allCases.filter { hidden[$0] != nil }.map { say($0.description.words) }
    let line = pair(Words("For", "開示先"), party(audience))
    guard count > 0 else { return [line] }
    let names = joined(Array(kinds))
    return [
      line,
      say(Audience.leftOut(count)) + say(Words(": ", "：")) + names,
    ]
  }

  /// Exceptions that top management allows, listed in every report; nil when there are none.
  func waivers(isWide: Bool = false, besides hidden: Set<RecordID> = []) -> Document.Section? {
    let all = assessment.ids(.waiver).filter { !hidden.contains($0) }
    guard !all.isEmpty else { return nil }
    let columns = [
      column(Words("Rule", "規則"), 8), column(Words("Record", "対象"), 26), column(Words("Reason", "理由"), 36),
      column(Words("Approved by", "承認者"), 16), column(Words("Until", "期限"), 14),
    ]
    let rows = all.map { waiver in
      Document.Table.Row([
        Document.Table.Cell(assessment[waiver, Waiver.rule] ?? ""),
        Document.Table.Cell(
          assessment[waiver, Waiver.record].flatMap {
            assessment.exists($0) && !hidden.contains($0) ? name($0) : nil
          } ?? ""),
        Document.Table.Cell(lines: lines(waiver, Waiver.reason)),
        Document.Table.Cell(assessment[waiver, Waiver.approvedBy] ?? ""), until(waiver),
      ])
    }
    return section(
      Words("Exceptions allowed", "例外承認"), isWide: isWide, [.table(Document.Table("", columns, rows: rows))])
  }

  private func until(_ waiver: RecordID) -> Document.Table.Cell {
    guard let day = assessment[waiver, Waiver.until] else { return "" }
    return Document.Table.Cell(lines: [day.text, day < today ? say(Words("lapsed", "失効")) : ""])
  }
}
