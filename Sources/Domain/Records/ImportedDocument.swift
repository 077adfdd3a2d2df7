/// In which form a document came from elsewhere.
package enum DocumentFormat: String, Choice {
  case oscalCatalog
  case oscalProfile
  case oscalComponentDefinition
  case oscalSystemSecurityPlan
  case oscalAssessmentPlan
  case oscalAssessmentResults
  case oscalPlanOfAction
  case oscalMapping
  case cisoAssistantLibrary

  package var words: Words {
    switch self {
    case .oscalCatalog: Words("OSCAL catalog", "OSCAL カタログ")
    case .oscalProfile: Words("OSCAL profile", "OSCAL プロファイル")
    case .oscalComponentDefinition: Words("OSCAL component definition", "OSCAL コンポーネント定義")
    case .oscalSystemSecurityPlan: Words("OSCAL system security plan", "OSCAL システムセキュリティ計画")
    case .oscalAssessmentPlan: Words("OSCAL assessment plan", "OSCAL アセスメント計画")
    case .oscalAssessmentResults: Words("OSCAL assessment results", "OSCAL アセスメント結果")
    case .oscalPlanOfAction: Words("OSCAL plan of action and milestones", "OSCAL 是正計画（POA&M）")
    case .oscalMapping: Words("OSCAL mapping collection", "OSCAL 対応表")
    case .cisoAssistantLibrary: Words("CISO Assistant library", "CISO Assistant ライブラリ")
    }
  }
}

/// A document that came from elsewhere, as it came: a control catalogue to assess against, or what records were made
/// from. `SharedFields.externalID` is what the document calls itself.
///
/// Group rows are `[key, en, ja]`; control rows `[number, id in the document, en, ja, group key]`.
package enum ImportedDocument {
  package static let title = Attribute.text("title", "Title", "名称")
  package static let format = Attribute<DocumentFormat>.choice("format", "Form", "形式")
  package static let version = Attribute.text("version", "Version", "版")
  /// The name of the file it came in.
  package static let source = Attribute.text("source", "File", "ファイル")
  /// SHA-256 of the file it came in.
  package static let digest = Attribute.kept("digest", "SHA-256", "SHA-256")
  /// What a statement of applicability calls its catalogue; nil for a document that lists no controls.
  package static let catalogueKey = Attribute.kept("key", "Catalogue", "カタログ")
  package static let groups = Attribute<[[String]]>.field(
    "groups", "Headings", "見出し",
    .table([Words("Key", "記号"), Words("English", "英語"), Words("Japanese", "日本語")]), isKept: true)
  package static let controls = Attribute<[[String]]>.field(
    "controls", "Controls", "管理策",
    .table([
      Words("Number", "番号"), Words("Identifier", "識別子"), Words("English", "英語"), Words("Japanese", "日本語"),
      Words("Heading", "見出し"),
    ]), isKept: true)
  /// The document whole, as JSON without needless space: what the records cannot hold goes out again from here.
  package static let original = Attribute.kept("original", "As it came", "原本", long: true)

  package static let description = KindDescription(
    .importedDocument, "IM", "Imported document", "取り込み文書", phase: nil, ownership: .either,
    fields: [
      title.field, format.field, version.field, source.field, digest.field, original.field,
      catalogueKey.field, groups.field, controls.field,
    ])
}
