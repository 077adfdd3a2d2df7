import Canvas
import Catalogues
import Domain
import Interface

/// A spoken program without a terminal and without a file: lines go in, lines come out.
final class PlainStage: PlainHost {
  private(set) var stage: Stage
  private var reader = PlainReader()
  /// Everything said so far.
  private(set) var transcript: [String] = []

  init(_ worked: WorkedCase = .cloud, _ language: Language = .english) throws {
    stage = try Stage(worked, language, size: Size(columns: 200, rows: 60))
    stage.model.glyphs = .spoken
    stage.send(.terminal(.resize(Size(columns: 200, rows: 60))))
    transcript = reader.begin(self)
  }

  var model: Model { stage.model }

  func send(_ message: Message) { stage.send(message) }

  /// Types a line; what is said of it.
  @discardableResult
  func type(_ line: String) -> [String] {
    let said = reader.take(line, self)
    transcript += said
    return said
  }

  /// Types several lines; what is said of the last.
  @discardableResult
  func type(_ lines: String...) -> [String] {
    lines.map { type($0) }.last ?? []
  }

  /// The prompt for the next line.
  var prompt: String { reader.prompt(stage.model) }
}

extension [String] {
  /// Whether one of the lines holds all of these texts.
  func says(_ texts: String...) -> Bool {
    contains { line in texts.allSatisfy(line.contains) }
  }
}
