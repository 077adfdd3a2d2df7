import Domain

/// Sentences made from facts, in both languages: what happened, where, and what to do.
package enum Sentence {
  /// Names a record in a sentence by its label; a record that is not there (yet) by its kind or in general.
  static func name(_ id: RecordID, _ assessment: Assessment) -> Words {
    guard assessment.kind(of: id) != nil else { return Words("the new record", "新しい記録") }
    if assessment.kind(of: id) == .party { return party(id, assessment) }
    let label = assessment.label(of: id)
    return Words(label, label)
  }

  /// The same where a Japanese sentence goes on: a label stands apart from it, a name does not.
  static func subject(_ id: RecordID, _ assessment: Assessment) -> String {
    let kind = assessment.kind(of: id)
    return name(id, assessment).ja + (kind == nil || kind == .party ? "" : " ")
  }

  /// A party by its name.
  static func party(_ id: RecordID, _ assessment: Assessment) -> Words {
    let name = assessment[id, Party.name] ?? assessment.label(of: id)
    return Words(name, name)
  }

  /// The first few names, and how many more there are.
  static func list(_ names: [Words], limit: Int = 4) -> Words {
    let more = names.count - limit
    let en = names.prefix(limit).map(\.en).joined(separator: ", ")
    let ja = names.prefix(limit).map(\.ja).joined(separator: "、")
    return more > 0 ? Words("\(en) and \(more) more", "\(ja) 他\(more)件") : Words(en, ja)
  }

  /// A phase by number and name: `phase 4 (Risk management)`, `局面4「リスクマネジメントの実施」`.
  static func phase(_ phase: Phase, _ assessment: Assessment) -> Words {
    let name = phase.words(in: assessment.scope)
    return Words("phase \(phase.rawValue) (\(name.en))", "局面\(phase.rawValue)「\(name.ja)」")
  }
}
