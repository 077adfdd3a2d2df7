import Catalogues
import Domain
import Testing

@Suite("The worked cases")
struct WorkedCaseTests {
  private static let cases = WorkedCase.allCases.flatMap { worked in
    Language.allCases.map { (worked, $0) }
  }

  @Test("are built without a refusal, in both languages", arguments: cases)
  func built(_ worked: WorkedCase, _ language: Language) throws {
    let built = try BuiltCase(worked, language)
    #expect(built.assessment.count(.assessment) == 1)
    #expect(built.assessment.count(.risk) > 0)
  }

  @Test("are the same whenever they are built for the same day", arguments: WorkedCase.allCases)
  func deterministic(_ worked: WorkedCase) throws {
    #expect(try BuiltCase(worked, .japanese).changes == BuiltCase(worked, .japanese).changes)
  }

  @Test("the cloud case holds what the talk says, in the talk's words")
  func cloudWords() throws {
    let texts = try BuiltCase(.cloud, .japanese).texts
    for words in [
      "データセンターにおけるシステム要因によるクラウドサービス事業の顧客に影響するインシデントの減少（前年比50%）",
      "サービスの使用可能性（Availability）を基準（Criteria）以上とする", "Vendor lock-in", "アクセス制御不備",
      "バックアップを取得していたが、リストアしたが使用できなかった", "バックアップテストの未テスト",
      "お客様の事業を継続できず、場合により損害賠償", "データ破壊に依るシステム停止", "CSCにバックアップデータを提供した",
      "バックアップデータを使用を試みたが使用できなかった", "CSCのシステムで、利用できない",
      "CSCがシステムの使用ができず、結果的にサービスの利用停止となった",
      "CSPが提供するシステムにおいてシステム停止が発生し、再開ができない", "特定の開発業者のソフトウェアを含んでいる",
      "異なるサービス間の整合性（データ破壊したクラウドの使用を中止して別システムに移行。取っていたバックアップデータを使用して、システムの継続を実施）",
    ] {
      #expect(texts.contains(words), "\(words)")
    }
  }

  @Test("the chain of the cloud case runs ① to ④ between customer and provider")
  func chain() throws {
    let built = try BuiltCase(.cloud, .japanese)
    let assessment = built.assessment
    let chain = try #require(assessment.ids(.riskChain).first)
    let steps = assessment.sources(of: chain, via: ChainStep.chain)
    #expect(steps.map { assessment[$0, ChainStep.order] } == [1, 2, 3, 4])
    #expect(
      steps.map { assessment.party(of: $0) }
        == ["csc", "csp", "csc", "csp"].map { built.party($0) })
    for step in steps {
      let risk = try #require(assessment[step, ChainStep.risk])
      #expect(assessment.party(of: risk) == assessment.party(of: step))
    }
  }

  @Test(
    "every control of the cloud case is stated for each party, but for those left undecided on purpose",
    arguments: [
      ("csc", ["12.6.1", "13.2.3", "16.1.7", "18.2.3"]), ("csp", ["12.4.1", "14.2.4", "18.1.5"]),
    ])
  func statements(_ key: String, _ undecided: [String]) throws {
    let built = try BuiltCase(.cloud, .english)
    let assessment = built.assessment
    let party = try #require(built.party(key))
    let stated = Set(
      assessment.ids(.controlStatement, of: party).compactMap { assessment[$0, ControlStatement.control] })
    let roles = assessment.roles(of: party, today: BuiltCase.today)
    let wanted = assessment[party, Party.catalogues].compactMap { Catalogues.shelf[$0] }
      .flatMap(\.controls).filter { CatalogueShelf.isFor(roles, $0) }.map(\.number)
    #expect(wanted.filter { !stated.contains($0) } == undecided)
    #expect(stated.isSubset(of: wanted))
  }

  @Test("dates lie around the day it is built for", arguments: WorkedCase.allCases)
  func dates(_ worked: WorkedCase) throws {
    let built = try BuiltCase(worked, .english, today: Day(number: 30_000))
    for case .set(_, let slot, _, after: .day(let day)?) in built.changes {
      #expect(abs(day.number - 30_000) < 1000, "\(slot.key.name) \(day.text)")
    }
  }

  @Test("no text speaks the other language", arguments: WorkedCase.allCases)
  func languages(_ worked: WorkedCase) throws {
    let texts = try BuiltCase(worked, .english).texts
    let foreign = texts.unicodeScalars.filter {
      (0x3040...0x30FF).contains($0.value) || (0x4E00...0x9FFF).contains($0.value)
    }
    // The criteria's scales are always in both languages, but they are tables.
    #expect(foreign.isEmpty, "\(String(String.UnicodeScalarView(foreign)))")
  }
}
