import Canvas
import Terminal

/// What an order may want of the place somebody sits at.
protocol Seat: AnyObject {
  var size: Size { get }
  /// Whether an editor could have it.
  var canBeLent: Bool { get }
  func redraw()
  func suspend()
  func setMouse(_ isOn: Bool)
  func beep()
  /// False when the text is longer than the place takes.
  func copy(_ text: String) -> Bool
  func away<Result>(_ body: () throws -> Result) rethrows -> Result
}

extension Session: Seat {
  var canBeLent: Bool { true }
}

/// A place with lines in and lines out.
final class PlainSeat: Seat {
  /// As wide as the widest table wants to be; nobody sees it.
  static let extent = Size(columns: 200, rows: 60)

  private let lines: LineSession

  init(_ lines: LineSession) { self.lines = lines }

  var size: Size { Self.extent }
  var canBeLent: Bool { lines.isTerminal }
  func redraw() {}
  func suspend() {}
  func setMouse(_ isOn: Bool) {}
  func beep() {}

  /// There is no clipboard to reach without control sequences: the text is said, to be taken from there.
  func copy(_ text: String) -> Bool {
    lines.write(
      text.replacing("\t", with: "; ").split(separator: "\n", omittingEmptySubsequences: false).map(
        String.init))
    return true
  }

  func away<Result>(_ body: () throws -> Result) rethrows -> Result { try body() }
}
