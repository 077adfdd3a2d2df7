import Canvas
import Catalogues
import Domain
import Interface
import Testing

@Suite("The filter line")
struct FilterTests {
  /// A register of six risks whose every answer is known.
  private let stage: Stage
  private let names: [RecordID: String]

  init() throws {
    var stage = try Stage(.cloud, .japanese)
    let csp = try #require(stage.model.assessment.party(key: "csp"))
    for risk in stage.model.assessment.ids(.risk) { stage.act([.removeAndUnlink(risk)]) }
    let (sato, tanaka) = (RecordID.pending(8), RecordID.pending(9))
    func person(_ name: String, _ id: Int) -> Command {
      var draft = Draft(.person, party: csp, pending: id)
      draft.set(Person.name, name)
      return .create(draft)
    }
    func risk(_ event: String, _ id: Int, _ fill: (inout Draft) -> Void) -> Command {
      var draft = Draft(.risk, party: csp, pending: id)
      draft.set(Risk.event, event)
      fill(&draft)
      return .create(draft)
    }
    stage.act([
      person("佐藤次郎", 8), person("田中三郎", 9),
      risk("A 復元できない", 1) { risk in
        risk.set(Risk.owner, sato)
        risk.set(Risk.likelihood, 3)
        risk.set(Risk.consequenceStep, 5)
        risk.set(Risk.sources, ["Vendor lock-in"])
        risk.set(Risk.treatment, ChoiceSet([.modify]))
        risk.set(Risk.loss, [["A", "3"]])
        risk.set(SharedFields.tags, ["backup"])
        risk.set(Risk.planDue, Day(text: "2027-03-15") ?? Stage.today)
      },
      risk("B 脆弱性の放置", 2) { risk in
        risk.set(Risk.owner, tanaka)
        risk.set(Risk.likelihood, 2)
        risk.set(Risk.consequenceStep, 5)
      },
      risk("C 停電", 3) { risk in
        risk.set(Risk.likelihood, 1)
        risk.set(Risk.consequenceStep, 4)
        risk.set(Risk.loss, [["A", "1"], ["C", "2"]])
      },
      risk("D 誤送信", 4) { risk in
        risk.set(Risk.owner, sato)
        risk.set(Risk.treatment, ChoiceSet([.retain, .share]))
      },
      risk("E 持ち出し", 5) { risk in
        risk.set(Risk.likelihood, 3)
        risk.set(Risk.consequenceStep, 3)
        risk.set(Risk.planDue, Day(text: "2026-10-01") ?? Stage.today)
      },
      risk("F level:high と書かれた掲示", 6) { _ in },
    ])
    stage.show(party: "csp")
    self.stage = stage
    let assessment = stage.model.assessment
    names = Dictionary(
      uniqueKeysWithValues: assessment.ids(.risk).map {
        ($0, String((assessment[$0, Risk.event] ?? "?").prefix(1)))
      })
  }

  private func filter(_ text: String) throws(FilterFault) -> Filter {
    try Filter(
      text, kind: .risk, party: stage.model.party, assessment: stage.model.assessment, today: Stage.today)
  }

  private func admitted(_ text: String) throws(FilterFault) -> String {
    let filter = try filter(text)
    return filter.admitted(stage.model.assessment.ids(.risk), stage.model.assessment).compactMap { names[$0] }
      .joined()
  }

