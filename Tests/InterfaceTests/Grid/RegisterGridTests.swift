import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("The register as a grid")
struct RegisterGridTests {
  private func stage(_ language: Language = .english) throws -> Stage {
    var stage = try Stage(.cloud, language)
    stage.show(party: "csc")
    stage.open(.register)
    return stage
  }

  private func labels(_ stage: Stage) -> [String] {
    stage.model.state.rows.compactMap(\.record).map(stage.model.assessment.label(of:))
  }

  private func levels(_ stage: Stage) -> [Int?] {
    stage.model.state.rows.compactMap(\.record).map { stage.model.assessment.level($0) }
  }

  private func column(_ name: String, _ stage: Stage) throws -> Int {
    try #require(stage.model.gridColumns.firstIndex { $0.name == name })
  }

  /// Moves the column cursor from the id on.
  private func go(to name: String, _ stage: inout Stage) throws {
    for _ in 0..<20 { stage.press(.left) }
    for _ in 0..<(try column(name, stage)) { stage.press(.right) }
    #expect(stage.model.state.column == (try column(name, stage)))
  }

  // MARK: Filter

  @Test("the list narrows as one types, Enter keeps it, and the title says what and how many")
  func filtering() throws {
    var stage = try stage()
    let all = labels(stage)
    stage.type("flevel>=high")
    let some = labels(stage)
    #expect(some.count < all.count && !some.isEmpty)
    stage.press(.enter)
    #expect(labels(stage) == some)
    #expect(stage.text.contains("f level>=high (\(some.count) of \(all.count))"))
    stage.type("f")
    stage.press(.control("u"), .enter)
    #expect(labels(stage) == all)
  }

  @Test("Esc puts back what was there, cursor and all; a line that cannot be read leaves the list as it is")
  func escapeRestores() throws {
    var stage = try stage()
    stage.press(.down, .down, .down)
    let (rows, cursor) = (stage.model.state.rows, stage.model.state.cursor)
    stage.type("flevel>=high nosuch:")
    #expect(stage.model.state.rows.count < rows.count)
    #expect(stage.text.contains("“nosuch” is no field"))
    stage.press(.enter)
    #expect(stage.model.layers.count == 1, "what cannot be read is not applied")
    stage.press(.escape)
    #expect(stage.model.state.rows == rows && stage.model.state.cursor == cursor)
    #expect(stage.model.filterText == nil)
  }

  @Test("Tab completes a field and then its value, in both languages", arguments: Language.allCases)
  func completion(_ language: Language) throws {
    var stage = try stage(language)
    stage.type(language == .english ? "fstat" : "f状")
    stage.press(.tab)
    stage.type(language == .english ? "op" : "未完")
    stage.press(.tab, .enter)
    #expect(stage.model.filterText == (language == .english ? "status:open" : "状態:未完了"))
  }

  @Test("a risk that an edit takes out of the filter stays until the person filters anew")
  func rowsStay() throws {
    var stage = try stage()
    stage.type("flevel>=high")
    stage.press(.enter, .down)
    let rows = stage.model.state.rows
    let risk = try #require(stage.model.current)
    stage.act([.set(risk, Slot(Risk.likelihood.key), .integer(1))])
    #expect(stage.model.assessment.level(risk) ?? 99 < 10)
    #expect(stage.model.state.rows == rows && stage.model.current == risk)
    stage.open(.matrix)
    stage.open(.register)
    #expect(stage.model.state.rows == rows, "nor does looking elsewhere arrange anew")
    stage.type("R")
    #expect(stage.model.state.rows.count == rows.count - 1)
    #expect(!stage.model.state.rows.contains { $0.record == risk })
  }

  @Test("what the person makes joins the list, fitting or not; what others make only if it fits")
  func newRows() throws {
    var stage = try stage()
    stage.type("flevel>=high")
    stage.press(.enter)
    let count = stage.model.state.rows.count
    func made(_ event: String, _ l: Int) throws -> [Change] {
      var draft = Draft(.risk, party: stage.model.party)
      draft.set(Risk.event, event)
      draft.set(Risk.likelihood, l)
      draft.set(Risk.consequenceStep, 5)
      return try stage.model.assessment.perform([.create(draft)], in: stage.model.context)
    }
    let cursor = stage.model.current
    stage.send(.changedElsewhere(try made("theirs, low", 1)))
    #expect(stage.model.state.rows.count == count)
    stage.send(.changedElsewhere(try made("theirs, high", 5)))
    #expect(stage.model.state.rows.count == count + 1)
    #expect(stage.model.current == cursor)
    stage.type("nmine, unrated")
    stage.press(.enter, .escape)
    #expect(stage.model.state.rows.count == count + 2)
    #expect(stage.model.current.flatMap { stage.model.assessment[$0, Risk.event] } == "mine, unrated")
  }

  @Test("a filter that hides everything says so and how to get out", arguments: Language.allCases)
  func nothingFits(_ language: Language) throws {
    var stage = try stage(language)
    stage.type("fowner:nobody")
    stage.press(.enter)
    #expect(stage.model.state.rows.isEmpty)
    #expect(stage.text.contains(language == .english ? "f changes the filter" : "f で条件を変更"))
  }

  @Test("the matrix shows only what the filter admits")
  func matrixIsFiltered() throws {
    var stage = try stage()
    stage.open(.matrix)
    let before = stage.model.state.groups.joined().count
    stage.type("flevel>=high")
    stage.press(.enter)
    let after = Array(stage.model.state.groups.joined())
    #expect(after.count < before && !after.isEmpty)
    #expect(after.allSatisfy { stage.model.assessment.level($0) ?? 0 >= 10 })
  }

