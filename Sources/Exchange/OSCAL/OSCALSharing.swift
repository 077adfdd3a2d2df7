import Domain

/// Who provides what to whom: the same on both sides, so that what one plan inherits is what the other provides.
struct OSCALSharing {
  let source: OSCALSource
  /// By the statement of who provides.
  private let byProvider: [RecordID?: [SharedControl]]
  /// By the statement of who takes.
  private let byTaker: [RecordID?: [SharedControl]]
  /// By who takes.
  private let byCustomer: [RecordID: [SharedControl]]
  /// By customer.
  private let servicesByCustomer: [RecordID?: [RecordID]]

  init(_ source: OSCALSource) {
    self.source = source
    let context = Context(today: source.today, actor: "", catalogues: source.shelf, readOnly: true)
    // Nobody is another to itself.
    let controls = source.assessment.sharedControls(context).filter { $0.customer != $0.provider }
    byProvider = Dictionary(grouping: controls, by: \.provided)
    byTaker = Dictionary(grouping: controls, by: \.inherited)
    byCustomer = Dictionary(grouping: controls, by: \.customer)
    servicesByCustomer = Dictionary(grouping: source.assessment.ids(.service)) {
      source.reference($0, Service.customer)
    }
  }

  private var assessment: Assessment { source.assessment }

  /// The component that is a party's management system.
  func system(of party: RecordID) -> String {
    source.originals.system(of: party) ?? source.uuid(party, "system")
  }

  // MARK: The provider's side

  /// Whether others take something from a statement.
  func provides(_ statement: RecordID) -> Bool { byProvider[statement] != nil }

  /// What a statement provides to others and asks of them; nil if nothing.
  func exported(by statement: RecordID, _ draft: inout OSCALDraft) -> OSCALValue? {
    guard let mine = byProvider[statement] else { return nil }
    let provided = mine.map { control in
      OSCALValue.object([
        "uuid": .text(providedUUID(statement, control.customer)), "description": .text(offer(control)),
        "responsible-roles": draft.responsible(.provider, assessment.party(of: statement)),
      ])
    }
    let asked = mine.compactMap { control -> OSCALValue? in
      guard let text = duty(control) else { return nil }
      return .object([
        "uuid": .text(dutyUUID(statement, control.customer)),
        "provided-uuid": .text(providedUUID(statement, control.customer)), "description": .text(text),
        "responsible-roles": draft.responsible(.customer, control.customer),
      ])
    }
    return .object(["provided": .list(provided), "responsibilities": .list(asked)])
  }

  private func providedUUID(_ statement: RecordID, _ customer: RecordID) -> String {
    source.uuid(statement, "provided/" + source.uuid(customer))
  }

  private func dutyUUID(_ statement: RecordID, _ customer: RecordID) -> String {
    source.uuid(statement, "responsibility/" + source.uuid(customer))
  }

  private func offer(_ control: SharedControl) -> String {
    text(control, ControlStatement.provided) ?? control.anchor.map(source.controlTitle) ?? "?"
  }

  /// What is asked of the customer: in words, or because both say that they share the control.
  private func duty(_ control: SharedControl) -> String? {
    if let text = text(control, ControlStatement.asked) { return text }
    guard let inherited = control.inherited, let provided = control.provided,
      [inherited, provided].contains(where: { assessment[$0, ControlStatement.responsibility] == .shared })
    else { return nil }
    return OSCALSource.both(Words("The customer's part of the shared control", "共有する管理策のカスタマの分担"))
  }

  private func text(_ control: SharedControl, _ attribute: Attribute<String>) -> String? {
    [control.provided, control.inherited].compactMap { $0.flatMap { assessment[$0, attribute] } }
      .first { OSCALName.line($0) != nil }
  }

  // MARK: The customer's side

