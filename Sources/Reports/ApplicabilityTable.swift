import Canvas
import Domain
import Interface

/// One party's lines of the statement of applicability: every control of the catalogues it chose, decided or not.
struct ApplicabilityTable {
  private let party: RecordID
  private let source: ReportSource
  private var groups: [Group] = []

  /// The controls under one heading of a catalogue.
  private struct Group {
    let title: String
    var lines: [Line] = []
  }

  private struct Line {
    let number: String
    let title: String
    /// What the party says of the control; nil while it says nothing.
    let statement: RecordID?
  }

  private var assessment: Assessment { source.assessment }

  /// Nil for a party that neither chose a catalogue nor declared a control.
  init?(_ party: RecordID, _ source: ReportSource) {
    self.party = party
    self.source = source
    let own = source.assessment.ids(.controlStatement, of: party)
    let chosen = source.assessment[party, Party.catalogues]
    guard !own.isEmpty || !chosen.isEmpty else { return nil }
    var left = Dictionary(grouping: own, by: key(of:))
    for catalogue in source.shelf.catalogues where chosen.contains(catalogue.key) {
      add(catalogue, &left, severalCatalogues: chosen.count > 1)
    }
    addStrangers(own.filter { left[key(of: $0)] != nil })
    groups.removeAll { $0.lines.isEmpty }
    guard !groups.isEmpty else { return nil }
  }

  private func key(of statement: RecordID) -> [String] {
    [
      assessment[statement, ControlStatement.catalogue] ?? "",
      assessment[statement, ControlStatement.control] ?? "",
    ]
  }

  private mutating func add(
    _ catalogue: ControlCatalogue, _ left: inout [[String]: [RecordID]], severalCatalogues: Bool
  ) {
    let roles = assessment.roles(of: party, today: source.today)
    // Of another party only what it shows: its open lines are not the reader's business.
    let isOthers = source.audience.map { $0 != party } ?? false
    let titles = Dictionary(catalogue.groups.map { ($0.key, source.say($0.title)) }) { first, _ in first }
    for control in catalogue.controls where CatalogueShelf.isFor(roles, control) {
      let statement = left.removeValue(forKey: [catalogue.key, control.number])?.first
      if isOthers, statement == nil { continue }
      let name = titles[control.group] ?? control.group
      let number = Int(control.group) == nil ? "" : control.group + " "
      let title = (severalCatalogues ? source.say(catalogue.title) + "  " : "") + number + name
      if groups.last?.title != title { groups.append(Group(title: title)) }
      groups[groups.count - 1].lines.append(
        Line(number: control.number, title: source.say(control.title), statement: statement))
    }
  }

  /// Statements about controls of catalogues that the party did not choose.
  private mutating func addStrangers(_ statements: [RecordID]) {
    guard !statements.isEmpty else { return }
    groups.append(Group(title: source.say(Words("Outside the catalogues chosen", "選択したカタログの外"))))
    for statement in statements {
      let number = assessment[statement, ControlStatement.control] ?? ""
      let control = assessment[statement, ControlStatement.catalogue].flatMap {
        source.shelf[$0]?.control(number)
      }
      groups[groups.count - 1].lines.append(
        Line(number: number, title: control.map { source.say($0.title) } ?? "", statement: statement))
    }
  }

  // MARK: Sections

  var sections: [Document.Section] {
    let name = source.party(party)
    return [
      Document.Section(name, [.facts(facts), .table(summary)]),
      Document.Section(
        name + source.say(Words(": controls", "：管理策一覧")), isWide: true, [.table(table)] + notes),
    ]
  }

  private var facts: [Document.Fact] {
    let scopes = assessment.ids(.scopeStatement, of: party).compactMap {
      source.text($0, ScopeStatement.text)
    }
    let titles = source.shelf.catalogues.filter { assessment[party, Party.catalogues].contains($0.key) }
      .map { source.say($0.title) }
    let rows: [(Words, String)] = [
      (Words("Scope", "適用範囲"), scopes.joined(separator: " ")),
      (Words("Catalogues", "管理策カタログ"), source.joined(titles)),
      (Words("Top management", "トップマネジメント"), source.title(assessment[party, Party.topManagement])),
      (Words("State of phase 5", "局面5の状態"), source.standing(party, .controls)),
      (Words("Certification", "認証"), certification),
    ]
    return rows.filter { !$0.1.isEmpty }.map { Document.Fact(source.say($0.0), $0.1) }
  }

  private var certification: String {
    source.joined([
      source.text(party, Party.certificationStandard), source.text(party, Party.registrar),
      source.text(party, Party.certificateNumber), source.labelled(party, Party.certifiedUntil),
    ])
  }

