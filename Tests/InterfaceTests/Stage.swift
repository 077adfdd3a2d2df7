import Canvas
import Catalogues
import Domain
import Interface
import Testing

/// A program without a terminal and without a file: keys go in, frames come out, acts are carried out in memory.
struct Stage {
  var model: Model
  private var acts: [[Change]] = []
  /// What the file would keep aside until a reveal.
  private var openings: [Opening] = []
  /// How the cycles stood that were closed here.
  private var closed: [CycleStanding] = []
  /// What lies at paths that are imported.
  var files: [String: [ImportedTable]] = [:]
  /// Orders that only the world outside can carry out.
  private(set) var orders: [Effect] = []

  /// 2026-11-24, the day all worked cases of the tests lie around.
  static let today = Day(number: 20_781)

  init(
    _ worked: WorkedCase = .cloud, _ language: Language = .japanese, size: Size = .large
  ) throws {
    var assessment = Assessment()
    var context = Context(today: Self.today, actor: "tester", catalogues: Catalogues.shelf)
    try worked.build(language: language, today: Self.today) { commands, actor, party in
      context.party = party
      context.actor = actor
      return try assessment.perform(commands, in: context)
    }
    context.actor = "tester"
    model = Model(
      assessment: assessment, context: context, language: language, glyphs: .neutral, size: size,
      isDemo: true)
  }

  /// Types keys one after another; text stands for its characters.
  mutating func press(_ keys: Key...) {
    for key in keys { send(.terminal(.key(key))) }
  }

  mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  mutating func send(_ message: Message) {
    var waiting = model.update(message)
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      waiting += carryOut(effect)
    }
  }

  private mutating func perform(_ commands: [Command], _ origin: Origin) -> [Effect] {
    do throws(Refusal) {
      let before = closesCycle(commands) ? CycleStanding(model.assessment, today: model.context.today) : nil
      let changes = try model.withPresent { (assessment, context) throws(Refusal) in
        try assessment.perform(commands, in: context)
      }
      if let before { closed.append(before) }
      acts.append(changes)
      return model.update(.performed(.done(changes), origin))
    } catch {
      return model.update(.performed(.refused(error), origin))
    }
  }

  private func closesCycle(_ commands: [Command]) -> Bool {
    commands.contains {
      guard case .phase(.closeCycle) = $0 else { return false }
      return true
    }
  }

  private mutating func cast(_ ballots: [Ballot]) -> [Effect] {
    let sealed = ballots.enumerated().map { number, ballot in
      Opening(ballot, salt: String(repeating: "7", count: 32) + String(openings.count + number))
    }
    openings += sealed
    return perform(sealed.map(Command.cast), .estimate)
  }

  /// Loses what was kept aside for a participant, as an export does.
  mutating func loseOpenings(of participant: RecordID) {
    openings.removeAll { $0.ballot.participant == participant }
  }

  private mutating func carryOut(_ effect: Effect) -> [Effect] {
    switch effect {
    case .perform(let commands, let origin): return perform(commands, origin)
    case .cast(let ballots): return cast(ballots)
    case .reveal(let round, let leavingOut):
      return perform([.reveal(round, openings, leavingOut: leavingOut)], .estimate)
    case .undo:
      guard let act = acts.popLast() else { return [] }
      let back = act.reversed().compactMap { $0.inverse(in: model.assessment) }
      do throws(Refusal) {
        return model.update(.performed(.done(try model.assessment.enact(back, in: model.context)), .undo))
      } catch {
        return model.update(.performed(.refused(error), .undo))
      }
    case .readImport(let request): return readImport(request)
    case .readCycles: return model.update(.cyclesRead(closed))
    case .redo, .readHistory, .readPast, .edit, .copy, .redraw, .suspend, .toggleMouse, .useTheme, .saveCopy,
      .readMinutes, .readStop, .readChanged, .openNotes, .writeNote, .readAudit,
      .readEvidence, .writeReport, .stopWork, .cancelImport, .bell, .quit:
      orders.append(effect)
      return []
    }
  }

  private mutating func readImport(_ request: ImportRequest) -> [Effect] {
    var request = request
    request.tables = request.tables ?? files[request.path]
    guard let tables = request.tables else {
      return model.update(.importRead(.failed(Words("no such file", "ファイルがありません"))))
    }
    let read = TableImport(tables, request.order, model.assessment, model.context)
    return model.update(.importRead(.read(request, read)))
  }

  /// Carries out one act as an action would order it.
  mutating func act(_ commands: [Command]) {
    for effect in carryOut(.perform(commands, .action)) { _ = carryOut(effect) }
  }

  /// Opens a screen as a person does who knows its name.
  mutating func open(_ screen: ScreenID) { model.go(to: screen) }

  mutating func show(party key: String?) {
    model.showParty(key.flatMap { model.assessment.party(key: $0) })
  }

  /// Puts the cursor on a record of the screen in front.
  mutating func select(_ record: RecordID) throws {
    let isShown = model.select(record)
    try #require(isShown)
  }

  var frame: Frame { model.view() }

  var text: String { TextWriter().write(frame) }
}

extension Size {
  static let large = Size(columns: 120, rows: 40)
  static let small = Size(columns: 80, rows: 24)
}
