import Foundation
import ProgramDriver
import Testing

/// What comes from elsewhere, looked at and brought in by keys.
struct ImportWalkTests {
  struct Seat: Sendable, CustomTestStringConvertible {
    let language: String
    let columns: Int
    let rows: Int

    var testDescription: String { "\(language) \(columns)×\(rows)" }

    func say(_ en: String, _ ja: String) -> String { language == "ja" ? ja : en }
  }

  static let seats = [
    Seat(language: "en", columns: 80, rows: 24), Seat(language: "ja", columns: 80, rows: 24),
    Seat(language: "en", columns: 120, rows: 40), Seat(language: "ja", columns: 120, rows: 40),
  ]

  private func sit(_ seat: Seat, _ desk: ScratchDesk) throws -> Walker {
    let made = try desk.run(
      "kyokumen new room.kyokumen --scope cloud --title Walk --party 'csc:Sample' --party 'csp:Centre' --lang \(seat.language)"
    )
    #expect(made.status == 0, "\(made.diagnostics)")
    let walker = try Walker(
      desk, "room.kyokumen --lang \(seat.language) --as Sato", columns: seat.columns, rows: seat.rows)
    try walker.sees(seat.say("Overview", "概況"))
    return walker
  }

  private func write(_ text: String, _ name: String, _ desk: ScratchDesk) throws {
    try Data(text.utf8).write(to: URL(filePath: desk.path(name)))
  }

  @Test("a register: what stands in the way is said, mended, and comes in as one act", arguments: seats)
  func register(_ seat: Seat) throws {
    let desk = try ScratchDesk()
    let walker = try sit(seat, desk)
    try write("Risk,Likelihood\nBackup is unusable,3\nKey is copied,nine\n", "risks.csv", desk)
    try walker.type(":import risks.csv")
    try walker.press("Enter")
    try walker.sees(seat.say("1 to mend", "要修正 1件"))
    try walker.press("Enter")
    try walker.sees(seat.say("Nothing comes in until this is mended", "誤りがある間は何も取り込みません"))
    try walker.press("Escape")
    try walker.seesNo("risks.csv")
    try write("Risk,Likelihood\nBackup is unusable,3\nKey is copied,2\n", "risks.csv", desk)
    try walker.type(":import risks.csv")
    try walker.press("Enter")
    try walker.sees(seat.say("2 new, 0 changed", "新規 2件、変更 0件"))
    try walker.press("Enter")
    try walker.seesNo("risks.csv")
    try walker.press("4")
    try walker.sees("R-2")
    try walker.press("u")
    try walker.sees(seat.say("No risk yet", "リスクはまだありません"))
    try walker.press("0", "q")
    _ = try walker.end()
  }

  @Test("a catalogue of another tool is looked at, gets a party, and is assessed against", arguments: seats)
  func catalogue(_ seat: Seat) throws {
    let desk = try ScratchDesk()
    let walker = try sit(seat, desk)
    try write(
      """
      {"catalog":{"uuid":"74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724","metadata":{"title":"Sample set",
      "last-modified":"2024-02-01T13:57:28Z","version":"1.0","oscal-version":"1.1.3"},
      "groups":[{"id":"ac","title":"Access","controls":[{"id":"ac-1","title":"Accounts of people"}]}]}}
      """, "set.json", desk)
    try walker.type(":import set.json")
    try walker.press("Enter")
    try walker.sees("Sample set")
    try walker.sees(seat.say("Nobody assesses against it yet", "まだどの組織の管理策にも選ばれていません"))
    try walker.press("p")
    try walker.sees("Sample")
    try walker.sees(seat.say("Assesses against it: ", "この一覧で評価する組織: "))
    try walker.press("Enter")
    try walker.seesNo("set.json")
    try walker.press("5", "G")
    try walker.sees("Accounts of people")
    try walker.press("0", "q")
    _ = try walker.end()
    #expect(try desk.run("kyokumen verify room.kyokumen").status == 0)
  }

  @Test("a table of controls becomes a catalogue when it is said to be one")
  func list() throws {
    let seat = Self.seats[0]
    let desk = try ScratchDesk()
    let walker = try sit(seat, desk)
    try write("No,Title,Theme\nX-1,Accounts of people,Access\nX-2,Passwords,Access\n", "own set.csv", desk)
    try walker.type(":import own set.csv")
    try walker.press("Enter")
    try walker.sees("1 to mend")
    try walker.press("t", "G", "Enter")
    try walker.sees("“own set”")
    try walker.press("p")
    try walker.sees("Assesses against it")
    try walker.press("Enter")
    try walker.seesNo("own set.csv")
    try walker.press("5", "G")
    try walker.sees("Passwords")
    try walker.press("0", "q")
    _ = try walker.end()
  }

  @Test("a whole workspace is no part of another")
  func workspace() throws {
    let desk = try ScratchDesk()
    let walker = try sit(Self.seats[0], desk)
    #expect(try desk.run("kyokumen export room.kyokumen --format json --output all.json").status == 0)
    try walker.type(":import all.json")
    try walker.press("Enter")
    try walker.sees("is a workspace of its own")
    try walker.press("q")
    _ = try walker.end()
  }

  @Test("documents of an export stand together or not at all, beside what else lies there")
  func folder() throws {
    let desk = try ScratchDesk()
    #expect(try desk.run("mkdir -p out/csp-poam.json/x && echo mine > out/notes.txt").status == 0)
    let refused = try desk.run("kyokumen export demo:cloud --format oscal --output out")
    #expect(refused.status == 73, "\(refused.diagnostics)")
    #expect(try desk.run("ls out").output == "csp-poam.json\nnotes.txt\n")
    #expect(try desk.run("ls -d out.new* out/*.new* 2>/dev/null").output.isEmpty)
    #expect(
      try desk.run("rm -r out/csp-poam.json && kyokumen export demo:cloud --format oscal --output out/")
        .status == 0)
    #expect(try desk.run("ls out").output.contains("csp-poam.json"))
    #expect(try desk.run("cat out/notes.txt").output == "mine\n")
    #expect(
      try desk.run("kyokumen export demo:cloud --format oscal --output deep/er && ls deep").output == "er\n")
  }
}
