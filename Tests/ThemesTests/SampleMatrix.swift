import Canvas

/// A screen like the risk matrix, with everything that is hard to align: full width, chips, joined borders.
struct SampleMatrix {
  private static let size = Size(columns: 112, rows: 18)
  private let scores = [
    [5, 10, 15, 20, 25], [4, 8, 12, 16, 20], [3, 6, 9, 12, 15], [2, 4, 6, 8, 10], [1, 2, 3, 4, 5],
  ]
  private let counts = ["    ", "    ", " 2  ", "3  2", "  4 "]
  private let rowNames = ["5 ほぼ確実", "4 高い", "3 中程度", "2 低い", "1 まれ"]
  private let glyphs: Glyphs
  private var frame = Frame(size: SampleMatrix.size)

  static func frame(glyphs: Glyphs) -> Frame {
    var sample = SampleMatrix(glyphs: glyphs)
    sample.drawHeader()
    sample.drawPanes()
    sample.drawMatrix()
    sample.drawDetail()
    sample.drawFooter()
    return sample.frame
  }

  private init(glyphs: Glyphs) {
    self.glyphs = glyphs
  }

  private mutating func drawHeader() {
    frame.paint(frame.bounds.line(0), ground: .statusline)
    var column = 1
    for (text, role) in [
      ("局面", Role.title), ("クラウド移行アセスメント 2026 ⋅ 第1期", .text),
      ("CSC サンプル商事 ⟶ CSP 例示データセンター", .textMuted),
    ] {
      column += frame.put(text, at: Point(column: column, row: 0), role: role) + 2
    }
    frame.putRight("保存済", at: Point(column: 0, row: 0), width: 111, role: .messageSuccess)
    column = 1
    for (name, role, marks) in [
      ("1 合意", Role.phaseAgreed, "✓✓"), ("2 方針", .phaseAgreed, "✓✓"), ("3 目的", .phaseInReview, "✓◒"),
      ("4 リスク", .phaseInProgress, "▸▸"), ("5 管理策", .phaseNotStarted, "▫▫"), ("6 評価", .phaseNotStarted, "▫▫"),
    ] {
      column += frame.put("\(name) \(marks)", at: Point(column: column, row: 1), role: role)
      column += frame.put(" ╌ ", at: Point(column: column, row: 1), role: .treeGuide)
    }
  }

  private mutating func drawPanes() {
    frame.box(
      Rect(column: 0, row: 2, columns: 79, rows: 15), title: "リスクマトリックス", role: .borderFocus, glyphs: glyphs)
    frame.put("現在 ⟶ 残留  基準 第2版（共通） ", at: Point(column: 23, row: 2), role: .titleCount)
    frame.box(Rect(column: 78, row: 2, columns: 34, rows: 15), title: "4×4 = 16 極めて高い", glyphs: glyphs)
    frame.rule(from: Point(column: 78, row: 11), columns: 34, glyphs: glyphs)
    frame.put(" 合意条件 局面4 ", at: Point(column: 80, row: 11), role: .title)
  }

  private mutating func drawMatrix() {
    frame.put("起こりやすさ", at: Point(column: 2, row: 3), role: .header)
    for row in 0..<5 {
      frame.put(rowNames[row], at: Point(column: 4, row: 4 + 2 * row), role: .text)
      for column in 0..<5 {
        let score = scores[row][column]
        let band = score >= 15 ? 4 : score >= 10 ? 3 : score >= 6 ? 2 : score >= 3 ? 1 : 0
        let role = Role.riskLevel(band, of: 5)
        let place = Point(column: 17 + 10 * column, row: 4 + 2 * row)
        frame.fill(Rect(column: place.column, row: place.row, columns: 9, rows: 1), role: role, ground: role)
        frame.put("\(score)", at: place.moved(columns: 1), role: role)
        frame.put(glyphs.riskMark(role), at: place.moved(columns: 4), role: role)
        frame.put(
          (row * 3 + column) % 4 == 0 ? "\((row + column) % 5)" : "", at: place.moved(columns: 7), role: role)
      }
    }
    frame.put("❯16 # 2 ❮", at: Point(column: 47, row: 6), role: .cursor, ground: .cursor)
    for (column, name) in ["1 軽微", "2 小", "3 中", "4 大", "5 甚大"].enumerated() {
      frame.put(name, at: Point(column: 18 + 10 * column, row: 14), role: .textMuted)
    }
    frame.put("受容線 10 以上", at: Point(column: 4, row: 15), role: .riskLine)
    frame.put("( ) 残留で移った先   未評価 3 ⋅ 基準が異なり除外 2", at: Point(column: 22, row: 15), role: .textMuted)
  }

  private mutating func drawDetail() {
    let rows = [("R-05", "内部者による持ち出し"), ("R-16", "DDoS による停止")]
    for (index, (id, name)) in rows.enumerated() {
      let place = Point(column: 80, row: 3 + index)
      let column = place.column + frame.put(id + "  ", at: place, role: .textMuted)
      frame.put(name, at: Point(column: column, row: place.row))
    }
    frame.paint(Rect(column: 79, row: 3, columns: 32, rows: 1), ground: .selection)
    frame.put("R-05", at: Point(column: 80, row: 6), role: .textMuted)
    frame.put("起4 結4", at: Point(column: 86, row: 6))
    frame.put("残留", at: Point(column: 80, row: 7), role: .formLabel)
    frame.put("2×4 = 8 中", at: Point(column: 86, row: 7), role: .riskResidual)
    frame.put("管理策", at: Point(column: 80, row: 8), role: .formLabel)
    frame.put("9.4.1 ✓  9.2.3 ◔", at: Point(column: 87, row: 8), role: .controlVerified)
    frame.put("実施", at: Point(column: 80, row: 9), role: .formLabel)
    frame.put(glyphs.bar(0.6, width: 12), at: Point(column: 87, row: 9), role: .controlImplemented)
    frame.put(glyphs.sparkline([8, 6, 5, 4, 4]), at: Point(column: 101, row: 9), role: .objectiveAchieved)
    frame.put("✗ R4", at: Point(column: 80, row: 12), role: .gateBlocker)
    frame.put("R-16 対応が未決", at: Point(column: 85, row: 12))
    frame.put("! R5", at: Point(column: 80, row: 13), role: .gateWarning)
    frame.put("R-03 受容の期限が 12/01", at: Point(column: 85, row: 13))
  }

  private mutating func drawFooter() {
    var column = 1
    for (key, text) in [("Space", "持ち上げて矢印で動かす"), ("Enter", "一覧"), ("[ ]", "登録簿・連鎖・基準"), ("r", "固有/現在/残留")] {
      column += frame.put(key + " ", at: Point(column: column, row: 17), role: .footerKey)
      column += frame.put(text + "  ", at: Point(column: column, row: 17), role: .footerText)
    }
    frame.putRight("2 / 24", at: Point(column: 0, row: 17), width: 111, role: .footerText)
  }
}
