import Domain

/// Reads tables row by row and gathers the act they come to.
struct ImportReader {
  /// What a row is about.
  enum Target {
    /// A record that is there; found by its label, the row speaks for all its columns, empty ones too.
    case there(RecordID, byLabel: Bool)
    /// A record to come, its stand-in and whose it is.
    case new(RecordID, party: RecordID?, isLabelled: Bool)
    /// Rows of these kinds have no name: whether the record is there is known when all cells are.
    case nameless(party: RecordID?)
    /// Said already what is wrong; the record it means, as far as it is known.
    case bad(RecordID? = nil)
  }

  /// A row, for saying where something is wrong.
  struct Place {
    let table: String
    let row: Int
  }

  let order: ImportOrder
  let assessment: Assessment
  let context: Context
  var run = EntryRun()
  var reading: ValueReading
  var controls = ImportControls()
  var parties: [String: RecordID] = [:]

  var plans: [ImportPlan] = []
  var sheets: [TableImport.Sheet] = []
  var unread: [String] = []
  var faults: [ImportFault] = []
  var faultCount = 0
  var changes: [TableImport.Change] = []
  /// How many acceptances were of an earlier state of their risk.
  var staleAcceptances = 0

  /// Where each record to come stands, in the order of the run.
  var births: [Place] = []
  /// What follows on the births, each part with its row.
  var sets: [(commands: [Command], place: Place)] = []
  /// Rows that name controls, by the number the run keeps of them.
  var controlRows: [Place] = []
  /// Risks that statements to come treat, as the risks' rows say.
  var arrivingTreatments: [RecordID: [RecordID]] = [:]
  /// Risks that statements no longer treat.
  var untreated: [RecordID: Set<RecordID>] = [:]

  init(_ order: ImportOrder, _ assessment: Assessment, _ context: Context) {
    self.order = order
    self.assessment = assessment
    self.context = context
    reading = ValueReading(party: nil, assessment: assessment, newcomers: Newcomers(pending: 0))
  }

  mutating func read(_ tables: [ImportedTable], _ progress: (Int, Int) throws -> Void) rethrows {
    plan(tables)
    guard faults.isEmpty else { return }
    let total = plans.reduce(0) { $0 + $1.rows.count }
    let targets = plans.map { identify($0) }
    var done = 0
    for (sheet, plan) in plans.enumerated() {
      var known = NamelessIndex()
      let shared = plan.sharedFields
      for (row, target) in zip(plan.rows, targets[sheet]) {
        read(row, target, plan, sheet, shared, &known)
        done += 1
        if done % 256 == 0 { try progress(done, total) }
      }
    }
    if faults.isEmpty { judge() }
  }

  // MARK: Tables

  private mutating func plan(_ tables: [ImportedTable]) {
    for table in tables where !table.rows.isEmpty {
      if let plan = ImportPlan.plan(table, order, assessment) {
        plans.append(plan)
      } else {
        unread.append(table.name)
      }
    }
    plans.sort { Self.rank($0.kind) < Self.rank($1.kind) }
    sheets = plans.map {
      TableImport.Sheet(name: $0.name, kind: $0.kind, headRow: $0.headRow, columns: $0.columns)
    }
    guard !plans.isEmpty else {
      let name = tables.first?.name ?? ""
      faults = [
        ImportFault(
          table: name, row: nil, column: nil,
          words: order.kind.map(ImportWords.notOfKind) ?? ImportWords.noTable)
      ]
      return faultCount = 1
    }
    checkMappings()
    // What both sides of a link say is taken from the side that keeps it.
    let statesRisks = plans.contains {
      $0.kind == .controlStatement && $0.place(of: .field(ControlStatement.risks.field, party: nil)) != nil
    }
    for index in plans.indices where statesRisks && plans[index].kind == .risk {
      for place in plans[index].columns.indices where plans[index].columns[place].meaning == .controls {
        plans[index].columns[place].meaning = .computed
      }
    }
  }

  private static func rank(_ kind: RecordKind) -> Int {
    ImportPlan.kinds.firstIndex(of: kind) ?? kind.ordinal + 100
  }

  private mutating func checkMappings() {
    for mapping in order.mappings {
      let hasColumn = plans.contains { plan in
        plan.columns.enumerated().contains { place, column in
          TypedText.folded(column.head) == TypedText.folded(mapping.column)
            || ImportColumn.letters(place) == mapping.column.uppercased()
        }
      }
      let heads = plans.map { ImportHeads(kind: $0.kind, assessment: assessment, mappings: []) }
      if !hasColumn {
        fault(ImportWords.unknownColumn(mapping.column), Place(table: plans[0].name, row: 0))
      } else if heads.allSatisfy({ $0.meaning(named: mapping.meaning) == nil }) {
        fault(ImportWords.unknownMeaning(mapping.meaning, plans[0].kind), Place(table: plans[0].name, row: 0))
      }
    }
  }

  // MARK: Faults

  /// Notes what is wrong; row 0 stands for the table.
  mutating func fault(_ words: Words, _ place: Place, column: String? = nil) {
    faultCount += 1
    guard faults.count < TableImport.mostFaults else { return }
    faults.append(
      ImportFault(table: place.table, row: place.row > 0 ? place.row : nil, column: column, words: words))
  }
}
