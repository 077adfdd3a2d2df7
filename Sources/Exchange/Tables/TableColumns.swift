package import Domain
import Interface
import Tabular

/// The columns of a table of records, and what stands in them.
struct TableColumns {
  /// What a column shows of a record.
  enum Content {
    case label
    case party
    case field(FieldDescription, party: RecordID?)
    /// Found by the program; no field of the record.
    case computed(Words, (RecordID) -> TableSheet.Cell)
  }

  let table: RecordTable
  let assessment: Assessment
  let language: Language
  private let contents: [Content]
  private let names = Names()

  /// What records are called in columns that lead to one: found once, since many rows lead to the same.
  private final class Names {
    var known: [Name: String] = [:]

    struct Name: Hashable {
      let field: FieldKey
      let target: RecordID
    }
  }

  init(_ table: RecordTable, _ assessment: Assessment, _ context: Context, _ language: Language) {
    self.table = table
    self.assessment = assessment
    self.language = language
    let parties = assessment.ids(.party)
    let saying = parties.count <= Self.partiesBeside ? nil : Self.saying(table, assessment)
    let fields = table.fields.flatMap { field -> [Content] in
      guard field.perParty else { return [.field(field, party: nil)] }
      return parties.filter { saying?.contains(Slot(field.key, party: $0)) ?? true }
        .map { .field(field, party: $0) }
    }
    contents =
      [.label] + (table.kind.description.ownership == .joint ? [] : [.party]) + fields
      + ComputedColumns.of(table, assessment, context, language)
  }

  /// Of more parties only those that say something have a column: the others' would be empty, and more than a
  /// spreadsheet has.
  private static let partiesBeside = 24

  private static func saying(_ table: RecordTable, _ assessment: Assessment) -> Set<Slot> {
    table.records(assessment).reduce(into: []) { saying, record in
      saying.formUnion(assessment.values(of: record).map(\.slot))
    }
  }

  var heads: [String] { contents.map(head) }

  func cells(_ record: RecordID) -> [TableSheet.Cell] { contents.map { cell(record, $0) } }

  private func head(_ content: Content) -> String {
    switch content {
    case .label: "ID"
    case .party: Words("Party", "組織")[language]
    case .field(let field, nil): field.words[language]
    case .field(let field, let party?): field.words[language] + " (" + assessment.label(of: party) + ")"
    case .computed(let words, _): words[language]
    }
  }

  private func cell(_ record: RecordID, _ content: Content) -> TableSheet.Cell {
    switch content {
    case .label: return .text(assessment.label(of: record))
    case .party: return assessment.party(of: record).map { .text(assessment.label(of: $0)) } ?? .empty
    case .field(let field, let party):
      return cell(assessment.value(record, Slot(field.key, party: party)), field)
    case .computed(_, let find): return find(record)
    }
  }

  private func cell(_ value: Value?, _ field: FieldDescription) -> TableSheet.Cell {
    switch value {
    case nil: return .empty
    case .number(let number)?: return .number(number)
    case .integer(let integer)?: return .number(Double(integer))
    case .day(let day)?: return .day(day)
    case .reference(let target)?:
      let name = Names.Name(field: field.key, target: target)
      let text = names.known[name] ?? FieldText.edit(.reference(target), field, assessment, language)
      names.known[name] = text
      return text.isEmpty ? .empty : .text(text)
    case let value?:
      let text = FieldText.edit(value, field, assessment, language)
      return text.isEmpty ? .empty : .text(text)
    }
  }
}

