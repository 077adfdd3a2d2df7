extension Assessment {
  /// The records above one, nearest first, by the link with which its kind hangs from another of the kind. In a
  /// circle, as a file may hold one, every record is above itself, and none is told of twice.
  func ancestors(of id: RecordID, via link: FieldKey) -> [RecordID] {
    var found: [RecordID] = []
    var seen: Set<RecordID> = []
    var above = cell(id, Slot(link))
    while above != Heap.absent, seen.insert(RecordID(raw: above)).inserted {
      found.append(RecordID(raw: above))
      above = cell(RecordID(raw: above), Slot(link))
    }
    return found
  }
}
