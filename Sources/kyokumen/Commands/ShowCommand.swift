import ArgumentParser
import Canvas
import Domain
import Interface
import Store

/// `kyokumen show`
struct ShowCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: Words("Draw one screen without a terminal.", "端末なしで一つの画面を描く。").said,
    discussion: Words(
      "FILE may be demo:cloud, demo:cyberspace or demo:single.",
      "ファイルの代わりに demo:cloud、demo:cyberspace、demo:single も使える。"
    ).said)

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: .said("The workspace file, or a demo.", "ワークスペースのファイル、又はデモ。"),
    completion: CompletionScript.workspaceOrDemo)
  var file: String

  @Argument(
    help: .said("One of: \(ShownScreen.names).", "次のいずれか: \(ShownScreen.names)。", "screen"),
    completion: .list(ShownScreen.allValueStrings))
  var screen: ShownScreen

  @Option(
    help: .said("Columns and rows.", "桁数と行数。", "columns>x<rows"),
    completion: .list(["80x24", "120x40", "200x50"]))
  var size = Size(columns: 120, rows: 40)

  @Option(help: .said("text, ansi or svg.", "text、ansi、svg のいずれか。"))
  var format: PictureFormat = .text

  @Option(
    help: .said("Whose records: a party's key, or all.", "どの組織の記録か。略号、又は all。", "key"), completion: .party)
  var party: String?

  @Option(
    help: .said("The record under the cursor, by its label.", "カーソルを置く記録（記号で指定）。", "label"),
    completion: .record)
  var record: String?

  @Option(
    name: .customLong("for"), help: .said("Only what that party may see.", "その組織に開示されるものだけ。", "key"),
    completion: .party)
  var audience: String?

  @Option(
    help: .said(
      "As it stood: a day's end, after a journal entry, or a closed cycle.",
      "過去の時点: その日の終わり、履歴の番号の直後、又は締めた期。", "day|seq|cycle:N"))
  var at: PastPoint?

  func carryOut(in surroundings: Surroundings) throws {
    var source = try WorkspaceFile.read(file, surroundings)
    defer { source.close() }
    let hidden = try audience.map { try source.hide(from: source.party($0)) } ?? 0
    let party = try self.party.flatMap { $0 == "all" ? nil : try source.party($0) }
    let record = try self.record.map(source.record)
    let theme = try surroundings.theme()
    var model = Model(
      assessment: source.assessment, context: source.context(surroundings),
      language: surroundings.language, glyphs: theme.glyphs, size: size, fileName: source.name)
    model.keymap = surroundings.keymapToTell()
    if self.party != nil { model.showParty(party) }
    if let at { try look(at: at, &model, source, surroundings.clock) }
    if let record { try aim(at: record, &model, source) }
    if screen.id == .history {
      let reader = HistoryReader(workspace: source.workspace, clock: surroundings.clock)
      let lines = try reader.lines(of: record, in: source.assessment)
      _ = model.update(.historyRead(lines, of: record))
    }
    if screen.id == .comparison {
      _ = model.update(.cyclesRead(try source.workspace.closedCycles(day: surroundings.clock.day(of:))))
    }
    model.show(screen.id)
    if let record { _ = model.select(record) }
    _ = model.update(.clockRead(surroundings.clock.now))
    // Readies what the frame shows of the gates and scrolls to the cursor.
    let orders = model.update(.terminal(.resize(size)))
    for case .readStop(let record) in orders {
      let reader = HistoryReader(workspace: source.workspace, clock: surroundings.clock)
      let lines = try reader.lines(of: record, in: source.assessment)
      _ = model.update(.stopRead(lines, of: record))
    }
    try Output.write(Array(picture(of: model, theme, surroundings).utf8))
    if hidden > 0 { Output.diagnose(Audience.leftOut(hidden)[surroundings.language]) }
  }

  private func look(
    at point: PastPoint, _ model: inout Model, _ source: WorkspaceFile, _ clock: Clock
  ) throws {
    guard audience == nil else {
      throw Failure(
        .usage, "--at and --for do not go together: what a party may see is told of the present",
        "--at と --for は同時に指定できません。開示の範囲は現在のものです")
    }
    let (state, time) = try source.past(point, clock)
    _ = model.update(.pastRead(state, at: time))
  }

  private func aim(at record: RecordID, _ model: inout Model, _ source: WorkspaceFile) throws {
    model.focus = record
    if party == nil, let owner = source.assessment.party(of: record) { model.showParty(owner) }
  }

  private func picture(of model: Model, _ theme: Theme, _ surroundings: Surroundings) -> String {
    switch format {
    case .text: TextWriter().write(model.view())
    case .ansi: ANSIWriter(theme: theme, depth: depth(surroundings)).write(model.view())
    case .svg: SVGWriter(theme: theme).write(model.view(), title: "局面 " + screen.id.rawValue)
    }
  }

  private func depth(_ surroundings: Surroundings) -> ColorDepth {
    if surroundings.environment["NO_COLOR"]?.isEmpty == false { return .mono }
    return ["truecolor", "24bit"].contains(surroundings.environment["COLORTERM"]) ? .truecolor : .indexed256
  }
}

/// A screen by its name, as far as it is built.
struct ShownScreen: ExpressibleByArgument {
  let id: ScreenID

  /// The names of all screens that are built.
  static var names: String { Screens.all.map(\.id.rawValue).joined(separator: ", ") }
  static var allValueStrings: [String] { Screens.all.map(\.id.rawValue) }

  init?(argument: String) {
    guard let id = ScreenID(rawValue: argument), Screens.isBuilt(id) else { return nil }
    self.id = id
  }
}

/// What `show` writes.
enum PictureFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case ansi
  case svg
}

extension Size: ExpressibleByArgument {
  /// Reads `120x40`; within what a screen can be.
  package init?(argument: String) {
    let parts = argument.lowercased().split(separator: "x").compactMap { Int($0) }
    guard parts.count == 2, (1...1000).contains(parts[0]), (1...1000).contains(parts[1]) else { return nil }
    self.init(columns: parts[0], rows: parts[1])
  }

  package var defaultValueDescription: String { "\(columns)x\(rows)" }
}

extension PastPoint: ExpressibleByArgument {
  /// Reads `2026-11-20`, `1204` or `cycle:1`.
  package init?(argument: String) {
    if let day = Day(text: argument) {
      self = .endOf(day)
    } else if let seq = Int64(argument), seq > 0 {
      self = .act(of: seq)
    } else if argument.hasPrefix("cycle:"), let cycle = Int(argument.dropFirst(6)), cycle > 0 {
      self = .closing(cycle: cycle)
    } else {
      return nil
    }
  }
}
