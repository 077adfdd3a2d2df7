import Domain
import Exchange
import Testing

@Suite("Lists of controls as catalogues")
struct ControlListTests {
  private func list(_ text: String, named name: String = "framework.csv") throws -> ControlList {
    try ControlList(try #require(TableFile.tables(Array(text.utf8), named: name).first), of: name)
  }

  private func controls(_ bytes: [UInt8]) throws -> (rows: [[String]], groups: [[String]], desk: ReadingDesk)
  {
    var desk = try ReadingDesk()
    try desk.bring(bytes)
    let record = try #require(desk.assessment.ids(.importedDocument).last)
    return (
      desk.assessment[record, ImportedDocument.controls], desk.assessment[record, ImportedDocument.groups],
      desk
    )
  }

  @Test("heads of either language below a title; a heading holds for the rows below it")
  func heads() throws {
    let japanese = try list(
      "社内基準 2026,,\n,,\n分類,番号,管理策名\n組織,1.1,方針を定める\n,1.2,役割を決める\n技術,2.1,=HYPERLINK(\"x\")\n")
    let (rows, groups, _) = try controls(japanese.document)
    #expect(rows.map(\.[0]) == ["1.1", "1.2", "2.1"])
    #expect(rows.map(\.[2]) == ["方針を定める", "役割を決める", "=HYPERLINK(\"x\")"])
    #expect(groups.map(\.[1]) == ["組織", "技術"])
    #expect(rows.map(\.[4]) == [groups[0][0], groups[0][0], groups[1][0]])
    let both = try list("Control ID,Title,Title (ja)\nX-1,Backups,バックアップ\nX-2,Restores,\n")
    #expect(
      try controls(both.document).rows.map { [$0[2], $0[3]] } == [["Backups", "バックアップ"], ["Restores", ""]])
  }

  @Test("a number above its sub-numbers is their heading, and ends where they end")
  func numberedHeadings() throws {
    let text =
      "No,Title\n5,Organization\n5.1,Policies\n5.1.1,Basic policy\n5.2,Roles\n6,People\n6.1,Screening\n7,Alone\n"
    let (rows, groups, _) = try controls(try list(text).document)
    #expect(Set(rows.map(\.[0])) == ["5.1.1", "5.2", "6.1", "7"])
    #expect(groups.map(\.[1]) == ["5 Organization", "5.1 Policies", "6 People"])
    func heading(_ number: String) -> String? {
      rows.first { $0[0] == number }.flatMap { row in groups.first { $0[0] == row[4] }?[1] }
    }
    #expect(heading("5.1.1") == "5.1 Policies" && heading("5.2") == "5 Organization" && heading("7") == nil)
  }

  @Test("another list from a file of the same name, or the sheet of another workbook, is another catalogue")
  func otherLists() throws {
    func sheet(_ text: String, of file: String) throws -> [UInt8] {
      let table = try #require(TableFile.tables(Array(text.utf8), named: "Sheet1").first)
      return try ControlList(table, of: file).document
    }
    var desk = try ReadingDesk()
    try desk.bring(try sheet("No,Title\nA-1,Backups\n", of: "ours.xlsx"))
    try desk.bring(try sheet("No,Title\nA-1,Backups\n", of: "theirs.xlsx"))
    try desk.bring(try sheet("No,Title\nB-1,Restores\n", of: "ours.xlsx"))
    #expect(desk.assessment.ids(.importedDocument).count == 3)
    try desk.bring(try sheet("No,Title\nA-1,Backups\nA-2,Keys\n", of: "ours.xlsx"))
    #expect(desk.assessment.ids(.importedDocument).count == 3)
    let rows = desk.assessment.ids(.importedDocument).map {
      desk.assessment[$0, ImportedDocument.controls].map(\.[0])
    }
    #expect(rows == [["A-1", "A-2"], ["A-1"], ["B-1"]])
  }

  @Test("a number twice and a row without a title are told by their rows")
  func notes() throws {
    let list = try list("No,Title\nX-1,Backups\nX-2,\nX-1,Again\n")
    #expect(
      list.notes == [.untitledControl("X-2", row: 3), .numberTwice("X-1", row: 4, first: 2)])
    let (rows, _, _) = try controls(list.document)
    #expect(
      rows.map { [$0[0], $0[2], $0[3]] } == [["X-1", "Backups", ""], ["X-2", "(no title)", "（名称なし）"]])
  }

  @Test("without heads the numbers and the titles tell themselves")
  func content() throws {
    let (rows, groups, _) = try controls(try list("A-1,Accounts\nA-2,Passwords of people\n").document)
    #expect(rows.map { [$0[0], $0[2]] } == [["A-1", "Accounts"], ["A-2", "Passwords of people"]])
    #expect(groups.isEmpty)
  }

  @Test("the same list twice changes nothing; a changed one changes the catalogue that is there")
  func twice() throws {
    let first = try list("No,Title\nX-1,Backups\n").document
    var (_, _, desk) = try controls(first)
    #expect(try desk.bring(first).changes.isEmpty)
    let before = desk.assessment.ids(.importedDocument)
    try desk.bring(try list("No,Title\nX-1,Backups of all\nX-2,Restores\n").document)
    #expect(desk.assessment.ids(.importedDocument) == before)
    #expect(
      desk.assessment[before[0], ImportedDocument.controls].map(\.[2]) == ["Backups of all", "Restores"])
    #expect(
      desk.context.catalogues[try #require(desk.assessment[before[0], ImportedDocument.catalogueKey])] != nil)
  }

  @Test(
    "what lists no controls is refused",
    arguments: ["one\ntwo\n", "a,b\nc,d\n", "No,Title\n", "No,Title\n,\n"])
  func refused(_ text: String) {
    #expect(throws: TableFault.noControls) { try list(text) }
  }
}
