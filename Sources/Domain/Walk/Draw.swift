/// Draws from a seed: the same seed, stop and population always give the same sample.
package struct Draw {
  private var state: UInt64

  /// - Parameters:
  ///   - seed: As the auditor chose it.
  ///   - stop: The clause or theme drawn for, so that a change in one leaves the others as they were.
  package init(seed: Int, for stop: String) {
    // FNV-1a: the same in every run, unlike Swift's own hashes.
    state = stop.utf8.reduce(UInt64(bitPattern: Int64(seed)) ^ 0xCBF2_9CE4_8422_2325) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
  }

  /// At most `size` of the records, none twice, in the order they came in.
  package mutating func sample(_ size: Int, of records: [RecordID]) -> [RecordID] {
    guard records.count > size else { return records }
    var places = Array(records.indices)
    for index in 0..<max(0, size) {
      places.swapAt(index, index + number(below: places.count - index))
    }
    return places.prefix(max(0, size)).sorted().map { records[$0] }
  }

  /// Each as likely as the others: what would favour the small ones is drawn again.
  private mutating func number(below bound: Int) -> Int {
    let bound = UInt64(bound)
    let limit = UInt64.max - UInt64.max % bound
    while true {
      let drawn = next()
      if drawn < limit { return Int(drawn % bound) }
    }
  }

  /// SplitMix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
