import Domain

/// What the entry line of a kind remembers as long as the program runs.
struct EntryMemory: Sendable {
  /// Lines given, the latest last.
  private(set) var past: [String] = []
  private var sticky = EntrySticky()
  /// Where the pieces were kept: elsewhere they would say something else.
  private var place: EntryPlace?

  private static let longest = 200

  mutating func note(_ line: String) {
    guard past.last != line else { return }
    past.append(line)
    if past.count > Self.longest { past.removeFirst() }
  }

  mutating func keep(_ pieces: EntrySticky, at birth: Birth) {
    sticky = pieces
    place = EntryPlace(birth)
  }

  /// The pieces kept at that place; none elsewhere.
  func sticky(at birth: Birth) -> EntrySticky { place == EntryPlace(birth) ? sticky : EntrySticky() }
}

extension EntryPlace {
  package init(_ birth: Birth, sticky: EntrySticky = EntrySticky()) {
    self.init(birth.kind, party: birth.party, defaults: birth.defaults, held: birth.held, sticky: sticky)
  }
}
