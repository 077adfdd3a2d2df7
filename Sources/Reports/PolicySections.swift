import Domain

/// Each party's hierarchy of policy documents (規定体系).
struct PolicySections {
  let source: ReportSource

  private var assessment: Assessment { source.assessment }

  /// A section for each party that has documents.
  var sections: [Document.Section] {
    source.parties.compactMap { party in
      let own = assessment.ids(.policyDocument, of: party)
      guard !own.isEmpty else { return nil }
      return Document.Section(
        source.say(Words("Policy documents of ", "規定体系：")) + source.party(party),
        [.table(table(own))])
    }
  }

  private func table(_ documents: [RecordID]) -> Document.Table {
    let columns = [
      source.column(Words("No.", "番号"), 8), source.column(Words("Document", "文書"), 34),
      source.column(Words("Tier", "階層"), 14), source.column(Words("Owner", "管理責任者"), 14),
      source.column(Words("Version, status", "版・状態"), 14),
      source.column(Words("Approved, review", "承認・見直し"), 16),
    ]
    let rows = ordered(documents).map { document, depth in
      Document.Table.Row([
        Document.Table.Cell(assessment.label(of: document)),
        Document.Table.Cell(String(repeating: "\u{3000}", count: depth) + source.title(document)),
        Document.Table.Cell(source.text(document, PolicyDocument.tier) ?? ""),
        Document.Table.Cell(source.text(document, PolicyDocument.owner) ?? ""), state(document),
        approval(document),
      ])
    }
    return Document.Table("", columns, rows: rows)
  }

  private func state(_ document: RecordID) -> Document.Table.Cell {
    let newest = source.text(document, PolicyDocument.version)
    // While a revision is drafted, what was approved is the version before it.
    let isRevised = assessment.isRevised(document: document)
    let inForce = isRevised ? source.text(document, PolicyDocument.approvedVersion) ?? newest : newest
    let version = inForce.map { source.say(Words("version \($0)", "第\($0)版")) }
    let draft = isRevised ? self.draft(newest == inForce ? nil : newest) : ""
    let flaws = assessment.flaws(ofDocument: document, today: source.today).map { source.say($0.words) }
    return Document.Table.Cell(
      lines: [
        version ?? "", source.text(document, PolicyDocument.status) ?? "", draft, source.joined(flaws),
      ])
  }

  private func draft(_ version: String?) -> String {
    guard let version else { return source.say(Words("revision being drafted", "改訂中")) }
    return source.say(Words("version \(version) being drafted", "第\(version)版を起案中"))
  }

  private func approval(_ document: RecordID) -> Document.Table.Cell {
    let by = [PolicyDocument.approver].compactMap { source.text(document, $0) }
    let on = source.text(document, PolicyDocument.approvedOn)
    return Document.Table.Cell(
      lines: [
        by.first ?? "", on ?? "",
        source.labelled(document, PolicyDocument.reviewDue) ?? "",
      ])
  }

  /// Parents before children, each with how deep it stands; what hangs in a circle comes last.
  private func ordered(_ documents: [RecordID]) -> [(RecordID, Int)] {
    let members = Set(documents)
    let children = Dictionary(grouping: documents) { document in
      assessment[document, PolicyDocument.parent].flatMap { members.contains($0) ? $0 : nil }
    }
    var seen: Set<RecordID> = []
    var order: [(RecordID, Int)] = []
    // A stack of its own: nobody bounds how deep documents stand.
    var waiting = ((children[nil] ?? []) + documents).reversed().map { ($0, 0) }
    while let (document, depth) = waiting.popLast() {
      guard seen.insert(document).inserted else { continue }
      order.append((document, depth))
      waiting += (children[document] ?? []).reversed().map { ($0, min(depth + 1, 6)) }
    }
    return order
  }
}
