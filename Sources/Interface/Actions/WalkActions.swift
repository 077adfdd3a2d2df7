import Canvas
import Domain

/// The auditor's walk: planning it, going from place to place, keeping what was asked, answered and found.
enum WalkActions {
  static let all: [Action] =
    [
      Action("walk", "auditor's walk", "監査の巡回", keys: [.character("w")]) { open(&$0) },
      Action("walks", "earlier walks", "これまでの巡回", keys: [.character("H")], screens: [.walk], footer: 62) {
        choose(&$0)
      },
    ] + planning + walking

  private static let planning: [Action] = [
    Action(
      "begin-walk", "begin the walk", "巡回を始める", keys: [.character("n")], screens: [.walk],
      capability: .audit, footer: 5, unless: isUnderWay
    ) { begin(&$0) },
    Action(
      "plan-walk", "way and sample", "進め方・サンプル", keys: [.character("e")], screens: [.walk], footer: 6,
      unless: isUnderWay
    ) { model in
      guard let plan = model.walk.plan else { return [] }
      model.layers.append(WalkPlanLayer(plan))
      return []
    },
  ]

  private static let walking: [Action] = [
    Action(
      "walk-shown", "shown, next", "提示済・次へ", keys: [.enter], screens: [.walk], capability: .audit, footer: 8,
      unless: nowhere
    ) { shown(&$0) },
    Action(
      "walk-ask", "ask and answer", "質問・回答", keys: [.character("a")], screens: [.walk], capability: .audit,
      footer: 10, unless: nowhere
    ) { ask(&$0) },
    Action(
      "walk-finding", "finding", "所見", keys: [.character("F")], screens: [.walk], capability: .audit,
      footer: 12, unless: nowhere
    ) { model in model.walkPlace.map { place in model.find(at: place) } ?? [] },
    Action(
      "walk-note", "own note", "自分のメモ", keys: [.character("c")], screens: [.walk], footer: 14,
      unless: nothingHere
    ) { note(&$0) },
    Action(
      "walk-pick", "pick a record", "記録を追加抽出", keys: [.character("+")], screens: [.walk], capability: .audit,
      footer: 16, unless: nowhere
    ) { pick(&$0) },
    Action(
      "end-walk", "end the walk", "巡回を終える", keys: [.character("X")], screens: [.walk], capability: .audit,
      footer: 18, unless: notUnderWay
    ) { model in
      model.layers.append(PromptLayer(WalkWords.conclusion, .endWalk))
      return []
    },
    Action(
      "walk-page", "read on", "続きを読む", keys: [.character(" ")], screens: [.walk], footer: 30,
      unless: nothingHere
    ) { model in
      WalkScreen.turnPage(&model)
      return []
    }.idle(where: WalkScreen.isOnOnePage),
    Action(
      "walk-open", "to the record", "記録の画面へ", keys: [.right, .character("l")], screens: [.walk], footer: 40,
      unless: RecordActions.nothingChosen
    ) { model in
      if let record = model.current { model.jump(to: record) }
      return []
    },
    Action(
      "walk-report", "report so far", "報告書（途中）", keys: [.character("R")], screens: [.walk], footer: 60,
      unless: notUnderWay
    ) { model in model.walk.walk.map { [.readAudit($0)] } ?? [] },
  ]

  // MARK: Conditions

  @Sendable private static func isUnderWay(_ model: Model) -> Words? {
    model.walk.walk == nil ? nil : WalkWords.underWay
  }

  @Sendable private static func notUnderWay(_ model: Model) -> Words? {
    model.walk.walk == nil ? WalkWords.notBegun : nil
  }

  @Sendable private static func nothingHere(_ model: Model) -> Words? {
    guard let place = model.walkPlace, !place.isHeading else { return WalkWords.nothingShown }
    return nil
  }

  @Sendable private static func nowhere(_ model: Model) -> Words? {
    notUnderWay(model) ?? nothingHere(model)
  }

