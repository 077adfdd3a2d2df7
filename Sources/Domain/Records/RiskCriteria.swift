/// How likelihood and consequence become a level, and which levels are acceptable (ISO 31000:2018, 6.3.4).
///
/// Scale rows are `[ja, en, meaning ja, meaning en]`, lowest first; cell rows run from the lowest likelihood,
/// each from the lowest consequence; band rows are `[lowest level, ja, en, acceptor]` with acceptor
/// `riskOwner` or `topManagement`; property rows are `[key, ja, en]`; loss scale rows `[ja, en]`.
package enum RiskCriteria {
  package static let title = Attribute.text("title", "Title", "名称")
  package static let version = Attribute.integer("version", "Version", "版")
  package static let likelihoodScale = Attribute<[[String]]>.field(
    "likelihoodScale", "Likelihood scale", "起こりやすさの尺度",
    .table([
      Words("Japanese", "日本語"), Words("English", "英語"), Words("Meaning (ja)", "意味（日）"),
      Words("Meaning (en)", "意味（英）"),
    ]))
  package static let consequenceScale = Attribute<[[String]]>.field(
    "consequenceScale", "Consequence scale", "結果の尺度",
    .table([
      Words("Japanese", "日本語"), Words("English", "英語"), Words("Meaning (ja)", "意味（日）"),
      Words("Meaning (en)", "意味（英）"),
    ]))
  package static let lossProperties = Attribute<[[String]]>.field(
    "lossProperties", "Properties that can be lost", "喪失し得る特性",
    .table([Words("Key", "記号"), Words("Japanese", "日本語"), Words("English", "英語")]))
  package static let lossScale = Attribute<[[String]]>.field(
    "lossScale", "Scale of loss", "喪失の尺度", .table([Words("Japanese", "日本語"), Words("English", "英語")]))
  package static let cells = Attribute<[[String]]>.field(
    "cells", "Level of each cell", "各セルのリスクレベル", .table([]))
  package static let bands = Attribute<[[String]]>.field(
    "bands", "Bands", "リスクレベルの区分",
    .table([
      Words("From level", "下限"), Words("Japanese", "日本語"), Words("English", "英語"),
      Words("May accept", "受容できる者"),
    ]))
  /// Levels from this one on are not acceptable as they are.
  package static let acceptanceLine = Attribute.integer("acceptanceLine", "Acceptance line", "受容線")
  package static let replaces = Attribute.reference("replaces", "Replaces", "改訂元", to: .riskCriteria)
  /// Who agreed to it in a party's name; the answering party's own field.
  package static let agreedBy = Attribute.text(
    "agreedBy", "Agreed by", "合意者", perParty: true, required: ["R1"])
  package static let agreedOn = Attribute.day("agreedOn", "Agreed on", "合意日", perParty: true)

  package static let description = KindDescription(
    .riskCriteria, "RC", "Risk criteria", "リスク基準", phase: .riskManagement, ownership: .either,
    fields: [
      title.field, version.field, likelihoodScale.field, consequenceScale.field, lossProperties.field,
      lossScale.field, cells.field, bands.field, acceptanceLine.field, replaces.field, agreedBy.field,
      agreedOn.field,
    ])
}