/// What the program finds out itself and a reader of the table wants to see beside the rest.
enum ComputedColumns {
  static func of(
    _ table: RecordTable, _ assessment: Assessment, _ context: Context, _ language: Language
  ) -> [TableColumns.Content] {
    switch table {
    case .register:
      [
        .computed(ControlsColumn.words) {
          let controls = ControlsColumn.text($0, assessment)
          return controls.isEmpty ? .empty : .text(controls)
        }
      ]
        + RatingKind.allCases.flatMap { kind in
          [
            .computed(ComputedHeads.level(kind)) {
              assessment.level($0, kind).map { .number(Double($0)) } ?? .empty
            },
            .computed(ComputedHeads.band(kind)) {
              band($0, kind, assessment, language)
            },
          ]
        }
        + RatingKind.allCases.filter { $0.acceptance != nil }.map { kind in
          .computed(ComputedHeads.acceptance(kind)) {
            acceptance($0, kind, assessment, context.today, language)
          }
        }
    case .statementOfApplicability:
      [
        .computed(ComputedHeads.controlTitle) {
          title($0, assessment, context.catalogues, language)
        }
      ]
    case .objectives:
      [
        .computed(ComputedHeads.valueNow) {
          assessment.achievement(of: $0, today: context.today).value.map { .number($0) } ?? .empty
        },
        .computed(ComputedHeads.achievement) {
          .text(assessment.achievement(of: $0, today: context.today).status.words[language])
        },
      ]
    case .policies, .responsibilities, .findings: []
    }
  }

  /// Empty where nobody accepted.
  private static func acceptance(
    _ risk: RecordID, _ kind: RatingKind, _ assessment: Assessment, _ today: Day, _ language: Language
  ) -> TableSheet.Cell {
    let found: Acceptance =
      assessment.hasChanged(risk, sinceAccepted: kind)
      ? .changed : assessment.acceptance(of: risk, kind, today: today)
    guard found != .missing else { return .empty }
    return .text((found.fault ?? Words("in force", "有効"))[language])
  }

  private static func band(
    _ risk: RecordID, _ kind: RatingKind, _ assessment: Assessment, _ language: Language
  ) -> TableSheet.Cell {
    assessment.standing(of: risk, kind).map { .text($0.band.label[language]) } ?? .empty
  }

  private static func title(
    _ statement: RecordID, _ assessment: Assessment, _ shelf: CatalogueShelf, _ language: Language
  ) -> TableSheet.Cell {
    guard let number = assessment[statement, ControlStatement.control],
      let catalogue = assessment[statement, ControlStatement.catalogue],
      let control = shelf[catalogue]?.control(number)
    else { return .empty }
    return .text(control.title[language])
  }
}

extension RecordTable {
  /// The table of what stands.
  ///
  /// - Parameters:
  ///   - assessment: What is written.
  ///   - context: Of now: what is computed depends on the day and the catalogues.
  ///   - language: Of heads, words of choices and titles.
  ///   - progress: Told now and then how many of how many rows there are.
  /// - Returns: A row per record.
  package func sheet(
    _ assessment: Assessment, _ context: Context, _ language: Language,
    progress: (Int, Int) -> Void = { _, _ in }
  ) -> TableSheet {
    let columns = TableColumns(self, assessment, context, language)
    var sheet = TableSheet(name: words[language], heads: columns.heads)
    eachRow(of: columns, progress) { sheet.append($0) }
    return sheet
  }

  /// The same as CSV (RFC 4180) in UTF-8 with a byte order mark, without which spreadsheets misread Japanese; text that
  /// a spreadsheet would take for a formula has a quote before it. No more is held than what is written.
  package func csv(
    _ assessment: Assessment, _ context: Context, _ language: Language,
    progress: (Int, Int) -> Void = { _, _ in }
  ) -> [UInt8] {
    let columns = TableColumns(self, assessment, context, language)
    var writer = RowWriter(guardsFormulas: true, marked: true)
    writer.append(columns.heads.map(CellText.clean))
    eachRow(of: columns, progress) { cells in writer.append(cells.map { CellText.clean($0.text) }) }
    return writer.bytes
  }

  private func eachRow(
    of columns: TableColumns, _ progress: (Int, Int) -> Void, _ take: ([TableSheet.Cell]) -> Void
  ) {
    let records = records(columns.assessment)
    for (done, record) in records.enumerated() {
      take(columns.cells(record))
      if done % 256 == 0 { progress(done, records.count) }
    }
  }
}