  /// What a statement takes from providers, one part per provider.
  func inherited(by statement: RecordID, _ draft: inout OSCALDraft) -> [OSCALValue] {
    (byTaker[statement] ?? []).compactMap { control in
      guard let provider = control.provider else { return nil }
      // Only what stands in a plan can be pointed at.
      let provided = source.planned.contains(provider) ? control.provided : nil
      let done = provided.flatMap { provided -> OSCALValue? in
        guard duty(control) != nil, assessment[statement, ControlStatement.responsibility] == .shared else {
          return nil
        }
        return .object([
          "uuid": .text(source.uuid(statement, "satisfied/" + source.uuid(provider))),
          "responsibility-uuid": .text(dutyUUID(provided, control.customer)),
          "description": .text(work(statement)),
        ])
      }
      return .object([
        "component-uuid": .text(component(of: control.customer, at: provider)),
        "uuid": .text(source.uuid(statement, "by-component/" + source.uuid(provider))),
        "description": .text(offer(control)),
        "inherited": .array([
          .object([
            "uuid": .text(source.uuid(statement, "inherited/" + source.uuid(provider))),
            "provided-uuid": provided.map { .text(providedUUID($0, control.customer)) },
            "description": .text(offer(control)),
          ])
        ]),
        "satisfied": done.map { .array([$0]) },
      ])
    }
  }

  private func work(_ statement: RecordID) -> String {
    let text = assessment[statement, ControlStatement.implementation]
    return OSCALName.line(text) == nil ? source.controlTitle(of: statement) : text ?? ""
  }

  // MARK: Whom one relies on

  private func component(of customer: RecordID, at provider: RecordID) -> String {
    source.uuid(customer, "provider/" + source.uuid(provider))
  }

  /// Services whose customer the party is.
  private func services(of party: RecordID) -> [RecordID] { servicesByCustomer[party] ?? [] }

  private func providers(of party: RecordID) -> [RecordID] {
    let named = services(of: party).compactMap { source.reference($0, Service.provider) }
    let relied = (byCustomer[party] ?? []).filter { $0.inherited != nil }.compactMap(\.provider)
    return (named + relied).distinct().filter { $0 != party }
  }

  /// The providers' systems, as parts of the customer's.
  func components(of party: RecordID) -> [OSCALValue] {
    providers(of: party).map { provider in
      let services = services(of: party).filter { source.reference($0, Service.provider) == provider }
      let agreements = authorizations(of: party).filter { $0.provider == provider }
      let titles = services.map(source.title)
      let props = [
        ("implementation-point", "external"),
        ("leveraged-authorization-uuid", agreements.first.map { authorization($0) }),
        ("inherited-uuid", source.planned.contains(provider) ? system(of: provider) : nil),
      ]
      return .object([
        "uuid": .text(component(of: party, at: provider)), "type": .text("system"),
        "title": .text(source.title(provider)),
        "description": .text(titles.isEmpty ? source.title(provider) : titles.joined(separator: "\n")),
        "props": .list(
          props.compactMap { name, value in
            value.map { .object(["name": .text(name), "value": .text($0)]) }
          }),
        "status": .object(["state": .text("operational")]),
      ])
    }
  }

  private struct Authorization: Hashable {
    let agreement, provider: RecordID
  }

  private func authorizations(of party: RecordID) -> [Authorization] {
    services(of: party).compactMap { service -> Authorization? in
      guard let agreement = source.reference(service, Service.agreement),
        let provider = source.reference(service, Service.provider), provider != party
      else { return nil }
      return Authorization(agreement: agreement, provider: provider)
    }.distinct()
  }

  private func authorization(_ one: Authorization) -> String {
    source.uuid(one.agreement, "authorization/" + source.uuid(one.provider))
  }

  /// The agreements on whose ground the party relies on others.
  func authorizations(of party: RecordID, _ draft: inout OSCALDraft) -> [OSCALValue] {
    authorizations(of: party).map { one in
      let from = assessment[one.agreement, Agreement.inForceFrom]
      let moment = source.momentOrLast(from).text ?? ""
      return .object([
        "uuid": .text(authorization(one)), "title": .text(source.title(one.agreement)),
        "links": .array([draft.link(to: one.agreement, "agreement")]),
        "party-uuid": .text(draft.mention(one.provider)), "date-authorized": .text(String(moment.prefix(10))),
      ])
    }
  }
}
