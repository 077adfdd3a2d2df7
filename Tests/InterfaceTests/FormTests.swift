import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("A record's form")
struct FormTests {
  private func form(
    _ label: String, _ language: Language = .japanese, size: Size = .large
  ) throws -> Stage {
    var stage = try Stage(.cloud, language, size: size)
    try stage.reopen(.agreement)
    stage.open(.agreement)
    try stage.select(label)
    stage.type("e")
    return stage
  }

  /// Whether the line of a field bears the star.
  private func isStarred(_ field: String, _ stage: Stage) throws -> Bool {
    let line = try #require(stage.text.split(separator: "\n").first { $0.contains(field) })
    return line.contains("* " + field)
  }

  @Test("the star stands at what a condition asks of a clause of this kind")
  func stars() throws {
    for (label, isLevel) in [("A-4", true), ("A-7", false), ("A-16", false)] {
      let stage = try form(label)
      for field in ["測定項目", "目標値", "測定方法"] {
        #expect(try isStarred(field, stage) == isLevel, "\(label) \(field)")
      }
      #expect(try isStarred("本文", stage))
    }
  }

  @Test("the star follows the kind that is chosen in the form")
  func chosenKind() throws {
    var stage = try form("A-7")
    stage.press(.control("f"))
    stage.type("種類")
    stage.press(.enter, .control("u"))
    stage.type("サービス水準")
    #expect(try isStarred("測定項目", stage))
  }

  @Test("a field that is not there is said, and nothing is typed into another", arguments: Language.allCases)
  func noSuchField(_ language: Language) throws {
    var stage = try form("A-4", language)
    let before = stage.model.layers.last as? FormLayer
    stage.press(.control("f"))
    stage.type("zzz")
    stage.press(.enter)
    stage.type("99")
    let said = Words("No field is called “zzz99”", "「zzz99」という欄はありません")[language]
    #expect(stage.text.contains(said))
    #expect((stage.model.layers.last as? FormLayer)?.unsavedText == nil && before != nil)
    stage.press(.escape)
    #expect(!stage.text.contains("zzz"))
  }

  @Test("on a narrow terminal a refused value is told with all its choices")
  func wholeProblem() throws {
    var stage = try form("A-4", size: .small)
    stage.press(.control("f"))
    stage.type("主題")
    stage.press(.enter, .control("u"))
    stage.type("そのようなものはない")
    stage.press(.control("s"))
    // Words go on from line to line.
    let said = stage.text.filter { $0.isLetter }
    for topic in CommitmentTopic.allCases { #expect(said.contains(topic.words.ja), "\(topic)") }
    #expect(stage.text.contains("合意条件に必要"))
  }

  @Test("who saves another term of a clause is told whose answer is open again", arguments: Language.allCases)
  func reopened(_ language: Language) throws {
    var stage = try form("A-4", language)
    stage.press(.control("f"))
    stage.type(Commitment.unit.field.words[language])
    stage.press(.enter, .control("u"))
    stage.type("days")
    stage.press(.control("s"))
    let csp = try #require(stage.model.assessment.party(key: "csp"))
    let name = try #require(stage.model.assessment[csp, Party.name])
    let said = Words("; the answer of \(name) is open again", "\(name)の回答は「提案中」に戻りました")[language]
    #expect(stage.model.notice?.text.contains(said) == true)
  }
}
