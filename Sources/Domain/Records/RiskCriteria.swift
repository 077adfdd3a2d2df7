/// How likelihood and consequence become a level, and which levels are acceptable (ISO 31000:2018, 6.3.4).
///
/// Scale rows are `[ja, en, meaning ja, meaning en]`, lowest first; cell rows run from the lowest likelihood,
/// each from the lowest consequence; band rows are `[lowest level, ja, en, acceptor]` with acceptor
/// `riskOwner` or `topManagement`; property rows are `[key, ja, en]`; loss scale rows `[ja, en]`; mapping rows
/// `[old step, new step]`, where an old step without a row maps to nothing.
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
  /// How likelihood steps of the replaced version read in this one.
  package static let likelihoodMapping = mapping(
    "likelihoodMapping", "Likelihood steps of the replaced version", "改訂元の起こりやすさとの対応")
  package static let consequenceMapping = mapping(
    "consequenceMapping", "Consequence steps of the replaced version", "改訂元の結果との対応")
  /// Joint criteria under which a party's own ratings can be read too.
  package static let mapsTo = Attribute.reference("mapsTo", "Maps to", "対応する共通基準", to: .riskCriteria)
  package static let jointLikelihoodMapping = mapping(
    "jointLikelihoodMapping", "Likelihood steps in the joint criteria", "共通基準の起こりやすさとの対応")
  package static let jointConsequenceMapping = mapping(
    "jointConsequenceMapping", "Consequence steps in the joint criteria", "共通基準の結果との対応")

  private static func mapping(_ name: String, _ en: String, _ ja: String) -> Attribute<[[String]]> {
    .field(name, en, ja, .table([Words("This step", "段階"), Words("Reads as", "対応先")]))
  }

  /// Who agreed to it in a party's name; the answering party's own field.
  package static let agreedBy = Attribute.text(
    "agreedBy", "Agreed by", "合意者", perParty: true, required: ["R1"])
  package static let agreedOn = Attribute.day("agreedOn", "Agreed on", "合意日", perParty: true)

  package static let description = KindDescription(
    .riskCriteria, "RC", "Risk criteria", "リスク基準", phase: .riskManagement, ownership: .either,
    fields: [
      title.field, version.field, likelihoodScale.field, consequenceScale.field, lossProperties.field,
      lossScale.field, cells.field, bands.field, acceptanceLine.field, replaces.field,
      likelihoodMapping.field, consequenceMapping.field, mapsTo.field, jointLikelihoodMapping.field,
      jointConsequenceMapping.field, agreedBy.field, agreedOn.field,
    ], hierarchy: replaces.field)
}
