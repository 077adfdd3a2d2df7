import Domain

/// Finds the row of heads of a table, and what its columns mean for a kind of records.
struct ImportHeads {
  let kind: RecordKind
  let assessment: Assessment
  let mappings: [ImportOrder.Mapping]
  /// What this program itself calls columns, folded.
  private let names: [String: ImportColumn.Meaning]

  init(kind: RecordKind, assessment: Assessment, mappings: [ImportOrder.Mapping]) {
    self.kind = kind
    self.assessment = assessment
    self.mappings = mappings
    names = Self.names(kind, assessment)
  }

  /// Titles and remarks above the heads of a table are looked past, as far down as this.
  private static let deepest = 20
  /// Nobody calls a column by more bytes than this.
  private static let longest = 200
  /// How many rows below are looked at to tell what a column means.
  private static let sample = 40

  /// The heads as they were understood.
  struct Reading {
    /// The place of the row of heads among the table's rows.
    let place: Int
    var columns: [ImportColumn]
    /// How sure it is that the rows are of that kind; more is surer.
    let score: Int
  }

  /// - Returns: Nil where no row names what a record of the kind needs.
  func read(_ table: ImportedTable) -> Reading? {
    var best: Reading?
    for place in table.rows.indices.prefix(Self.deepest) {
      let below = table.rows.dropFirst(place + 1).prefix(Self.sample).map(\.cells)
      guard let columns = columns(table.rows[place].cells, sample: Array(below)), identifies(columns) else {
        continue
      }
      let reading = Reading(place: place, columns: columns, score: score(columns, Array(below)))
      if reading.score > best?.score ?? 0 { best = reading }
      // A row of that many heads is no title that happens to be one.
      if columns.count(where: \.isRead) > 2 { break }
    }
    return best
  }

  private func score(_ columns: [ImportColumn], _ below: [[String]]) -> Int {
    columns.enumerated().reduce(0) { score, entry in
      let (place, column) = entry
      switch column.meaning {
      case .label: return score + (looksLikeLabels(place, below) ? 9 : 1)
      case .party, .controls, .acceptance, .computed: return score + 2
      case .foreign: return score + 1
      case .field: return score + (ownMeaning(TypedText.folded(column.head)) == nil ? 2 : 3)
      case .leftOut: return score
      }
    }
  }

  /// Whether rows can be told apart: by label, or by what names a record of the kind.
  private func identifies(_ columns: [ImportColumn]) -> Bool {
    let title =
      kind == .commitment ? [kind.description.title, Commitment.activity.field] : [kind.description.title]
    return columns.contains { column in
      switch column.meaning {
      case .label: true
      case .field(let field, _): title.contains(field) || !EntryReader.needsTitle(kind)
      case .foreign, .party, .controls, .acceptance, .computed, .leftOut: false
      }
    }
  }

  // MARK: Columns

  private func columns(_ heads: [String], sample: [[String]]) -> [ImportColumn]? {
    guard heads.contains(where: { !$0.isEmpty && $0.utf8.count <= Self.longest }) else { return nil }
    let heads = heads.map { $0.utf8.count <= Self.longest ? $0 : "" }
    var columns = heads.map { ImportColumn(head: TypedText.line($0), meaning: .leftOut) }
    var rest = heads
    var taken: Set<EntryVocabulary.Meaning> = []
    for place in heads.indices {
      let ordered = mapping(of: heads[place], at: place).map { meaning(named: $0.meaning) ?? .leftOut }
      guard let own = ordered ?? self.own(heads[place], place, sample) else { continue }
      columns[place].meaning = own
      rest[place] = ""
      if case .field(let field, _) = own { taken.insert(.field(field)) }
      if own == .party { taken.insert(.party) }
    }
    let isKnown = columns.contains { $0.meaning != .leftOut }
    let found = HeaderReading(kind: kind).columns(rest, sample: sample, taken: taken, knowsOthers: isKnown)
    for (place, column) in (found ?? []).enumerated() where !rest[place].isEmpty {
      columns[place].prefix = column.prefix
      switch column.meaning {
      case nil: break
      case .party?: columns[place].meaning = .party
      case .treatingControl?: columns[place].meaning = .controls
      case .field(let field)?: columns[place].meaning = .field(field, party: nil)
      }
    }
    return isKnown || found != nil ? columns : nil
  }

  /// What a head is that this program wrote itself; nil for all others.
  private func own(_ head: String, _ place: Int, _ sample: [[String]]) -> ImportColumn.Meaning? {
    let folded = TypedText.folded(TypedText.line(head))
    guard !folded.isEmpty else { return nil }
    if folded == "id" {
      let isEmpty = sample.allSatisfy { !$0.indices.contains(place) || TypedText.line($0[place]).isEmpty }
      if isEmpty || looksLikeLabels(place, sample) { return .label }
    }
    if let own = ownMeaning(folded) { return own }
    let isForeign = kind != .controlStatement && Self.foreignHeads.contains(folded)
    return isForeign && looksLikeNames(place, sample) ? .foreign : nil
  }

