import Domain

/// The stories by which one party's risk source becomes another party's event (リスクの連携).
struct ChainSections {
  let source: ReportSource

  private var assessment: Assessment { source.assessment }

  /// One section with a table for each chain; none without chains.
  var sections: [Document.Section] {
    let chains = assessment.ids(.riskChain)
    guard !chains.isEmpty else { return [] }
    return [
      Document.Section(
        source.say(Words("Linked risks", "リスクの連携")),
        chains.flatMap { chain -> [Document.Block] in
          let object = source.labelled(chain, RiskChain.objectAssessed).map { [Document.Block.paragraph($0)] }
          return [.subheading(source.name(chain))] + (object ?? []) + [.table(table(chain))]
        })
    ]
  }

  private func table(_ chain: RecordID) -> Document.Table {
    let steps = assessment.steps(of: chain).filter(assessment.exists)
    return Document.Table(
      "",
      [
        source.column(Words("Step", "段"), 7), source.column(Words("Party", "組織"), 16),
        source.column(Words("Event", "事象"), 29), source.column(Words("Risk", "リスク"), 24),
        source.column(Words("Who is told, when, how", "連絡先・時期・手段"), 24),
      ],
      rows: steps.enumerated().map { place, step in
        Document.Table.Row([
          Document.Table.Cell(String(place + 1)),
          Document.Table.Cell(assessment.party(of: step).map { source.party($0) } ?? ""),
          Document.Table.Cell(source.title(step)),
          Document.Table.Cell(
            lines: assessment[step, ChainStep.risk].map { risk in
              [source.name(risk)] + source.level(risk).lines.prefix(1)
            } ?? []),
          Document.Table.Cell(
            lines: [ChainStep.told, ChainStep.toldOn, ChainStep.toldHow].map { source.text(step, $0) ?? "" }),
        ])
      })
  }
}
