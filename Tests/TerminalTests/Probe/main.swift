// The program under test in the real-terminal tests: shows a frame, logs every event on descriptor 3, and does on
// request what the tests want to see done to a terminal.
import Canvas
import Glibc
import Terminal

func log(_ line: String) {
  let bytes = Array("\(line)\n".utf8)
  _ = write(3, bytes, bytes.count)
}

func words(_ event: TerminalEvent) -> String {
  switch event {
  case .key(let key): "key \(key.name)"
  case .paste(let text): "paste \(text.debugDescription)"
  case .resize(let size): "resize \(size.columns)x\(size.rows)"
  case .mouse(let mouse): "mouse \(mouse.action) \(mouse.point.column),\(mouse.point.row)"
  case .focusGained: "focus"
  case .suspendRequested: "suspend"
  case .interrupt: "interrupt"
  case .terminate: "terminate"
  case .hangup: "hangup"
  }
}

func words(_ answers: TerminalAnswers) -> String {
  let ground = answers.background.map(\.hex) ?? "-"
  let width = answers.isAmbiguousWide.map { $0 ? "wide" : "narrow" } ?? "-"
  let hold = answers.canSynchronize.map { $0 ? "holds" : "paints" } ?? "-"
  return "\(ground) \(width) \(hold) \(answers.name ?? "-")\(answers.isComplete ? " all" : "")"
}

/// The picture of a state: what the keys below change.
struct Picture {
  var text = "plain"
  var role = Role.text
  var isCorner = false
  var cursor: Point?

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    frame.put(text, at: Point(column: 0, row: 0), role: role)
    if isCorner {
      let last = Point(column: size.columns - 1, row: size.rows - 1)
      frame.put("Z", at: last)
      frame.put("局", at: Point(column: size.columns - 2, row: 0))
    }
    frame.cursor = cursor
    frame.showsCursor = cursor != nil
    return frame
  }
}

final class Probe {
  private let session: Session
  private let mailbox = Mailbox<Int>()
  private var picture = Picture()
  private var isRunning = true
  private var marks = 0
  private var received = 0

  init(session: Session) {
    self.session = session
  }

  func run() {
    log("ready \(session.depth.rawValue) \(session.size.columns)x\(session.size.rows)")
    show()
    while isRunning {
      for wakeup in session.nextEvents() { fold(wakeup) }
      if isRunning { show() }
    }
    session.close()
    log("closed")
  }

  /// The title after each frame is the fence that tells the tests where its bytes end.
  private func show() {
    session.present(picture.frame(size: session.size))
    marks += 1
    session.setTitle("mark \(marks)")
  }

  private func fold(_ wakeup: Wakeup) {
    switch wakeup {
    case .messages:
      let batch = mailbox.take()
      received += batch.count
      log("messages \(received)")
    case .descriptor: break
    case .answered: log("answered \(words(session.answers))")
    case .event(let event):
      log(words(event))
      react(to: event)
    }
  }

  private func react(to event: TerminalEvent) {
    switch event {
    case .suspendRequested:
      session.suspend()
      log("continued")
    case .terminate, .hangup: isRunning = false
    case .key(.character(let letter)): perform(letter)
    case .key, .paste, .resize, .mouse, .focusGained, .interrupt: break
    }
  }

  private func perform(_ letter: Character) {
    switch letter {
    case "q": isRunning = false
    case "w": picture.text = "局面 か\u{3099} x"
    case "e": picture.text = "\u{1FAE8}|"
    case "c": picture.role = .riskLevel5
    case "z": picture.isCorner = true
    case "d": picture.role = .textMuted
    case "s":
      picture.text = "① → ※ ●局"
      session.use(coloured, standsIn: true)
    case "k": picture.cursor = Point(column: 5, row: 2)
    case "l": session.redraw()
    case "m": session.setMouse(!session.isMouseOn)
    case "y": log("copied \(session.copy("局"))")
    case "b": session.beep()
    case "a": session.away { log("away") }
    case "p": postFromThreads()
    case "t": waitForPipe()
    default: fall(letter)
    }
  }

  private func waitForPipe() {
    var ends: [CInt] = [0, 0]
    pipe(&ends)
    log("waited \(session.nextEvents(timeout: .milliseconds(1), wakeups: [ends[0]]).count)")
    _ = write(ends[1], "x", 1)
    let woken = session.nextEvents(timeout: .seconds(30), wakeups: [ends[0]])
    log("woken \(woken == [.descriptor(ends[0])])")
    for end in ends { close(end) }
  }

  private func fall(_ letter: Character) {
    switch letter {
    case "F": fatalError("the probe fell")
    case "S": UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
    case "A": abort()
    case "O": log("depth \(overflow(0))")
    case "E": exit(3)
    default: break
    }
  }

  private func overflow(_ depth: Int) -> Int {
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { buffer in
      buffer[0] = UInt8(truncatingIfNeeded: depth)
      return overflow(depth + 1) + Int(buffer[0])
    }
  }

  private func postFromThreads() {
    let mailbox = mailbox
    for number in 0..<4 {
      let work = Work { for step in 0..<250 { mailbox.post(number * 250 + step) } }
      var thread = pthread_t()
      pthread_create(
        &thread, nil,
        { raw in
          guard let raw else { return nil }
          Unmanaged<Work>.fromOpaque(raw).takeRetainedValue().body()
          return nil
        }, Unmanaged.passRetained(work).toOpaque())
      pthread_detach(thread)
    }
  }
}

/// A closure as an object, to be handed to a thread.
final class Work: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) {
    self.body = body
  }
}

/// Black on orange, the same in sixteen colours on bright red; everything else as the terminal has it.
let coloured = Theme(
  name: "coloured", screenForeground: Colour(red: 255, green: 255, blue: 255),
  screenBackground: Colour(red: 0, green: 0, blue: 0)
) { role in
  if role == .textMuted { return Style(ansi16: Look(foreground: .indexed(8))) }
  guard role == .riskLevel5 else { return Style() }
  return Style(
    foreground: Paint(Colour(red: 0, green: 0, blue: 0)),
    background: Paint(Colour(red: 255, green: 135, blue: 0)),
    ansi16: Look(foreground: .indexed(0), background: .indexed(9)), mono: .reverse)
}

CrashGuard.install()
var environment: [String: String] = [:]
for name in ["TERM", "NO_COLOR", "ESCDELAY", "TMUX", "STY"] {
  if let value = getenv(name) { environment[name] = String(cString: value) }
}
do {
  let session = try Session(
    theme: CommandLine.arguments.contains("--coloured") ? coloured : .plain,
    synchronized: CommandLine.arguments.contains("--synchronized") ? true : nil, environment: environment)
  if CommandLine.arguments.contains("--inquire") { session.inquire(askingName: true) }
  Probe(session: session).run()
} catch {
  log("refused \(error)")
  exit(9)
}
