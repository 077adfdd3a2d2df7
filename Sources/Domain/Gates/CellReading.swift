/// Cells read without making values of them: what rules over a hundred thousand risks ask.
extension Assessment {
  /// A link as it stands; nil when absent.
  func link(_ id: RecordID, _ attribute: Attribute<RecordID>) -> RecordID? {
    let cell = cell(id, Slot(attribute.key))
    return cell == Heap.absent ? nil : RecordID(raw: cell)
  }

  /// A step of a scale; nil when absent.
  func step(_ id: RecordID, _ attribute: Attribute<Int>) -> Int? {
    let cell = cell(id, Slot(attribute.key))
    return cell == Heap.absent ? nil : heap.integer(cell)
  }

  /// Whether a record that was not removed points here through a field; one of those wanted, if any are.
  func isTarget<Content>(
    _ target: RecordID, via attribute: Attribute<Content>, where wanted: (RecordID) -> Bool = { _ in true }
  ) -> Bool {
    let kind = RecordKind.declaring(attribute.field)
    return links.sources(of: target, via: attribute.key).contains {
      exists($0) && self.kind(of: $0) == kind && wanted($0)
    }
  }

  /// Whether the field is empty.
  func lacks<Content>(_ id: RecordID, _ attribute: Attribute<Content>) -> Bool { !has(id, attribute) }
}
