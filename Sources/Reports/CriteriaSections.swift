import Canvas
import Domain

/// What risks are rated by: scales, bands, acceptance line, and who agreed to them.
struct CriteriaSections {
  let source: ReportSource

  private var assessment: Assessment { source.assessment }

  /// A section for each criteria that some party rates under now.
  var sections: [Document.Section] {
    let inForce = (source.parties.map(Optional.some) + [RecordID?.none])
      .compactMap { assessment.criteriaInForce(for: $0) }.distinct()
    return inForce.compactMap { criteria in
      assessment.method(criteria).map { section(criteria, $0) }
    }
  }

  private func section(_ criteria: RecordID, _ method: CriteriaMethod) -> Document.Section {
    let whose = assessment.party(of: criteria).map { source.party($0) }
    let title = source.say(Words("Risk criteria", "リスク基準")) + " " + source.name(criteria)
    return Document.Section(
      title,
      [
        .facts(facts(criteria, method, whose)),
        .table(scale(Risk.likelihood.field.words, method.likelihood)),
        .table(scale(Risk.consequenceStep.field.words, method.consequence)), .table(bands(method)),
      ])
  }

  private func facts(_ criteria: RecordID, _ method: CriteriaMethod, _ whose: String?) -> [Document.Fact] {
    let agreed = assessment.parties(boundBy: criteria).compactMap { party -> String? in
      guard let by = assessment[criteria, RiskCriteria.agreedBy, party] else { return nil }
      let on = assessment[criteria, RiskCriteria.agreedOn, party].map { " " + $0.text } ?? ""
      return source.shortName(party) + " " + by + on
    }
    let joint = source.say(Words("joint", "共通"))
    let properties = method.properties.map { $0.key + " " + source.say($0.label) }
    let losses = method.lossScale.enumerated().map { "\($0 + 1) " + source.say($1) }
    return [
      Document.Fact(source.say(Words("Whose", "対象組織")), whose ?? joint),
      source.fact(criteria, RiskCriteria.version),
      Document.Fact(source.say(Words("Agreed", "合意")), source.joined(agreed)),
      Document.Fact(
        source.say(Words("Acceptance", "受容")),
        source.say(Words("below level \(method.acceptanceLine)", "レベル \(method.acceptanceLine) 未満を受容"))),
      Document.Fact(source.say(Words("What can be lost", "喪失し得る特性")), source.joined(properties)),
      Document.Fact(source.say(Words("Scale of loss", "喪失の尺度")), source.joined(losses)),
    ].compactMap(\.self).filter { !$0.text.isEmpty }
  }

  private func scale(_ words: Words, _ steps: [ScaleStep]) -> Document.Table {
    Document.Table(
      source.say(words),
      [
        source.column(Words("Step", "段階"), 8), source.column(Words("Name", "名称"), 26),
        source.column(Words("Meaning", "意味"), 66),
      ],
      rows: steps.indices.reversed().map { place in
        Document.Table.Row([
          Document.Table.Cell(String(place + 1)), Document.Table.Cell(source.say(steps[place].label)),
          Document.Table.Cell(source.say(steps[place].meaning)),
        ])
      })
  }

  /// What becomes of risks of these levels as they are; the line may cut a band.
  private func fate(_ first: Int, _ last: Int, _ line: Int) -> Words {
    if last < line { return Words("accepted", "受容") }
    guard first < line else { return Words("to be treated", "対応が必要") }
    return Words("accepted below \(line), then to be treated", "\(line)未満は受容、以上は対応が必要")
  }

  private func bands(_ method: CriteriaMethod) -> Document.Table {
    let rows = method.bands.indices.reversed().map { place in
      let band = method.bands[place]
      // Nothing from a file bounds where a band begins.
      let last = place + 1 < method.bands.count ? method.bands[place + 1].from &- 1 : Int.max
      return Document.Table.Row([
        Document.Table.Cell(
          source.say(band.label), role: .riskLevel(place, of: method.bands.count)),
        Document.Table.Cell("\(band.from) – " + (last < .max ? "\(last)" : "")),
        Document.Table.Cell(source.say(fate(band.from, last, method.acceptanceLine))),
        Document.Table.Cell(source.say(band.acceptor.words)),
      ])
    }
    return Document.Table(
      source.say(Words("Risk levels", "リスクレベルの区分")),
      [
        source.column(Words("Band", "区分"), 24), source.column(Words("Levels", "レベル"), 18),
        source.column(Words("As it is", "そのままの扱い"), 26),
        source.column(Words("May be accepted by", "受容できる者"), 32),
      ], rows: rows)
  }
}
