import Canvas
import Domain

/// Something that moves more than the record at hand: a party joins or leaves, a joint clause is amended, a finding
/// waived, an answer given with what belongs to it, a cycle closed.
protocol Matter: Sendable {
  /// What stands in the window's upper edge.
  func title(_ model: Model) -> String
  /// What must be said, with what may be taken for granted.
  func fields(_ model: Model) -> [MatterField]
  /// What is missing or cannot be so, with the place of the field at fault; nil when all is said.
  func fault(_ fields: [MatterField], _ model: Model) -> MatterFault?
  /// What carries it out; must stand also while reasons are still empty.
  func commands(_ fields: [MatterField], _ model: Model) -> [Command]
  /// What follows from it that the facts do not tell by themselves.
  func remarks(_ fields: [MatterField], _ foreseen: Foreseen, _ model: Model) -> [MatterLine]
  /// It is not taken back by undo.
  var isFinal: Bool { get }
  /// Enter on the last field asks for a yes first.
  var asksAgain: Bool { get }
  /// Where to ask it again when the program was ended meanwhile.
  var asUnsaved: UnsavedAnswer.Question { get }
}

/// Why a matter is not ready.
struct MatterFault {
  let field: Int
  let words: Words
}

extension Matter {
  var asksAgain: Bool { true }

  var asUnsaved: UnsavedAnswer.Question { .ofTheMoment }

  func fault(_ fields: [MatterField], _ model: Model) -> MatterFault? {
    fields.firstIndex { $0.isNeeded && $0.value.isEmpty }.map {
      MatterFault(field: $0, words: Words("Fill this in first.", "先にここを記入してください。"))
    }
  }

  func remarks(_ fields: [MatterField], _ foreseen: Foreseen, _ model: Model) -> [MatterLine] { [] }
}

/// One thing to say: a line of text, or one of a few.
struct MatterField: Sendable {
  let words: Words
  var text: TextField
  /// Nil for a line of text.
  let options: [Words]?
  private(set) var choice: Int
  /// The record behind each option, fixed when it was offered: others may change the list meanwhile.
  private let records: [RecordID?]
  let isNeeded: Bool
  private let original: String

  /// A line of text.
  init(_ words: Words, text: String = "", isNeeded: Bool = true) {
    self.words = words
    self.text = TextField(text)
    self.isNeeded = isNeeded
    options = nil
    choice = 0
    records = []
    original = text
  }

  /// One of a few.
  ///
  /// - Parameters:
  ///   - words: What is asked.
  ///   - options: What may be chosen.
  ///   - records: The record behind each option; nil where none is.
  ///   - choice: The place of the option to begin with.
  init(_ words: Words, options: [Words], records: [RecordID?] = [], choice: Int = 0) {
    self.words = words
    self.options = options
    self.records = records
    self.choice = max(0, min(choice, options.count - 1))
    text = TextField()
    isNeeded = false
    original = ""
  }

  var value: String { text.text.trimmed }

  /// The record behind the option chosen; nil where none is.
  var record: RecordID? { records.indices.contains(choice) ? records[choice] : nil }

  /// The text as a date; nil for what is none.
  var day: Day? { Day(text: value) }

  /// Something was typed that would be lost.
  var isTyped: Bool { options == nil && text.text != original }

  mutating func turn(_ step: Int) {
    guard let count = options?.count, count > 0 else { return }
    choice = (choice + step + count) % count
  }
}

/// One line of what follows.
struct MatterLine: Sendable {
  enum Tone: Sendable {
    case plain, good, warning, refusal
  }

  let text: String
  let tone: Tone
  /// The record it is about, to go to when the matter is refused; nil when it is about none.
  let record: RecordID?

  init(_ text: String, _ tone: Tone = .plain, record: RecordID? = nil) {
    self.text = text
    self.tone = tone
    self.record = record
  }
}
