import Canvas
import Domain

/// Running a workshop: its screen, and what is noted from any other.
enum WorkshopActions {
  static let all: [Action] = here + everywhere

  private static let screen: [ScreenID] = [.workshop]

  // MARK: On the workshop's screen

  private static let here: [Action] = [
    Action(
      "tick", "present / done / taken up", "出席・完了・取上げ", keys: [.character("a")], screens: screen,
      capability: .change, footer: 12, unless: nothingToTick
    ) { tick($0) },
    Action(
      "run-item", "start / stop the item", "議題の開始・終了", keys: [.character("r")], screens: screen,
      capability: .change, footer: 14, unless: noItem
    ) { run($0) },
    Action(
      "next-item", "next item", "次の議題へ", keys: [.character(">")], screens: screen, capability: .change,
      footer: 16, unless: noNextItem
    ) { next(&$0) },
    Action(
      "item-up", "move the item up", "議題を上へ", keys: [.shiftUp], screens: screen, capability: .change,
      unless: notOnAgenda
    ) { reorder($0, -1) },
    Action(
      "item-down", "move the item down", "議題を下へ", keys: [.shiftDown], screens: screen, capability: .change,
      unless: notOnAgenda
    ) { reorder($0, 1) },
    Action("minutes", "minutes", "議事録", keys: [.character("M")], screens: screen, footer: 18) { _ in
      [.readMinutes(nil)]
    },
    Action(
      "to-linked", "to the record it is about", "対象の記録へ", keys: [.right, .character("l")], screens: screen,
      footer: 25, unless: noLink
    ) { model in
      if let target = link(model) { model.jump(to: target) }
      return []
    },
  ]

  @Sendable private static func nothingToTick(_ model: Model) -> Words? {
    model.chosen.contains { isTicked($0, model) != nil }
      ? nil
      : Words("Put the cursor on a participant, homework or a parked item.", "出席者・宿題・保留事項の行を選んでください。")
  }

  /// Present today, done, or taken up; nil for what is none of these.
  private static func isTicked(_ record: RecordID, _ model: Model) -> Bool? {
    let assessment = model.assessment
    switch assessment.kind(of: record) {
    case .participant: return assessment.daysPresent(record).contains(model.context.today)
    case .actionItem: return assessment.has(record, ActionItem.doneOn)
    case .parkingItem: return assessment.has(record, ParkingItem.takenUpOn)
    default: return nil
    }
  }

  /// All that are meant come to stand alike: ticked, or unticked when all of them were.
  private static func tick(_ model: Model) -> [Effect] {
    let states = model.chosen.compactMap { record in isTicked(record, model).map { (record, $0) } }
    let on = states.contains { !$0.1 }
    let today = model.context.today
    let commands = states.filter { $0.1 != on }.compactMap { record, _ -> Command? in
      let day: Value? = on ? .day(today) : nil
      switch model.assessment.kind(of: record) {
      case .participant:
        let days = model.assessment.presence(of: record, on, on: today)
        return .set(record, Slot(Participant.presentOn.key), days)
      case .actionItem: return .set(record, Slot(ActionItem.doneOn.key), day)
      case .parkingItem: return .set(record, Slot(ParkingItem.takenUpOn.key), day)
      default: return nil
      }
    }
    return [.perform(commands, .action)]
  }

  // MARK: Agenda

  private static func item(_ model: Model) -> RecordID? {
    model.current.flatMap { model.assessment.kind(of: $0) == .agendaItem ? $0 : nil }
  }

  @Sendable private static func notOnAgenda(_ model: Model) -> Words? {
    item(model) == nil ? Words("Put the cursor on a point of the agenda.", "議題の行を選んでください。") : nil
  }

  @Sendable private static func noItem(_ model: Model) -> Words? {
    model.assessment.runningItem == nil ? notOnAgenda(model) : nil
  }

  @Sendable private static func noNextItem(_ model: Model) -> Words? {
    model.assessment.runningItem == nil && model.assessment.itemToCome(on: model.context.today) == nil
      ? Words("The agenda is through: \(key: "new") adds a point.", "議題は全て終わりました。\(key: "new") で追加できます。")
      : nil
  }

