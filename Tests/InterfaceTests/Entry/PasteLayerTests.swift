import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("Pasted lines and tables")
struct PasteLayerTests {
  private func opened(_ language: Language = .japanese, _ size: Size = .large) throws -> Stage {
    var stage = try Stage(.cloud, language, size: size)
    stage.open(.register)
    stage.show(party: "csp")
    return stage
  }

  private func new(_ stage: Stage, _ before: Int) -> [RecordID] {
    Array(stage.model.assessment.ids(.risk).dropFirst(before))
  }

  @Test("lines of one act name a new person once and treat one control together; one undo takes all back")
  func sharedByLines() throws {
    var stage = try opened()
    let (risks, people) = (stage.model.assessment.count(.risk), stage.model.assessment.count(.person))
    let statements = stage.model.assessment.count(.controlStatement)
    stage.send(.terminal(.paste("一 担当:新任 +12.3.1 +9.2.3\n二 担当:新任 +12.3.1 +9.2.3\n三 担当:^\n四 担当:新任 +12.3.1")))
    #expect(stage.model.layers.count == 2, "the line opened, and the table above it")
    #expect(stage.model.assessment.count(.risk) == risks, "nothing is stored unseen")
    stage.press(.enter)
    let born = new(stage, risks)
    #expect(born.count == 3 || born.count == 4)
    #expect(stage.model.assessment.count(.person) - people <= 2)
    #expect(Set(born.prefix(2).compactMap { stage.model.assessment[$0, Risk.owner] }).count == 1)
    for (number, count) in [("12.3.1", 3), ("9.2.3", 2)] {
      let treating = stage.model.assessment.ids(.controlStatement).filter {
        stage.model.assessment[$0, ControlStatement.control] == number
          && !Set(stage.model.assessment[$0, ControlStatement.risks]).isDisjoint(with: born)
      }
      #expect(treating.count == 1)
      let treated = treating.first.map { Set(stage.model.assessment[$0, ControlStatement.risks]) } ?? []
      #expect(treated.intersection(born).count == count, "\(number)")
    }
    while !stage.model.layers.isEmpty { stage.press(.escape, .character("y")) }
    stage.press(.character("u"))
    #expect(stage.model.assessment.count(.risk) == risks && stage.model.assessment.count(.person) == people)
    #expect(stage.model.assessment.count(.controlStatement) == statements)
  }

  @Test(
    "heads of registers in use are understood, and the others named",
    arguments: [
      "リスク内容\tリスク源\t原因\t影響\t発生頻度\t影響の大きさ\tオーナー\t対応\t備考",
      "リスク\t脅威\tぜい弱性\t影響内容\t可能性\t影響度（1-5）\tリスクオーナー\t対応方針\t備考",
      "Risk description\tSource\tCause\tConsequence\tLikelihood\tSeverity\tRisk owner\tTreatment\t備考",
    ])
  func heads(_ head: String) throws {
    var stage = try opened()
    let before = stage.model.assessment.count(.risk)
    stage.send(
      .terminal(
        .paste(head + "\n停電\t老朽化\t点検不足\t\"一行目\n二行目\"\t2\t4\t新任 太郎\t低減\tメモ\n落雷\t雷\t\t停止\t1\t5\t新任 太郎\t受容\t")))
    #expect(stage.text.contains("備考"))
    stage.press(.enter)
    let born = new(stage, before)
    try #require(born.count == 2)
    let assessment = stage.model.assessment
    #expect(assessment[born[0], Risk.event] == "停電" && assessment[born[0], Risk.sources] == ["老朽化"])
    #expect(assessment[born[0], Risk.cause] == "点検不足")
    #expect(assessment[born[0], Risk.consequence] == "一行目\n二行目")
    #expect(assessment[born[0], Risk.likelihood] == 2 && assessment[born[0], Risk.consequenceStep] == 4)
    #expect(assessment[born[1], Risk.treatment]?.members == [.retain])
    #expect(assessment[born[0], Risk.owner] == assessment[born[1], Risk.owner])
    #expect(stage.model.layers.count == 1, "the table is gone, the line stays")
  }

  @Test("a table without a header is not stored, and says what it needs")
  func noHeader() throws {
    var stage = try opened()
    let before = stage.model.assessment.count(.risk)
    stage.send(.terminal(.paste("停電\t3\t4\n落雷\t2\t5")))
    #expect(stage.text.contains("列の名前"))
    stage.press(.enter, .enter)
    #expect(stage.model.assessment.count(.risk) == before)
  }

