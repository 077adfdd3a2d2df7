import Domain

/// How a table is read: what its rows are, and what its columns mean.
struct ImportPlan {
  let name: String
  let kind: RecordKind
  /// The number of the row of heads.
  let headRow: Int
  var columns: [ImportColumn]
  /// Those below the heads in which something stands.
  let rows: [ImportedTable.Row]

  /// Kinds that a table may be of, in the order in which they come in: what others point to goes first.
  static let kinds: [RecordKind] = [
    .organizationalUnit, .person, .asset, .issue, .interestedParty, .commitment, .policyDocument, .objective,
    .controlStatement, .risk, .finding, .correctiveAction, .reading, .actionItem,
  ]

  /// What files and sheets are called that hold a kind.
  private static let names: [(RecordKind, [String])] = [
    (.controlStatement, ["statement-of-applicability", "statement of applicability", "soa", "適用宣言", "管理策"]),
    (.commitment, ["responsibilities", "responsibility", "役割", "責任分担", "合意事項", "commitment"]),
    (.policyDocument, ["policies", "policy", "方針", "規程", "文書"]),
    (.objective, ["objective", "目的", "目標"]),
    (.finding, ["finding", "nonconformit", "所見", "指摘", "不適合"]),
    (.risk, ["register", "risk", "リスク"]),
  ]

  /// - Returns: Nil where nothing says what the table is.
  static func plan(_ table: ImportedTable, _ order: ImportOrder, _ assessment: Assessment) -> ImportPlan? {
    func read(_ kind: RecordKind) -> ImportHeads.Reading? {
      ImportHeads(kind: kind, assessment: assessment, mappings: order.mappings).read(table)
    }
    if let kind = order.kind { return read(kind).map { ImportPlan(table, kind, $0) } }
    let name = TypedText.folded(table.name)
    let named = names.first { $0.1.contains { name.contains($0) } }?.0
    let found = kinds.compactMap { kind in read(kind).map { (kind: kind, heads: $0) } }
    let ranked = found.map { ($0.kind, $0.heads, $0.heads.score + ($0.kind == named ? 6 : 0)) }
      .sorted { $0.2 > $1.2 }
    guard let first = ranked.first, first.2 > 3, ranked.count == 1 || ranked[1].2 < first.2 else {
      return nil
    }
    return ImportPlan(table, first.0, first.1)
  }

  private init(_ table: ImportedTable, _ kind: RecordKind, _ heads: ImportHeads.Reading) {
    name = table.name
    self.kind = kind
    headRow = table.rows[heads.place].number
    columns = heads.columns
    let read = heads.columns.indices.filter { heads.columns[$0].isRead }
    rows = table.rows.dropFirst(heads.place + 1).filter { row in
      read.contains { !TypedText.line(row[$0]).isEmpty }
    }
  }

  /// The first column of a meaning.
  func place(of meaning: ImportColumn.Meaning) -> Int? { columns.firstIndex { $0.meaning == meaning } }

  /// What a row says in the column of a meaning; empty where there is none.
  func text(_ meaning: ImportColumn.Meaning, _ row: ImportedTable.Row) -> String {
    place(of: meaning).map { columns[$0].text(row[$0]) } ?? ""
  }

  func text<Content>(_ attribute: Attribute<Content>, _ row: ImportedTable.Row) -> String {
    text(.field(attribute.field, party: nil), row)
  }

  /// Fields to which several columns give: their cells are put together.
  var sharedFields: Set<FieldKey> {
    var (once, twice): (Set<Slot>, Set<FieldKey>) = ([], [])
    for column in columns {
      guard case .field(let field, let party) = column.meaning else { continue }
      if !once.insert(Slot(field.key, party: party)).inserted { twice.insert(field.key) }
    }
    return twice
  }
}
