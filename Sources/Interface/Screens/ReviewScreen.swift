import Canvas
import Domain

/// The management review (マネジメントレビュー): its inputs as the records tell them, clause by clause of 27001 9.3.2, then
/// what it decided and who does what about it.
struct ReviewScreen: Screen {
  let id = ScreenID.review

  /// Which part a line belongs to, how it stands and which of the notes is its, packed into the line's tag.
  struct Tag {
    let part: Part
    let tone: ReviewTone
    let note: Int

    init(_ part: Part, _ tone: ReviewTone = .neutral, note: Int = 0) {
      self.part = part
      self.tone = tone
      self.note = note
    }

    init?(_ tag: Int) {
      guard let part = Part(tag & 0xFF), let tone = ReviewTone(rawValue: tag >> 8 & 0xF) else { return nil }
      self.part = part
      self.tone = tone
      note = tag >> 12
    }

    var raw: Int { note << 12 | tone.rawValue << 8 | part.number }
  }

  /// The parts of the page, from the top.
  enum Part: Hashable {
    case review
    case input(ReviewInput)
    case decisions
    case actions

    static let all: [Part] = [.review] + ReviewInput.allCases.map(Part.input) + [.decisions, .actions]

    var number: Int {
      switch self {
      case .review: 0
      case .input(let input): input.rawValue + 1
      case .decisions: 100
      case .actions: 101
      }
    }

    init?(_ number: Int) {
      guard let part = Self.all.first(where: { $0.number == number }) else { return nil }
      self = part
    }
  }

  func title(_ model: Model) -> String {
    let cycle = model.assessment.cycle
    let name = model.party.map { "   " + model.shortName(of: $0) } ?? ""
    return model.say(Words("Management review   cycle \(cycle)", "マネジメントレビュー   第\(cycle)期")) + name
  }

  // MARK: Lines

  static func review(_ model: Model) -> RecordID? { model.party.flatMap(model.assessment.reviewOfThisCycle) }

  func rows(_ model: Model, _ state: ScreenState) -> [Row] { content(model, state).rows }

  func content(_ model: Model, _ state: ScreenState) -> ScreenContent {
    let inputs = inputs(model)
    return ScreenContent(
      rows: rows(inputs, model), notes: inputs.flatMap { $0.items.map(\.state) })
  }

  private func rows(_ inputs: [(input: ReviewInput, items: [ReviewItem])], _ model: Model) -> [Row] {
    guard model.party != nil else { return [] }
    let review = Self.review(model)
    var note = 0
    let inputs = inputs.flatMap { input, items -> [Row] in
      [Row(nil, tag: Tag(.input(input)).raw)]
        + items.map { item in
          defer { note += 1 }
          return Row(item.record, depth: 1, tag: Tag(.input(input), item.tone, note: note).raw)
        }
    }
    let outputs = [(Part.decisions, RecordKind.decision), (.actions, .actionItem)].flatMap { part, kind in
      [Row(nil, tag: Tag(part).raw)]
        + Self.outputs(kind, of: review, model).map { Row($0, depth: 1, tag: Tag(part).raw) }
    }
    return [Row(review, tag: Tag(.review).raw)] + inputs + outputs
  }

  private func inputs(_ model: Model) -> [(input: ReviewInput, items: [ReviewItem])] {
    guard let party = model.party else { return [] }
    let inputs = ReviewInputs(model.assessment, party: party, today: model.context.today)
    return ReviewInput.allCases.map { ($0, inputs.items($0)) }
  }

  static func outputs(_ kind: RecordKind, of review: RecordID?, _ model: Model) -> [RecordID] {
    guard let review else { return [] }
    return model.assessment.sources(of: review).map(\.id).filter { model.assessment.kind(of: $0) == kind }
  }

  static func part(_ model: Model) -> Part? {
    model.state.current.flatMap { Tag($0.tag)?.part }
  }

  func opens(_ row: Row, _ model: Model) -> Bool {
    if row.record != nil { return true }
    if case .input? = Self.part(model) { return false }
    return birth(model) != nil && !model.context.readOnly
  }

  func enter(_ model: inout Model) -> [Effect]? {
    guard let part = Self.part(model) else { return [] }
    switch part {
    case .input:
      guard let record = model.current else { return [] }
      model.jump(to: record)
      return []
    case .review, .decisions, .actions:
      guard model.current == nil, let birth = birth(model), !model.context.readOnly else { return nil }
      model.layers.append(EntryLayer(birth, model))
      return []
    }
  }

  // MARK: New records

  /// The review itself while there is none; then what it decided, or who does what.
  func birth(_ model: Model) -> Birth? {
    guard let party = model.party else { return nil }
    guard let review = Self.review(model) else { return Self.newReview(of: party, model) }
    switch Self.part(model) {
    case .actions, .input(.earlierActions):
      var birth = Birth(
        .actionItem, party: party, defaults: [Slot(ActionItem.record.key): .reference(review)],
        held: [ActionItem.record.key])
      birth.words = Words("Action", "処置")
      return birth
    case .review, .input, .decisions, nil:
      return Birth(
        .decision, party: nil, defaults: [Slot(Decision.record.key): .reference(review)],
        held: [Decision.record.key])
    }
  }

  /// Of today and this cycle, with top management present as it must be.
  static func newReview(of party: RecordID?, _ model: Model) -> Birth {
    var defaults: [Slot: Value] = [
      Slot(ManagementReview.date.key): .day(model.context.today),
      Slot(ManagementReview.cycle.key): .integer(model.assessment.cycle),
    ]
    if let head = party.flatMap({ model.assessment[$0, Party.topManagement] }) {
      defaults[Slot(ManagementReview.present.key)] = .references([head])
    }
    return Birth(.managementReview, party: party, defaults: defaults)
  }

  func emptyText(_ model: Model) -> Words {
    Words(
      "A review is one party's: \(key: "party") chooses it.", "レビューは組織ごとに行います。\(key: "party") で組織を選んでください。")
  }

  func searchText(_ row: Row, _ model: Model) -> String? {
    guard row.record == nil, case .input(let input)? = Tag(row.tag)?.part else { return nil }
    return model.say(input.words)
  }
}