  /// Starts the item at the cursor, or stops it when it runs; away from the agenda it stops whatever runs.
  private static func run(_ model: Model) -> [Effect] {
    let running = model.assessment.runningItem
    guard let item = item(model), item != running else {
      return running.map { [.perform(model.assessment.ending($0, at: model.now), .action)] } ?? []
    }
    let commands = model.assessment.beginning(item, at: model.now, today: model.context.today)
    return [.perform(commands, .action)]
  }

  private static func next(_ model: inout Model) -> [Effect] {
    let assessment = model.assessment
    guard let item = assessment.itemToCome(on: model.context.today) else {
      return assessment.runningItem.map { [.perform(assessment.ending($0, at: model.now), .action)] } ?? []
    }
    _ = model.select(item)
    return [.perform(assessment.beginning(item, at: model.now, today: model.context.today), .action)]
  }

  /// The item changes places with its neighbour of the same day.
  private static func reorder(_ model: Model, _ direction: Int) -> [Effect] {
    guard let item = item(model) else { return [] }
    let assessment = model.assessment
    let day = assessment.agenda.filter { assessment[$0, AgendaItem.day] == assessment[item, AgendaItem.day] }
    return reorder(item, among: day, by: direction, AgendaItem.order, assessment)
  }

  /// Two neighbours change places and all are counted anew, for places may be missing or given twice: one act.
  static func reorder(
    _ record: RecordID, among records: [RecordID], by direction: Int, _ order: Attribute<Int>,
    _ assessment: Assessment
  ) -> [Effect] {
    var records = records
    guard let place = records.firstIndex(of: record), records.indices.contains(place + direction) else {
      return []
    }
    records.swapAt(place, place + direction)
    let commands = records.enumerated().filter { assessment[$1, order] != $0 + 1 }
      .map { Command.set($1, Slot(order.key), .integer($0 + 1)) }
    return [.perform(commands, .action)]
  }

  // MARK: Links

  private static func link(_ model: Model) -> RecordID? {
    guard let record = model.current else { return nil }
    let assessment = model.assessment
    let target: RecordID? =
      switch assessment.kind(of: record) {
      case .decision: assessment[record, Decision.record]
      case .actionItem: assessment[record, ActionItem.record]
      case .parkingItem: assessment[record, ParkingItem.record]
      case .participant: assessment[record, Participant.person]
      default: nil
      }
    return target.flatMap { assessment.exists($0) ? $0 : nil }
  }

  @Sendable private static func noLink(_ model: Model) -> Words? {
    link(model) == nil ? Words("This line is about no record.", "この行は記録に紐付いていません。") : nil
  }

  // MARK: From every screen

  private static let everywhere: [Action] = [
    Action("workshop", "workshop", "ワークショップ", keys: [.character("W")]) { model in
      model.go(to: .workshop)
      return []
    },
    Action(
      "note", "park / decide / homework", "保留・決定・宿題", keys: [.character(",")], capability: .change
    ) { model in
      model.layers.append(NoteLayer())
      return []
    },
    note("park", "park for later", "保留にする", .parkingItem),
    note("decide", "note a decision", "決定を記録", .decision),
    note("homework", "give homework", "宿題を出す", .actionItem),
    Action("bell", "bell at the end of a time box on or off", "時間終了のベルの入切") { model in
      model.isBellOn.toggle()
      let words =
        model.isBellOn
        ? Words("The bell rings when a time box ends.", "議題の時間が終わるとベルを鳴らします。")
        : Words("The bell is off.", "ベルを止めました。")
      model.notice = Notice(model.say(words))
      return model.isBellOn ? [.bell] : []
    },
  ]

  private static func note(_ id: String, _ en: String, _ ja: String, _ kind: RecordKind) -> Action {
    Action(id, en, ja, capability: .change) { model in
      model.layers.append(EntryLayer(birth(kind, model), model))
      return []
    }
  }

  /// A note about the record under the cursor; on the workshop's own screen about what the line there is about.
  static func birth(_ kind: RecordKind, _ model: Model) -> Birth {
    let isOfWorkshop = WorkshopSection(model.current.flatMap { model.assessment.kind(of: $0) }) != nil
    let about = isOfWorkshop ? link(model) : model.current ?? (model.screen == .trace ? model.focus : nil)
    guard let about, let field = kind.description.field(named: "record") else {
      return Birth(kind, party: nil)
    }
    return Birth(kind, party: nil, defaults: [Slot(field.key): .reference(about)])
  }
}
