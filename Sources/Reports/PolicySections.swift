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
    let version = source.text(document, PolicyDocument.version).map {
      source.say(Words("version \($0)", "第\($0)版"))
    }
    let flaws = assessment.flaws(ofDocument: document, today: source.today).map { source.say($0.words) }
    return Document.Table.Cell(
      lines: [version ?? "", source.text(document, PolicyDocument.status) ?? "", source.joined(flaws)])
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
    func add(_ document: RecordID, _ depth: Int) {
      guard seen.insert(document).inserted else { return }
      order.append((document, depth))
      for child in children[document] ?? [] { add(child, min(depth + 1, 6)) }
    }
    for document in (children[nil] ?? []) + documents { add(document, 0) }
    return order
  }
}
