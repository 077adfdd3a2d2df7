import Canvas
import Catalogues
import Domain
import Glibc
import Interface
import Store
import Terminal

/// A workspace on screen, from opening the terminal to giving it back.
struct LiveSession {
  let surroundings: Surroundings

  /// Looks whether an interface can be shown here at all, before anything is made for it.
  ///
  /// - Throws: `Failure` with a sentence; exit status 64.
  func admit() throws {
    guard !surroundings.isPlain else { return }
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw SessionError.notATerminal }
  }

  /// Shows a workspace file until the person leaves.
  func show(
    _ workspace: Workspace, name: String, isDemo: Bool = false, as visitor: Visitor = .member
  ) throws -> Ending {
    defer { try? workspace.close() }
    // Before the terminal is taken and the file read: with keys that cannot be used nothing is shown.
    let keymap = try surroundings.keymap()
    guard !surroundings.isPlain else {
      return try say(workspace, keymap, name: name, isDemo: isDemo, as: visitor)
    }
    let session = try surroundings.takeTerminal()
    defer { session.close() }
    // The terminal answers while the file is read.
    let assessment = try workspace.load()
    session.settle(within: .zero)
    let desk = try ThemeDesk(session, surroundings)
    let model = model(
      assessment, of: workspace, keymap, glyphs: desk.theme.glyphs, size: session.size, name: name,
      isDemo: isDemo, visitor)
    let loop = try MainLoop(model, workspace, session, desk, surroundings)
    loop.carryOut(visitor.orders)
    loop.run()
    return Ending(wasEnded: loop.wasEnded, isChanged: loop.isChanged)
  }

  /// The same, line by line.
  private func say(
    _ workspace: Workspace, _ keymap: Keymap, name: String, isDemo: Bool, as visitor: Visitor
  ) throws -> Ending {
    let model = model(
      try workspace.load(), of: workspace, keymap, glyphs: .spoken, size: PlainSeat.extent, name: name,
      isDemo: isDemo, visitor)
    let lines = LineSession()
    defer { lines.close() }
    let loop = try PlainLoop(model, workspace, lines, surroundings)
    loop.carryOut(visitor.orders)
    loop.run()
    return Ending(wasEnded: loop.wasEnded, isChanged: loop.isChanged)
  }

  private func model(
    _ assessment: consuming Assessment, of workspace: Workspace, _ keymap: Keymap, glyphs: Glyphs,
    size: Size, name: String, isDemo: Bool, _ visitor: Visitor
  ) -> Model {
    var context = surroundings.context(readOnly: workspace.isReadOnly)
    context.replica = workspace.replica
    var model = Model(
      assessment: assessment, context: context, language: surroundings.language, glyphs: glyphs, size: size,
      fileName: name, isDemo: isDemo)
    model.keymap = keymap
    if case .learner = visitor { model.learn() }
    if case .auditor = visitor { model.sitDownToAudit() }
    return model
  }

  /// Who sits down.
  enum Visitor {
    case member
    /// Somebody who learns: what to try next stands on the screen.
    case learner
    /// Somebody who writes findings and nothing else, keeps notes in a file of their own, if in any, and looks at a
    /// closed cycle, if at any.
    case auditor(notes: String?, cycle: Int?)

    /// What is done for them before anything is shown.
    var orders: [Effect] {
      guard case .auditor(let notes, let cycle) = self else { return [] }
      return (notes.map { [.openNotes($0)] } ?? []) + (cycle.map { [.readPast(.closing(cycle: $0))] } ?? [])
    }
  }

  /// How it came to an end.
  struct Ending {
    /// By a signal or a lost connection.
    let wasEnded: Bool
    /// Something was done, or typed and not saved.
    let isChanged: Bool
  }
}

extension LiveSession {
  /// Opens a workspace file, to look only where it may not be written to.
  @discardableResult
  func open(_ path: String, as visitor: Visitor = .member) throws -> Ending {
    let workspace: Workspace
    do {
      workspace = try Workspace.open(at: path)
    } catch WorkspaceError.readOnly {
      workspace = try Workspace.open(at: path, readOnly: true)
    }
    RecentFiles(folders: surroundings.folders).note(path)
    return try show(workspace, name: path.split(separator: "/").last.map(String.init) ?? path, as: visitor)
  }

  /// Opens a worked case in a scratch copy. One that was ended while changed stays, among the recent files.
  @discardableResult
  func openDemo(_ demo: WorkedCase, as visitor: Visitor = .member) throws -> Ending {
    let folder = surroundings.folders.state + "/demos"
    try Folders.make(folder)
    let path = folder + "/\(demo.rawValue)-\(getpid())-\(surroundings.clock.now.milliseconds).kyokumen"
    let ending: Ending
    do {
      ending = try show(
        DemoBuilder(demo, surroundings).write(to: path), name: "demo:" + demo.rawValue, isDemo: true,
        as: visitor)
    } catch {
      remove(path)
      throw error
    }
    if ending.wasEnded, ending.isChanged, case .member = visitor {
      RecentFiles(folders: surroundings.folders).note(path)
      if surroundings.isPlain { try Output.print(PlainLoopWords.demoKept(path)[surroundings.language]) }
    } else {
      remove(path)
    }
    return ending
  }

  private func remove(_ path: String) {
    StateFile<UnsavedText>.draft(of: path, surroundings.folders).forget()
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
  }
}
