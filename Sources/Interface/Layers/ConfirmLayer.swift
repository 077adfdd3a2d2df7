package import Canvas
package import Domain

/// A question with yes or no. `no` is first; the key that asked never answers, nor does a held Enter.
package struct ConfirmLayer: Layer {
  package let question: Words
  /// More lines, such as what will be lost.
  package let lines: [String]
  package let onYes: Decision
  /// The revision that what yes does was found for: of any other it is not done; nil where that is no matter.
  private let revision: Int?

  /// What yes does.
  package enum Decision: Hashable, Sendable {
    case effects([Effect])
    /// Close the layer below too: what was typed goes.
    case discard
  }

  package init(_ question: Words, lines: [String] = [], onYes: Decision, asOf revision: Int? = nil) {
    self.revision = revision
    self.question = question
    self.lines = lines
    self.onYes = onYes
  }

  /// A decision, found for the assessment as it stands: where others change it meanwhile, it is not carried out.
  package init(deciding question: Words, lines: [String] = [], _ commands: [Command], _ model: Model) {
    self.init(
      question, lines: lines, onYes: .effects([.perform(commands, .decision)]),
      asOf: model.assessment.revision)
  }

  package var hints: [(String, Words)] { [("y", UI.yes), ("n / Esc", UI.no)] }

  package mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    guard case .key(let key) = input else { return .stays }
    switch key.halfWidth {
    case .character("y"), .character("Y"):
      if let revision, revision != model.assessment.revision {
        model.notice = Notice(
          model.say(
            Words(
              "Others changed something meanwhile: look at it once more.",
              "この間に他の端末で変更がありました。もう一度確かめてください。")), .warning)
        return .closes
      }
      switch onYes {
      case .effects(let effects): return .closes(effects)
      case .discard:
        _ = model.layers.popLast()
        return .closes
      }
    case .character("n"), .character("N"), .escape, .control("c"), .character("q"): return .closes
    default: return .stays
    }
  }

  package func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    let columns = min(body.columns - 4, 64)
    let texts = DisplayWidth.wrap(model.say(question), to: columns - 4).map(String.init) + lines
    let inside = pen.window(
      body.centered(Size(columns: columns, rows: min(body.rows, texts.count + 4))), title: "")
    for (offset, text) in texts.enumerated() {
      pen.put(
        text, at: inside.line(offset).origin, role: offset == 0 ? .textStrong : .text, width: inside.columns)
    }
    let answer = inside.line(texts.count + 1)
    pen.put(
      [
        ("y ", .footerKey), (model.say(UI.yes) + "    ", .text), ("n ", .footerKey),
        (model.say(UI.no), .text),
      ],
      at: answer.origin, width: answer.columns)
    pen.frame.cursor = answer.origin
  }
}
