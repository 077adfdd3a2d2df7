import Domain

/// What a record is called where people read or type it.
enum RecordName {
  /// Typed: a label, but for persons the name as long as it leads back to the same person (`佐藤@csp` where
  /// several parties take part).
  static func edited(_ id: RecordID, _ assessment: Assessment) -> String {
    guard assessment.kind(of: id) == .person, let party = assessment.party(of: id),
      let name = assessment[id, Person.name], name.allSatisfy(isPlain), !name.isEmpty
    else { return assessment.label(of: id) }
    let namesakes = assessment.ids(.person, of: party).filter { assessment[$0, Person.name] == name }
    guard namesakes.count == 1, assessment.record(labelled: name) == nil else {
      return assessment.label(of: id)
    }
    guard assessment.count(.party) > 1 else { return name }
    return name + "@" + assessment.label(of: party)
  }

  /// Read: a person's or party's name, of other records label and title.
  static func read(_ id: RecordID, _ assessment: Assessment) -> String {
    let label = assessment.label(of: id)
    guard let title = assessment.title(of: id), !title.isEmpty else { return label }
    switch assessment.kind(of: id) {
    case .person?, .party?: return title
    default: return assessment.kind(of: id) == .controlStatement ? label : label + " " + title
    }
  }

  /// A party with its role where that helps: `CSP 例示データセンター`.
  static func party(_ id: RecordID, _ assessment: Assessment) -> String {
    let name = assessment[id, Party.name] ?? assessment.label(of: id)
    guard let role = assessment[id, Party.role]?.short else { return name }
    return role + " " + name
  }

  private static func isPlain(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == " " || character == "・" || character == "."
      || character == "-" || character == "ー" || character == "'"
  }
}
