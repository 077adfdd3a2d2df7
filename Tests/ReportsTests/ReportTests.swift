import Canvas
import Catalogues
import Domain
import Interface
import Reports
import Testing

@Suite("Reports of the worked cases")
struct ReportTests {
  @Test("have a line for every control to be declared, once", arguments: WorkedCase.allCases)
  func everyControl(_ worked: WorkedCase) throws {
    let scene = try ReportScene(worked, .english)
    let tables = scene.report(.soa).sections.filter { $0.heading.hasSuffix(": controls") }
    let parties = scene.assessment.ids(.party).filter { !scene.assessment[$0, Party.catalogues].isEmpty }
    #expect(tables.count == parties.count && !parties.isEmpty)
    for (party, section) in zip(parties, tables) {
      let chosen = scene.assessment[party, Party.catalogues]
      let roles = scene.assessment.roles(of: party, today: ReportScene.today)
      let wanted = scene.context.catalogues.catalogues.filter { chosen.contains($0.key) }
        .flatMap { $0.controls.filter { CatalogueShelf.isFor(roles, $0) } }
        .map(\.number)
      #expect(section.rows.filter { !$0.isHeading }.map { $0.cells[0].lines[0] }.sorted() == wanted.sorted())
    }
  }

  @Test("tell of every risk: once in the register, in one table of the plan", arguments: WorkedCase.allCases)
  func everyRisk(_ worked: WorkedCase) throws {
    let scene = try ReportScene(worked, .english)
    let labels = scene.assessment.ids(.risk).map(scene.assessment.label(of:)).sorted()
    let listed = scene.report(.register).sections.filter { $0.heading.hasSuffix(": risks") }
      .flatMap { $0.rows.map { $0.cells[0].lines[0] } }
    #expect(listed.sorted() == labels && !labels.isEmpty)
    let planned = scene.report(.treatmentPlan).sections.filter { $0.heading.contains(": ") }
      .flatMap { $0.rows.map { String($0.cells[0].lines[0].prefix { $0 != " " }) } }
    let tolerable = scene.assessment.ids(.risk).filter {
      scene.assessment.state(of: $0, today: ReportScene.today) == .tolerable
    }.map(scene.assessment.label(of:))
    #expect((planned + tolerable).sorted() == labels)
  }

  @Test("come piece by piece, with as many rows as there are, and end where they are told to")
  func pieces() throws {
    let report = try ReportScene(.cloud, .japanese).report(.all)
    struct Enough: Error {}
    for write in [
      { try MarkdownWriter.write(report, to: $0) }, { try HTMLWriter.write(report, theme: .plain, to: $0) },
    ] as [(ReportSink) throws -> Void] {
      var (rows, pieces, text) = (0, 0, "")
      try write { piece, count in
        text += piece
        rows += count
        pieces += 1
      }
      #expect(rows == report.rowCount && pieces > 1)
      var seen = 0
      #expect(throws: Enough.self) {
        try write { _, _ in
          seen += 1
          throw Enough()
        }
      }
      #expect(seen == 1)
    }
  }

  @Test("hold no title of a record that their reader may not see", arguments: ReportScene.kinds)
  func audience(_ kind: ReportKind) throws {
    var scene = try ReportScene(.cloud, .english)
    // Titles that nothing else can hold.
    for record in RecordKind.allCases.flatMap(scene.assessment.ids) {
      guard let kind = scene.assessment.kind(of: record), kind != .party, kind != .assessment else {
        continue
      }
      let field = kind.description.title
      guard field.type == .text || field.type == .longText, kind != .controlStatement else { continue }
      scene.assessment.apply(
        .set(
          record, Slot(field.key), before: scene.assessment.value(record, field.key),
          after: .text("Mark\(record.text)Ends")))
    }
    let csc = try #require(scene.assessment.party(key: "csc"))
    let hidden = Audience(party: csc, scene.assessment).hidden(in: scene.assessment)
    let text = MarkdownWriter.write(scene.report(kind, for: csc))
    let leaked = hidden.filter { text.contains("Mark\($0.text)Ends".replacing("-", with: "\\-")) }
      .map(scene.assessment.label(of:))
    #expect(leaked.isEmpty)
    if kind != .audit {
      #expect(text.contains("\(hidden.count) records are not shared"))
      #expect(MarkdownWriter.write(scene.report(kind)).contains("Mark"))
    }
  }

  @Test("put the contents at the front, and every line of them leads somewhere", arguments: Language.allCases)
  func contents(_ language: Language) throws {
    let html = HTMLWriter.write(try ReportScene(.cloud, language).report(.all))
    let targets = html.ranges(of: #/href="#([^"]+)"/#).map { html[$0].dropFirst(7).dropLast() }
    #expect(targets.count > 30)
    for target in targets { #expect(html.contains("id=\"\(target)\""), "\(target)") }
    let ids = html.ranges(of: #/ id="([^"]+)"/#).map { html[$0] }
    #expect(Set(ids).count == ids.count)
  }

  @Test("name every table, and the heads of its columns and rows", arguments: ReportScene.kinds)
  func tables(_ kind: ReportKind) throws {
    let html = HTMLWriter.write(try ReportScene(.cloud, .japanese).report(kind))
    let tables = html.ranges(of: "<table").count
    #expect(tables > 0 && html.ranges(of: "<caption").count == tables)
    #expect(html.ranges(of: "<thead>").count == tables)
    #expect(!html.contains("<th>") && !html.contains("<caption></caption>"))
  }
}

extension Document.Section {
  /// How many smaller headings it has.
  var subheadings: Int {
    blocks.count { block in
      if case .subheading = block { true } else { false }
    }
  }

  /// The rows of all its tables.
  var rows: [Document.Table.Row] {
    blocks.flatMap { block -> [Document.Table.Row] in
      if case .table(let table) = block { (0..<table.rowCount).map { table.row($0) } } else { [] }
    }
  }
}
