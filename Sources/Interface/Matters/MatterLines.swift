import Canvas
import Domain

/// What an act would bring about, in lines for people, before it is done.
struct MatterLines {
  let model: Model

  private var assessment: Assessment { model.assessment }

  /// Refused: why, and what stands in the way, each by name. Else phases, clauses and answers.
  func lines(_ foreseen: Foreseen) -> [MatterLine] {
    if let refusal = foreseen.refusal { return refused(refusal) }
    return foreseen.moves.compactMap(move) + foreseen.ending.map(ends) + foreseen.reopened.map(reopens)
  }

  private func refused(_ refusal: Refusal) -> [MatterLine] {
    let sentence = MatterLine(model.say(Sentence.words(refusal, assessment)), .refusal)
    guard case .phase(let phase) = refusal else { return [sentence] }
    let records = phase.records.filter {
      assessment.kind(of: $0) != .party && assessment.kind(of: $0) != .person
    }
    return [sentence]
      + records.map { MatterLine(named($0), .refusal, record: $0) }
      + phase.findings.prefix(8).map {
        MatterLine(
          $0.rule + " " + ($0.record.map(assessment.label(of:)) ?? "") + " " + model.say($0.words), .refusal,
          record: $0.record)
      }
  }

  /// Nil for a party that is only to come: where it starts is said elsewhere.
  private func move(_ moves: Foreseen.Moves) -> MatterLine? {
    guard assessment.exists(moves.party) else { return nil }
    let phases = moves.phases.map { String($0.rawValue) }.joined(separator: model.say(Words(", ", "・")))
    let before = Set(moves.phases.map { assessment.phases[moves.party, $0] })
    let from =
      before.count == 1
      ? before.first.map { model.say($0.words) + " \(model.glyphs[.arrowRight]) " } ?? "" : ""
    let text = Words(
      "\(model.name(of: moves.party)): phase \(phases) ", "\(model.name(of: moves.party))  局面\(phases) ")
    return MatterLine(
      model.say(text) + from + model.say(moves.to.words), moves.to == .stale ? .warning : .plain)
  }

  private func ends(_ clause: RecordID) -> MatterLine {
    MatterLine(model.say(Words("Ends: ", "終了: ")) + named(clause), .warning, record: clause)
  }

  private func reopens(_ reopened: Foreseen.Reopened) -> MatterLine {
    let parties = reopened.parties.map(model.shortName(of:)).joined(separator: model.say(Words(", ", "、")))
    let words = Words(
      "\(named(reopened.clause)): answers of \(parties) go back to “proposed”",
      "\(named(reopened.clause)): \(parties) の回答が提案中に戻る")
    return MatterLine(model.say(words), .warning, record: reopened.clause)
  }

  /// Label and title.
  func named(_ record: RecordID) -> String {
    assessment.label(of: record) + " " + (assessment.title(of: record) ?? "")
  }

  /// Says that nobody's agreement is touched.
  func untouched(_ foreseen: Foreseen) -> [MatterLine] {
    guard foreseen.refusal == nil, !foreseen.moves.contains(where: { $0.to == .stale }) else { return [] }
    return [
      MatterLine(
        model.say(Words("Nobody's agreed phase becomes stale.", "要再確認になる局面はありません。")), .good)
    ]
  }
}