  // MARK: Sort

  @Test(
    "s goes through the columns and back to the order of creation, the unrated always last, S turns it round")
  func sorting() throws {
    var stage = try stage()
    let created = labels(stage)
    var seen: [String] = []
    for _ in 0..<stage.model.gridColumns.count - 1 {
      stage.type("s")
      seen.append(stage.model.state.sort?.column ?? "")
      if seen.last == "level" {
        #expect(levels(stage).compactMap(\.self) == levels(stage).compactMap(\.self).sorted(by: >))
        #expect(levels(stage).last == .some(nil), "unrated apart")
        stage.type("S")
        #expect(levels(stage).compactMap(\.self) == levels(stage).compactMap(\.self).sorted())
        #expect(levels(stage).last == .some(nil), "unrated apart, whichever way")
      }
    }
    #expect(seen == stage.model.gridColumns.dropFirst().map(\.name))
    stage.type("s")
    #expect(stage.model.state.sort == nil && labels(stage) == created)
  }

  @Test("titles that begin alike are told apart to their last letter", arguments: 0..<4)
  func longTitles(seed: UInt64) throws {
    var stage = try stage()
    var dice = SeededDice(seed: seed)
    let risks = stage.model.state.rows.compactMap(\.record)
    for risk in risks {
      let title = "委託先の要員による持ち出し " + String(repeating: "b", count: .random(in: 0...9, using: &dice))
      let end = ["", "a", "c", "ab", "漢"].randomElement(using: &dice) ?? ""
      stage.act([.set(risk, Slot(Risk.event.key), .text(title + end))])
    }
    stage.type("s")
    #expect(stage.model.state.sort?.column == Risk.event.field.name)
    let sorted = stage.model.state.rows.compactMap(\.record)
    let titles = sorted.map { stage.model.assessment[$0, Risk.event] ?? "" }
    let inOrder = titles.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    #expect(titles == inOrder, "seed \(seed)")
    for place in sorted.indices.dropFirst() where titles[place - 1] == titles[place] {
      #expect(sorted[place - 1] < sorted[place], "seed \(seed): those alike in the order of their creation")
    }
  }

  @Test("risks alike stay in the order of their creation, either way")
  func stability() throws {
    var stage = try stage()
    for _ in 0..<3 { stage.type("s") }
    #expect(stage.model.state.sort?.column == "likelihood")
    for _ in 0..<2 {
      let rows = stage.model.state.rows.compactMap(\.record)
      for (one, next) in zip(rows, rows.dropFirst())
      where stage.model.assessment[one, Risk.likelihood] == stage.model.assessment[next, Risk.likelihood] {
        #expect(one < next)
      }
      stage.type("S")
    }
  }

  // MARK: Columns

  @Test("columns are chosen, ordered and put back")
  func columns() throws {
    var stage = try stage()
    let usual = stage.model.gridColumns
    stage.type("C")
    stage.press(.down, .down, .character(" "), .up, .shiftDown, .enter)
    let names = stage.model.gridColumns.map(\.name)
    #expect(!names.contains("owner"))
    #expect(Set(names) == Set(usual.map(\.name)).subtracting(["owner"]))
    stage.type("Cr")
    stage.press(.enter)
    #expect(stage.model.gridColumns == usual)
  }

  @Test("the column cursor brings columns beyond the edge into view", arguments: [Size.small, .large])
  func farColumns(_ size: Size) throws {
    var stage = try Stage(.cloud, .english, size: size)
    stage.show(party: "csc")
    stage.open(.register)
    func heads() -> String {
      stage.text.split(separator: "\n").first { $0.contains(" ID  ") }.map(String.init) ?? ""
    }
    #expect(!heads().contains("Residual"))
    for _ in 0..<30 { stage.press(.right) }
    #expect(stage.model.state.column == stage.model.gridColumns.count - 1)
    #expect(heads().contains("Residual") && heads().contains("Event"))
    for _ in 0..<30 { stage.press(.left) }
    #expect(stage.model.state.column == 0)
  }

  // MARK: Views

  @Test("a view keeps filter, order and columns in the workspace, is used, replaced and deleted")
  func views() throws {
    var stage = try stage()
    stage.type("ss")
    stage.type("flevel>=high")
    stage.press(.control("s"), .control("u"))
    stage.type("for the board")
    stage.press(.enter)
    let view = try #require(stage.model.assessment.ids(.savedView).first)
    #expect(stage.model.assessment[view, SavedView.filter] == "level>=high")
    let rows = stage.model.state.rows
    stage.type("f")
    stage.press(.control("u"), .enter)
    stage.type("S")
    #expect(stage.model.state.rows != rows)
    stage.type("V")
    stage.press(.enter)
    #expect(stage.model.state.rows == rows && stage.model.filterText == "level>=high")
    stage.type("Vn")
    stage.press(.control("u"))
    stage.type("for the board")
    stage.press(.enter)
    #expect(stage.model.assessment.count(.savedView) == 1, "one of that name is replaced")
    stage.type("Vdy")
    #expect(stage.model.assessment.count(.savedView) == 0)
  }

  @Test("looks as it did", arguments: FourSizes.all)
  func frames(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    stage.show(party: "csc")
    stage.open(.register)
    stage.press(.down)
    try terminal.check(stage, "register")
  }

  @Test("filter line looks as it did", arguments: FourSizes.two)
  func filterFrames(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    stage.show(party: nil)
    stage.open(.register)
    stage.type(terminal.language == .japanese ? "fレベル>=高 担" : "flevel>=high ow")
    try terminal.check(stage, "register-filter")
  }
}
