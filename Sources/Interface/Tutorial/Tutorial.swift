import Canvas
import Domain

/// Ten minutes on the demo: what to try next stands above the footer, and goes on by itself once it was done.
package struct Tutorial: Sendable {
  /// How things were when a step began, to tell that it was done.
  struct Standing: Hashable, Sendable {
    let party: RecordID?
    let screen: ScreenID
    let cursor: Int
    let risks: Int
    let phases: [PhaseState]

    init(_ model: Model) {
      party = model.party
      screen = model.screen
      cursor = model.state.cursor
      risks = model.assessment.ids(.risk).count
      phases = model.assessment.participants.flatMap { party in
        Phase.allCases.map { model.assessment.phases[party, $0] }
      }
    }
  }

  /// Which step, counted from 0.
  package private(set) var step = 0
  private var before: Standing

  package init(_ model: Model) { before = Standing(model) }

  var current: TutorialStep { TutorialStep.all[step] }
  package var isAtEnd: Bool { step == TutorialStep.all.count - 1 }

  /// Goes on when what the step asks for was done.
  mutating func follow(_ model: Model) {
    while !isAtEnd, current.isDone(model, before) { goOn(model) }
  }

  /// Goes on to the next step, done or not.
  mutating func goOn(_ model: Model) {
    guard !isAtEnd else { return }
    step += 1
    before = Standing(model)
  }

  /// Back to the step before.
  mutating func goBack(_ model: Model) {
    step = max(0, step - 1)
    before = Standing(model)
  }
}

/// One thing to try.
struct TutorialStep: Sendable {
  /// Where it is tried; nil for anywhere.
  let place: ScreenID?
  /// What to do and what comes of it.
  let words: Words
  /// What it is tried in, where that is opened by an action and then typed into: letters are text there.
  let line: String?
  /// Whether it is tried in what the step before opened.
  let isWithin: Bool
  /// Actions that may change something meanwhile.
  let acts: Set<String>
  /// Whether it was done, given how things were when it began.
  let isDone: @Sendable (Model, Tutorial.Standing) -> Bool

  init(
    at place: ScreenID? = nil, in line: String? = nil, isWithin: Bool = false, acts: Set<String> = [],
    _ words: Words, until isDone: @escaping @Sendable (Model, Tutorial.Standing) -> Bool
  ) {
    self.place = place
    self.line = line
    self.isWithin = isWithin || line != nil
    self.acts = acts
    self.words = words
    self.isDone = isDone
  }
}

extension Model {
  /// Begins the tutorial.
  package mutating func learn() { tutorial = Tutorial(self) }

  mutating func followTutorial() {
    guard var tutorial else { return }
    tutorial.follow(self)
    self.tutorial = tutorial
  }

  mutating func turnTutorial(forward: Bool) -> [Effect] {
    guard var tutorial else { return [] }
    if forward { tutorial.goOn(self) } else { tutorial.goBack(self) }
    self.tutorial = tutorial
    return []
  }

  /// Lines above the footer that the tutorial takes; none when it is not on.
  var coachRows: Int { tutorial == nil ? 0 : size.rows >= 20 ? 4 : 2 }

  /// What to try now, in the person's language and with the person's keys; nil when nobody learns.
  package var coachText: String? { tutorial.map { say($0.current.words) } }

  /// What to try now, above the footer.
  func drawCoach(_ pen: inout Pen, in strip: Rect) {
    guard let tutorial, strip.rows > 0 else { return }
    pen.frame.fill(strip, role: .text, ground: .popup)
    let count = "\(tutorial.step + 1) / \(TutorialStep.all.count)"
    let title = Words(" Tutorial \(count) ", " 手引 \(count) ")
    let used = pen.put(title, at: strip.origin, role: .title)
    let rest = strip.splitTop(1).rest
    let words = coachText ?? ""
    if let astray {
      pen.put(
        astray, at: strip.origin.moved(columns: used + 1), role: .messageWarning,
        width: strip.columns - used - 2)
    } else if !tutorial.isAtEnd {
      pen.putRight(
        say(Words("\(key: "tutorial-skip") goes on without", "\(key: "tutorial-skip") で飛ばす")) + " ",
        at: strip.origin.moved(columns: used), width: strip.columns - used, role: .textMuted)
    }
    for (row, line) in DisplayWidth.wrap(words, to: rest.columns - 2).prefix(rest.rows).enumerated() {
      pen.put(String(line), at: rest.line(row).origin.moved(columns: 1), width: rest.columns - 2)
    }
  }

  /// What keeps the step from being tried, and the key that helps; nil when nothing does.
  private var astray: Words? {
    guard let step = tutorial?.current else { return nil }
    if let closed = lineIsClosed { return closed }
    if !layers.isEmpty {
      return step.isWithin || tutorial?.isAtEnd == true
        ? nil : Words("First Esc: it closes what is open.", "先に Esc で閉じてください。")
    }
    guard let place = step.place, place != screen else { return nil }
    let way = "\(key: Self.door(to: place))"
    return Words("You are elsewhere: \(way) leads back there.", "別の画面です。\(way) で戻れます。")
  }

  /// Said where a step is typed into a line that was closed.
  private var lineIsClosed: Words? {
    guard layers.isEmpty, let line = tutorial?.current.line else { return nil }
    return Words("The line is closed: \(key: line) opens it again.", "入力行が閉じています。\(key: line) で開きます。")
  }

  /// What the tutorial says of a key that would not do what its step is about: text typed beside its line, or what
  /// would change something else; nil when the key may go on.
  func heldBackByTutorial(_ key: Key, _ action: Action?) -> Words? {
    guard let tutorial, !tutorial.isAtEnd else { return nil }
    let step = tutorial.current
    if let action, step.line == action.id || step.acts.contains(action.id) { return nil }
    if let closed = lineIsClosed, key.isText || key == .enter { return closed }
    guard let action, action.capability != .look else { return nil }
    return Words(
      "Not now: first what stands above. \(key: "tutorial-skip") goes on without it.",
      "今は上に書かれた操作をどうぞ。\(key: "tutorial-skip") で飛ばせます。")
  }

  /// The action that opens a screen.
  private static func door(to screen: ScreenID) -> String {
    guard ActionRegistry.action(named: screen.rawValue) == nil, let phase = screen.phase else {
      return screen.rawValue
    }
    return "phase-\(phase.rawValue)"
  }
}

extension Key {
  /// Whether it would be a character of a text.
  fileprivate var isText: Bool { if case .character = self { true } else { false } }
}
