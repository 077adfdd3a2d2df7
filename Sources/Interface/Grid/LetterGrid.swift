import Canvas
import Domain

/// A key that means a value in a cell, and what it means.
struct Letter: Hashable, Sendable {
  let key: String
  let words: Words

  init(_ key: String, _ words: Words) {
    self.key = key
    self.words = words
  }
}

/// What a key comes to in a cell.
enum LetterAnswer {
  /// One act, and so one undo step.
  case act([Command])
  /// The value needs words first, such as a reason.
  case ask(any Layer)
  /// Why this value cannot stand here.
  case refuse(Words)
  /// The key is no value of this cell.
  case foreign
}

/// A screen whose cells take values typed by one key each, in cell mode only.
protocol LetterGrid: Screen {
  /// What may be typed into the cell under the cursor, for the footer.
  func letters(_ model: Model) -> [Letter]
  /// Why nothing can be typed into the cell under the cursor; nil when something can.
  func obstacle(_ model: Model) -> String?
  /// What a key orders for the cell under the cursor; a nil key clears it.
  func write(_ key: Character?, _ model: Model) -> LetterAnswer
}

extension LetterGrid {
  package func opens(_ row: Row, _ model: Model) -> Bool { true }

  /// Enter opens the cell, or says why it stays closed.
  package func enter(_ model: inout Model) -> [Effect]? {
    LetterLayer.open(self, &model)
    return []
  }
}

extension Model {
  /// Whether keys are values for the cell under the cursor.
  var typesLetters: Bool { layers.contains { $0 is LetterLayer } }

  /// The sentence that refuses a field of a record under lock; nil while it may be written.
  func lockSentence(_ record: RecordID, _ slot: Slot) -> String? {
    guard let lock = assessment.lock(on: record, slot),
      let field = assessment.kind(of: record)?.description.field(slot.key)
    else { return nil }
    let refusal = Refusal.locked(record, field, party: lock.party, phase: lock.phase, state: lock.state)
    return say(Sentence.words(refusal, assessment))
  }

  /// Marks the cell under the cursor so that it is found in any colours or none; open it looks like a field.
  func drawCell(_ rect: Rect, _ pen: inout Pen) {
    guard pane == .main, !rect.isEmpty else { return }
    pen.frame.tint(rect, role: typesLetters ? .formValue : .cursor)
    pen.frame.paint(rect, ground: typesLetters ? .popup : .cursor)
    pen.put(pen.glyphs[.selected], at: rect.origin.moved(columns: -1), role: .cursor)
    pen.put(pen.glyphs[.selectedEnd], at: rect.origin.moved(columns: rect.columns), role: .cursor)
    pen.frame.cursor = rect.origin
    if typesLetters { pen.frame.showsCursor = true }
  }
}
