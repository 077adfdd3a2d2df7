/// SplitMix64: the same seed gives the same script on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension SeededGenerator {
  private static let alphabet: [Unicode.Scalar] = [
    "a", "Z", " ", "~", "é", "あ", "漢", "ー", "ｱ", "ﾞ", "、", "　", "─", "①", "✓", "⟶", "😀", "\u{3099}",
    "\u{301}",
    "\u{202E}", "\u{200D}", "\u{FE0F}", "\u{1B}", "\n", "\t", "\u{0}", "\u{9B}", "\u{20000}", "\u{E0100}",
    "\u{FFFF}",
  ]

  mutating func text(upTo length: Int) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      if let scalar = SeededGenerator.alphabet.randomElement(using: &self) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
