import Domain

/// A party joins (参加).
struct JoinMatter: Matter {
  let isFinal = false

  private enum Place { static let name = 0, role = 1, participation = 2, partner = 3 }

  func title(_ model: Model) -> String { model.say(Words("A party joins", "組織の参加")) }

  func fields(_ model: Model) -> [MatterField] {
    let scope = model.assessment.scope
    let roles = PartyRole.roles(in: scope)
    // Whoever comes later to a cloud is mostly somebody's provider.
    let usual = roles.firstIndex(of: .cloudServiceProvider) ?? 0
    let fields = [
      MatterField(Words("Name", "名称")),
      MatterField(Words("Role", "役割"), options: roles.map(\.words), choice: usual),
      MatterField(Words("Takes part", "参加形態"), options: Participation.allCases.map(\.words)),
    ]
    guard scope == .cloud else { return fields }
    let partners = model.assessment.participants
    let names = partners.map { Words(model.name(of: $0), model.name(of: $0)) }
    return fields + [
      MatterField(
        Words("Agreement with", "合意の相手"), options: [Words("nobody yet", "まだない")] + names,
        records: [nil] + partners, choice: partners.count)
    ]
  }

  private func newcomer(_ fields: [MatterField], _ model: Model) -> Newcomer {
    let roles = PartyRole.roles(in: model.assessment.scope)
    let partner = fields.indices.contains(Place.partner) ? fields[Place.partner].record : nil
    let name = fields[Place.name].value
    return Newcomer(
      name.isEmpty ? model.say(Words("the newcomer", "新しい組織")) : name, roles[fields[Place.role].choice],
      Participation.allCases[fields[Place.participation].choice], partner: partner)
  }

  func commands(_ fields: [MatterField], _ model: Model) -> [Command] {
    model.assessment.commands(joining: newcomer(fields, model), by: model.context.actor)
  }

  func remarks(_ fields: [MatterField], _ foreseen: Foreseen, _ model: Model) -> [MatterLine] {
    guard foreseen.refusal == nil else { return [] }
    let newcomer = newcomer(fields, model)
    let key = model.assessment.freeKey(for: newcomer.role)
    var words = [Words("It is called \(key).", "略号は \(key) になります。")]
    words.append(
      newcomer.participation == .documentary
        ? Words(
          "It has no phases and nobody waits for it: others record its answers with document, place and date.",
          "局面を持たず、誰もこの組織を待ちません。回答は他の組織が文書・箇所・日付とともに記録します。")
        : Words("It starts at phase 1.", "局面1から始めます。"))
    if let partner = newcomer.partner {
      words.append(
        newcomer.role == .cloudServiceProvider
          ? Words(
            "An agreement is made: it provides to \(model.name(of: partner)).",
            "\(model.name(of: partner))に提供する合意を作ります。")
          : Words(
            "An agreement is made: it uses a service of \(model.name(of: partner)).",
            "\(model.name(of: partner))のサービスを使用する合意を作ります。"))
    }
    let open = model.assessment.ids(.commitment).count { bindsEverybody($0, model.assessment) }
    if open > 0 {
      words.append(
        Words("\(open) clauses bind it and wait for its answer.", "\(open) 件の合意事項に拘束され、回答が必要になります。"))
    }
    return words.map { MatterLine(model.say($0)) } + MatterLines(model: model).untouched(foreseen)
  }

  /// Neither the clause nor its agreement names anyone: whoever takes part is bound.
  private func bindsEverybody(_ clause: RecordID, _ assessment: Assessment) -> Bool {
    guard assessment[clause, Commitment.parties].isEmpty else { return false }
    guard let agreement = assessment[clause, Commitment.agreement] else { return true }
    return assessment[agreement, Agreement.parties].isEmpty
      && assessment.sources(of: agreement, via: Service.agreement).isEmpty
  }
}

/// A party leaves (離脱).
struct LeaveMatter: Matter {
  let isFinal = true
  /// The one the cursor is on.
  let party: RecordID?

  private enum Place { static let party = 0, reason = 1, day = 2 }

  func title(_ model: Model) -> String { model.say(Words("A party leaves", "組織の離脱")) }

  func fields(_ model: Model) -> [MatterField] {
    let parties = model.assessment.ids(.party).filter { !model.assessment.has($0, Party.leftOn) }
    let names = parties.map { Words(model.name(of: $0), model.name(of: $0)) }
    return [
      MatterField(
        Words("Party", "組織"), options: names, records: parties,
        choice: party.flatMap(parties.firstIndex(of:)) ?? 0),
      MatterField(Words("Reason", "理由")),
      MatterField(Words("Last day", "離脱日"), text: model.context.today.text),
    ]
  }

  func fault(_ fields: [MatterField], _ model: Model) -> MatterFault? {
    if fields[Place.reason].value.isEmpty {
      return MatterFault(field: Place.reason, words: Words("Say why in a sentence.", "理由を一文で書いてください。"))
    }
    return fields[Place.day].day == nil ? MatterFault(field: Place.day, words: UI.notADay) : nil
  }

  func commands(_ fields: [MatterField], _ model: Model) -> [Command] {
    guard let party = fields[Place.party].record else { return [] }
    let day = fields[Place.day].day ?? model.context.today
    return [.phase(.leave(party: party, on: day, reason: fields[Place.reason].value.orPlaceholder))]
  }

  func remarks(_ fields: [MatterField], _ foreseen: Foreseen, _ model: Model) -> [MatterLine] {
    guard foreseen.refusal == nil else { return [] }
    let words = Words(
      "It drops out of the phases; its records stay readable and are locked.",
      "局面の対象から外れ、記録は閲覧のみとなります。")
    return [MatterLine(model.say(words))] + MatterLines(model: model).untouched(foreseen)
  }
}

extension String {
  /// Stands for a reason while none is typed, so that what follows can be shown before it is.
  var orPlaceholder: String { isEmpty ? "…" : self }
}
