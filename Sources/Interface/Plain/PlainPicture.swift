import Canvas
import Domain

/// What was drawn, read out line by line: for what no list of fields says.
enum PlainPicture {
  /// Wide enough that nothing needs to be cut.
  static let columns = 240

  /// The lines of a drawing that say something, from the top.
  static func lines(
    of frame: Frame, in area: Rect, _ language: Language, isWhole: Bool = false
  ) -> [String] {
    (area.row..<area.row + area.rows).compactMap { row in
      let text = PlainText.listed(text(of: frame, row: row, in: area), language, isWhole: isWhole)
      return text.isEmpty ? nil : text
    }
  }

  private static func text(of frame: Frame, row: Int, in area: Rect) -> String {
    String(cells(of: frame, row: row, in: area).map(\.character))
  }

  /// A character for each cell with its column: the right half of a wide one is left out, what frames divides.
  private static func cells(
    of frame: Frame, row: Int, in area: Rect
  ) -> [(column: Int, character: Character, role: Role)] {
    (area.column..<area.column + area.columns).compactMap { column in
      let cell = frame[Point(column: column, row: row)]
      guard cell.width > 0, let character = frame.text(of: cell).first else { return nil }
      let glyph = character.unicodeScalars.first.flatMap(PlainMarks.glyph)
      let isFrame = glyph.map { $0.rawValue <= Glyph.borderCross.rawValue } ?? false
      return (column, isFrame ? PlainText.divider : character, cell.role)
    }
  }

  /// A line of a table, each piece but the first after the head of its column.
  ///
  /// - Parameters:
  ///   - frame: The heads in its upper lines, the line in its last.
  ///   - language: Of the words for marks.
  /// - Returns: Pieces as an enumeration.
  static func row(of frame: Frame, _ language: Language) -> String {
    let last = frame.size.rows - 1
    let heads = last > 0 ? heads(of: frame, rows: last) : []
    var said: [String] = []
    var before: Int?
    for piece in pieces(of: frame, row: last, under: heads) {
      let text = PlainText.said(piece.text, language)
      guard PlainText.isSaying(text) else { continue }
      let head = heads.lastIndex { $0.start <= piece.end }
      if let head, head == before, !said.isEmpty {
        said[said.count - 1] += " " + text
      } else if let head, !said.isEmpty, PlainText.isSaying(heads[head].text) {
        said.append(PlainText.said(heads[head].text, language) + ": " + text)
      } else {
        said.append(text)
      }
      before = head
    }
    return said.joined(separator: FieldText.separator(language))
  }

  /// The head of the column that a place is in; nil left of all heads, and where there are none.
  static func head(of frame: Frame, over column: Int, _ language: Language) -> String? {
    let heads = heads(of: frame, rows: frame.size.rows - 1)
    guard let place = heads.lastIndex(where: { $0.start <= column }) else { return nil }
    return PlainText.said(heads[place].text, language)
  }

  private typealias Piece = (start: Int, end: Int, text: String)

  private static func heads(of frame: Frame, rows: Int) -> [Piece] {
    (0..<rows).map { pieces(of: frame, row: $0) }.max { $0.count < $1.count } ?? []
  }

  /// By columns; where a head begins, a piece begins.
  private static func pieces(of frame: Frame, row: Int, under heads: [Piece] = []) -> [Piece] {
    let cells = cells(of: frame, row: row, in: Rect(frame.size))
    let columns = Set(heads.map(\.start))
    // What runs on in the same look over a head's place is one text.
    let starts = Set(
      cells.indices.filter { place in
        guard columns.contains(cells[place].column) else { return false }
        guard let before = cells[..<place].last(where: { $0.character != " " }) else { return false }
        let isCut = before.character == Character(PlainMarks.mark(of: .truncation))
        return isCut || before.role != cells[place].role
      })
    return PlainText.pieces(of: cells.map(\.character), from: starts).map { piece in
      let end = min(cells.count, piece.start + piece.text.count) - 1
      return (cells[piece.start].column, cells[max(piece.start, end)].column, piece.text)
    }
  }
}
