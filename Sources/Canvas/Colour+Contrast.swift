internal import Foundation

extension Colour {
  /// The light of each channel, from 0 to 1, with the sRGB curve undone.
  package var linear: (red: Double, green: Double, blue: Double) {
    (Colour.linear(red), Colour.linear(green), Colour.linear(blue))
  }

  /// Relative luminance as WCAG 2.2 defines it.
  package var luminance: Double {
    let (r, g, b) = linear
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }

  /// Contrast ratio as WCAG 2.2 defines it, from 1 to 21; text needs 4.5.
  package func contrast(with other: Colour) -> Double {
    let (mine, others) = (luminance, other.luminance)
    return (max(mine, others) + 0.05) / (min(mine, others) + 0.05)
  }

  private static let lightOfByte: [Double] = (0...255).map { byte in
    let value = Double(byte) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  private static func linear(_ channel: UInt8) -> Double { lightOfByte[Int(channel)] }
}
