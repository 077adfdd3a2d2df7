import Domain
import Interface
import Testing

@Suite("The quick-entry line")
struct EntryLineTests {
  let world: SampleWorld

  init() throws { world = try SampleWorld() }

  private func read(
    _ line: String, _ kind: RecordKind = .risk, party: RecordID? = nil, defaults: [Slot: Value] = [:]
  ) -> EntryReading {
    EntryLine.read(
      line, at: EntryPlace(kind, party: party, defaults: defaults), world.assessment, world.context)
  }

  /// Performs a line and hands out the record it made.
  private func made(
    _ line: String, _ kind: RecordKind = .risk, party: RecordID? = nil, defaults: [Slot: Value] = [:]
  ) throws -> (assessment: Assessment, id: RecordID) {
    let reading = read(line, kind, party: party, defaults: defaults)
    #expect(reading.problems.isEmpty, "\(line): \(reading.problems.map(\.words.en))")
    var assessment = world.assessment
    _ = try assessment.perform(reading.commands, in: world.context)
    let id = try #require(assessment.ids(kind).last)
    #expect(assessment.count(kind) == world.assessment.count(kind) + 1)
    return (assessment, id)
  }

  // MARK: The line of the contract

  @Test(
    "the same risk in English, in Japanese, in full width and mixed",
    arguments: [
      #"Restored backup is unusable  @csp  ^O-1  src:"vendor lock-in"  why:"proprietary format"  cia:A3  l:3  c:5  ->"customer stops"  own:佐藤  !modify +12.3.1"#,
      #"Restored backup is unusable @csp ^1 src:vendor lock-in why:proprietary format cia:A3 l3 c5 ->customer stops own:佐藤 !m +12.3.1"#,
      #"^o-1 Restored backup is unusable 源:vendor lock-in 因:proprietary format 損失:可3 起3 結5 →「customer stops」 担当:佐藤 !低減 +12.3.1"#,
      #"Restored backup is unusable　＠ｃｓｐ　＾Ｏ－１　ｓｒｃ：vendor lock-in　ｗｈｙ：proprietary format　ｃｉａ：Ａ３　ｌ：３　ｃ：５　ー＞「customer stops」　ｏｗｎ：佐藤　！ｍｏｄｉｆｙ　＋１２．３．１"#,
      #"Restored backup is unusable ＠例示データ ^1 源：vendor lock-in 因： proprietary format 損失：可大 起３ 結５ → customer stops 担当：佐藤 ！修正 ＋１２．３．１"#,
      #"!低減 +12.3.1 担当:佐藤 起3結5 損失:A3 ^1 "Restored backup is unusable" 源:"vendor lock-in" 因:"proprietary format"→「customer stops」"#,
      #"事象:Restored backup is unusable リスク源:vendor lock-in 原因:proprietary format l:possible c:甚大 cia:a3 結果:customer stops objective:O-1 treatment:reduce owner:佐 +12.3.1 @csp"#,
    ])
  func contractLine(_ line: String) throws {
    let (assessment, id) = try made(line)
    #expect(assessment[id, Risk.event] == "Restored backup is unusable")
    #expect(assessment.party(of: id) == world.csp)
    #expect(assessment[id, Risk.objective] == world.objective)
    #expect(assessment[id, Risk.sources] == ["vendor lock-in"])
    #expect(assessment[id, Risk.cause] == "proprietary format")
    #expect(assessment[id, Risk.loss] == [["A", "3"]])
    #expect(assessment[id, Risk.likelihood] == 3)
    #expect(assessment[id, Risk.consequenceStep] == 5)
    #expect(assessment[id, Risk.consequence] == "customer stops")
    #expect(assessment[id, Risk.owner] == world.sato)
    #expect(assessment[id, Risk.treatment]?.members == [.modify])
    let statement = try #require(assessment.sources(of: id, via: ControlStatement.risks).first)
    #expect(
      assessment.label(of: statement) == "C-csp-12.3.1@27002"
        || assessment.label(of: statement) == "C-csp-12.3.1")
    #expect(assessment[statement, ControlStatement.catalogue] == "27002")
    #expect(assessment[statement, ControlStatement.inclusionReasons]?.members == [.riskTreatment])
  }

  // MARK: Extents

  @Test(
    "where values end and bare words go on",
    arguments: [
      ("^1 復旧手順が古い", "復旧手順が古い"), ("@csp 復旧手順が 古い", "復旧手順が 古い"),
      ("own:佐藤 復旧手順が古い", "復旧手順が古い"), ("own:田中 花子 復旧手順が古い", "復旧手順が古い"),
      ("!低減 復旧手順が古い l3", "復旧手順が古い"), ("l:almost certain backup lost", "backup lost"),
      ("cia:C2 I1 A backup lost", "A backup lost"), ("backup l3 lost c5", "backup lost"),
      ("C5 instance lost", "C5 instance lost"), ("L3スイッチの故障", "L3スイッチの故障"),
      ("手順A→手順B", "手順A→手順B"), ("\"own: and l3\" src:x", "own: and l3"),
      ("「重要」 なデータ", "「重要」 なデータ"), ("50% of 3 - 4", "50% of 3 - 4"), ("a@b c^d e#f", "a@b c^d e#f"),
      ("#急 停電", "停電"), ("due:2027-03 停電", "停電"), ("note: 停電", "note: 停電"),
    ])
  func bareWords(_ line: String, _ event: String) throws {
    let (assessment, id) = try made(line, party: world.csp)
    #expect(assessment[id, Risk.event] == event)
  }

  @Test("repeated tokens add up where the field holds several")
  func repeated() throws {
    let (assessment, id) = try made("x #a #b src:一 src:二;三 !低減 !共有 cia:C1 cia:A2 cia:C3", party: world.csp)
    #expect(assessment[id, SharedFields.tags] == ["a", "b"])
    #expect(assessment[id, Risk.sources] == ["一", "二", "三"])
    #expect(assessment[id, Risk.treatment]?.members == [.modify, .share])
    #expect(assessment[id, Risk.loss] == [["A", "2"], ["C", "3"]])
  }

  // MARK: Party

  @Test("the party is said, else follows from the objective, else is given")
  func party() throws {
    #expect(read("x @csc ^O-1", party: world.csp).party == world.csc)
    #expect(read("x ^O-1", party: world.csc).party == world.csp)
    #expect(read("x", party: world.csc).party == world.csc)
    #expect(read("x @サンプル").party == world.csc)
    #expect(read("x").problems.map(\.fault) == [.noParty(.risk)])
  }

  @Test("a person who does not exist comes into being once, in the record's party")
  func newPerson() throws {
    let (assessment, id) = try made("復元試験手順 own:山田 by:山田", .policyDocument, party: world.csc)
    #expect(assessment.count(.person) == world.assessment.count(.person) + 1)
    let person = try #require(assessment[id, PolicyDocument.owner])
    #expect(assessment[person, Person.name] == "山田")
    #expect(assessment.party(of: person) == world.csc)
    #expect(assessment[id, PolicyDocument.approver] == person)
  }

  @Test("a new person's name may have several words once the title stands")
  func newNameOfTwoWords() throws {
    let (assessment, id) = try made("backup lost own:John Smith l3", party: world.csp)
    let owner = try #require(assessment[id, Risk.owner])
    #expect(assessment[owner, Person.name] == "John Smith")
  }

  // MARK: Errors

  @Test(
    "an error stands at its column",
    arguments: [
      ("x @ghost", 4), ("x ^O-99", 4), ("x ^R-1", 4), ("x own:田中", 7), ("x !zap", 4), ("x l:9", 5),
      ("x c0", 4), ("x cia:Z", 7), ("x due:soon", 7), ("x +99.9", 4), ("x own:", 3), ("x l3 l4", 7),
      ("障害　＠ゴースト", 5), ("", 1), ("l3", 1), ("障害 期限：いつか", 7),
    ])
  func columns(_ line: String, _ column: Int) throws {
    let reading = read(line, party: world.csp)
    #expect(reading.problems.first?.column == column, "\(line): \(reading.problems)")
    #expect(reading.commands.isEmpty)
  }

  // MARK: Controls

  @Test("a control that is stated already gets the risk and, where it has none, the reason")
  func knownControl() throws {
    var other = world
    var draft = Draft(.controlStatement, party: world.csp)
    draft.set(ControlStatement.control, "8.13")
    draft.set(ControlStatement.catalogue, "annex")
    draft.set(ControlStatement.risks, [world.risk])
    _ = try other.assessment.perform([.create(draft)], in: other.context)
    let reading = EntryLine.read(
      "停電 +A.8.13", at: EntryPlace(.risk, party: other.csp), other.assessment, other.context)
    _ = try other.assessment.perform(reading.commands, in: other.context)
    #expect(other.assessment.count(.controlStatement) == 1)
    let statement = other.assessment.ids(.controlStatement)[0]
    #expect(other.assessment[statement, ControlStatement.risks].count == 2)
    #expect(other.assessment[statement, ControlStatement.inclusionReasons]?.members == [.riskTreatment])
    let again = EntryLine.read(
      "8.13 app:適用", at: EntryPlace(.controlStatement, party: other.csp), other.assessment, other.context)
    #expect(again.problems.map(\.fault) == [.alreadyThere(.controlStatement, label: "C-csp-8.13")])
  }

  @Test(
    "a control statement is its number, in the catalogue that has it",
    arguments: ["cld.6.3.1 適用:適用", "+CLD.6.3.1 app:a", "適用:適用 ＣＬＤ．６．３．１"])
  func controlStatement(_ line: String) throws {
    let (assessment, id) = try made(line, .controlStatement, party: world.csc)
    #expect(assessment[id, ControlStatement.control] == "CLD.6.3.1")
    #expect(assessment[id, ControlStatement.catalogue] == "27002")
    #expect(assessment[id, ControlStatement.applicability] == .applicable)
  }

  // MARK: Other kinds

  @Test("an objective with target, baseline, frequency and comparison")
  func objective() throws {
    let (assessment, id) = try made(
      "システム要因の減少 ^O-1 目標:50% 基準:12件/年 測定:「インシデント」 期限:2027-03 比較:以下", .objective)
    #expect(assessment[id, Objective.target] == "50%")
    #expect(assessment[id, Objective.baseline] == 12)
    #expect(assessment[id, Objective.frequency] == .year)
    #expect(assessment[id, Objective.measureUnit] == "件")
    #expect(assessment[id, Objective.measure] == "インシデント")
    #expect(assessment[id, Objective.due] == Day(text: "2027-03-31"))
    #expect(assessment[id, Objective.comparison] == .atMost)
    #expect(assessment[id, Objective.parent] == world.objective)
    let other = try made("restore rate target:>=99 base:91", .objective, party: world.csp)
    #expect(other.assessment[other.id, Objective.comparison] == .atLeast)
    #expect(other.assessment[other.id, Objective.target] == "99")
  }

  @Test("which way an objective is met follows from where it begins, unless the line says so")
  func wayOfObjective() throws {
    for (line, comparison) in [
      ("受講率 測定:受講率 基準:80% 目標:95%", Comparison.atLeast), ("受講率 基準:95% 目標:80%", .atMost),
      ("件数 基準:12件 目標:50%", .atMost), ("件数 基準:80 目標:95 方向:減少", .atMost),
    ] {
      let (assessment, id) = try made(line, .objective, party: world.csp)
      #expect(assessment[id, Objective.comparison] == comparison, "\(line)")
    }
    let (assessment, id) = try made("件数 目標:95", .objective, party: world.csp)
    #expect(assessment[id, Objective.comparison] == nil)
  }

  @Test("policy, finding, reading and chain step lines")
  func otherKinds() throws {
    let policy = try made("tier:procedure v:1.2 復元試験手順 rev:2027-04", .policyDocument, party: world.csp)
    #expect(policy.assessment[policy.id, PolicyDocument.title] == "復元試験手順")
    #expect(policy.assessment[policy.id, PolicyDocument.version] == "1.2")
    #expect(policy.assessment[policy.id, PolicyDocument.tier] == .procedure)
    let finding = try made("grade:minor at:１２．３．１ 試験の記録がない ^R-1", .finding)
    #expect(finding.assessment[finding.id, Finding.text] == "試験の記録がない")
    #expect(finding.assessment[finding.id, Finding.at] == "12.3.1")
    #expect(finding.assessment[finding.id, Finding.record] == world.risk)
    #expect(finding.assessment[finding.id, Finding.foundOn] == world.context.today)
    for line in ["^O-1 =97", "^1 97", "＝９７ ^O-1", "^O-1 値:97"] {
      let reading = try made(line, .reading)
      #expect(reading.assessment[reading.id, Reading.value] == 97)
      #expect(reading.assessment[reading.id, Reading.date] == world.context.today)
      #expect(reading.assessment[reading.id, Reading.cycle] == 1)
    }
    let step = try made("渡す @csp ^L-1 risk:R-1", .chainStep)
    #expect(step.assessment[step.id, ChainStep.order] == 1)
    let clause = try made("可用性 種類:SLA @csc @csp answer:accepted", .commitment, party: world.csp)
    #expect(clause.assessment[clause.id, Commitment.parties] == [world.csc, world.csp])
    #expect(clause.assessment[clause.id, Commitment.answer, world.csp] == .accepted)
  }

  @Test(
    "in cyberspace the example says for whom and by whom, and it is understood", arguments: Language.allCases)
  func sharedExamples(_ language: Language) {
    for kind in [RecordKind.objective, .risk] {
      let line = EntryExample.line(for: kind, in: .cyberspace, language)
      let reading = read(line, kind, party: world.csp)
      let preview = reading.preview(language).joined(separator: "\n")
      let said = kind == .objective ? Objective.protects.field.words : Risk.affected.field.words
      #expect(preview.contains(said[language]), "\(line): \(preview)")
    }
  }

  // MARK: Preview and completion

  @Test("the preview says how each piece was understood")
  func preview() {
    let lines = read("復旧手順が古い 源:手順書の未更新 損失:可2 起2 結4 担当:山田 !低減 ^O-1 +8.13", party: world.csc)
      .preview(.japanese)
    #expect(lines.first == "事象 復旧手順が古い · リスク源 手順書の未更新 · 可用性 2 · 2×4 = 8 中")
    #expect(
      lines.last
        == "組織 CSP 例示データセンター（O-1 から） · 目的 O-1 インシデントの減少 · リスク所有者 山田（新規） · リスク対応 低減（修正） · 管理策 8.13 情報のバックアップ（新規）"
    )
  }

  @Test(
    "Tab offers what fits at the cursor",
    arguments: [
      ("x own:", "佐藤"), ("x own:田", "「田中 花子」"), ("x own:太", "「田中 太郎」"), ("x @", "csc"), ("x @例", "csp"),
      ("x ^", "O-1"),
      ("x ^可用", "O-2"), ("x !", "低減（修正）"), ("x !回", "回避"), ("x +", "5.1"), ("x +12", "12.3.1"),
      ("x +情報の", "8.13"), ("x l:", "1"), ("x l:高", "4"), ("x 担", "担当:"), ("x own", "担当:"), ("x リスク所", "担当:"),
    ])
  func completions(_ line: String, _ first: String) {
    let reading = read(line, party: world.csp)
    let offered = reading.completions(world.assessment, world.context, .japanese)
    #expect(offered.first?.insert == first, "\(line): \(offered)")
    if let completion = offered.first {
      #expect(completion.start <= line.count && completion.start >= 2)
    }
  }
}

@Suite("The quick-entry line among many records")
struct EntrySpeedTests {
  @Test("work per key does not grow with the number of risks")
  func manyRisks() throws {
    var world = try SampleWorld()
    let small = try cost(world)
    let party = world.csp
    for start in stride(from: 0, to: 20_000, by: 1_000) {
      let drafts = (start..<start + 1_000).map { number in
        Command.create(
          Draft(
            .risk, party: party, pending: number - start,
            values: [Slot(Risk.event.key): .text("事象 \(number)")]))
      }
      _ = try world.assessment.perform(drafts, in: world.context)
    }
    let large = try cost(world)
    print("read and complete: \(small) few, \(large) with 20,000 risks")
    #expect(large < small * 20)
  }

  private func cost(_ world: SampleWorld) throws -> Duration {
    let line = "復旧手順が古い 源:手順書の未更新 損失:可2 起2 結4 担当:佐藤 !低減 ^O-1 +8.13 源:手"
    return ContinuousClock().measure {
      for _ in 0..<50 {
        let reading = EntryLine.read(
          line, at: EntryPlace(.risk, party: world.csp), world.assessment, world.context)
        _ = reading.completions(world.assessment, world.context, .japanese)
      }
    } / 50
  }
}
