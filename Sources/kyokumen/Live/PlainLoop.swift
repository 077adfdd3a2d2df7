import Canvas
import Domain
import Interface
import Store
import Terminal

/// Waits for lines, folds what they ask for, says what came of it: the program while it is spoken.
final class PlainLoop {
  private let lines: LineSession
  private let live: LiveModel
  private var reader = PlainReader()
  /// It ended because the lines did, or because somebody ended it.
  private(set) var wasEnded = false
  /// The person ended the lines once, and typed nothing since.
  private var wantsToLeave = false

  init(
    _ model: consuming Model, _ workspace: Workspace, _ lines: LineSession, _ surroundings: Surroundings
  ) throws {
    self.lines = lines
    live = try LiveModel(model, workspace, PlainSeat(lines), surroundings)
  }

  /// Whether leaving now would lose what a demo was changed by.
  var isChanged: Bool { live.isChanged }

  /// Has orders carried out that nobody typed.
  func carryOut(_ effects: [Effect]) { live.carryOut(effects) }

  /// Runs until the person leaves or nothing more can be typed.
  func run() {
    live.begin()
    lines.write([live.model.say(PlainLoopWords.greeting)] + reader.begin(live))
    while !live.isOver {
      lines.prompt(reader.prompt(live.model))
      receive(waiting())
    }
    live.keep()
  }

  private var descriptors: [CInt] { [live.watch?.descriptor].compactMap(\.self) }

  private func waiting() -> LineSession.Wakeup? {
    while true {
      let isTimed = live.isBehind
      if let wakeup = lines.next(wakeups: descriptors, timeout: isTimed ? 300 : nil) { return wakeup }
      if live.keep() != nil { tell() }
    }
  }

  private func receive(_ wakeup: LineSession.Wakeup?) {
    switch wakeup {
    case .line(let line):
      wantsToLeave = false
      if !lines.isInteractive { lines.write([reader.prompt(live.model) + line]) }
      live.fold(.clockRead(live.clock.now))
      let said = reader.take(line, live)
      say(said)
      settle()
    case .ended: end(isAsked: true)
    case .interrupt:
      lines.write([""])
      live.fold(.terminal(.interrupt))
      say(reader.news(live))
    case .terminate: end(isAsked: false)
    case .messages:
      live.takeMessages()
      tell()
    case .descriptor:
      live.refresh()
      tell()
    case nil: break
    }
  }

  /// Where nobody reads any more there is nobody to go on for.
  private func say(_ said: [String]) {
    if !lines.write(said) { end(isAsked: false) }
  }

  /// What happened by itself, on a line of its own.
  private func tell() {
    let news = reader.news(live)
    guard !news.isEmpty else { return }
    if lines.isInteractive { lines.write([""]) }
    say(news)
  }

  /// A worker's answer belongs to the line that asked for it: the next one waits.
  private func settle() {
    while live.isAwaiting, !live.isOver {
      switch lines.next(readsLines: false, wakeups: descriptors) {
      case .messages: live.takeMessages()
      case .descriptor: live.refresh()
      case .interrupt: live.fold(.terminal(.interrupt))
      case .terminate: return end(isAsked: false)
      case .line, .ended, nil: break
      }
      if !live.isAwaiting { say(reader.news(live)) }
    }
  }

  /// A person who ends the lines leaves as with `quit`, and is asked what that asks; asked again they are gone. All
  /// that was done is in the file already.
  private func end(isAsked: Bool) {
    if isAsked, lines.isInteractive, !wantsToLeave, live.model.layers.isEmpty {
      wantsToLeave = true
      lines.write([""])
      live.fold(.asked(.action("quit", word: "")))
      say(reader.news(live))
      return
    }
    wasEnded = true
    let isTyped = live.model.unsavedText != nil
    live.fold(.terminal(.terminate))
    if isTyped { lines.write([live.model.say(live.keep().map(PlainLoopWords.lost) ?? PlainLoopWords.kept)]) }
  }
}

/// What the spoken program says of itself.
enum PlainLoopWords {
  static let greeting = Words(
    "Kyokumen, line by line. Type ? for help, quit to leave.", "局面（行表示）。? でヘルプ、終了は quit。")
  static let kept = Words(
    "What was typed and not saved is kept for the next time.", "入力して保存していない内容は、次回のために残しました。")

  static func lost(_ why: Words) -> Words {
    Words("What was typed and not saved is lost. \(why.en)", "入力して保存していない内容は失われました。\(why.ja)")
  }

  static func demoKept(_ path: String) -> Words {
    Words("The changed demo is kept as \(path).", "変更したデモを \(path) に残しました。")
  }
}
