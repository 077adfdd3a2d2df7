import Canvas
import Domain
import Interface
import Store
import Terminal

/// A participant's own terminal, until the person leaves: waits for keys and for what the others store, and for
/// nothing else.
struct JoinSession {
  let live: LiveSession

  private var surroundings: Surroundings { live.surroundings }

  /// Shows the estimate card on a workspace that may be written to.
  func run(_ source: consuming WorkspaceFile, name: String, party: RecordID?) throws {
    let workspace = source.workspace
    var context = surroundings.context(of: source.assessment)
    context.replica = workspace.replica
    guard !surroundings.isPlain else {
      let model = JoinModel(
        assessment: source.assessment, context: context, name: name, language: surroundings.language,
        glyphs: .spoken, size: PlainSeat.extent)
      return try say(model, party: party, workspace)
    }
    let session = try surroundings.takeTerminal()
    defer { session.close() }
    let desk = try ThemeDesk(session, surroundings)
    var model = JoinModel(
      assessment: source.assessment, context: context, name: name, language: surroundings.language,
      glyphs: desk.theme.glyphs, size: session.size)
    let watch = try workspace.watch()
    session.setTitle(UI.programName[surroundings.language] + " " + name)
    for effect in model.sitDown(for: party) { _ = carryOut(effect, &model, workspace, session) }
    while true {
      model.glyphs = desk.theme.glyphs
      session.present(model.view())
      let wakeups = [watch?.descriptor, desk.descriptor].compactMap(\.self)
      for wakeup in session.nextEvents(wakeups: wakeups) {
        guard case .event(let event) = wakeup else {
          if wakeup == .answered || desk.descriptor.map({ wakeup == .descriptor($0) }) == true,
            case .broken(let words) = desk.look()
          {
            model.notice = Notice(words[model.language], .warning)
          }
          watch?.drain()
          refresh(&model, workspace)
          continue
        }
        for effect in model.update(event) where !carryOut(effect, &model, workspace, session) { return }
      }
    }
  }

  /// The same, line by line.
  private func say(_ model: consuming JoinModel, party: RecordID?, _ workspace: Workspace) throws {
    let lines = LineSession()
    defer { lines.close() }
    let seat = PlainSeat(lines)
    let watch = try workspace.watch()
    for effect in model.sitDown(for: party) { _ = carryOut(effect, &model, workspace, seat) }
    var last: [String] = []
    while true {
      let said = model.said()
      if said != last { lines.write(said) }
      last = said
      lines.prompt("> ")
      switch lines.next(wakeups: [watch?.descriptor].compactMap(\.self)) {
      case .line(let line):
        if !lines.isInteractive { lines.write(["> " + line]) }
        for effect in model.take(line) where !carryOut(effect, &model, workspace, seat) { return }
      case .ended, .terminate, .interrupt: return
      case .descriptor, .messages, nil:
        watch?.drain()
        refresh(&model, workspace)
      }
    }
  }

  /// False when the person leaves.
  private func carryOut(
    _ effect: JoinEffect, _ model: inout JoinModel, _ workspace: Workspace, _ seat: any Seat
  ) -> Bool {
    let now = surroundings.clock.now
    model.context.today = surroundings.clock.today
    switch effect {
    case .perform(let commands):
      act(&model, workspace) {
        try workspace.perform(commands, on: &$0.assessment, in: $0.context, at: now)
      }
    case .cast(let ballot):
      act(&model, workspace) {
        let opening = Opening(ballot, salt: Salt.fresh())
        return try workspace.cast([opening], on: &$0.assessment, in: $0.context, at: now)
      }
    case .suspend:
      seat.suspend()
      model.size = seat.size
    case .redraw: seat.redraw()
    case .quit: return false
    }
    return true
  }

  private func act(
    _ model: inout JoinModel, _ workspace: Workspace, _ work: (inout JoinModel) throws -> [Change]
  ) {
    do {
      model.finish(.done(try work(&model)))
    } catch let refusal as Refusal {
      model.finish(.refused(refusal))
    } catch {
      model.finish(.failed(Failure(error).words[model.language]))
    }
    refresh(&model, workspace)
  }

  private func refresh(_ model: inout JoinModel, _ workspace: Workspace) {
    do {
      if try !workspace.refresh(&model.assessment).isEmpty { model.follow() }
    } catch {
      model.notice = Notice(Failure(error).words[model.language], .error)
    }
  }
}
