package import Domain

/// A column of a table that comes in: its head, and what its cells are.
package struct ImportColumn: Hashable, Sendable {
  /// What the cells of a column say.
  package enum Meaning: Hashable, Sendable {
    /// Our own labels, by which rows find their records.
    case label
    /// What another tool calls the records, such as `RISK-0012`: kept, so that the next file finds them by it.
    case foreign
    case party
    /// Controls that treat the risk.
    case controls
    /// A field, and for fields that each party fills in whose; nil is the row's party.
    case field(FieldDescription, party: RecordID?)
    /// Whether the acceptance of a risk's level still held: one that did not is not taken.
    case acceptance(RatingKind)
    /// What the program finds out by itself; it is written out for people and not read back.
    case computed
    case leftOut
  }

  package let head: String
  package var meaning: Meaning
  /// What belongs before each cell: the property of a column that gives losses of one.
  var prefix = ""

  /// The text of a cell as its field reads it; empty where nothing is said.
  func text(_ cell: String) -> String {
    guard case .field(let field, _) = meaning else {
      let text = TypedText.line(cell)
      return PastedColumn.nothing.contains(TypedText.folded(text)) ? "" : text
    }
    return PastedColumn(head: head, meaning: .field(field), prefix: prefix).text(cell)
  }

  /// The field it gives; nil for columns that give none.
  var field: FieldDescription? {
    if case .field(let field, _) = meaning { field } else { nil }
  }

  /// What the column is taken for, in words.
  package func words(_ assessment: Assessment) -> Words {
    switch meaning {
    case .label: Words("ID", "ID")
    case .foreign: SharedFields.externalID.field.words
    case .party: RecordKind.party.description.words
    case .controls: ControlsColumn.words
    case .field(let field, let party?):
      Words(
        field.words.en + " (" + assessment.label(of: party) + ")",
        field.words.ja + " (" + assessment.label(of: party) + ")")
    case .field(let field, nil):
      prefix.isEmpty
        ? field.words : Words(field.words.en + " " + prefix, field.words.ja + " " + prefix)
    case .acceptance: Words("whether it still holds", "受容が有効かの確認")
    case .computed: Words("found by the program", "自動計算")
    case .leftOut: Words("left out", "取り込まない")
    }
  }

  /// Whether the column brings something in or finds a row's record.
  package var isRead: Bool {
    switch meaning {
    case .label, .foreign, .party, .controls, .field: true
    case .acceptance, .computed, .leftOut: false
    }
  }

  /// `A`, `B`, … `AA`: a column's letters by its place from 0.
  package static func letters(_ place: Int) -> String {
    let (above, own) = (place / 26, place % 26)
    let letter = String(Character(Unicode.Scalar(UInt8(65 + own))))
    return above == 0 ? letter : letters(above - 1) + letter
  }
}

/// The column of a register that names the controls which treat a risk: written on the controls, shown on the risk.
package enum ControlsColumn {
  package static let words = Words("Controls", "管理策")

  /// The lines of the party's statement of applicability that treat a risk, in the order of the statement.
  package static func statements(treating risk: RecordID, _ assessment: Assessment) -> [RecordID] {
    let party = assessment.party(of: risk)
    return assessment.sources(of: risk, via: ControlStatement.risks)
      .filter { assessment.party(of: $0) == party && assessment.kind(of: $0) == .controlStatement }.sorted()
  }

  /// Their numbers, such as `5.17 8.5`; with `@` and the catalogue where the number alone could mean another.
  package static func text(_ risk: RecordID, _ assessment: Assessment) -> String {
    statements(treating: risk, assessment).compactMap { statement -> String? in
      guard let number = assessment[statement, ControlStatement.control] else { return nil }
      let label = assessment.label(of: statement)
      return number + (label.lastIndex(of: "@").map { String(label[$0...]) } ?? "")
    }.joined(separator: " ")
  }
}

/// Heads of columns that the program writes out beside the fields: shared by those who write and those who read.
package enum ComputedHeads {
  package static func level(_ kind: RatingKind) -> Words {
    Words("Level (\(kind.words.en))", "リスクレベル（\(kind.words.ja)）")
  }

  package static func band(_ kind: RatingKind) -> Words {
    Words("Band (\(kind.words.en))", "区分（\(kind.words.ja)）")
  }

  package static func acceptance(_ kind: RatingKind) -> Words {
    Words("Acceptance (\(kind.words.en))", "受容の状況（\(kind.words.ja)）")
  }

  package static let controlTitle = Words("Title of the control", "管理策の名称")
  package static let valueNow = Words("Value now", "現在の値")
  package static let achievement = Words("Achievement", "達成状況")

  /// All of a kind.
  static func of(_ kind: RecordKind) -> [Words] {
    switch kind {
    case .risk: RatingKind.allCases.flatMap { [level($0), band($0)] }
    case .controlStatement: [controlTitle]
    case .objective: [valueNow, achievement]
    default: []
    }
  }
}
