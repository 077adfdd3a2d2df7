package import Domain

/// What tables would bring in, understood as a whole before anything of it is done: all of it or nothing.
package struct TableImport: Sendable {
  /// One table that is read.
  package struct Sheet: Hashable, Sendable {
    package let name: String
    package let kind: RecordKind
    /// The number of the row of heads.
    package let headRow: Int
    package let columns: [ImportColumn]
    /// Rows that bring a record.
    package internal(set) var new = 0
    /// Rows that change one.
    package internal(set) var changed = 0
    /// Rows that say what stands already.
    package internal(set) var same = 0
  }

  /// What one row does.
  package struct Change: Sendable {
    /// A field as it is and as the cell says.
    struct Field: Sendable {
      let field: FieldDescription
      let before: Value?
      let after: String
    }

    let row: Int
    let kind: RecordKind
    /// Nil for a record that comes in.
    let record: RecordID?
    let title: String
    var fields: [Field] = []
    /// The controls of a risk, as they are and as the cell says.
    var controls: (before: String, after: String)?
  }

  package internal(set) var sheets: [Sheet] = []
  /// Tables of which nothing says what they are.
  package internal(set) var unread: [String] = []
  /// The first of those there are.
  package internal(set) var faults: [ImportFault] = []
  package internal(set) var faultCount = 0
  package internal(set) var changes: [Change] = []
  /// What a person should know of what comes in all the same.
  package internal(set) var remarks: [Words] = []
  /// The whole act; empty when there is a fault or nothing to do.
  package internal(set) var commands: [Command] = []
  /// The state of the assessment it was read against.
  package let revision: Int

  /// Faults beyond these are only counted.
  static let mostFaults = 100

  /// Understands tables.
  ///
  /// - Parameters:
  ///   - tables: As they came.
  ///   - order: What a person says of them.
  ///   - assessment: What rows are about and point to.
  ///   - context: Who acts, and the control catalogues.
  ///   - progress: Told now and then how many of how many rows are read; what it throws ends the reading.
  package init(
    _ tables: [ImportedTable], _ order: ImportOrder, _ assessment: Assessment, _ context: Context,
    progress: (Int, Int) throws -> Void
  ) rethrows {
    revision = assessment.revision
    var reader = ImportReader(order, assessment, context)
    try reader.read(tables, progress)
    sheets = reader.sheets
    unread = reader.unread
    faults = reader.faults
    faultCount = reader.faultCount
    changes = reader.changes
    if reader.staleAcceptances > 0 { remarks = [ImportWords.staleAcceptances(reader.staleAcceptances)] }
    if faults.isEmpty { commands = reader.commands }
  }

  /// Understands tables without telling how far it is.
  ///
  /// - Parameters:
  ///   - tables: As they came.
  ///   - order: What a person says of them.
  ///   - assessment: What rows are about and point to.
  ///   - context: Who acts, and the control catalogues.
  package init(
    _ tables: [ImportedTable], _ order: ImportOrder, _ assessment: Assessment, _ context: Context
  ) {
    self.init(tables, order, assessment, context) { _, _ in }
  }

  package var newCount: Int { sheets.reduce(0) { $0 + $1.new } }
  package var changedCount: Int { sheets.reduce(0) { $0 + $1.changed } }
  package var sameCount: Int { sheets.reduce(0) { $0 + $1.same } }
}

extension TableImport.Change {
  /// What the row does, a line for the record and one for each field.
  ///
  /// - Parameters:
  ///   - assessment: As it is before.
  ///   - language: Of words.
  ///   - arrow: From what is to what will be.
  /// - Returns: Lines without indentation, the record's first.
  package func lines(_ assessment: Assessment, _ language: Language, arrow: String) -> [String] {
    guard let record else {
      return [Words("new", "新規")[language] + " " + kind.description.words[language] + ": " + title]
    }
    func moved(_ name: Words, _ before: String, _ after: String) -> String {
      let nothing = Words("(empty)", "（空）")[language]
      func shown(_ text: String) -> String { text.isEmpty ? nothing : TypedText.line(text) }
      return name[language] + ": " + shown(before) + arrow + shown(after)
    }
    var lines = [assessment.label(of: record) + " " + title]
    for change in fields {
      let before = FieldText.edit(change.before, change.field, assessment, language)
      lines.append(moved(change.field.words, before, change.after))
    }
    if let controls { lines.append(moved(ControlsColumn.words, controls.before, controls.after)) }
    return lines
  }
}
