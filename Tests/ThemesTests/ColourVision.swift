import Canvas
import Foundation

/// The three dichromacies at full severity (Machado, Oliveira and Fernandes 2009, table 1), and none.
enum ColourVision: CaseIterable {
  case usual
  case protan
  case deutan
  case tritan

  private var matrix: [[Double]] {
    switch self {
    case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protan:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .deutan:
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    case .tritan:
      [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    }
  }

  func seen(_ colour: Colour) -> Colour {
    let (red, green, blue) = colour.linear
    let seen = matrix.map { row in row[0] * red + row[1] * green + row[2] * blue }
    return Colour(red: encoded(seen[0]), green: encoded(seen[1]), blue: encoded(seen[2]))
  }

  /// The least CIELAB difference between any two of the colours.
  func leastDifference(_ colours: [Colour]) -> Double {
    let labs = colours.map { Lab(seen($0)) }
    var least = Double.infinity
    for (index, lab) in labs.enumerated() {
      for other in labs[(index + 1)...] { least = min(least, lab.distance(to: other)) }
    }
    return least
  }

  private func encoded(_ light: Double) -> UInt8 {
    let light = min(max(light, 0), 1)
    let value = light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
    return UInt8((value * 255).rounded())
  }
}
