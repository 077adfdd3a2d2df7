/// The grid of a picture in its user units; a half-width character is half as wide as it is high.
struct SVGMetrics {
  let cellWidth = 8
  let cellHeight = 21
  let fontSize = 16
  let margin = 16
  let corner = 10
  let fonts =
    "'Noto Sans Mono CJK JP', 'Sarasa Mono J', 'BIZ UDGothic', 'Osaka-Mono', 'MS Gothic', monospace"

  /// Signs come from a Latin font, where they are half as wide; a smaller size keeps them inside their cell.
  let signs = " font-size=\"14\" font-family=\"'DejaVu Sans Mono', Menlo, 'Cascadia Mono', monospace\""

  func x(_ column: Int) -> Int { margin + column * cellWidth }
  func y(_ row: Int) -> Int { margin + row * cellHeight }
  func baseline(_ row: Int) -> Int { y(row) + 16 }
}
