import Canvas
import Domain
import Interface

/// A program without a terminal and without a file: keys go in, pictures come out, each made from the one before, and
/// the processor time of each is told.
struct Seat {
  var model: Model
  private var picture: Picture?

  init(_ model: consuming Model) { self.model = model }

  /// From a key to its picture, in milliseconds.
  @discardableResult
  mutating func press(key: Key) -> Double {
    Clock.processorMilliseconds {
      _ = model.update(.terminal(.key(key)))
      picture = model.picture(after: picture)
      return picture
    }
  }

  @discardableResult
  mutating func press(_ text: String) -> Double {
    text.reduce(0) { $0 + press(key: .character($1)) }
  }

  /// Text typed and taken back with Esc: the time of each of its keys.
  mutating func type(_ text: String) -> [Double] {
    let times = text.map { press(String($0)) }
    press(key: .escape)
    return times
  }

  /// A letter typed into a cell or taken out of it, with the act carried out in memory.
  mutating func letter(_ turn: Int) -> Double {
    Clock.processorMilliseconds {
      for case .perform(let commands, let origin) in model.update(
        .terminal(.key(turn % 2 == 0 ? .delete : .character("a"))))
      {
        guard let changes = try? model.assessment.perform(commands, in: model.context) else { continue }
        _ = model.update(.performed(.done(changes), origin))
      }
      picture = model.picture(after: picture)
      return picture
    }
  }
}