  @Test("commas in sentences make no table; below a header they do")
  func commas() throws {
    var stage = try opened(.english)
    let before = stage.model.assessment.count(.risk)
    stage.send(.terminal(.paste("First, the power fails\nThen, the lights\n")))
    stage.press(.enter)
    #expect(
      new(stage, before).first.flatMap { stage.model.assessment[$0, Risk.event] } == "First, the power fails")
    stage.send(.terminal(.paste("Risk;Likelihood;Severity\n\"Power; fails\";2;3\nFire;1;5")))
    stage.press(.enter)
    let table = new(stage, before + 2)
    #expect(table.map { stage.model.assessment[$0, Risk.event] } == ["Power; fails", "Fire"])
    #expect(table.map { stage.model.assessment[$0, Risk.consequenceStep] } == [3, 5])
  }

  @Test("a bad row stays, opens in its line, and is stored once it is mended; Esc asks before it is dropped")
  func mending() throws {
    var stage = try opened()
    let before = stage.model.assessment.count(.risk)
    stage.send(.terminal(.paste("事象\t期限\n停電\t2027-03\n落雷\tいつか\n")))
    #expect(stage.text.contains("3行目「期限」"))
    stage.press(.enter)
    #expect(new(stage, before).count == 1)
    stage.press(.escape)
    #expect(stage.model.layers.last is ConfirmLayer)
    stage.press(.character("n"), .enter)
    for _ in 0..<3 { stage.press(.backspace) }
    stage.type("「2027-04」")
    stage.press(.enter)
    let born = new(stage, before)
    try #require(born.count == 2)
    #expect(stage.model.assessment[born[1], Risk.event] == "落雷")
    #expect(stage.model.assessment[born[1], Risk.planDue] == Day(text: "2027-04-30"))
    #expect(stage.model.layers.count == 1)
  }

  @Test("what a lock holds is told for its row before anything is stored")
  func refusedRows() throws {
    var stage = try opened()
    stage.open(.controls)
    let shelf = stage.model.assessment
    let party = try #require(shelf.party(key: "csp"))
    let known = try #require(shelf.ids(.controlStatement, of: party).first)
    let number = try #require(shelf[known, ControlStatement.control])
    let catalogue = try #require(shelf[known, ControlStatement.catalogue])
    let draft = Draft(
      .controlStatement, party: party,
      values: [
        Slot(ControlStatement.control.key): .text(number),
        Slot(ControlStatement.catalogue.key): .text(catalogue),
      ])
    let fine = Draft(.asset, party: party, pending: 7, values: [Slot(Asset.name.key): .text("x")])
    let refusals = shelf.refusals(of: [[.create(fine)], [.create(draft)], []], in: stage.model.context)
    #expect(Array(refusals.keys) == [1])
    #expect(refusals[1] == .duplicate(.controlStatement, of: known))
  }

  @Test("a single column set in by tabs is read line by line, rows that do not reach it left out")
  func raggedColumn() throws {
    var stage = try opened(.japanese, .large)
    let before = stage.model.assessment.count(.risk)
    stage.send(.terminal(.paste("\t停電\n   \n\t漏えい")))
    #expect(stage.text.contains("停電") && stage.text.contains("漏えい"))
    stage.press(.enter)
    #expect(stage.model.assessment.count(.risk) == before + 2)
  }

  @Test(
    "whatever is pasted, nothing falls and nothing is stored without Enter",
    arguments: [UInt64.random(in: 0...UInt64.max), 12_325_101_630_106_320_471])
  func noise(_ seed: UInt64) throws {
    print("seed \(seed)")
    var random = SeededDice(seed: seed)
    var stage = try opened(.japanese, .small)
    let scraps = [
      "事象", "リスク", "期限", "\t", "\t", "\n", "\n", "\r\n", "\"", ",", ";", "x", "@csp", "^O-1", "担当:佐藤",
      "+12.3.1", "  ",
      "\u{202E}", "e\u{301}", "\0", "影響", "3", "可用性", "「", "→", "\u{1B}[31m", "👩‍👩‍👧", "-",
    ]
    for _ in 0..<150 {
      let revision = stage.model.assessment.count(.risk)
      let text = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        scraps[Int.random(in: 0..<scraps.count, using: &random)]
      }.joined()
      stage.send(.terminal(.paste(text)))
      #expect(stage.frame.size == stage.model.size)
      for _ in 0..<4 {
        stage.press(
          [Key.down, .tab, .character("e"), .escape, .pageDown][Int.random(in: 0..<5, using: &random)])
        _ = stage.frame
      }
      #expect(stage.model.assessment.count(.risk) == revision, "\(text.debugDescription)")
      for _ in 0..<6 where !stage.model.layers.isEmpty { stage.press(.escape, .character("y")) }
      #expect(stage.model.layers.isEmpty)
    }
  }

  static let rows: [String] = (1...9).map { number in
    "\(number)\t停電その\(number)\t外部の攻撃\t2\t\(number == 4 ? 9 : 4)\t新任 太郎\t低減\tメモ"
  }

  @Test("the table looks as it did", arguments: FourSizes.two)
  func frames(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    stage.open(.register)
    stage.show(party: "csp")
    let head = "No.\tリスク内容\t脅威\t発生可能性\t影響度\tリスクオーナー\t対応方針\t備考"
    stage.send(.terminal(.paste(([head] + Self.rows).joined(separator: "\n"))))
    try terminal.check(stage, "paste")
  }

  @Test("the line with an error and with a candidate chosen looks as it did", arguments: FourSizes.two)
  func lines(_ terminal: FourSizes) throws {
    var stage = try terminal.stage()
    stage.open(.register)
    stage.show(party: "csp")
    stage.press(.character("n"))
    stage.type("停電 源:老朽化 ^O-99 起2結4 ")
    try terminal.check(stage, "entry-error")
    stage.press(.control("u"))
    stage.type("停電 源:老朽化 起2結4 ^")
    stage.press(.tab)
    try terminal.check(stage, "entry-completion")
  }
}
