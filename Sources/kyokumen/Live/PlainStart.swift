import Interface
import Terminal

/// The start screen line by line, until something is chosen.
struct PlainStart {
  /// Nil when the person leaves or nothing more is typed.
  func choose(_ model: inout StartModel) -> StartEffect? {
    let lines = LineSession()
    defer { lines.close() }
    lines.write(model.said())
    while true {
      lines.prompt("> ")
      switch lines.next(wakeups: []) {
      case .line(let line):
        if !lines.isInteractive { lines.write(["> " + line]) }
        for effect in model.take(line) {
          switch effect {
          case .quit: return nil
          case .open, .demo, .create: return effect
          case .suspend, .redraw: break
          }
        }
        guard lines.write(model.said()) else { return nil }
      case .ended, .terminate, .interrupt: return nil
      case .messages, .descriptor, nil: break
      }
    }
  }
}
