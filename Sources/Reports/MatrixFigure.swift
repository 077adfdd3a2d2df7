import Canvas
import Domain
import Interface

/// The risk matrix as a picture, and as a table where there are no pictures.
struct MatrixFigure {
  let source: ReportSource
  /// Whose risks; nil for those of all.
  let party: RecordID?

  private static let labelsInCell = 8

  private var assessment: Assessment { source.assessment }

  /// Nothing without criteria.
  func block(_ kind: RatingKind, _ pictures: inout ReportPictures) -> [Document.Block] {
    guard let frame = pictures.matrix(of: party, kind), let instead = instead(kind) else { return [] }
    return [.figure(Document.Figure(caption(kind), frame, instead: instead))]
  }

  private func caption(_ kind: RatingKind) -> String {
    let whose = party.map { source.party($0) } ?? source.say(Words("all parties", "全組織"))
    return source.say(Words("Risk matrix", "リスクマトリックス")) + " " + whose + source.say(Words(", ", "・"))
      + source.say(kind.words)
  }

  /// From the highest likelihood down; each cell with its level, band and risks. Below it how many risks are left out,
  /// rated under criteria that do not lead to these.
  private func instead(_ kind: RatingKind) -> [Document.Block]? {
    guard let criteria = assessment.criteriaInForce(for: party), let method = assessment.method(criteria)
    else { return nil }
    let (cells, leftOut) = sorted(kind, criteria)
    let columns =
      [source.column(Words("Likelihood", "起こりやすさ"))]
      + method.consequence.enumerated().map {
        Document.Table.Column("\($0 + 1) " + source.say($1.label))
      }
    let rows = method.likelihood.indices.reversed().map { l in
      Document.Table.Row(
        [Document.Table.Cell("\(l + 1) " + source.say(method.likelihood[l].label))]
          + method.consequence.indices.map { c in
            let level = method.cells[l][c]
            return Document.Table.Cell(
              lines: ["\(level) " + source.say(method.band(level).label), labels(cells[[l, c]] ?? [])],
              role: .riskLevel(method.bandIndex(level), of: method.bands.count))
          })
    }
    let note = Words("Left out, rated under other criteria: \(leftOut)", "他の基準で評価したため除いたリスク: \(leftOut)件")
    return [.table(Document.Table(caption(kind), columns, rows: rows))]
      + (leftOut > 0 ? [.paragraph(source.say(note))] : [])
  }

  private func sorted(_ kind: RatingKind, _ criteria: RecordID) -> (cells: [[Int]: [RecordID]], leftOut: Int)
  {
    var translator = RatingTranslator(to: criteria, assessment)
    var cells: [[Int]: [RecordID]] = [:]
    var leftOut = 0
    for risk in party.map({ assessment.ids(.risk, of: $0) }) ?? assessment.ids(.risk) {
      guard let rating = assessment.rating(risk, kind) else { continue }
      guard let here = translator.translated(rating) else {
        leftOut += 1
        continue
      }
      cells[[here.likelihood - 1, here.consequence - 1], default: []].append(risk)
    }
    return (cells, leftOut)
  }

  private func labels(_ risks: [RecordID]) -> String {
    let more = risks.count - Self.labelsInCell
    return (risks.prefix(Self.labelsInCell).map(assessment.label(of:)) + (more > 0 ? ["+\(more)"] : []))
      .joined(separator: " ")
  }
}
