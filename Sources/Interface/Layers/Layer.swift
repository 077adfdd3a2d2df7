package import Canvas
package import Domain

/// What a layer is offered.
package enum LayerInput: Sendable {
  case key(Key)
  case paste(String)
}

/// What became of the input.
package struct LayerResult {
  let effects: [Effect]
  let closes: Bool

  static let stays = LayerResult(effects: [], closes: false)
  static let closes = LayerResult(effects: [], closes: true)

  static func stays(_ effects: [Effect]) -> LayerResult { LayerResult(effects: effects, closes: false) }
  static func closes(_ effects: [Effect]) -> LayerResult { LayerResult(effects: effects, closes: true) }
}

/// Something above the screen that is offered keys first: a form, a question, the palette.
package protocol Layer: Sendable {
  /// Takes input; the layer itself is off the model's stack meanwhile.
  mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult
  /// The order it gave was carried out.
  mutating func saved(_ changes: [Change], _ model: Model)
  /// After `saved`: moves the screen along with a layer that goes on by itself.
  mutating func goOn(_ model: inout Model)
  /// The order it gave was refused; what was typed stays.
  mutating func refused(_ notice: Notice)
  /// Nothing is left for it to do: it goes.
  var isDone: Bool { get }
  func draw(_ model: Model, _ pen: inout Pen, in body: Rect)
  /// What the footer says while it is on top: key and word.
  var hints: [(String, Words)] { get }
  /// The same where it follows from what is on screen.
  func hints(_ model: Model) -> [(String, Words)]
  /// Lines it takes from the foot of the screen's box, which then ends above it.
  var footRows: Int { get }
  /// What was typed and would be lost with it; nil when nothing would.
  var unsavedText: UnsavedText? { get }
  /// What it says where the screen is spoken, and how it is answered there.
  func account(_ model: Model) -> PlainAccount
}

extension Layer {
  package mutating func saved(_ changes: [Change], _ model: Model) {}
  package mutating func goOn(_ model: inout Model) {}
  package mutating func refused(_ notice: Notice) {}
  package var isDone: Bool { false }
  package func hints(_ model: Model) -> [(String, Words)] { hints }
  package var footRows: Int { 0 }
  package var unsavedText: UnsavedText? { nil }
}
