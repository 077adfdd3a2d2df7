import Canvas
import CTerminal

/// Frames → curses' virtual screen: only the lines that changed, with looks asked of the theme once each.
struct Presenter {
  private let theme: Theme
  private let depth: ColorDepth
  private let standsIn: Bool
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
  init(theme: Theme, depth: ColorDepth, standsIn: Bool = false) {
    self.theme = theme
    self.depth = depth
    self.standsIn = standsIn
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
      drawn.scalar = standsIn ? NarrowStandIns.shown(cell.scalar).value : cell.scalar.value
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
    var foreground = number(of: look.foreground, colors)
    var background = number(of: look.background, colors)
    if colors < 16 {
      background = background > 7 ? background & 7 : background
      if foreground == 8, background == -1 {
        // Bold black is black on black wherever bold does not brighten.
        attributes |= UInt16(CT_DIM)
        foreground = -1
      } else if foreground > 7 {
        // Eight-colour terminals show the bright half of the palette as bold.
        attributes |= UInt16(CT_BOLD)
        foreground &= 7
      }
    }
    let isPlain = foreground == -1 && background == -1
    return Appearance(attributes: attributes, pair: isPlain ? 0 : ct_pair(foreground, background))
  }

  /// Terminals with direct colour keep the first eight numbers for the palette; all others are colours.
  private static func number(of tint: Tint, _ colors: Int) -> Int32 {
    switch tint {
    case .terminal: return -1
    case .indexed(let index) where colors < 1 << 24 || index < 8: return Int32(index)
    case .indexed, .rgb:
      guard let colour = tint.pictured else { return -1 }
      return max(Int32(colour.red) << 16 | Int32(colour.green) << 8 | Int32(colour.blue), 8)
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
