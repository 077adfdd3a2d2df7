import Foundation
import Testing

@testable import Interface

/// The short way through what most text is made of folds as the long one does.
@Suite struct FoldedTextTests {
  private static let alphabet = Array(
    "aZ 09~#ＡｚＺ！～　、。「』ぜいー脆弱性ァヶヾ漢龠ｱ①㌔ﬁÉéßΣΩÅ…—\u{A0}\u{3040}\u{3097}\u{9FFF}")

  @Test(arguments: 0..<400)
  func folds(seed: UInt64) {
    var dice = SeededDice(seed: seed)
    let text = String(
      (0..<Int.random(in: 0...14, using: &dice)).map { _ in
        Self.alphabet[Int.random(in: Self.alphabet.indices, using: &dice)]
      })
    #expect(TypedText.folded(text) == Self.folded(text), "seed \(seed): “\(text)”")
  }

  @Test func foldsWhatPeopleTypeAlike() {
    #expect(TypedText.folded("  ＩＳＭＳ 脆弱性　") == "isms ぜい弱性")
    #expect(TypedText.folded("Ransomware On Backup") == "ransomware on backup")
    #expect(TypedText.folded(" \u{3000} ").isEmpty)
  }

  /// As the definition says it, character by character.
  private static func folded(_ text: String) -> String {
    let spaced = String(text.map { $0.isWhitespace ? " " : $0 })
    return spaced.precomposedStringWithCompatibilityMapping.lowercased()
      .trimmingCharacters(in: .whitespaces).replacing("脆", with: "ぜい")
  }
}
