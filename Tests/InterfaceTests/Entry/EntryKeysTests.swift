import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("Keys in the quick-entry line")
struct EntryKeysTests {
  private func opened(_ language: Language = .japanese) throws -> Stage {
    var stage = try Stage(.cloud, language, size: .small)
    stage.open(.register)
    stage.show(party: "csp")
    stage.press(.character("n"))
    return stage
  }

  private func latest(_ stage: Stage) throws -> RecordID {
    try #require(stage.model.assessment.ids(.risk).last)
  }

  @Test("Ctrl-T keeps objective, party and owner of the line just saved; a typed piece wins; again lets go")
  func sticky() throws {
    var stage = try opened()
    let objective = try #require(stage.model.assessment.record(labelled: "O-8"))
    stage.type("一 ^O-8 担当:新任 期限:2027-03 #急")
    stage.press(.enter, .control("t"))
    #expect(stage.text.contains("同上") && stage.text.contains("^O-8") && stage.text.contains("担当:新任"))
    stage.type("二 起2結3")
    #expect(stage.text.contains("（同上）"))
    stage.press(.enter)
    let second = try latest(stage)
    let owner = try #require(stage.model.assessment[second, Risk.owner])
    #expect(stage.model.assessment.title(of: owner) == "新任")
    #expect(stage.model.assessment[second, Risk.objective] == objective)
    #expect(stage.model.assessment[second, Risk.planDue] == Day(text: "2027-03-31"))
    #expect(stage.model.assessment[second, SharedFields.tags] == ["急"])
    stage.type("三 担当:別人")
    stage.press(.enter)
    let third = try latest(stage)
    let other = stage.model.assessment[third, Risk.owner].flatMap { stage.model.assessment.title(of: $0) }
    #expect(other == "別人" && stage.model.assessment[third, Risk.objective] == objective)
    stage.press(.control("t"))
    stage.type("四")
    stage.press(.enter)
    let fourth = try latest(stage)
    #expect(
      !stage.model.assessment.has(fourth, Risk.owner) && !stage.model.assessment.has(fourth, Risk.objective))
  }

  @Test("lines given come back by Up, also after closing, and what was being typed comes back by Down")
  func history() throws {
    var stage = try opened()
    for line in ["最初の事象", "次の事象"] {
      stage.type(line)
      stage.press(.enter)
    }
    stage.press(.escape, .character("n"))
    stage.type("書きかけ")
    stage.press(.up)
    #expect(stage.text.contains("次の事象"))
    stage.press(.up, .up)
    #expect(stage.text.contains("❯ 最初の事象"))
    stage.press(.down, .down)
    #expect(stage.text.contains("❯ 書きかけ"))
  }

  @Test("Tab walks the candidates and back to what was typed; what stands behind the cursor stays")
  func cycle() throws {
    var stage = try opened()
    stage.type("x ^ 起3")
    for _ in 0..<3 { stage.press(.left) }
    func line() -> String {
      stage.text.split(separator: "\n").map(String.init).first { $0.contains("❯ x") } ?? ""
    }
    stage.press(.tab)
    let first = line()
    #expect(first.contains("^O-") && first.contains(" 起3"))
    stage.press(.tab)
    let second = line()
    #expect(second != first && second.contains("^O-") && second.contains(" 起3"))
    stage.press(.backTab)
    #expect(line() == first)
    stage.press(.backTab)
    #expect(line().contains("x ^ 起3"))
  }

  @Test("an error is marked below its place once the cursor has left it, with its column in words")
  func errorBelowItsColumn() throws {
    var stage = try opened(.english)
    stage.type("x own:Sato ^O-99")
    #expect(!stage.text.contains("▴"), "it is still being typed")
    stage.type(" l3")
    let lines = stage.text.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    let row = try #require(lines.firstIndex { String($0).contains("x own:Sato ^O-99 l3") })
    let mark = try #require(lines[row + 1].firstIndex(of: "▴"))
    #expect(lines[row][mark] == "O" && lines[row][mark - 1] == "^")
    #expect(stage.text.contains("column 13:"))
    let before = stage.model.assessment.count(.risk)
    stage.press(.enter)
    #expect(stage.model.assessment.count(.risk) == before)
    #expect(stage.text.contains("x own:Sato ^O-99 l3"))
  }

  @Test("a party that would follow from an unknown objective is not asked for")
  func unknownObjective() throws {
    let world = try SampleWorld()
    let reading = EntryLine.read(
      "^O-99 停電", at: EntryPlace(.risk, party: nil), world.assessment, world.context)
    #expect(
      reading.problems.map(\.fault) == [
        .field(Risk.objective.field.words, .unknownRecord("O-99", kinds: [.objective]))
      ])
  }

  @Test("ぜい弱性 finds 脆弱性 and the other way round", arguments: [("ぜい弱", "脆弱性診断"), ("脆", "ぜい弱性診断")])
  func vulnerability(_ typed: String, _ source: String) throws {
    var stage = try opened()
    stage.type("x 源:\(source)")
    stage.press(.enter)
    stage.type("y 源:\(typed)")
    #expect(stage.text.contains(source))
    stage.press(.tab)
    #expect(stage.text.contains("源:\(source)"))
  }

  @Test("the talk's risk in full-width tokens is the record of the half-width line, value by value")
  func fullWidth() throws {
    let (world, place) = (try SampleWorld(), EntryPlace(.risk, party: nil))
    let half =
      #"バックアップが戻せない 源:ベンダーロックイン 因:独自形式 損失:可3 起3 結5 ->"事業を継続できない" 担当:佐藤 !低減 +12.3.1 ^1 期限:2027-03 #急"#
    let full = "バックアップが戻せない　源：ベンダーロックイン　因：独自形式　損失：可３　起３　結５　→「事業を継続できない」　担当：佐藤　！低減　＋１２．３．１　＾１　期限：２０２７－０３　＃急"
    let readings = [half, full].map { EntryLine.read($0, at: place, world.assessment, world.context) }
    #expect(readings[0].problems.isEmpty && readings[0].commands.count == 2)
    #expect(readings[0].commands == readings[1].commands)
  }
}