  /// What registers kept elsewhere call the column of their own identifiers, folded.
  private static let foreignHeads: Set<String> = [
    "id", "ref", "reference", "identifier", "risk id", "risk no", "risk no.", "risk ref", "asset id",
    "finding id",
    "objective id", "管理番号", "管理no", "管理no.", "識別子", "リスクid", "リスク番号", "リスクno", "リスクno.", "資産番号", "文書番号",
  ]

  /// Whether no two cells are alike and each is a short name and no mere count: rows that are counted are counted
  /// anew when one is put between them.
  private func looksLikeNames(_ place: Int, _ sample: [[String]]) -> Bool {
    let cells = sample.map { $0.indices.contains(place) ? TypedText.token($0[place]) : "" }.filter {
      !$0.isEmpty
    }
    return !cells.isEmpty && Set(cells).count == cells.count
      && cells.allSatisfy {
        $0.count <= 40 && $0.contains(where: \.isLetter) && !$0.contains(where: \.isWhitespace)
      }
  }

  private func ownMeaning(_ folded: String) -> ImportColumn.Meaning? { names[folded] }

  private static func names(
    _ kind: RecordKind, _ assessment: Assessment
  ) -> [String: ImportColumn.Meaning] {
    var names: [String: ImportColumn.Meaning] = [:]
    func add(_ words: Words, _ meaning: ImportColumn.Meaning) {
      for text in [words.en, words.ja] where names[TypedText.folded(text)] == nil {
        names[TypedText.folded(text)] = meaning
      }
    }
    if kind.description.ownership != .joint { add(RecordKind.party.description.words, .party) }
    for words in ComputedHeads.of(kind) { add(words, .computed) }
    if kind == .risk {
      add(ControlsColumn.words, .controls)
      for rating in RatingKind.allCases where rating.acceptance != nil {
        add(ComputedHeads.acceptance(rating), .acceptance(rating))
      }
    }
    for field in fields(kind) where !field.perParty { add(field.words, .field(field, party: nil)) }
    for field in fields(kind) {
      if !field.perParty { add(Words(field.name, field.name), .field(field, party: nil)) }
      for party in field.perParty ? assessment.ids(.party) : [] {
        let whose = " (" + assessment.label(of: party) + ")"
        add(Words(field.words.en + whose, field.words.ja + whose), .field(field, party: party))
      }
    }
    return names
  }

  /// The fields that a column may fill: some are the program's own.
  static func fields(_ kind: RecordKind) -> [FieldDescription] {
    kind.description.fields.filter { !$0.isKept }
  }

  /// Whether most of what stands in a column are labels of the kind, such as `R-12`.
  private func looksLikeLabels(_ place: Int, _ sample: [[String]]) -> Bool {
    let cells = sample.compactMap { row -> String? in
      let text = row.indices.contains(place) ? TypedText.token(row[place]) : ""
      return text.isEmpty ? nil : text
    }
    return !cells.isEmpty && cells.count(where: isLabel) * 2 > cells.count
  }

  private func isLabel(_ text: String) -> Bool {
    let parts = text.split(separator: "-", maxSplits: 1)
    guard parts.count == 2, parts[0].uppercased() == kind.description.letter else { return false }
    return kind == .controlStatement || UInt32(parts[1]) != nil
  }

  // MARK: What a person says of a column

  private func mapping(of head: String, at place: Int) -> ImportOrder.Mapping? {
    let folded = TypedText.folded(TypedText.line(head))
    return mappings.last { TypedText.folded($0.column) == folded }
      ?? mappings.last { $0.column.uppercased() == ImportColumn.letters(place) }
  }

  /// What `--map` calls a meaning; nil where nothing is called so.
  func meaning(named text: String) -> ImportColumn.Meaning? {
    let folded = TypedText.folded(text)
    switch folded {
    case "-": return .leftOut
    case "id": return .label
    case "external": return .foreign
    case "party": return kind.description.ownership == .joint ? nil : .party
    case "controls": return kind == .risk ? .controls : nil
    default: break
    }
    if let own = ownMeaning(folded) { return own }
    let field = Self.fields(kind).first {
      [$0.name, $0.words.en, $0.words.ja].map(TypedText.folded).contains(folded)
    }
    return field.map { .field($0, party: nil) }
  }

  /// What `--map` calls a meaning.
  static func name(of meaning: ImportColumn.Meaning, _ assessment: Assessment) -> String {
    switch meaning {
    case .label: "id"
    case .foreign: "external"
    case .party: "party"
    case .controls: "controls"
    case .field(let field, let party?): field.words.en + " (" + assessment.label(of: party) + ")"
    case .field(let field, nil): field.name
    case .acceptance, .computed, .leftOut: "-"
    }
  }

  /// All that a column of the kind may be, to choose from.
  static func meanings(_ kind: RecordKind, _ assessment: Assessment) -> [ImportColumn.Meaning] {
    var all: [ImportColumn.Meaning] = [.leftOut, .label, .foreign]
    if kind.description.ownership != .joint { all.append(.party) }
    if kind == .risk { all.append(.controls) }
    for field in fields(kind) {
      if field.perParty {
        all += assessment.ids(.party).map { .field(field, party: $0) }
      } else {
        all.append(.field(field, party: nil))
      }
    }
    return all
  }
}
