package import Canvas
package import Domain

/// What a person may choose where no workspace was named.
package enum StartRow: Hashable, Sendable {
  case recent(String)
  case openFile
  case new
  /// A worked case by its name on the command line.
  case demo(String, Words)
}

/// A new workspace as it was asked for on the start screen.
package struct StartRequest: Hashable, Sendable {
  package let scope: Scope
  package let title: String
  package let parties: [(role: PartyRole, name: String)]
  package let path: String

  package static func == (one: StartRequest, other: StartRequest) -> Bool {
    one.scope == other.scope && one.title == other.title && one.path == other.path
      && one.parties.map(\.role) == other.parties.map(\.role)
      && one.parties.map(\.name) == other.parties.map(\.name)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(title)
  }
}

/// An order of the start screen.
package enum StartEffect: Hashable, Sendable {
  case open(String)
  case demo(String)
  case create(StartRequest)
  case suspend
  case redraw
  case quit
}

/// The screen before any workspace is open: a loop of its own, since there is nothing yet to assess.
package struct StartModel: Sendable {
  package let language: Language
  package var glyphs: Glyphs
  package var size: Size
  /// A sentence at the foot until the next key.
  package var notice: Notice?
  var rows: [StartRow]
  var cursor = 0
  var form: StartForm?

  /// Paths come the latest first; worked cases by name, with their titles.
  package init(
    recent: [String], demos: [(name: String, title: Words)], language: Language, glyphs: Glyphs, size: Size
  ) {
    self.language = language
    self.glyphs = glyphs
    self.size = size
    rows = recent.map(StartRow.recent) + [.openFile, .new] + demos.map { .demo($0.name, $0.title) }
  }

  /// Takes one event in.
  package mutating func update(_ event: TerminalEvent) -> [StartEffect] {
    switch event {
    case .key(let key): return press(key)
    case .paste(let text):
      form?.paste(text)
      return []
    case .resize(let size):
      self.size = size
      return []
    case .suspendRequested: return [.suspend]
    case .interrupt: return press(.control("c"))
    case .terminate, .hangup: return [.quit]
    case .mouse, .focusGained: return []
    }
  }

  private mutating func press(_ key: Key) -> [StartEffect] {
    notice = nil
    if key == .control("z") { return [.suspend] }
    if key == .control("l") { return [.redraw] }
    guard form == nil else { return pressInForm(key) }
    switch key.halfWidth {
    case .up, .character("k"): cursor = max(0, cursor - 1)
    case .down, .character("j"): cursor = min(rows.count - 1, cursor + 1)
    case .home, .character("g"): cursor = 0
    case .end, .character("G"): cursor = rows.count - 1
    case .character("n"): form = .new(language)
    case .character("o"): form = .openFile()
    case .character("q"), .control("c"): return [.quit]
    case .enter: return choose(rows[cursor])
    default: break
    }
    return []
  }

  private mutating func choose(_ row: StartRow) -> [StartEffect] {
    switch row {
    case .recent(let path): return [.open(path)]
    case .demo(let name, _): return [.demo(name)]
    case .openFile: form = .openFile()
    case .new: form = .new(language)
    }
    return []
  }

  private mutating func pressInForm(_ key: Key) -> [StartEffect] {
    guard var form else { return [] }
    switch form.receive(key, language) {
    case .stays: self.form = form
    case .closes: self.form = nil
    case .orders(let effect):
      // It stays open until the order is carried out, so that nothing has to be typed twice.
      self.form = form
      return [effect]
    }
    return []
  }

  /// The recent files as they are now.
  package mutating func refresh(recent: [String]) {
    let others = rows.filter { if case .recent = $0 { false } else { true } }
    rows = recent.map(StartRow.recent) + others
    cursor = min(cursor, rows.count - 1)
    form = nil
  }
}
