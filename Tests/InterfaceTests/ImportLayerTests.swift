import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("Import in the terminal")
struct ImportLayerTests {
  private static let register = ImportedTable(
    name: "risks.csv",
    rows: [
      .init(number: 1, cells: ["Ours 2026"]),
      .init(
        number: 3, cells: ["No.", "Risk", "Party", "Probability", "Impact", "Owner", "Controls", "Remarks"]),
      .init(
        number: 4, cells: ["1", "Keys are copied", "csp", "3", "4", "Sato", "12.3.1 A 9.2.1", "seen in 2025"]),
      .init(number: 5, cells: ["2", "The lift stops", "csp", "2", "2", "Sato", "", ""]),
    ])

  @Test("looks as it did: columns, changes, counts", arguments: FourSizes.two)
  func frames(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    stage.files["risks.csv"] = [Self.register]
    stage.open(.register)
    stage.type(":import risks.csv")
    stage.press(.enter)
    stage.press(.down, .down)
    try terminal.check(stage, "import")
  }

  @Test("looks as it did where something is wrong", arguments: FourSizes.two)
  func faultFrames(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    let rows = Self.register.rows.map { row in
      ImportedTable.Row(
        number: row.number, cells: row.cells.map { $0 == "3" ? "often" : $0 == "csp" ? "nobody" : $0 })
    }
    stage.files["risks.csv"] = [ImportedTable(name: "risks.csv", rows: rows)]
    stage.open(.register)
    stage.type(":import risks.csv")
    stage.press(.enter)
    try terminal.check(stage, "import-faults")
  }

  @Test("Enter brings all of it in as one act, u takes it back; a second time there is nothing to do")
  func bringsIn() throws {
    var stage = try Stage(.cloud, .english)
    stage.files["risks.csv"] = [Self.register]
    let before = stage.model.assessment.count(.risk)
    stage.type(":import risks.csv")
    stage.press(.enter)
    #expect(stage.text.contains("2 new, 0 changed, 0 unchanged"))
    stage.press(.enter)
    #expect(stage.model.layers.isEmpty, "\(stage.text)")
    #expect(stage.model.assessment.count(.risk) == before + 2)
    let risk = try #require(stage.model.assessment.ids(.risk).suffix(2).first)
    #expect(stage.model.assessment.title(of: risk) == "Keys are copied")
    #expect(stage.model.assessment[risk, Risk.consequenceStep] == 4)
    #expect(ControlsColumn.statements(treating: risk, stage.model.assessment).count == 2)
    stage.type(":import risks.csv")
    stage.press(.enter, .enter)
    #expect(stage.text.contains("All of it stands already."))
    stage.press(.escape)
    stage.type("u")
    #expect(stage.model.assessment.count(.risk) == before)
  }

  @Test("a column that was left out is taken for a field on the spot")
  func correctsColumn() throws {
    var stage = try Stage(.cloud, .english)
    stage.files["risks.csv"] = [Self.register]
    stage.type(":import risks.csv")
    stage.press(.enter)
    for _ in 0..<8 { stage.press(.down) }
    #expect(stage.text.contains("Remarks"))
    stage.type("e")
    let wanted = Risk.justification.field.words.en
    for _ in 0..<60 where !selected(stage).contains(wanted) { stage.press(.down) }
    stage.press(.enter)
    stage.press(.enter)
    let risk = try #require(stage.model.assessment.ids(.risk).suffix(2).first)
    #expect(stage.model.assessment[risk, Risk.justification] == "seen in 2025")
  }

  private func selected(_ stage: Stage) -> String {
    let row = stage.frame.cursor?.row ?? 0
    return stage.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[row]
  }

  @Test("a file that cannot be read closes the window and says why; Esc ends what is read")
  func fails() throws {
    var stage = try Stage(.cloud, .english)
    stage.type(":import nowhere.csv")
    stage.press(.enter)
    #expect(stage.model.layers.isEmpty)
    #expect(stage.text.contains("no such file"))
  }
}
