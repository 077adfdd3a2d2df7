import Canvas
import Domain
import Interface

/// The cascade of objectives (目的の展開) per party, as a picture and as a table, and how they stand together.
struct ObjectiveSections {
  let source: ReportSource

  private var assessment: Assessment { source.assessment }

  /// A section for each party that has objectives.
  func sections(_ pictures: inout ReportPictures) -> [Document.Section] {
    var sections: [Document.Section] = []
    for party in source.parties {
      let own = assessment.ids(.objective, of: party)
      guard !own.isEmpty else { continue }
      let figure = pictures.cascade(of: party).map { frame in
        [Document.Block.figure(Document.Figure(caption(party), frame))]
      }
      sections.append(
        Document.Section(
          source.say(Words("Objectives of ", "目的：")) + source.party(party),
          (figure ?? []) + [.table(table(own, party))]))
    }
    return sections
  }

  private func caption(_ party: RecordID) -> String {
    source.say(Words("Cascade of objectives", "目的の展開")) + " " + source.party(party)
  }

  // MARK: The table

  private func table(_ objectives: [RecordID], _ party: RecordID) -> Document.Table {
    let columns = [
      source.column(Words("No.", "番号"), 7), source.column(Words("Objective", "目的"), 24),
      source.column(Words("Owner", "責任者"), 12), source.column(Words("Measure", "測定量"), 16),
      source.column(Words("Base", "基準"), 8, isNumber: true),
      source.column(Words("Now", "現在"), 8, isNumber: true),
      source.column(Words("Target", "目標"), 11), source.column(Words("Due", "期限"), 12),
      source.column(Words("Standing", "状況"), 10),
    ]
    return Document.Table(
      source.say(Words("Objectives, targets, achievement", "目的・目標値・達成状況")), columns,
      rowCount: objectives.count
    ) { Document.Table.Row(cells(objectives[$0])) }
  }

  private func cells(_ objective: RecordID) -> [Document.Table.Cell] {
    let found = assessment.achievement(of: objective, today: source.today)
    let above = assessment[objective, Objective.parent].map {
      source.say(Words("under ", "上位 ")) + assessment.label(of: $0)
    }
    return [
      Document.Table.Cell(assessment.label(of: objective)),
      Document.Table.Cell(lines: [source.title(objective), above ?? ""]),
      Document.Table.Cell(source.text(objective, Objective.owner) ?? ""), measure(objective),
      Document.Table.Cell(found.base?.short ?? ""), Document.Table.Cell(found.value?.short ?? ""),
      Document.Table.Cell(lines: goal(objective, found)),
      Document.Table.Cell(source.text(objective, Objective.due) ?? ""),
      Document.Table.Cell(source.say(found.words), role: found.status.role),
    ]
  }

  private func measure(_ objective: RecordID) -> Document.Table.Cell {
    if let reason = source.labelled(objective, Objective.notMeasurableReason) {
      return Document.Table.Cell(lines: [source.text(objective, Objective.measure) ?? "", reason])
    }
    let unit = source.text(objective, Objective.measureUnit).map { source.say(Words(" (\($0))", "（\($0)）")) }
    return Document.Table.Cell((source.text(objective, Objective.measure) ?? "") + (unit ?? ""))
  }

  /// As a number with its comparison, and behind it a relative target as it was set.
  private func goal(_ objective: RecordID, _ found: Achievement) -> [String] {
    let set = assessment[objective, Objective.interimTarget] ?? assessment[objective, Objective.target]
    guard let goal = found.target?.number?.short ?? set else { return [] }
    let relative = assessment.targets(of: objective).first(where: \.isRelative)
    return [
      assessment[objective, Objective.comparison]?.short(goal, unit: nil, source.language) ?? goal,
      relative.map { "(" + $0.text + ")" } ?? "",
      found.finalTarget?.number.map { source.pair(Words("in the end", "最終"), $0.short) } ?? "",
    ]
  }

  // MARK: Pairs

  /// Which objectives of customer and provider belong together, and what each contributes; nil without any.
  var pairs: Document.Section? {
    let all = assessment.ids(.objectivePair)
    guard !all.isEmpty else { return nil }
    let columns = [
      source.column(Words("Customer's objective", "CSC の目的"), 25),
      source.column(Words("Contributes", "CSC の分担"), 25),
      source.column(Words("Provider's objective", "CSP の目的"), 25),
      source.column(Words("Contributes", "CSP の分担"), 25),
    ]
    let rows = all.map { pair in
      Document.Table.Row([
        Document.Table.Cell(assessment[pair, ObjectivePair.customerObjective].map(source.name) ?? ""),
        Document.Table.Cell(lines: source.lines(pair, ObjectivePair.customerShare)),
        Document.Table.Cell(assessment[pair, ObjectivePair.providerObjective].map(source.name) ?? ""),
        Document.Table.Cell(lines: source.lines(pair, ObjectivePair.providerShare)),
      ])
    }
    return source.section(
      Words("Objectives that belong together", "目的の対"), [.table(Document.Table("", columns, rows: rows))])
  }
}
