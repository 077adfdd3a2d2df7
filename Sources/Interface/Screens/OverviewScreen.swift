import Canvas
import Domain

/// The overview (概況): where are we, what stops us, who does what next.
struct OverviewScreen: Screen {
  let id = ScreenID.overview

  /// The lines below the parties; their tag is the position plus one, a party's is 0.
  enum Summary: Int, CaseIterable {
    case risks, objectives, controls, actions, disclosures, overdue

    init?(_ row: Row) { self.init(rawValue: row.tag - 1) }

    var words: Words {
      switch self {
      case .risks: Words("Risks", "リスク")
      case .objectives: Words("Objectives", "目的")
      case .controls: Words("Controls", "管理策")
      case .actions: Words("Action items", "宿題")
      case .disclosures: Words("Audit information", "監査情報")
      case .overdue: Words("Overdue", "期限超過")
      }
    }

    var screen: ScreenID? {
      switch self {
      case .risks: .register
      case .objectives: .objectives
      case .controls: .controls
      case .actions: .workshop
      case .disclosures: .evaluation
      case .overdue: nil
      }
    }
  }

  func title(_ model: Model) -> String { model.say(Words("Overview", "概況")) }

  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    model.assessment.ids(.party).map { Row($0) } + OverviewNext.rows(model)
      + Summary.allCases.map { Row(nil, tag: $0.rawValue + 1) }
  }

  /// That of the party shown.
  func firstLine(_ state: ScreenState, _ model: Model) -> Int? {
    model.party.flatMap { party in state.rows.firstIndex { $0.record == party } }
  }

  /// The boxes, then the lines of supply of more than two.
  func groups(_ model: Model, _ state: ScreenState) -> [[RecordID]] {
    OverviewTally.boxes(model)
      + SupplyLines(model.assessment, on: model.context.today)
      .first(SupplyPicture.mostOnOverview, ofAtLeast: 3)
  }

  /// One: how many controls nobody has said a word about, which no record stands for.
  func notes(_ model: Model, _ state: ScreenState) -> [Words] {
    let unstated = String(OverviewTally.unstated(model))
    return [Words(unstated, unstated)]
  }

  static func unstated(_ state: ScreenState) -> Int { state.notes.first.flatMap { Int($0.en) } ?? 0 }

  /// Left and right choose the phase on a party's line.
  func move(_ motion: Motion, _ model: Model, _ state: inout ScreenState, page: Int) {
    switch motion {
    case .left: state.column = max(0, state.column - 1)
    case .right: state.column = min(Phase.allCases.count - 1, state.column + 1)
    case .up, .down, .pageUp, .pageDown, .first, .last: state.walk(motion, page: page)
    }
  }

  /// The phase chosen on the parties' lines.
  static func phase(_ state: ScreenState) -> Phase {
    Phase.allCases[min(state.column, Phase.allCases.count - 1)]
  }

  func opens(_ row: Row, _ model: Model) -> Bool { true }

  /// A party's phase opens its screen for that party; what is next, the record at fault; a sum, what was counted.
  func enter(_ model: inout Model) -> [Effect]? {
    guard let row = model.state.current else { return [] }
    if let party = row.record {
      let phase = Self.phase(model.state)
      guard let screen = ScreenID.views(of: phase).first(where: Screens.isBuilt) else { return [] }
      model.showParty(party)
      model.go(to: screen)
      return []
    }
    if OverviewNext.enter(row, &model) { return [] }
    guard let summary = Summary(row) else { return [] }
    if let screen = summary.screen, Screens.isBuilt(screen) {
      model.go(to: screen)
      if summary == .actions, let first = model.assessment.openHomework.first { _ = model.select(first) }
    } else {
      let records = OverviewTally.boxes(of: summary, model.state.groups).flatMap(\.self)
      guard !records.isEmpty else { return [] }
      model.layers.append(PickLayer(title: model.say(summary.words), records: records))
    }
    return []
  }

  func isList(_ model: Model) -> Bool { false }

  var showsMarks: Bool { false }

  func drawBody(_ model: Model, _ pen: inout Pen, in area: Rect) {
    guard model.assessment.count(.party) > 0 else { return drawList(model, &pen, in: area) }
    OverviewPicture(model: model).draw(&pen, in: area)
  }

  /// On a sum the records it counts, box by box; on a party what is on record of it.
  func detail(_ model: Model) -> [DetailLine] {
    if let row = model.state.current, let lines = OverviewNext.detail(row, model) { return lines }
    guard let row = model.state.current, row.record == nil, let summary = Summary(row) else {
      return model.current.map { Detail.lines(of: $0, model) } ?? []
    }
    let groups = model.state.groups
    var boxes = zip(OverviewTally.boxes(of: summary).map(\.words), OverviewTally.boxes(of: summary, groups))
      .map { ($0, $1) }
    if summary == .risks {
      let rated = groups.prefix(OverviewTally.bands).reversed().flatMap(\.self)
      boxes.insert((Words("highest first", "レベルの高い順"), rated), at: 0)
    }
    let heading = DetailLine("", model.say(summary.words), .textStrong)
    let unstated = summary == .controls ? Self.unstated(model.state) : 0
    let more = Words("undecided, nothing written yet: \(unstated)", "未決（未記入）\(unstated)")
    return [heading] + (unstated > 0 ? [DetailLine("", model.say(more), .controlNone)] : [])
      + boxes.filter { !$0.1.isEmpty }.flatMap { words, records -> [DetailLine] in
        [DetailLine("", model.say(words), .header)]
          + records.prefix(Self.detailsPerBox).map {
            DetailLine(model.assessment.label(of: $0), model.assessment.title(of: $0) ?? "", .text)
          }
          + (records.count > Self.detailsPerBox
            ? [DetailLine("", "+\(records.count - Self.detailsPerBox)", .textMuted)] : [])
      }
  }

  private static let detailsPerBox = 6

  func searchText(_ row: Row, _ model: Model) -> String? { Summary(row).map { model.say($0.words) } }

  func emptyText(_ model: Model) -> Words {
    Words("No party takes part yet.", "参加する組織がまだありません。")
  }
}
