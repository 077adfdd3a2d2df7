import Canvas
import Foundation
import Testing
import Themes

@Suite struct ColourDifferenceTests {
  /// Of the test data of Sharma, Wu and Dalal 2005, table 1: the pairs that find mistakes in hue, chroma near grey and the
  /// blue region, and two ordinary ones.
  @Test(
    "CIEDE2000 gives what its test data say",
    arguments: [
      ([50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425),
      ([50, 3.1571, -77.2803], [50, 0, -82.7485], 2.8615),
      ([50, -1.3802, -84.2814], [50, 0, -82.7485], 1.0000), ([50, 0, 0], [50, -1, 2], 2.3669),
      ([50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792), ([50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195),
      ([50, -0.001, 2.49], [50, 0.0009, -2.49], 4.8045), ([50, 2.5, 0], [73, 25, -18], 27.1492),
      ([50, 2.5, 0], [56, -27, -3], 31.9030),
      ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
      ([22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373),
      ([90.8027, -2.0831, 1.441], [91.1528, -1.6435, 0.0447], 1.4441),
      ([6.7747, -0.2908, -2.4247], [5.8714, -0.0985, -2.2286], 0.6377),
    ] as [([Double], [Double], Double)])
  func sharma(one: [Double], other: [Double], difference: Double) {
    let (one, other) = (lab(one), lab(other))
    #expect(abs(one.difference2000(from: other) - difference) < 0.00006)
    #expect(abs(other.difference2000(from: one) - difference) < 0.00006)
  }

  private func lab(_ values: [Double]) -> Lab {
    var lab = Lab(Colour(red: 0, green: 0, blue: 0))
    (lab.lightness, lab.a, lab.b) = (values[0], values[1], values[2])
    return lab
  }

  @Test("Greys stay greys to everybody; red and green are one to some")
  func visions() throws {
    for vision in ColourVision.allCases {
      for grey: UInt8 in [0, 90, 200, 255] {
        let seen = vision.seen(Colour(red: grey, green: grey, blue: grey))
        for channel in [seen.red, seen.green, seen.blue] { #expect(abs(Int(channel) - Int(grey)) <= 1) }
      }
    }
    let pair = ["#a86a00", "#7c7a00"].compactMap { Colour(hex: $0) }
    let (usual, protan) = (ColourVision.usual.nearest(pair), ColourVision.protanopia.nearest(pair))
    #expect(try #require(usual).difference > 2 * #require(protan).difference)
  }
}
