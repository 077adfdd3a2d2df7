package import Canvas
package import Domain

/// Pictures for reports: what screens draw, without the program around it and without a cursor.
package struct ReportPictures {
  private var model: Model

  /// - Parameters:
  ///   - assessment: What is drawn.
  ///   - context: The day it is seen from.
  ///   - language: Of all words.
  package init(_ assessment: Assessment, _ context: Context, _ language: Language) {
    model = Model(
      assessment: assessment, context: context, language: language, glyphs: .neutral, size: Self.matrixSize(5)
    )
  }

  private static let matrixColumns = 96
  private static let cascadeColumns = 100
  /// More lines would not stand on a sheet of A4 in a size that can be read.
  private static let linesPerSheet = 58

  private static func matrixSize(_ steps: Int) -> Size {
    Size(columns: matrixColumns, rows: steps * 4 + 5)
  }

  /// The matrix of a party's risks, of nil those of all, by one of their ratings; nil without risk criteria.
  package mutating func matrix(of party: RecordID?, _ kind: RatingKind) -> Frame? {
    model.showParty(party)
    guard let ground = MatrixGround(model) else { return nil }
    model.size = Self.matrixSize(ground.method.likelihood.count)
    let view = MatrixView.allCases.firstIndex { $0.kind == kind && $0.target == nil } ?? 0
    model.states[.matrix, default: ScreenState()].variant = view
    model.show(.matrix)
    // Without lines there is none under the cursor.
    model.state.rows = []
    var pen = Pen(size: model.size, glyphs: model.glyphs, language: model.language)
    MatrixPicture(ground: ground, model: model).draw(&pen, in: Rect(model.size))
    model.state.isStale = true
    return pen.frame
  }

  /// A party's objectives as a tree with targets and trends; nil without any. Of many, the upper levels alone.
  package mutating func cascade(of party: RecordID) -> Frame? {
    model.showParty(party)
    model.show(.objectives)
    let screen = Screens.screen(.objectives)
    let rows = upper(model.state.rows)
    guard !rows.isEmpty else { return nil }
    model.size = Size(columns: Self.cascadeColumns, rows: rows.count + 1)
    var pen = Pen(size: model.size, glyphs: model.glyphs, language: model.language)
    let area = Rect(model.size)
    screen.drawHead(model, &pen, in: area.line(0))
    for (place, row) in rows.enumerated() {
      screen.draw(row, model, &pen, in: area.line(place + 1).splitLeft(2).rest.splitRight(1).rest)
    }
    return pen.frame
  }

  private func upper(_ rows: [Row]) -> [Row] {
    var depth = rows.map(\.depth).max() ?? 0
    var shown = rows
    while shown.count > Self.linesPerSheet, depth > 0 {
      depth -= 1
      shown = rows.filter { $0.depth <= depth }
    }
    return Array(shown.prefix(Self.linesPerSheet))
  }
}
