import Canvas
import Catalogues
import Domain
import Interface
import Terminal

/// The start screen, until the person leaves it for good.
struct StartSession {
  let live: LiveSession

  private var surroundings: Surroundings { live.surroundings }

  /// Shows it; what was opened from here leads back here.
  func run() throws {
    let recent = RecentFiles(folders: surroundings.folders)
    var model = StartModel(
      recent: recent.paths, demos: WorkedCase.allCases.map { ($0.rawValue, $0.title) },
      language: surroundings.language, glyphs: try surroundings.theme().glyphs,
      size: Size(columns: 80, rows: 24))
    while let choice = try choose(&model) {
      do {
        guard try carryOut(choice) else { return }
        model.refresh(recent: recent.paths)
      } catch {
        model.notice = Notice(Failure(error).words[model.language], .error)
      }
    }
  }

  /// Shows the screen until something is chosen; nil when the person quits.
  private func choose(_ model: inout StartModel) throws -> StartEffect? {
    guard !surroundings.isPlain else { return PlainStart().choose(&model) }
    let session = try surroundings.takeTerminal()
    defer { session.close() }
    let desk = try ThemeDesk(session, surroundings)
    model.size = session.size
    while true {
      model.glyphs = desk.theme.glyphs
      session.present(model.view())
      for wakeup in session.nextEvents(wakeups: desk.descriptor.map { [$0] } ?? []) {
        guard case .event(let event) = wakeup else {
          if case .broken(let words) = desk.look() { model.notice = Notice(words[model.language], .warning) }
          continue
        }
        for effect in model.update(event) {
          switch effect {
          case .quit: return nil
          case .suspend: session.suspend()
          case .redraw: session.redraw()
          case .open, .demo, .create: return effect
          }
        }
      }
    }
  }

  /// False when the program was ended while a workspace was open.
  private func carryOut(_ choice: StartEffect) throws -> Bool {
    switch choice {
    case .open(let path):
      return try !live.open(surroundings.folders.expanded(path)).wasEnded
    case .demo(let name):
      guard let demo = WorkedCase(rawValue: name) else { return true }
      return try !live.openDemo(demo).wasEnded
    case .create(let request):
      let path = surroundings.folders.expanded(request.path)
      try NewRequest(
        path: path, scope: request.scope, title: request.title,
        entrants: request.parties.map { Entrant(EntrantRole($0.role), $0.name) }
      ).make(surroundings)
      return try !live.open(path).wasEnded
    case .suspend, .redraw, .quit: return true
    }
  }
}
