/// A Swift type that one field's value can be read as.
package protocol FieldContent {
  /// The content of a value; nil if the value is of another type.
  init?(_ value: Value)
  /// The value of this content.
  var value: Value { get }
}

extension String: FieldContent {
  package init?(_ value: Value) {
    guard case .text(let text) = value else { return nil }
    self = text
  }
  package var value: Value { .text(self) }
}

extension Double: FieldContent {
  package init?(_ value: Value) {
    guard case .number(let number) = value else { return nil }
    self = number
  }
  package var value: Value { .number(self) }
}

extension Int: FieldContent {
  package init?(_ value: Value) {
    guard case .integer(let integer) = value else { return nil }
    self = integer
  }
  package var value: Value { .integer(self) }
}

extension Bool: FieldContent {
  package init?(_ value: Value) {
    guard case .flag(let flag) = value else { return nil }
    self = flag
  }
  package var value: Value { .flag(self) }
}

extension Day: FieldContent {
  package init?(_ value: Value) {
    guard case .day(let day) = value else { return nil }
    self = day
  }
  package var value: Value { .day(self) }
}

extension RecordID: FieldContent {
  package init?(_ value: Value) {
    guard case .reference(let id) = value else { return nil }
    self = id
  }
  package var value: Value { .reference(self) }
}

extension ChoiceSet: FieldContent {
  package init?(_ value: Value) {
    guard case .choices(let keys) = value else { return nil }
    self.init(keys.compactMap(Member.init(rawValue:)))
  }
  package var value: Value { .choices(members.map(\.rawValue)) }
}

extension Assessment {
  /// A field's content; nil when absent.
  package subscript<Content: FieldContent>(_ id: RecordID, _ attribute: Attribute<Content>) -> Content? {
    value(id, attribute.key).flatMap(Content.init)
  }

  /// A party's own content of a field; nil when absent.
  package subscript<Content: FieldContent>(
    _ id: RecordID, _ attribute: Attribute<Content>, party: RecordID
  ) -> Content? {
    value(id, Slot(attribute.key, party: party)).flatMap(Content.init)
  }

  /// A choice; nil when absent or unknown to this version.
  package subscript<Content: Choice>(_ id: RecordID, _ attribute: Attribute<Content>) -> Content? {
    guard case .choice(let key) = value(id, attribute.key) else { return nil }
    return Content(rawValue: key)
  }

  /// A party's own choice; nil when absent or unknown to this version.
  package subscript<Content: Choice>(
    _ id: RecordID, _ attribute: Attribute<Content>, party: RecordID
  ) -> Content? {
    guard case .choice(let key) = value(id, Slot(attribute.key, party: party)) else { return nil }
    return Content(rawValue: key)
  }

  /// Links of a field that still lead to a record; empty when absent.
  package subscript(_ id: RecordID, _ attribute: Attribute<[RecordID]>) -> [RecordID] {
    guard case .references(let ids) = value(id, attribute.key) else { return [] }
    return ids.filter(exists)
  }

  /// Texts of a field; empty when absent.
  package subscript(_ id: RecordID, _ attribute: Attribute<[String]>) -> [String] {
    guard case .list(let texts) = value(id, attribute.key) else { return [] }
    return texts
  }

  /// Rows of a table field; empty when absent.
  package subscript(_ id: RecordID, _ attribute: Attribute<[[String]]>) -> [[String]] {
    guard case .table(let rows) = value(id, attribute.key) else { return [] }
    return rows
  }

  /// Whether nothing stands in the field, without decoding it.
  package func isEmpty(_ id: RecordID, _ key: FieldKey) -> Bool { cell(id, Slot(key)) == Heap.absent }

  /// Whether something stands in the field, without decoding it.
  package func has<Content>(_ id: RecordID, _ attribute: Attribute<Content>) -> Bool {
    cell(id, Slot(attribute.key)) != Heap.absent
  }
}
