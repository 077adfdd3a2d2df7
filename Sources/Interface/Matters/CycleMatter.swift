import Canvas
import Domain

/// The cycle is closed and the next begun (期締め).
struct CycleMatter: Matter {
  let isFinal = true

  private enum Place { static let by = 0, from = 1, to = 2, risks = 3 }

  func title(_ model: Model) -> String {
    let cycle = model.assessment.cycle
    return model.say(
      Words("Close cycle \(cycle), begin cycle \(cycle + 1)", "第\(cycle)期を締め、第\(cycle + 1)期を始める"))
  }

  func fields(_ model: Model) -> [MatterField] {
    let assessment = model.assessment
    let from =
      assessment.head.flatMap { assessment[$0, AssessmentRecord.periodTo] }?.adding(1) ?? model.context.today
    let heads = heads(model)
    let names = heads.map { Words(assessment.title(of: $0) ?? "", assessment.title(of: $0) ?? "") }
    let risks = assessment.risksToTakeOver.map { risk in
      MatterField(
        Words(named(risk, model).en, named(risk, model).ja),
        options: [
          Words("residual becomes present", "残留リスクを現在の評価とする"), Words("keep the present rating", "現在の評価のまま"),
        ], records: [nil, risk])
    }
    return [
      MatterField(Words("In whose name", "誰の名で"), options: names, records: heads),
      MatterField(Words("Next period from", "次の期間の始まり"), text: from.text),
      MatterField(Words("to", "終わり"), text: from.lastOfYear.text),
    ] + risks
  }

  /// Label and both ratings, where the criteria give levels.
  private func named(_ risk: RecordID, _ model: Model) -> Words {
    let assessment = model.assessment
    let levels = [assessment.rating(risk, .present), assessment.rating(risk, .residual)].map { rating in
      rating.map { "\($0.likelihood)×\($0.consequence)" } ?? "–"
    }
    let text = assessment.label(of: risk) + " " + levels.joined(separator: " \(model.glyphs[.arrowRight]) ")
    return Words(text, text)
  }

  private func heads(_ model: Model) -> [RecordID] {
    model.assessment.topManagers(of: model.assessment.participants)
  }

  func fault(_ fields: [MatterField], _ model: Model) -> MatterFault? {
    [Place.from, Place.to].first { fields[$0].day == nil }.map { MatterFault(field: $0, words: UI.notADay) }
  }

  func commands(_ fields: [MatterField], _ model: Model) -> [Command] {
    let by = fields[Place.by].record
    let kept = fields.dropFirst(Place.risks).compactMap(\.record)
    let today = model.context.today
    return [
      .phase(
        .closeCycle(
          by: by.map { model.assessment.label(of: $0) } ?? "", from: fields[Place.from].day ?? today,
          to: fields[Place.to].day ?? today.lastOfYear, keeping: Set(kept)))
    ]
  }

  func remarks(_ fields: [MatterField], _ foreseen: Foreseen, _ model: Model) -> [MatterLine] {
    guard foreseen.refusal == nil else { return [] }
    let assessment = model.assessment
    var lines = foreseen.changes.compactMap { change -> MatterLine? in
      guard case .set(let id, let slot, let before, let after) = change, slot.key == Objective.baseline.key
      else { return nil }
      let values = [before, after].map { value -> String in
        if case .number(let number)? = value { number.short } else { model.glyphs[.absent] }
      }
      let text =
        MatterLines(model: model).named(id) + "  "
        + values.joined(separator: " \(model.glyphs[.arrowRight]) ")
      return MatterLine(model.say(Words("New baseline: ", "新しい基準値: ")) + text, record: id)
    }
    let carried = assessment.carriedOver(model.context.today)
    let counts: [(Words, Int)] = [
      (Words("open findings carried over", "件の未完了の所見を引き継ぎます"), carried.findings.count),
      (Words("corrective actions carried over", "件の是正処置を引き継ぎます"), carried.correctiveActions.count),
      (Words("homework carried over", "件の宿題を引き継ぎます"), carried.actionItems.count),
      (Words("reservations carried over", "件の留保を引き継ぎます"), carried.reservations.count),
      (Words("relative targets to decide again", "件の相対目標を決め直します"), carried.relativeTargets.count),
    ]
    lines += counts.filter { $0.1 > 0 }.map { words, count in
      MatterLine(model.say(Words("\(count) \(words.en)", "\(count) \(words.ja)")), .warning)
    }
    return lines + [
      MatterLine(
        model.say(
          Words(
            "All records are carried over; readings count for the new cycle.", "記録は全て引き継ぎます。測定値は新しい期のものになります。"
          )))
    ]
  }
}
