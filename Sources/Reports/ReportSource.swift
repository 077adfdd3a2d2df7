import Canvas
package import Domain
import Interface

/// What a report is made of: the assessment as its reader may see it, the day it is seen from, the language.
package struct ReportSource: Sendable {
  package let assessment: Assessment
  package let context: Context
  package let language: Language
  /// For whose eyes it is; nil for everybody's at this desk. What that party may not see is not in the assessment.
  package let audience: RecordID?
  /// How many records of each kind were left out for that.
  package let hidden: [RecordKind: Int]
  /// How closed cycles stood, oldest first.
  package var closedCycles: [CycleStanding] = []
  /// The past moment it tells of; nil for the present.
  package var moment: Words?

  package init(
    _ assessment: Assessment, _ context: Context, _ language: Language, audience: RecordID? = nil,
    hidden: [RecordKind: Int] = [:]
  ) {
    self.assessment = assessment
    self.context = context
    self.language = language
    self.audience = audience
    self.hidden = hidden
  }

  var shelf: CatalogueShelf { context.catalogues }
  var today: Day { context.today }
  var parties: [RecordID] { assessment.ids(.party) }

  func say(_ words: Words) -> String { words[language] }

  /// Between things listed in a line.
  var comma: String { say(Words(", ", "、")) }

  func joined(_ texts: [String?]) -> String {
    texts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: comma)
  }

  /// A label and what stands behind it.
  func pair(_ label: Words, _ text: String) -> String { say(label) + say(Words(": ", "：")) + text }

  // MARK: Values

  /// A value as people read it; nil when the field is empty.
  func text<Content>(_ record: RecordID, _ attribute: Attribute<Content>) -> String? {
    assessment.value(record, attribute.key).map {
      FieldText.display($0, attribute.field, assessment, language, party: assessment.party(of: record))
    }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A text of several lines, line by line.
  func lines(_ record: RecordID, _ attribute: Attribute<String>) -> [String] {
    (assessment[record, attribute] ?? "").split(whereSeparator: \.isNewline).map(String.init)
  }

  /// The field's own word and what stands in it; nil when it is empty.
  func labelled<Content>(_ record: RecordID, _ attribute: Attribute<Content>) -> String? {
    text(record, attribute).map { pair(attribute.field.words, $0) }
  }

  func fact<Content>(_ record: RecordID, _ attribute: Attribute<Content>) -> Document.Fact? {
    text(record, attribute).map { Document.Fact(say(attribute.field.words), $0) }
  }

  /// What people call a record, and its title.
  func name(_ record: RecordID) -> String {
    [assessment.label(of: record), assessment.title(of: record)].compactMap(\.self).joined(separator: " ")
  }

  func title(_ record: RecordID?) -> String { record.flatMap { assessment.title(of: $0) } ?? "" }

  /// A party with its role where that helps: `CSP 例示データセンター`.
  func party(_ id: RecordID) -> String {
    [assessment[id, Party.role]?.short, assessment[id, Party.name] ?? assessment.label(of: id)]
      .compactMap(\.self).joined(separator: " ")
  }

  /// A party in few letters: its role where there is one such, else its key.
  func shortName(_ id: RecordID) -> String {
    let key = assessment[id, Party.partyKey] ?? assessment.label(of: id)
    return assessment[id, Party.role]?.short == nil ? assessment[id, Party.name] ?? key : key.uppercased()
  }

  /// A risk's level with its band, in the band's colours; muted words while there is none.
  func level(_ risk: RecordID, _ kind: RatingKind = .present) -> Document.Table.Cell {
    guard let rating = assessment.rating(risk, kind), let method = assessment.method(rating.criteria),
      let level = method.level(likelihood: rating.likelihood, consequence: rating.consequence)
    else { return Document.Table.Cell(kind == .present ? say(RiskState.unrated.words) : "") }
    let role = Role.riskLevel(method.bandIndex(level), of: method.bands.count)
    return Document.Table.Cell(
      lines: ["\(level) " + say(method.band(level).label), "\(rating.likelihood) × \(rating.consequence)"],
      role: role)
  }

  // MARK: Tables

  func column(_ words: Words, _ share: Int = 0, isNumber: Bool = false) -> Document.Table.Column {
    Document.Table.Column(say(words), share, isNumber: isNumber)
  }

  /// A section with what it says when there is nothing.
  func section(
    _ heading: Words, isWide: Bool = false, _ blocks: [Document.Block],
    empty: Words = Words("None.", "該当なし。")
  ) -> Document.Section {
    Document.Section(
      say(heading), isWide: isWide, blocks.isEmpty ? [.paragraph(say(empty))] : blocks)
  }

  /// Where a party's phase stands and who took it there.
  func standing(_ party: RecordID, _ phase: Phase) -> String {
    let entry = assessment.phases.entry(party, phase)
    let by = [
      entry.submittedBy.map { say(Words("submitted by \($0)", "提出 \($0)")) },
      entry.state == .agreed ? entry.agreedBy.map { say(Words("agreed by \($0)", "合意 \($0)")) } : nil,
    ].compactMap(\.self)
    let names = by.isEmpty ? "" : say(Words(" (", "（")) + joined(by) + say(Words(")", "）"))
    return say(entry.state.words) + names
  }
}