  /// Inclusion and progress per heading, and of all.
  private var summary: Document.Table {
    let heads: [Words] = [
      Words("Controls", "管理策"), Words("Applied", "適用"), Words("Excluded", "除外"), Words("Undecided", "未決"),
      Words("In place", "実施"), Words("Verified", "有効性確認済"),
    ]
    let columns =
      [source.column(Words("Group", "区分"), 34)] + heads.map { source.column($0, 11, isNumber: true) }
    var rows = groups.map { row($0.title, $0.lines) }
    if groups.count > 1 { rows.append(row(source.say(Words("All", "合計")), groups.flatMap(\.lines))) }
    return Document.Table(
      source.say(Words("Controls by group", "区分別の管理策数")), columns, rows: rows)
  }

  private func row(_ title: String, _ lines: [Line]) -> Document.Table.Row {
    let statements = lines.compactMap(\.statement)
    let applied = statements.filter { assessment[$0, ControlStatement.applicability] == .applicable }
    let excluded = statements.count { assessment[$0, ControlStatement.applicability] == .excluded }
    let counts = [
      lines.count, applied.count, excluded, lines.count - applied.count - excluded,
      applied.count { assessment[$0, ControlStatement.status] == .implemented },
      applied.count { assessment.has($0, ControlStatement.verifiedOn) },
    ]
    return Document.Table.Row([Document.Table.Cell(title)] + counts.map { Document.Table.Cell(String($0)) })
  }

  private var notes: [Document.Block] {
    guard let audience = source.audience, audience != party else { return [] }
    return [
      .paragraph(
        source.say(
          Words("Lines that this party does not share are not listed.", "この組織が共有していない行は載せていません。")))
    ]
  }

  // MARK: The table

  private var table: Document.Table {
    let columns = [
      source.column(Words("No.", "番号"), 7), source.column(Words("Control", "管理策"), 20),
      source.column(Words("Applies", "適用"), 8),
      source.column(Words("Reason for inclusion or exclusion", "適用・除外の理由"), 19),
      source.column(Words("Status", "実施状況"), 14), source.column(Words("Responsibility", "責任"), 16),
      source.column(Words("Owner, due", "責任者・期限"), 10), source.column(Words("Risks", "リスク"), 8),
    ]
    let rows = groups.flatMap { group in
      [Document.Table.Row(heading: group.title)] + group.lines.map { Document.Table.Row(cells($0)) }
    }
    return Document.Table(source.say(Words("Statement of applicability", "適用宣言")), columns, rows: rows)
  }

  private func cells(_ line: Line) -> [Document.Table.Cell] {
    let head = [Document.Table.Cell(line.number), Document.Table.Cell(line.title)]
    let undecided = Document.Table.Cell(source.say(Words("undecided", "未決")), role: .gateWarning)
    let applies = line.statement.flatMap { assessment[$0, ControlStatement.applicability] }
    guard let statement = line.statement, let applies else {
      return head + [undecided, "", "", "", "", ""]
    }
    let word = Document.Table.Cell(source.say(applies.words))
    guard applies == .applicable else {
      let reason = source.text(statement, ControlStatement.exclusionReason)
      return head + [word, Document.Table.Cell(reason ?? missing), "", "", "", ""]
    }
    return head + [
      word, inclusion(statement), status(statement), responsibility(statement),
      Document.Table.Cell(lines: [
        source.text(statement, ControlStatement.owner) ?? "",
        source.text(statement, ControlStatement.due) ?? "",
      ]),
      Document.Table.Cell(
        assessment[statement, ControlStatement.risks].map(assessment.label(of:)).joined(separator: " ")),
    ]
  }

  private var missing: String { source.say(Words("no reason given", "理由の記載なし")) }

  private func inclusion(_ statement: RecordID) -> Document.Table.Cell {
    let reasons = source.text(statement, ControlStatement.inclusionReasons)
    return Document.Table.Cell(
      lines: [reasons ?? missing, source.text(statement, ControlStatement.inclusionNote) ?? ""])
  }

  private func status(_ statement: RecordID) -> Document.Table.Cell {
    let verified = source.text(statement, ControlStatement.verifiedOn).map {
      source.say(Words("verified \($0)", "有効性確認 \($0)"))
    }
    let evidence = assessment.sources(of: statement, via: Evidence.control).count
    let status = source.text(statement, ControlStatement.status) ?? source.say(ControlStatus.notStarted.words)
    let shown = evidence > 0 ? source.say(Words(", evidence \(evidence)", "・証拠 \(evidence)件")) : ""
    return Document.Table.Cell(lines: [status + shown, verified ?? ""])
  }

  private func responsibility(_ statement: RecordID) -> Document.Table.Cell {
    let with = assessment[statement, ControlStatement.counterpart].map(source.shortName)
    let how = source.text(statement, ControlStatement.responsibility)
    let told = source.lines(statement, ControlStatement.implementation)
    let more = told.count - Self.linesTold
    return Document.Table.Cell(
      lines: [[how, with].compactMap(\.self).joined(separator: source.say(Words(": ", "：")))]
        + told.prefix(Self.linesTold)
        + (more > 0 ? [source.say(Words("and \(more) more lines", "他 \(more)行"))] : []))
  }

  /// Of the text on implementation, which may be long, in a narrow column.
  private static let linesTold = 2
}
