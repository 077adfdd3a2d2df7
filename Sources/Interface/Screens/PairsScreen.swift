import Canvas
import Domain

/// Objectives of customer and provider that stand or fall together, and what each contributes (分担); below them
/// those that rest on a service and stand alone.
struct PairsScreen: Screen {
  let id = ScreenID.pairs
  var hasPanes: Bool { false }

  /// Of a line that shows an objective without a pair.
  private static let lonelyTag = 1

  static func isLonely(_ row: Row) -> Bool { row.tag == lonelyTag }

  func title(_ model: Model) -> String { model.say(Words("Pairs of objectives", "目的の対と分担")) }

  func rows(_ model: Model, _ state: ScreenState) -> [Row] {
    let assessment = model.assessment
    let pairs = assessment.ids(.objectivePair).filter { pair in
      model.party.map { assessment.parties(boundBy: pair).contains($0) } ?? true
    }
    let lonely = assessment.ids(.objective).filter { objective in
      assessment.isUnpaired(objective)
        && (model.party == nil || assessment.party(of: objective) == model.party)
    }
    return pairs.map { Row($0) } + lonely.map { Row($0, tag: Self.lonelyTag) }
  }

  func flaw(of row: Row, _ model: Model) -> Words? {
    guard let record = row.record else { return nil }
    if Self.isLonely(row) { return ObjectiveFlaw.unpaired.words }
    let lacks = [ObjectivePair.customerObjective, ObjectivePair.providerObjective].contains {
      !model.assessment.has(record, $0)
    }
    if lacks { return Words("an objective is missing", "目的が未設定") }
    let isWritten = [ObjectivePair.customerShare, ObjectivePair.providerShare].allSatisfy {
      model.assessment.has(record, $0)
    }
    return isWritten ? nil : Words("a contribution is not written", "分担が未記入")
  }

  func isList(_ model: Model) -> Bool { false }

  func drawBody(_ model: Model, _ pen: inout Pen, in area: Rect) {
    guard !model.state.rows.isEmpty else { return drawList(model, &pen, in: area) }
    PairsPicture(model: model).draw(&pen, in: area)
  }

  // MARK: Making

  /// Enter on an objective that stands alone chooses its counterpart.
  func enter(_ model: inout Model) -> [Effect]? {
    guard let row = model.state.current, Self.isLonely(row), let objective = row.record else { return nil }
    let assessment = model.assessment
    let others = assessment.ids(.objective).filter {
      assessment.party(of: $0) != assessment.party(of: objective)
    }
    guard !others.isEmpty else {
      let words = Words(
        "The provider has no objective yet: \(key: "party"), then \(key: "phase-3"), then \(key: "new").",
        "プロバイダの目的がまだありません。\(key: "party")、\(key: "phase-3")、\(key: "new") で入力します。")
      model.notice = Notice(model.say(words), .info)
      return []
    }
    let label = assessment.label(of: objective)
    let title = Words("Which objective stands beside \(label)?", "\(label) と対になる目的")
    let birth = Self.birth(of: objective, assessment)
    model.layers.append(
      RecordChoiceLayer(title: title, records: others) { model, other in
        var defaults = birth.defaults
        defaults[Slot(ObjectivePair.providerObjective.key)] = .reference(other)
        model.layers.append(FormLayer(Birth(.objectivePair, party: nil, defaults: defaults), model))
        return []
      })
    return []
  }

  private static func birth(of objective: RecordID, _ assessment: Assessment) -> Birth {
    var defaults: [Slot: Value] = [Slot(ObjectivePair.customerObjective.key): .reference(objective)]
    if let title = assessment.title(of: objective) {
      defaults[Slot(ObjectivePair.title.key)] = .text(title)
    }
    return Birth(.objectivePair, party: nil, defaults: defaults)
  }

  /// The pair of the lonely objective at the cursor, else of the first one.
  func birth(_ model: Model) -> Birth? {
    let rows = model.state.rows
    let lonely =
      model.state.current.flatMap { Self.isLonely($0) ? $0 : nil } ?? rows.first(where: Self.isLonely)
    guard let objective = lonely?.record else { return Birth(.objectivePair, party: nil) }
    let defaults = Self.birth(of: objective, model.assessment).defaults.filter {
      $0.key != Slot(ObjectivePair.title.key)
    }
    return Birth(.objectivePair, party: nil, defaults: defaults)
  }

  func emptyText(_ model: Model) -> Words {
    Words(
      "No pair yet. Where a customer's objective rests on a provider's service, both objectives stand here "
        + "side by side with what each contributes. \(key: "new-form") makes a pair by form.",
      "目的の対はまだありません。カスタマの目的がプロバイダのサービスに依存するとき、両者の目的を並べ、分担を書きます。"
        + "\(key: "new-form") でフォームから作成します。")
  }
}
