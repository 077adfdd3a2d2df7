import Canvas
import Catalogues
import Domain
import Testing

@testable import Interface

/// The screen in lines: the same model, heard instead of seen.
struct PlainTests {
  private func risk(_ stage: PlainStage, _ label: String) throws -> RecordID {
    try #require(stage.model.assessment.record(labelled: label))
  }

  @Test(
    "every screen is said in words alone, in both languages", arguments: WorkedCase.allCases,
    Language.allCases)
  func everyScreen(_ worked: WorkedCase, _ language: Language) throws {
    let stage = try PlainStage(worked, language)
    for screen in ScreenID.allCases where Screens.isBuilt(screen) {
      stage.send(.asked(.screen(screen)))
      let said = stage.type("")
      #expect(said.count >= 3, "\(screen)")
    }
    let text = stage.transcript.joined(separator: "\n")
    let foreign = text.unicodeScalars.filter { scalar in
      scalar != "\n" && (scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value))
        || (0x2500...0x259F).contains(scalar.value) || (0x2800...0x28FF).contains(scalar.value)
        || scalar.value >= 0x10_0000
    }
    #expect(foreign.isEmpty, "\(Set(foreign).map { String($0.value, radix: 16) })")
  }

  @Test("a number goes to a line and reads it, more reads on, an unknown number is said to be one")
  func numbers() throws {
    let stage = try PlainStage()
    let page = stage.type("phase 4")
    #expect(page.first?.contains("Risk register") == true)
    #expect(page.contains { $0.hasPrefix("1. R-1 ") || $0.hasPrefix("1. R-1,") })
    let said = stage.type("2")
    #expect(said.first?.hasPrefix("2. R-2") == true)
    #expect(said.says("Risk owner: ") || said.says("owner: ") || said.says("Owner: "))
    #expect(stage.model.state.cursor == 1)
    #expect(stage.type("999").says("no such number"))
  }

  @Test("risks are entered one after another, a line not understood is mended")
  func entry() throws {
    let stage = try PlainStage()
    stage.type("phase 4", "party csc")
    let before = stage.model.assessment.ids(.risk).count
    let first = stage.type("new Lost laptop l2 c4 own:Sato")
    #expect(first.says("Understood"))
    #expect(stage.model.assessment.ids(.risk).count == before + 1)
    let wrong = stage.type("Stolen badge ^O-999")
    #expect(wrong.says("was not saved", "Stolen badge"))
    #expect(stage.model.assessment.ids(.risk).count == before + 1)
    stage.type("s/ ^O-999//")
    #expect(stage.model.assessment.ids(.risk).count == before + 2)
    stage.type("")
    #expect(stage.model.layers.isEmpty)
    stage.type("undo")
    #expect(stage.model.assessment.ids(.risk).count == before + 1)
  }

  @Test("a form is filled in by the numbers of its fields and its options")
  func form() throws {
    let stage = try PlainStage()
    stage.type("phase 4", "party csc")
    let form = stage.type("edit 1")
    let record = try #require(stage.model.current)
    let place = { (name: String) in
      form.first { $0.contains(". " + name + ": ") }.flatMap {
        $0.split(separator: ".").first.map(String.init)
      }
    }
    let likelihood = try #require(place(Risk.likelihood.field.words.en))
    #expect(stage.type(likelihood + " 1").says(Risk.likelihood.field.words.en, "1"))
    let treatment = try #require(place(Risk.treatment.field.words.en))
    let asked = stage.type(treatment)
    #expect(asked.contains { $0.hasPrefix("1. ") })
    #expect(stage.prompt.hasPrefix(Risk.treatment.field.words.en))
    stage.type("2")
    #expect(stage.type("save").says(stage.model.assessment.label(of: record)))
    #expect(stage.model.layers.isEmpty)
    #expect(stage.model.assessment[record, Risk.likelihood] == 1)
    let second = Risk.treatment.field.type.options[1].key
    #expect(stage.model.assessment[record, Risk.treatment]?.members.map(\.rawValue) == [second])
  }

  @Test("what stands in the way is numbered, and a number leads to it")
  func gate() throws {
    let stage = try PlainStage(.cloud, .japanese)
    stage.type("局面4")
    let findings = stage.type("条件")
    let count = stage.model.shownFindings.count
    #expect(count > 0)
    #expect(findings.contains { $0.hasPrefix("1. ") })
    let finding = stage.model.shownFindings[0]
    stage.type("1")
    #expect(stage.model.pane == .main)
    if let record = finding.record { #expect(stage.model.current == record) }
  }

  @Test(
    "a question is answered by number, by word or by letter, and a dot leaves it",
    arguments: ["1", "y", "yes"])
  func question(_ yes: String) throws {
    let stage = try PlainStage()
    stage.type("phase 4")
    let before = stage.model.assessment.ids(.risk).count
    let asked = stage.type("delete 1")
    #expect(asked.contains("1. yes") && asked.contains("2. no"))
    stage.type(".")
    #expect(stage.model.layers.isEmpty)
    #expect(stage.model.assessment.ids(.risk).count == before)
    stage.type("delete 1", yes)
    #expect(stage.model.assessment.ids(.risk).count == before - 1)
  }

  @Test("search goes to the match, filter narrows, a dash shows all")
  func searching() throws {
    let stage = try PlainStage()
    stage.type("phase 4", "party all")
    let all = stage.model.state.rows.count
    #expect(stage.type("search nothing of the kind").says("no match"))
    stage.type("filter level>=high")
    #expect(stage.model.state.rows.count < all)
    #expect(stage.model.layers.isEmpty)
    stage.type("filter -")
    #expect(stage.model.state.rows.count == all)
  }

  @Test("help numbers the actions of the screen, and the number runs one")
  func help() throws {
    let stage = try PlainStage()
    stage.type("phase 4")
    var help = stage.type("?")
    while let last = help.last, last.contains("more") { help += stage.type("more") }
    let line = try #require(help.first { $0.contains("risk matrix (") })
    stage.type(String(line.prefix { $0 != "." }))
    #expect(stage.model.screen == .matrix)
  }

  @Test("a sentence is said once, not with every line that follows")
  func once() throws {
    let stage = try PlainStage()
    stage.type("phase 4", "party all")
    #expect(stage.type("advance").contains { $0.hasPrefix("Attention: ") })
    #expect(!stage.type("screens").contains { $0.hasPrefix("Attention: ") })
  }

  @Test("in a grid every answer follows its party")
  func grid() throws {
    let stage = try PlainStage()
    let said = stage.type("responsibilities")
    #expect(said.says("1. ", "CSC: ", "CSP: "))
  }

  @Test("an estimate of one's own is two digits on a line")
  func join() throws {
    let stage = try PlainStage()
    stage.type("phase 4", "v R-9")
    let known = try #require(stage.model.assessment.participantsInOrder.first)
    let name = try #require(stage.model.assessment[known, Participant.name])
    var card = JoinModel(
      assessment: stage.model.assessment, context: stage.model.context, name: name, language: .english,
      glyphs: .spoken, size: stage.model.size)
    #expect(card.sitDown(for: nil).isEmpty)
    #expect(card.said().says("R-9"))
    let orders = card.take("3 4")
    guard case .cast(let ballot)? = orders.last else {
      Issue.record("\(orders)")
      return
    }
    #expect(ballot.likelihood == 3 && ballot.consequence == 4)
  }

  @Test(
    "text is heard without what would steer a terminal",
    arguments: ["a\u{1B}[2Jb", "a\u{9B}31mb", "a\u{202E}b"])
  func steering(_ text: String) {
    let said = PlainText.said(text, .english)
    #expect(said.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) })
    #expect(!said.contains("\u{202E}"))
  }

  @Test("marks are words, once")
  func marks() {
    let agreed = Glyphs.spoken[.phaseAgreed]
    #expect(PlainText.said(agreed + " agreed", .english) == "agreed")
    #expect(PlainText.said("2 Policy " + agreed, .english) == "2 Policy agreed")
    let bar = Glyphs.spoken.bar(0.5, width: 10)
    #expect(PlainText.said(bar + " 50%", .english) == "50%")
  }
}
