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

  /// What xterm shows for the user's sixteen while the user has not changed them: for pictures and for judging.
  package static func usual(_ index: UInt8) -> Colour { sixteen[Int(index) % 16] }

  private static let sixteen: [Colour] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ].map { (rgb: UInt32) in
    Colour(red: UInt8(rgb >> 16 & 0xFF), green: UInt8(rgb >> 8 & 0xFF), blue: UInt8(rgb & 0xFF))
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
