/// A part of a party: the organisation, a department, a section, as a tree.
package enum OrganizationalUnit {
  package static let name = Attribute.text("name", "Name", "名称")
  package static let parent = Attribute.reference(
    "parent", "Part of", "上位部門", to: .organizationalUnit, tokens: ["^"])
  package static let inScope = Attribute.flag("inScope", "In scope", "適用範囲内")

  package static let description = KindDescription(
    .organizationalUnit, "U", "Unit", "部門", phase: nil,
    fields: [name.field, parent.field, inScope.field], hierarchy: parent.field)
}

/// A person, or a named body such as a board.
package enum Person {
  package static let name = Attribute.text("name", "Name", "氏名")
  package static let unit = Attribute.reference("unit", "Unit", "所属", to: .organizationalUnit, tokens: ["^"])
  package static let roles = Attribute.list("roles", "Roles", "役割")

  package static let description = KindDescription(
    .person, "PE", "Person", "人", phase: nil, fields: [name.field, unit.field, roles.field])
}

/// A management system a party runs: ISMS, QMS, EMS …
package enum ManagementSystem {
  package static let name = Attribute.text("name", "Name", "名称")
  package static let standard = Attribute.text("standard", "Standard", "規格")

  package static let description = KindDescription(
    .managementSystem, "MS", "Management system", "マネジメントシステム", phase: nil,
    fields: [name.field, standard.field])
}

/// What a management system is made of, in the talk's integration matrix.
package enum SystemElement: String, Choice {
  case people
  case process
  case rules
  case procedure
  case system

  package var words: Words {
    switch self {
    case .people: Words("People & organisation", "組織・要員")
    case .process: Words("Process", "プロセス")
    case .rules: Words("Rules", "規程")
    case .procedure: Words("Procedure", "手順")
    case .system: Words("System", "システム")
    }
  }
}

/// Which implementation one management system uses for one element; equal letters share one.
package enum IntegrationCell {
  package static let element = Attribute<SystemElement>.choice("element", "Element", "要素")
  package static let system = Attribute.reference(
    "system", "Management system", "マネジメントシステム", to: .managementSystem)
  package static let letter = Attribute.text("letter", "Implementation", "実装")
  package static let documents = Attribute.references("documents", "Documents", "文書", to: .policyDocument)

  package static let description = KindDescription(
    .integrationCell, "IC", "Integration cell", "統合適用", phase: nil,
    fields: [letter.field, element.field, system.field, documents.field], unique: [element.key, system.key])
}

/// Something of value that a risk may be about.
package enum Asset {
  package static let name = Attribute.text("name", "Name", "名称")
  package static let owner = Attribute.reference(
    "owner", "Owner", "管理責任者", to: .person, phase: .running, tokens: ["own:", "担当:"])
  package static let note = Attribute.text("note", "Note", "備考", long: true)

  package static let description = KindDescription(
    .asset, "AS", "Asset", "資産", phase: nil, ownership: .either,
    fields: [name.field, owner.field, note.field])
}

/// A remark on any record.
package enum Comment {
  package static let text = Attribute.text("text", "Comment", "コメント", long: true)
  package static let record = Attribute<RecordID>.field("record", "On", "対象", .reference(RecordKind.allCases))
  package static let by = Attribute.text("by", "By", "記入者")

  package static let description = KindDescription(
    .comment, "CM", "Comment", "コメント", phase: nil, ownership: .either,
    fields: [text.field, by.field, record.field])
}

/// What one party does in one phase, what it takes and what it gives: the talk's central slide (分担).
package enum PhaseShare {
  package static let phase = Attribute.integer("phase", "Phase", "局面")
  package static let does = Attribute.text("does", "Does", "分担", long: true, required: ["A9"])
  package static let takes = Attribute.text("takes", "Takes from others", "受け取るもの", long: true)
  package static let gives = Attribute.text("gives", "Gives to others", "渡すもの", long: true)

  package static let description = KindDescription(
    .phaseShare, "SH", "Division of work", "分担", phase: nil,
    fields: [does.field, phase.field, takes.field, gives.field], unique: [phase.key])
}