  // MARK: Acts

  /// A walk not begun yet may go along the trace of the record the person came from.
  private static func open(_ model: inout Model) -> [Effect] {
    let record = model.current
    model.go(to: .walk)
    guard model.walk.walk == nil, let record, model.screen == .walk else { return [] }
    model.walk.plan?.root = record
    model.prepare()
    return []
  }

  private static func begin(_ model: inout Model) -> [Effect] {
    guard let plan = model.walk.plan, let itinerary = model.walk.itinerary, !itinerary.places.isEmpty else {
      model.notice = Notice(model.say(WalkScreen().emptyText(model)), .warning)
      return []
    }
    let whose = plan.auditee.map { model.shortName(of: $0) } ?? model.say(UI.allParties)
    model.context.audits = true
    return [.perform(model.beginWalk(title: whose + " " + model.say(plan.way.words)), .walk)]
  }

  /// Kept once; what was shown already is passed.
  private static func shown(_ model: inout Model) -> [Effect] {
    guard let place = model.walkPlace else { return [] }
    let commands = model.keep(place)
    model.walkOn()
    return commands.isEmpty ? [] : [.perform(commands, .walk)]
  }

  private static func ask(_ model: inout Model) -> [Effect] {
    guard let place = model.walkPlace else { return [] }
    let before = model.walk.stop(at: place).flatMap { model.present[$0, WalkStop.asked] } ?? ""
    model.layers.append(PromptLayer(WalkWords.asked, .ask(place), text: before))
    return []
  }

  private static func note(_ model: inout Model) -> [Effect] {
    guard let place = model.walkPlace else { return [] }
    model.layers.append(
      model.walk.notes == nil
        ? PromptLayer(
          WalkWords.notes, .openNotes(place), text: "walk-notes-\(model.presentDay.text).md")
        : PromptLayer(WalkWords.note, .walkNote(place)))
    return []
  }

  /// By judgement: any record that answers the stop, whether drawn or not; any at all where none does.
  private static func pick(_ model: inout Model) -> [Effect] {
    guard let place = model.walkPlace, let plan = model.walk.plan else { return [] }
    let here = model.walk.itinerary?.places.filter { $0.stop == place.stop }.compactMap(\.record) ?? []
    let all: [RecordID]
    switch plan.way {
    case .clauses: all = model.assessment.records(answering: place.stop, for: plan.auditee)
    case .controls, .trace:
      let kinds = RecordKind.allCases.filter { Screens.home(of: $0) != nil }
      all = kinds.flatMap { kind in
        plan.auditee.map { model.assessment.ids(kind, of: $0) } ?? model.assessment.ids(kind)
      }
    }
    let left = all.filter { !here.contains($0) }
    guard !left.isEmpty else {
      model.notice = Notice(
        model.say(Words("Every record that answers this is here already.", "これに答える記録は全て挙がっています。")), .info)
      return []
    }
    model.layers.append(
      RecordChoiceLayer(title: Words("Pick by judgement", "判断に基づくサンプリング（追加）"), records: left) {
        model, record in
        let picked = WalkPlace(place.stop, place.title, record: record, isPicked: true)
        return [.perform(model.keep(picked), .walk)]
      })
    return []
  }

  private static func choose(_ model: inout Model) -> [Effect] {
    let walks = model.present.ids(.walk)
    guard !walks.isEmpty else {
      model.notice = Notice(
        model.say(
          Words(
            "No walk was recorded yet: \(key: "begin-walk") begins one.",
            "巡回の記録はまだありません。\(key: "begin-walk") で始めます。")), .info)
      return []
    }
    model.layers.append(
      RecordChoiceLayer(
        title: Words(
          "Earlier walks: one not ended goes on, others show their report", "巡回：途中のものは続行、終了分は報告書を表示"),
        records: walks.reversed()
      ) { model, walk in model.resume(walk) })
    return []
  }
}