  static let answers: [(String, String)] = [
    ("", "ABCDEF"), ("復元", "A"), ("ぜい弱性", "B"), ("lock-in", "A"), ("!復元", "BCDEF"), ("-復元", "BCDEF"),
    ("\"level:high\"", "F"), ("「復元できない」", "A"),
    ("owner:佐藤", "AD"), ("担当:佐藤", "AD"), ("リスク所有者:佐藤", "AD"), ("own:佐藤,田中", "ABD"),
    ("担当:佐藤、田中", "ABD"), ("owner: 佐藤", "AD"), ("owner=佐藤", ""), ("owner=佐藤次郎", "AD"),
    ("owner!=佐藤次郎", "BCEF"), ("!owner:佐藤", "BCEF"), ("owner:-", "CEF"), ("担当:なし", "CEF"),
    ("owner:none", "CEF"), ("owner:*", "ABD"), ("owner:-,田中", "BCEF"),
    ("level>=high", "AB"), ("level >= high", "AB"), ("レベル>=高", "AB"), ("レベル＞＝高", "AB"), ("レベル≧高", "AB"),
    ("level:high", "B"), ("level>high", "A"), ("level<=高", "BCE"), ("level<high", "CE"), ("level>9", "AB"),
    ("level=15", "A"), ("level:unrated", "DF"), ("level:-", "DF"), ("レベル:未評価", "DF"),
    ("!level>=high", "CDEF"),
    ("level:very", "A"), ("レベル:極", "A"),
    ("l>=3", "AE"), ("起:3", "AE"), ("likelihood<=2", "BC"), ("結:甚大", "AB"), ("起>=中程度", "AE"),
    ("source~lock", "A"), ("src:LOCK", "A"), ("源:lock", "A"), ("source=lock", ""),
    ("source=\"vendor lock-in\"", "A"),
    ("treatment:modify", "A"), ("対応:", "column 4"), ("リスク対応:低減", "A"), ("treatment:share", "D"),
    ("treatment:-", "BCEF"), ("treatment:低減,共有", "AD"),
    ("status:open", "ABDF"), ("状態:未完了", "ABDF"), ("status:unrated", "DF"), ("状態:対応未決", "B"),
    ("status:closed", "CE"),
    ("!status:open", "CE"), ("status:計画未承認", "A"),
    ("due<today", "E"), ("期限>今日", "A"), ("due:2027-03", "A"), ("due<=2027-03-14", "E"), ("due>=2027-03", "A"),
    ("due<2027-03", "E"), ("期限:なし", "BCDF"),
    ("cia:A", "AC"), ("cia:A3", "A"), ("cia>=A2", "A"), ("損失:機", "C"),
    ("#backup", "A"), ("tag:back", "A"), ("タグ:backup", "A"), ("@csp", "ABCDEF"), ("party:csc", ""),
    ("組織:csp", "ABCDEF"),
    ("owner:佐藤 level>=high", "A"), ("owner:佐藤 !level>=high", "D"),
    ("nosuch:3", "column 1"), ("owner:佐藤 nosuch:3", "column 10"), ("level>=red", "column 8"),
    ("level~3", "column 7"),
    ("owner:佐藤 status:maybe", "column 17"), ("source>3", "column 8"), ("due:soon", "column 5"),
    ("l:9", "column 3"),
    ("owner:", "column 7"), ("!", "column 1"), ("party:zzz", "column 7"),
  ]

  @Test("admits just the records it means, or says at which column it is none", arguments: answers)
  func admitsWhatItMeans(_ text: String, _ expected: String) throws {
    switch Result(catching: { () throws(FilterFault) in try admitted(text) }) {
    case .success(let admitted): #expect(admitted == expected, "\(text)")
    case .failure(let fault):
      #expect("column \(fault.column)" == expected, "\(text): \(fault.words.en)")
      #expect(!fault.words.en.isEmpty && !fault.words.ja.isEmpty)
    }
  }

  @Test("no text crashes it, and what it admits and what its negation admits make up all")
  func noise() throws {
    let seed = UInt64.random(in: 1...UInt64.max)
    var dice = SeededDice(seed: seed)
    let pieces = [
      "owner", "担当", "level", "レベル", ":", "=", "!=", "~", "<", "<=", ">=", ">", "!", "-", ",", "、", " ", "　",
      "\"", "「", "」",
      "佐藤", "high", "高", "3", "2027-03", "-", "@", "#", "^", "+", "csp", "status", "open", "＞", "＝", "due",
      "cia", "A3", "e\u{301}", "👩‍👩‍👧", "\u{0}",
    ]
    let all = stage.model.assessment.ids(.risk)
    for _ in 0..<1500 {
      let text = (0..<Int.random(in: 1...7, using: &dice)).map { _ in pieces.randomElement(using: &dice) ?? ""
      }.joined()
      guard let filter = try? filter(text) else { continue }
      let admitted = filter.admitted(all, stage.model.assessment)
      // A control character reads as a space, and so parts two terms, as a closing quote does.
      guard !text.contains(where: { $0.isWhitespace || "\u{0}\"「」".contains($0) }), let first = text.first,
        !"!-！".contains(first),
        let negated = try? self.filter("!" + text)
      else { continue }
      let others = negated.admitted(all, stage.model.assessment)
      #expect(Set(admitted).isDisjoint(with: others), "seed \(seed): \(text.debugDescription)")
      #expect(admitted.count + others.count == all.count, "seed \(seed): \(text.debugDescription)")
    }
  }
}
