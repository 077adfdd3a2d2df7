/// The fixed part of the 256-colour palette: the 6 × 6 × 6 cube and 24 greys; the first 16 are the user's own.
package enum XtermPalette {
  private static let steps: [UInt8] = [0, 95, 135, 175, 215, 255]

  /// The colour xterm shows at a place from 16 up; nil for the user's own sixteen.
  package static func colour(at index: UInt8) -> Colour? {
    guard index >= 16 else { return nil }
    if index >= 232 {
      let grey = 8 + 10 * (index - 232)
      return Colour(red: grey, green: grey, blue: grey)
    }
    let place = Int(index) - 16
    return Colour(red: steps[place / 36], green: steps[place / 6 % 6], blue: steps[place % 6])
  }

  private static let candidates: [(index: UInt8, lab: Lab)] = (16...255).compactMap { (index: UInt8) in
    colour(at: index).map { (index, Lab($0)) }
  }

  /// The place whose colour looks nearest.
  package static func nearest(to colour: Colour) -> UInt8 {
    let wanted = Lab(colour)
    return candidates.min { wanted.distance(to: $0.lab) < wanted.distance(to: $1.lab) }?.index ?? 16
  }
}
