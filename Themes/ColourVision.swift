package import Canvas
internal import Foundation

/// How people see colours: as most do, and with one of the three kinds of cones missing.
package enum ColourVision: String, CaseIterable, Hashable, Sendable {
  case usual
  case protanopia
  case deuteranopia
  case tritanopia

  /// In linear RGB, at full severity: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation
  /// of Color Vision Deficiency", IEEE TVCG 15(6), 2009, table 1.
  private var matrix: [[Double]] {
    switch self {
    case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .deuteranopia:
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    case .tritanopia:
      [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    }
  }

  /// The colour that looks to most as this one does to these eyes.
  package func seen(_ colour: Colour) -> Colour {
    let (red, green, blue) = colour.linear
    let seen = matrix.map { row in row[0] * red + row[1] * green + row[2] * blue }
    return Colour(red: encoded(seen[0]), green: encoded(seen[1]), blue: encoded(seen[2]))
  }

  /// The two colours these eyes tell apart least, by their places, and how different they look (CIEDE2000); nil for
  /// fewer than two.
  package func nearest(_ colours: [Colour]) -> (first: Int, second: Int, difference: Double)? {
    let labs = colours.map { Lab(seen($0)) }
    var nearest: (first: Int, second: Int, difference: Double)?
    for (place, lab) in labs.enumerated() {
      for other in labs.indices where other > place {
        let difference = lab.difference2000(from: labs[other])
        if difference < nearest?.difference ?? .infinity { nearest = (place, other, difference) }
      }
    }
    return nearest
  }

  /// The sRGB curve (IEC 61966-2-1).
  private func encoded(_ light: Double) -> UInt8 {
    let light = min(max(light, 0), 1)
    let value = light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
    return UInt8((value * 255).rounded())
  }
}
