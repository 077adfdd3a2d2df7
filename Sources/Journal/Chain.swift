/// Where a journal ends: the number of its entries and the digest of the last.
package struct Head: Hashable, Sendable {
  package let seq: Int64
  package let digest: Digest

  package static let empty = Head(seq: 0, digest: .zero)

  package init(seq: Int64, digest: Digest) {
    self.seq = seq
    self.digest = digest
  }
}

/// Links each entry to all before it, so that nothing stored can be changed unseen.
package enum Chain {
  /// The digest an entry must bear: SHA-256 over every stored column, each with its type and length, and the
  /// digest of the entry before.
  package static func digest(of entry: Entry, after previous: Digest) -> Digest {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256)
    for column in entry.columns { append(column, to: &bytes) }
    bytes.append(contentsOf: previous.bytes)
    return Digest(hashing: bytes)
  }

  private static func append(_ column: Entry.Column, to bytes: inout [UInt8]) {
    switch column {
    case .integer(nil), .text(nil): bytes.append(0)
    case .integer(let integer?):
      bytes.append(1)
      append(UInt64(bitPattern: integer), to: &bytes)
    case .text(let text?):
      bytes.append(2)
      append(UInt64(text.utf8.count), to: &bytes)
      bytes.append(contentsOf: text.utf8)
    }
  }

  private static func append(_ word: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: word >> shift))
    }
  }
}
