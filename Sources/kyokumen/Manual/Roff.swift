import Canvas
import Domain

/// A manual page as the `man` macros of roff want it.
struct Roff {
  private(set) var text: String
  private let language: Language

  /// - Parameters:
  ///   - name: The page's name.
  ///   - section: 1 for commands, 5 for files.
  ///   - manual: What stands in the middle of the first line.
  ///   - language: Which of the languages it is in.
  init(_ name: String, section: Int, manual: Words, _ language: Language) {
    self.language = language
    text = """
      .\\" Made by `kyokumen manual`; whoever wants it otherwise changes the program.
      .TH "\(name.uppercased().replacing("-", with: "\\-"))" "\(section)" "" "\(Kyokumen.version)" \
      "\(manual[language])"
      .nh
      .ad l

      """
  }

  /// In capitals where there are any, as manuals have them.
  mutating func section(_ title: Words) { line(".SH \"\(Self.escaped(title[language]).uppercased())\"") }

  mutating func part(_ title: Words) { line(".SS \"\(Self.escaped(title[language]))\"") }

  mutating func part(_ title: String) { part(Words(title, title)) }

  /// Paragraphs, apart where the text has an empty line; lines that are set in stay as they are.
  mutating func paragraphs(_ words: Words) { paragraphs(words[language]) }

  mutating func paragraphs(_ text: String) {
    for block in text.split(separator: "\n\n").map(String.init) {
      let lines = block.split(separator: "\n").map(String.init)
      line(".PP")
      for text in lines {
        let isCommand = text.hasPrefix(" ") || text.hasPrefix("kyokumen ")
        if isCommand { line(".nf\n.RS 4n\n\\fB\(Self.escaped(text))\\fR\n.RE\n.fi") } else { plain(text) }
      }
    }
  }

  /// A term and what it is, beside each other where the term is short.
  mutating func term(_ term: String, _ text: String, width: Int = 20) {
    line(".TP \(width)n\n\\fB\(Self.escaped(term))\\fR")
    for part in text.split(separator: "\n") { plain(String(part)) }
  }

  mutating func term(_ term: String, _ words: Words, width: Int = 20) {
    self.term(term, words[language], width: width)
  }

  /// Lines as they are.
  mutating func example(_ text: String) {
    line(".PP\n.nf\n.RS 4n")
    for part in text.split(separator: "\n", omittingEmptySubsequences: false) { plain(String(part)) }
    line(".RE\n.fi")
  }

  mutating func plain(_ text: String) {
    let safe = Self.breakable(Self.escaped(text))
    // A line may begin like an order.
    line(safe.hasPrefix(".") || safe.hasPrefix("'") ? "\\&" + safe : safe)
  }

  private mutating func line(_ line: String) { text += (line.isEmpty ? ".sp" : line) + "\n" }

  /// Japanese has no blanks to break lines at: says where one may end, and never before what closes or after what opens.
  /// (The macros groff has for it can run for ever on a list like ours.)
  private static func breakable(_ text: String) -> String {
    var result = ""
    var last: Character?
    for character in text {
      if let last, isWide(last) || isWide(character), !closing.contains(character), !opening.contains(last) {
        result += "\\:"
      }
      result.append(character)
      last = character
    }
    return result
  }

  private static let closing: Set<Character> = [
    "、", "。", "）", "」", "］", "・", "：", "ー", "ッ", "ャ", "ュ", "ョ", "っ", "ゃ", "ゅ", "ょ", "ァ", "ィ", "ェ", "ォ", "…",
    " ", ")", ",", ".",
  ]
  private static let opening: Set<Character> = ["（", "「", "［", " ", "(", "\\"]

  private static func isWide(_ character: Character) -> Bool {
    DisplayWidth.width(of: String(character)) == 2
  }

  /// Nothing in a text is an order to roff; hyphens can be copied into a shell.
  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("\"", with: "\\(dq")
      .replacing("`", with: "\\(ga").replacing("^", with: "\\(ha").replacing("~", with: "\\(ti")
      .replacing("'", with: "\\(aq")
  }
}
