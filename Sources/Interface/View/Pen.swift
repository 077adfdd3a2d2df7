package import Canvas
package import Domain

/// What screens draw with: the frame, the glyphs and the language.
package struct Pen {
  package var frame: Frame
  package let glyphs: Glyphs
  package let language: Language
  package let keymap: Keymap
  /// Where the columns of a grid stand, found with the first line that is drawn.
  var gridPlan: GridPlan?
  /// What the grid of rules × organisations is drawn with, made with its first line.
  var adoption: AdoptionPicture?
  /// The picture that lines may be taken from; nil where all is drawn.
  var last: Picture?
  /// What was drawn as a list, for the next picture.
  var list: DrawnList?

  /// Begins with a frame that is drawn on already.
  init(_ frame: Frame, _ model: Model) {
    self.frame = frame
    glyphs = model.glyphs
    language = model.language
    keymap = model.keymap
  }

  package init(size: Size, glyphs: Glyphs, language: Language, keymap: Keymap = .usual) {
    frame = Frame(size: size)
    self.glyphs = glyphs
    self.language = language
    self.keymap = keymap
  }

  /// The words in the person's language, with the keys they have.
  package func say(_ words: Words) -> String { keymap.say(words, language) }

  /// Writes text, cut with the truncation mark at `width`; returns the cells used.
  @discardableResult
  package mutating func put(
    _ text: String, at point: Point, role: Role = .text, width: Int? = nil
  ) -> Int {
    frame.put(text, at: point, role: role, width: width, ellipsis: glyphs[.truncation])
  }

  @discardableResult
  package mutating func put(
    _ words: Words, at point: Point, role: Role = .text, width: Int? = nil
  ) -> Int {
    put(say(words), at: point, role: role, width: width)
  }

  /// Writes text flush right within `width`.
  package mutating func putRight(_ text: String, at point: Point, width: Int, role: Role = .text) {
    frame.putRight(text, at: point, width: width, role: role, ellipsis: glyphs[.truncation])
  }

  /// Writes runs of text in different roles one after another; returns the cells used.
  @discardableResult
  package mutating func put(_ runs: [(String, Role)], at point: Point, width: Int) -> Int {
    var used = 0
    for (text, role) in runs where used < width {
      let room = width - used
      used += put(text, at: point.moved(columns: used), role: role, width: room)
      // What was cut may have left a cell free: nothing follows the mark that says so.
      if DisplayWidth.exceeds(text[...], room) { break }
    }
    return used
  }

  /// Lines taken from the foot of the screen's box: cleared, ruled off; returns what is below the rule.
  package mutating func foot(_ rows: Int, of box: Rect, role: Role = .borderFocus) -> Rect {
    let area = box.splitBottom(rows).bottom
    frame.fill(area)
    let start = Point(column: area.column - 1, row: area.row)
    frame.rule(from: start, columns: area.columns + 2, role: role, glyphs: glyphs)
    return area.splitTop(1).rest
  }

  /// A window above the screen: cleared, framed, titled; returns its inside.
  package mutating func window(_ rect: Rect, title: String) -> Rect {
    frame.fill(rect, role: .text, ground: .popup)
    frame.box(rect, title: title, role: .borderFocus, glyphs: glyphs)
    frame.paint(rect, ground: .popup)
    return rect.inset(columns: 2, rows: 1)
  }
}
