internal import Foundation

/// A colour in CIELAB (CIE 15, D65 white), where distance is how different two colours look.
package struct Lab: Hashable, Sendable {
  /// From 0, black, to 100, white.
  package var lightness: Double
  /// From green, negative, to red.
  package var a: Double
  /// From blue, negative, to yellow.
  package var b: Double

  /// The same colour seen by the standard observer.
  package init(_ colour: Colour) {
    let (x, y, z) = Lab.xyz(colour)
    let (fx, fy, fz) = (Lab.curve(x / 0.95047), Lab.curve(y), Lab.curve(z / 1.08883))
    lightness = 116 * fy - 16
    a = 500 * (fx - fy)
    b = 200 * (fy - fz)
  }

  /// CIE76 difference: 2.3 is just noticeable.
  package func distance(to other: Lab) -> Double {
    let (dl, da, db) = (lightness - other.lightness, a - other.a, b - other.b)
    return (dl * dl + da * da + db * db).squareRoot()
  }

  private static func xyz(_ colour: Colour) -> (Double, Double, Double) {
    let (r, g, b) = colour.linear
    return (
      0.4124 * r + 0.3576 * g + 0.1805 * b, 0.2126 * r + 0.7152 * g + 0.0722 * b,
      0.0193 * r + 0.1192 * g + 0.9505 * b
    )
  }

  private static func curve(_ value: Double) -> Double {
    value > 0.008856 ? cbrt(value) : 7.787 * value + 16.0 / 116.0
  }
}
