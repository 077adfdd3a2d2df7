package import Canvas
internal import Foundation

extension Lab {
  /// CIEDE2000 (ISO/CIE 11664-6), in the steps and names of Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference
  /// Formula: Implementation Notes", Color Research and Application 30(1), 2005. 1 is just noticeable, 10 at a glance.
  package func difference2000(from other: Lab) -> Double {
    let (mine, theirs) = Self.adjusted(self, other)
    let lightness = (self.lightness + other.lightness) / 2
    let chroma = (mine.chroma + theirs.chroma) / 2
    let hue = Self.meanHue(mine, theirs)
    let dLightness = (other.lightness - self.lightness) / Self.lightnessWeight(lightness)
    let dChroma = (theirs.chroma - mine.chroma) / (1 + 0.045 * chroma)
    let dHue = Self.hueDifference(mine, theirs) / (1 + 0.015 * chroma * Self.hueWeight(hue))
    let turn = Self.rotation(chroma, hue) * dChroma * dHue
    return (dLightness * dLightness + dChroma * dChroma + dHue * dHue + turn).squareRoot()
  }

  /// Chroma and hue angle in degrees, after a* was stretched near the grey axis (equations 2 to 7).
  private struct Polar {
    let chroma: Double
    let hue: Double

    init(a: Double, b: Double) {
      chroma = (a * a + b * b).squareRoot()
      let angle = chroma == 0 ? 0 : atan2(b, a) * 180 / .pi
      hue = angle < 0 ? angle + 360 : angle
    }
  }

  private static func adjusted(_ one: Lab, _ other: Lab) -> (Polar, Polar) {
    let chroma = (Polar(a: one.a, b: one.b).chroma + Polar(a: other.a, b: other.b).chroma) / 2
    let stretch = 1 + 0.5 * (1 - saturation(chroma))
    return (Polar(a: stretch * one.a, b: one.b), Polar(a: stretch * other.a, b: other.b))
  }

  private static func saturation(_ chroma: Double) -> Double {
    let seventh = pow(chroma, 7)
    return (seventh / (seventh + pow(25, 7))).squareRoot()
  }

  /// Equations 10 and 11.
  private static func hueDifference(_ one: Polar, _ other: Polar) -> Double {
    var angle = other.hue - one.hue
    if angle > 180 { angle -= 360 } else if angle < -180 { angle += 360 }
    return 2 * (one.chroma * other.chroma).squareRoot() * sin(radians(angle / 2))
  }

  /// Equation 14.
  private static func meanHue(_ one: Polar, _ other: Polar) -> Double {
    let sum = one.hue + other.hue
    if one.chroma * other.chroma == 0 { return sum }
    if abs(one.hue - other.hue) <= 180 { return sum / 2 }
    return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2
  }

  private static func lightnessWeight(_ mean: Double) -> Double {
    let square = (mean - 50) * (mean - 50)
    return 1 + 0.015 * square / (20 + square).squareRoot()
  }

  private static func hueWeight(_ hue: Double) -> Double {
    1 - 0.17 * cos(radians(hue - 30)) + 0.24 * cos(radians(2 * hue)) + 0.32 * cos(radians(3 * hue + 6))
      - 0.20 * cos(radians(4 * hue - 63))
  }

  private static func rotation(_ chroma: Double, _ hue: Double) -> Double {
    let turn = 30 * exp(-pow((hue - 275) / 25, 2))
    return -sin(radians(2 * turn)) * 2 * saturation(chroma)
  }

  private static func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
}
