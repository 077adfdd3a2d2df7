import Domain

/// Top management lets a finding pass for a time (例外承認).
struct WaiveMatter: Matter {
  let isFinal = false
  /// What may be waived, the one meant first.
  let findings: [GateFinding]

  private enum Place { static let finding = 0, reason = 1, until = 2, by = 3 }
  private static let usualDays = 90

  func title(_ model: Model) -> String { model.say(Words("Waive a finding", "例外承認")) }

  func fields(_ model: Model) -> [MatterField] {
    let options = findings.map { finding in
      let head = [finding.rule, finding.record.map(model.assessment.label(of:)) ?? ""].joined(separator: " ")
      return Words(head + " " + finding.words.en, head + " " + finding.words.ja)
    }
    let heads = self.heads(model)
    let names = heads.map { Words(name($0, model), name($0, model)) }
    return [
      MatterField(Words("Finding", "所見"), options: options),
      MatterField(Words("Reason", "理由")),
      MatterField(Words("Until", "期限"), text: model.context.today.adding(Self.usualDays).text),
      MatterField(Words("Approved by", "承認者"), options: names, records: heads),
    ]
  }

  /// Top management of the parties charged, that of the finding meant first.
  private func heads(_ model: Model) -> [RecordID] {
    model.assessment.topManagers(of: findings.map(\.party).distinct().flatMap { charged($0, model) })
  }

  private func charged(_ party: RecordID?, _ model: Model) -> [RecordID] {
    party.map { [$0] } ?? [model.party].compactMap(\.self) + model.assessment.participants
  }

  private func name(_ person: RecordID, _ model: Model) -> String { model.assessment.title(of: person) ?? "" }

  func fault(_ fields: [MatterField], _ model: Model) -> MatterFault? {
    let charged = charged(findings[fields[Place.finding].choice].party, model)
    let entitled = model.assessment.topManagers(of: charged)
    if entitled.isEmpty {
      return MatterFault(
        field: Place.by, words: Words("Name the party's top management first.", "先にトップマネジメントを定めてください。"))
    }
    if !(fields[Place.by].record.map(entitled.contains) ?? false) {
      let names = entitled.map { name($0, model) }.joined(separator: ", ")
      return MatterFault(
        field: Place.by,
        words: Words(
          "Top management of the party charged approves: \(names).", "承認者は当該組織のトップマネジメント（\(names)）です。"))
    }
    if fields[Place.reason].value.isEmpty {
      return MatterFault(field: Place.reason, words: Words("Say why in a sentence.", "理由を一文で書いてください。"))
    }
    return fields[Place.until].day == nil ? MatterFault(field: Place.until, words: UI.notADay) : nil
  }

  func commands(_ fields: [MatterField], _ model: Model) -> [Command] {
    let finding = findings[fields[Place.finding].choice]
    let waiver = Draft.waiver(
      of: finding.rule, finding.record, party: finding.party,
      reason: fields[Place.reason].value.orPlaceholder,
      until: fields[Place.until].day ?? model.context.today,
      by: fields[Place.by].record.map { name($0, model) })
    return [.create(waiver)]
  }

  func remarks(_ fields: [MatterField], _ foreseen: Foreseen, _ model: Model) -> [MatterLine] {
    guard foreseen.refusal == nil else { return [] }
    let finding = findings[fields[Place.finding].choice]
    let until = fields[Place.until].value
    let words = [
      Words(
        "\(finding.rule) no longer blocks phase \(finding.phase.rawValue) until \(until), then it does again.",
        "\(until) まで \(finding.rule) は局面\(finding.phase.rawValue)の合意を妨げない。期限を過ぎると再び妨げる。"),
      Words("It stays visible as waived, here and in every report.", "例外承認としてこの画面と全ての報告書に残る。"),
    ]
    return words.map { MatterLine(model.say($0)) }
  }
}
