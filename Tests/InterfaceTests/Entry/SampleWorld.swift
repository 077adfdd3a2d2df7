import Domain

/// A customer and a data centre with a few records of each kind, for reading lines against.
struct SampleWorld {
  var assessment = Assessment()
  let context: Context
  let csc: RecordID
  let csp: RecordID
  /// O-1, the provider's; O-2, the customer's.
  let objective: RecordID
  let customerObjective: RecordID
  /// 佐藤, of the provider.
  let sato: RecordID
  /// R-1, the provider's.
  let risk: RecordID

  init() throws {
    let shelf = CatalogueShelf([Self.annex, Self.guidance])
    context = Context(today: Day(number: 20_781), actor: "tester", catalogues: shelf)
    csc = try Self.party("csc", "サンプル商事", .cloudServiceCustomer, &assessment, context)
    csp = try Self.party("csp", "例示データセンター", .cloudServiceProvider, &assessment, context)
    _ = try assessment.perform([.create(DefaultCriteria.draft(party: nil, title: "共通"))], in: context)
    let ids = (try? Self.people(csc, csp, &assessment, context)) ?? []
    sato = ids[0]
    objective = try Self.make(.objective, csp, "インシデントの減少", &assessment, context)
    customerObjective = try Self.make(.objective, csc, "可用性を基準以上とする", &assessment, context)
    risk = try Self.make(.risk, csp, "バックアップが使えない", &assessment, context)
    _ = try Self.make(.policyDocument, csp, "基本方針", &assessment, context)
    _ = try Self.make(.agreement, nil, "クラウドサービス合意", &assessment, context)
    _ = try Self.make(.riskChain, nil, "連携", &assessment, context)
    _ = try Self.make(.finding, csp, "試験の記録がない", &assessment, context)
  }

  static func make(
    _ kind: RecordKind, _ party: RecordID?, _ title: String, _ assessment: inout Assessment,
    _ context: Context
  ) throws -> RecordID {
    let draft = Draft(kind, party: party, values: [Slot(kind.description.title.key): .text(title)])
    _ = try assessment.perform([.create(draft)], in: context)
    return assessment.ids(kind)[assessment.count(kind) - 1]
  }

  private static func party(
    _ key: String, _ name: String, _ role: PartyRole, _ assessment: inout Assessment, _ context: Context
  ) throws -> RecordID {
    var draft = Draft(.party, party: nil)
    draft.set(Party.name, name)
    draft.set(Party.partyKey, key)
    draft.set(Party.role, role)
    draft.set(Party.catalogues, ["annex", "27002"])
    _ = try assessment.perform([.create(draft)], in: context)
    return assessment.ids(.party)[assessment.count(.party) - 1]
  }

  private static func people(
    _ csc: RecordID, _ csp: RecordID, _ assessment: inout Assessment, _ context: Context
  ) throws -> [RecordID] {
    for (name, party) in [("佐藤", csp), ("田中 花子", csp), ("田中 太郎", csp), ("Suzuki", csc)] {
      _ = try make(.person, party, name, &assessment, context)
    }
    return assessment.ids(.person)
  }

  private static let annex = ControlCatalogue(
    key: "annex", title: Words("Annex A", "附属書A"),
    controls: [
      CatalogueControl(number: "5.1", title: Words("Policies", "方針群"), group: "organizational"),
      CatalogueControl(
        number: "8.13", title: Words("Information backup", "情報のバックアップ"), group: "technological"),
    ], groups: [])
  private static let guidance = ControlCatalogue(
    key: "27002", title: Words("27002:2013", "27002:2013"),
    controls: [
      CatalogueControl(number: "12.3.1", title: Words("Information backup", "情報のバックアップ"), group: "12"),
      CatalogueControl(number: "CLD.6.3.1", title: Words("Shared roles", "役割の共有"), group: "6"),
    ], groups: [])
}
