/// A record's identity: the replica that made it and its number there. Never shown to people; they see the label.
package struct RecordID: Hashable, Comparable, Codable, Sendable {
  /// Both halves in one word: replica in the upper 32 bits, number in the lower.
  package let raw: UInt64

  package init(raw: UInt64) {
    self.raw = raw
  }

  package init(replica: UInt32, number: UInt32) {
    raw = UInt64(replica) << 32 | UInt64(number)
  }

  /// Reads the written form `replica-number`, both hexadecimal; nil if it is not that.
  package init?(text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let replica = UInt32(parts[0], radix: 16),
      let number = UInt32(parts[1], radix: 16)
    else { return nil }
    self.init(replica: replica, number: number)
  }

  /// No replica makes more records; greater numbers stand only in damaged files, and would cost memory.
  package static let highestNumber: UInt32 = 1 << 24

  package var replica: UInt32 { UInt32(raw >> 32) }
  package var number: UInt32 { UInt32(truncatingIfNeeded: raw) }

  /// The written form used in files.
  package var text: String {
    String(replica, radix: 16) + "-" + String(number, radix: 16)
  }

  package static func < (one: RecordID, other: RecordID) -> Bool { one.raw < other.raw }
}
