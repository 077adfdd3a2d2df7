import Canvas
import CTerminal

/// Frames → curses' virtual screen: only the lines that changed, with looks asked of the theme once each.
struct Presenter {
  private let theme: Theme
  private let depth: ColorDepth
  /// By role and ground; nil until the first cell of that pair.
  private var looks: [Appearance?]
  private var shown: Frame?
  private var line: [ct_cell] = []

  /// Attributes and colour pair as the shim takes them.
  private struct Appearance {
    let attributes: UInt16
    let pair: Int32
  }

  /// Knows nothing of the screen yet: the first frame is staged whole.
  init(theme: Theme, depth: ColorDepth) {
    self.theme = theme
    self.depth = depth
    looks = Array(repeating: nil, count: Role.allCases.count * Role.allCases.count)
  }

  /// Writes what differs; false when there is nothing to send.
  mutating func stage(_ frame: Frame) -> Bool {
    let rows = frame.rowsDiffering(from: shown)
    let isMoved = shown.map { Self.cursor(of: $0) != Self.cursor(of: frame) } ?? true
    guard !rows.isEmpty || isMoved else { return false }
    for row in rows { write(row, of: frame) }
    let (point, isVisible) = Self.cursor(of: frame)
    ct_cursor(CInt(point.row), CInt(point.column), isVisible)
    shown = frame
    return true
  }

  /// The screen's content is unknown: the next frame is staged whole.
  mutating func forget() {
    shown = nil
  }

  private mutating func write(_ row: Int, of frame: Frame) {
    line.removeAll(keepingCapacity: true)
    for cell in frame.row(row) {
      let look = appearance(of: cell)
      var drawn = ct_cell()
      drawn.scalar = cell.scalar.value
      drawn.width = cell.width
      drawn.attributes = look.attributes
      drawn.pair = look.pair
      if cell.cluster != 0 { drawn.combining = Self.marks(frame.text(of: cell)) }
      line.append(drawn)
    }
    ct_row(CInt(row), line, CInt(line.count))
  }

  private mutating func appearance(of cell: Cell) -> Appearance {
    let index = Int(cell.role.rawValue) * Role.allCases.count + Int(cell.ground.rawValue)
    if let known = looks[index] { return known }
    let look = theme.style(role: cell.role, ground: cell.ground, depth: depth)
    let found = Self.appearance(of: look, colors: Int(ct_color_count()))
    looks[index] = found
    return found
  }

  private static func appearance(of look: Look, colors: Int) -> Appearance {
    var attributes = UInt16(look.attributes.rawValue)
    guard colors >= 8 else { return Appearance(attributes: attributes, pair: 0) }
    var foreground = number(of: look.foreground)
    var background = number(of: look.background)
    if colors < 16 {
      // Eight-colour terminals show the bright half of the palette as bold.
      if foreground > 7 { attributes |= UInt16(CT_BOLD) }
      foreground = foreground > 7 ? foreground & 7 : foreground
      background = background > 7 ? background & 7 : background
    }
    let isPlain = foreground == -1 && background == -1
    return Appearance(attributes: attributes, pair: isPlain ? 0 : ct_pair(foreground, background))
  }

  private static func number(of tint: Tint) -> Int32 {
    switch tint {
    case .terminal: return -1
    case .indexed(let index): return Int32(index)
    case .rgb(let colour):
      let value = Int32(colour.red) << 16 | Int32(colour.green) << 8 | Int32(colour.blue)
      // Terminals with direct colour keep the first eight numbers for the palette.
      return max(value, 8)
    }
  }

  private static func marks(_ text: String) -> (UInt32, UInt32, UInt32, UInt32) {
    let marks = text.unicodeScalars.dropFirst().prefix(4).map(\.value) + [0, 0, 0, 0]
    return (marks[0], marks[1], marks[2], marks[3])
  }

  private static func cursor(of frame: Frame) -> (point: Point, isVisible: Bool) {
    let corner = Point(column: max(0, frame.size.columns - 1), row: max(0, frame.size.rows - 1))
    guard let point = frame.cursor, frame.bounds.contains(point) else { return (corner, false) }
    return (point, frame.showsCursor)
  }
}
