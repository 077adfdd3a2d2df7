/// A sign that is drawn rather than written: strokes through the cell's middle, or filled parts of it.
enum SVGShape {
  case border(BorderSides)
  case dashes(isVertical: Bool)
  /// Eighths of the cell from the bottom.
  case level(Int)
  case bar(isFull: Bool)
  case arrow(left: Bool, right: Bool)
  case thumb

  init?(_ scalar: Unicode.Scalar) {
    let sides = BorderSides(drawnBy: scalar, in: .neutral)
    if !sides.isEmpty {
      self = .border(sides)
      return
    }
    switch scalar {
    case "╌": self = .dashes(isVertical: false)
    case "╎": self = .dashes(isVertical: true)
    case "▁"..."█": self = .level(Int(scalar.value) - 0x2580)
    case "▰": self = .bar(isFull: true)
    case "▱": self = .bar(isFull: false)
    case "⟶": self = .arrow(left: false, right: true)
    case "⟵": self = .arrow(left: true, right: false)
    case "⟷": self = .arrow(left: true, right: true)
    case "▐": self = .thumb
    default: return nil
    }
  }

  /// The element that draws the shape into the cell whose top left corner is at (x, y).
  func element(x: Int, y: Int, fill: String, _ metrics: SVGMetrics) -> String {
    let (width, height) = (metrics.cellWidth, metrics.cellHeight)
    let (middle, centre) = (Double(x) + Double(width) / 2, Double(y) + Double(height) / 2)
    switch self {
    case .border(let sides): return stroke(border(sides, x, y, metrics), fill)
    case .dashes(let isVertical):
      let path = isVertical ? "M\(middle) \(y)v\(height)" : "M\(x) \(centre)h\(width)"
      return stroke(path, fill, extra: " stroke-dasharray=\"\(isVertical ? "3.5 3.5" : "2.5 1.5")\"")
    case .level(let eighths):
      let tall = height * eighths / 8
      return block(x: x, y: y + height - tall, width: width - 1, height: tall, fill)
    case .bar(let isFull):
      return block(x: x, y: y + height / 2 - 3, width: width - 1, height: 6, fill, opacity: isFull ? 1 : 0.25)
    case .arrow(let left, let right): return stroke(arrow(left, right, x, centre, width), fill)
    case .thumb: return block(x: x + width / 2 - 1, y: y, width: 3, height: height, fill)
    }
  }

  private func border(_ sides: BorderSides, _ x: Int, _ y: Int, _ metrics: SVGMetrics) -> String {
    let centre = "M\(Double(x) + Double(metrics.cellWidth) / 2) \(Double(y) + Double(metrics.cellHeight) / 2)"
    return (sides.contains(.up) ? centre + "V\(y)" : "")
      + (sides.contains(.down) ? centre + "V\(y + metrics.cellHeight)" : "")
      + (sides.contains(.left) ? centre + "H\(x)" : "")
      + (sides.contains(.right) ? centre + "H\(x + metrics.cellWidth)" : "")
  }

  private func arrow(_ left: Bool, _ right: Bool, _ x: Int, _ centre: Double, _ width: Int) -> String {
    let (start, end) = (x, x + width)
    return "M\(start) \(centre)H\(end)"
      + (right ? "M\(end - 3) \(centre - 3)L\(end) \(centre)L\(end - 3) \(centre + 3)" : "")
      + (left ? "M\(start + 3) \(centre - 3)L\(start) \(centre)L\(start + 3) \(centre + 3)" : "")
  }

  private func stroke(_ path: String, _ fill: String, extra: String = "") -> String {
    "<path d=\"\(path)\" stroke=\"\(fill)\" stroke-width=\"1\" fill=\"none\"\(extra)/>"
  }

  private func block(x: Int, y: Int, width: Int, height: Int, _ fill: String, opacity: Double = 1) -> String {
    "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" fill=\"\(fill)\""
      + (opacity < 1 ? " fill-opacity=\"\(opacity)\"/>" : "/>")
  }
}
