import Canvas
import Domain
import Interface

/// What a key costs on the grid of rules × organisations, as medians in milliseconds of processor time from
/// the key to the frame.
struct Grid {
  /// `]` from the agreement's screen.
  let open: Double
  let down: Double
  let right: Double
  let page: Double
  /// Each key of a filter typed.
  let filter: Double
  /// Each key of a search for an organisation.
  let search: Double
  /// A letter typed into a cell, with the act carried out in memory.
  let letter: Double

  var all: [Double] { [open, down, right, page, filter, search, letter] }

  /// Both sizes in turn, key by key, so that whatever else the machine does falls on both alike.
  static func measure(_ sizes: [(parties: Int, rules: Int)]) throws -> [Grid] {
    var seats = try sizes.map { try seat(parties: $0.parties, rules: $0.rules) }
    func medians(_ turns: Int, _ press: (Int, inout Seat) -> [Double]) -> [Double] {
      var times = seats.map { _ in [Double]() }
      for turn in 0..<turns {
        for place in seats.indices { times[place] += press(turn, &seats[place]) }
      }
      return times.map(Clock.median)
    }
    let open = medians(100) { _, seat in
      seat.press("1")
      return [seat.press("]")]
    }
    let down = medians(200) { turn, seat in [seat.press(key: turn % 8 < 4 ? .down : .up)] }
    let right = medians(200) { turn, seat in [seat.press(key: turn % 8 < 4 ? .right : .left)] }
    let page = medians(200) { turn, seat in [seat.press(key: turn % 2 == 0 ? .pageDown : .pageUp)] }
    let filter = medians(20) { _, seat in seat.type("fkind:law issuer~7") }
    let search = medians(20) { _, seat in seat.type("/@Organisation 3") }
    for place in seats.indices { seats[place].press(key: .enter) }
    let letter = medians(60) { turn, seat in [seat.letter(turn)] }
    return seats.indices.map {
      Grid(
        open: open[$0], down: down[$0], right: right[$0], page: page[$0], filter: filter[$0],
        search: search[$0], letter: letter[$0])
    }
  }

  private static func seat(parties: Int, rules: Int) throws -> Seat {
    var assessment = Assessment()
    try SharedSpace(parties: parties, rules: rules).build(&assessment) {
      _ = try $0.perform($1, in: Generator.context)
    }
    return Seat(
      Model(
        assessment: assessment, context: Generator.context, language: .japanese, glyphs: .neutral,
        size: Size(columns: 120, rows: 40)))
  }
}
