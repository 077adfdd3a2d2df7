/// Texts, lists and short words of all records in a few large buffers, so that 100,000 records cost columns of
/// words and not millions of small objects. A cell is one 64-bit word; its meaning follows from the field's type.
struct Heap: Sendable {
  /// The cell of an absent value; a NaN pattern, so that no number, text or reference collides with it.
  static let absent = UInt64.max

  private(set) var bytes: [UInt8] = []
  private var lists: [[RecordID]] = []
  private var freeLists: [Int] = []
  private var words: [String] = []
  /// The same at their spaces, for sets of keys.
  private var wordLists: [[String]] = []
  private var numbers: [String: UInt64] = [:]

  // MARK: Text: offset in the upper 40 bits, length in the lower 24.

  private static let lengthMask: UInt64 = 0xFF_FFFF

  mutating func store(text: String) -> UInt64 {
    let offset = UInt64(bytes.count)
    bytes.append(contentsOf: text.utf8.prefix(Int(Self.lengthMask)))
    return offset << 24 | (UInt64(bytes.count) - offset)
  }

  /// Takes UTF-8 bytes as they stand in a file.
  mutating func store(bytes new: UnsafeRawBufferPointer) -> UInt64 {
    let offset = UInt64(bytes.count)
    bytes.append(contentsOf: new.prefix(Int(Self.lengthMask)))
    return offset << 24 | (UInt64(bytes.count) - offset)
  }

  mutating func reserve(textBytes: Int) { bytes.reserveCapacity(textBytes) }

  func range(of cell: UInt64) -> Range<Int> {
    let offset = Int(cell >> 24)
    return offset..<offset + Int(cell & Self.lengthMask)
  }

  func text(_ cell: UInt64) -> String { String(decoding: bytes[range(of: cell)], as: UTF8.self) }

  // MARK: Words that repeat

  mutating func intern(_ word: String) -> UInt64 {
    if let known = numbers[word] { return known }
    let number = UInt64(words.count)
    words.append(word)
    wordLists.append(word.split(separator: " ").map(String.init))
    numbers[word] = number
    return number
  }

  func word(_ cell: UInt64) -> String { words[Int(cell)] }

  func wordList(_ cell: UInt64) -> [String] { wordLists[Int(cell)] }

  /// The cell `word` would have, without storing it; nil when no record uses it.
  func known(_ word: String) -> UInt64? { numbers[word] }

  // MARK: Lists of links

  mutating func store(list: [RecordID]) -> UInt64 {
    if let slot = freeLists.popLast() {
      lists[slot] = list
      return UInt64(slot)
    }
    lists.append(list)
    return UInt64(lists.count - 1)
  }

  mutating func release(list cell: UInt64) {
    lists[Int(cell)] = []
    freeLists.append(Int(cell))
  }

  func list(_ cell: UInt64) -> [RecordID] { lists[Int(cell)] }
}
