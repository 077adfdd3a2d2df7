package import Canvas
import Domain

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

/// Something above the screen that is offered keys first.
package enum Layer: Sendable {
  case entry(EntryLayer)
  case form(FormLayer)
  case palette(PaletteLayer)
  case help(HelpLayer)
  case confirm(ConfirmLayer)
  case prompt(PromptLayer)
  case search(SearchLayer)
  case pick(PickLayer)
  case choices(ChoicesLayer)

  mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult {
    switch self {
    case .entry(var layer): keep(&layer, Layer.entry, input, &model)
    case .form(var layer): keep(&layer, Layer.form, input, &model)
    case .palette(var layer): keep(&layer, Layer.palette, input, &model)
    case .help(var layer): keep(&layer, Layer.help, input, &model)
    case .confirm(var layer): keep(&layer, Layer.confirm, input, &model)
    case .prompt(var layer): keep(&layer, Layer.prompt, input, &model)
    case .search(var layer): keep(&layer, Layer.search, input, &model)
    case .pick(var layer): keep(&layer, Layer.pick, input, &model)
    case .choices(var layer): keep(&layer, Layer.choices, input, &model)
    }
  }

  private mutating func keep<Content: LayerContent>(
    _ content: inout Content, _ wrap: (Content) -> Layer, _ input: LayerInput, _ model: inout Model
  ) -> LayerResult {
    let result = content.receive(input, &model)
    self = wrap(content)
    return result
  }

  /// The order it gave was carried out.
  mutating func saved(_ changes: [Change], _ assessment: inout Assessment, _ context: Context) {
    switch self {
    case .entry(var layer):
      layer.saved(changes, assessment)
      self = .entry(layer)
    case .form(var layer):
      layer.isDone = true
      self = .form(layer)
    case .palette, .help, .confirm, .prompt, .search, .pick, .choices: break
    }
  }

  /// The order it gave was refused; what was typed stays.
  mutating func refused(_ notice: Notice) {
    switch self {
    case .entry(var layer):
      layer.problem = notice.text
      self = .entry(layer)
    case .form(var layer):
      layer.problem = notice.text
      self = .form(layer)
    case .palette, .help, .confirm, .prompt, .search, .pick, .choices: break
    }
  }

  var isDone: Bool {
    switch self {
    case .form(let layer): layer.isDone
    case .entry, .palette, .help, .confirm, .prompt, .search, .pick, .choices: false
    }
  }

  func draw(_ model: Model, _ pen: inout Pen, in body: Rect) {
    switch self {
    case .entry(let layer): layer.draw(model, &pen, in: body)
    case .form(let layer): layer.draw(model, &pen, in: body)
    case .palette(let layer): layer.draw(model, &pen, in: body)
    case .help(let layer): layer.draw(model, &pen, in: body)
    case .confirm(let layer): layer.draw(model, &pen, in: body)
    case .prompt(let layer): layer.draw(model, &pen, in: body)
    case .search(let layer): layer.draw(model, &pen, in: body)
    case .pick(let layer): layer.draw(model, &pen, in: body)
    case .choices(let layer): layer.draw(model, &pen, in: body)
    }
  }

  /// What the footer says while it is on top: key and word.
  var hints: [(String, Words)] {
    switch self {
    case .entry: EntryLayer.hints
    case .form: FormLayer.hints
    case .palette: PaletteLayer.hints
    case .help: HelpLayer.hints
    case .confirm(let layer): layer.hints
    case .prompt: PromptLayer.hints
    case .search: SearchLayer.hints
    case .pick: PickLayer.hints
    case .choices: ChoicesLayer.hints
    }
  }
}

protocol LayerContent {
  mutating func receive(_ input: LayerInput, _ model: inout Model) -> LayerResult
  func draw(_ model: Model, _ pen: inout Pen, in body: Rect)
}
