import Foundation
import ProgramDriver
import Testing

/// Twelve people on twelve terminals and a facilitator, on one file.
@Suite(.serialized)
struct BlindRoundTests {
  /// 1 × 5 and 5 × 1 lie far out; the median is 3 × 4.
  private static let digits = ["15", "34", "34", "34", "34", "34", "34", "34", "34", "35", "35", "51"]
  private static let names = (1...12).map { "Person\($0)" }
  private static let screens =
    "overview agreement policy objectives register matrix chain criteria estimate controls evaluation integration trace history"

  /// Every surface that can be read without a terminal, one line each, with what would give an estimate away.
  private func surfaces(_ desk: ScratchDesk) throws -> [String: String] {
    var found: [String: String] = [:]
    for (name, command) in [
      ("log", "kyokumen log room.kyokumen --lang en"),
      ("log of an estimate", "kyokumen log room.kyokumen --lang en --record ES-1"),
      ("log --json", "kyokumen log room.kyokumen --json"),
      ("export", "kyokumen export room.kyokumen --format json --output -"),
      ("export without journal", "kyokumen export room.kyokumen --format json --no-journal --output -"),
      (
        "tables",
        "sqlite3 -json room.kyokumen 'SELECT likelihood, consequenceStep, salt FROM estimate WHERE likelihood IS NOT NULL OR consequenceStep IS NOT NULL OR salt IS NOT NULL'"
      ),
      (
        "entries",
        "sqlite3 -json room.kyokumen \"SELECT recordKind, field, after FROM entry WHERE recordKind = 'estimate'\""
      ),
      (
        "show",
        "for s in \(Self.screens); do kyokumen show room.kyokumen $s --lang en --size 140x50; done; kyokumen show room.kyokumen estimate --lang en --record ER-1"
      ),
      ("minutes", "kyokumen report room.kyokumen minutes --output - --lang en"),
      // What the program keeps beside the file: drafts, layouts, recent files.
      ("state folder", "mkdir -p .local/state; grep -rhE 'Person|ES-|ER-' .local || true"),
      ("check", "kyokumen check room.kyokumen --all --lang en || test $? = 1"),
    ] {
      let outcome = try desk.run(command)
      #expect(outcome.status == 0, "\(name): \(outcome.diagnostics)")
      found[name] = outcome.output
    }
    return found
  }

  /// The surfaces on which an estimate's values stand.
  private func leaks(_ surfaces: [String: String]) throws -> Set<String> {
    // Whatever tells a value says so beside the estimate: its field in the journal, its member in a record, its pair.
    let signs: [String: String] = [
      "log": #"ES-\d+ (Likelihood|Consequence step|Salt)"#,
      "log of an estimate": "Likelihood|Consequence step|Salt",
      "log --json": #""record":"ES-\d+","field":"(likelihood|consequenceStep|salt)""#,
      "export":
        #""field":"(likelihood|consequenceStep|salt)","id":"[^"]+","kind":"set","label":\d+,[^{}]*"recordKind":"estimate"|"salt":"[0-9a-f]{32}""#,
      "export without journal": #""salt":"[0-9a-f]{32}""#,
      "tables": "likelihood",
      "entries": #""field":"(likelihood|consequenceStep|salt)""#,
      "minutes": #"\d \(\d–\d\) \| \d \(\d–\d\)"#,
      "state folder": #"\d{2}|\d × \d"#,
      "check": #"Person\d+|Median"#,
      "show": #"Person\d+ +cs[cp] +\d × \d|Median \d"#,
    ]
    return try Set(
      signs.filter { name, sign in
        try (surfaces[name] ?? "").firstMatch(of: Regex(sign)) != nil
      }.keys)
  }

  @Test("twelve cast at once: none is lost, nothing shows before the reveal and everything after it")
  func twelve() throws {
    let desk = try ScratchDesk()
    #expect(try desk.run("kyokumen demo --save room.kyokumen --lang en").status == 0)
    let people = try Self.names.enumerated().map { number, name in
      try Walker(
        desk, "join room.kyokumen --as \(name) --party \(number < 6 ? "csc" : "csp") --lang en", columns: 80,
        rows: 24)
    }
    let facilitator = try Walker(desk, "room.kyokumen --as Chair --lang en", columns: 120, rows: 50)
    for person in people { try person.sees("Waiting for a round") }
    try facilitator.sees("Overview")
    try facilitator.press("4")
    try facilitator.sees("Risk register")
    try facilitator.press("v")
    try facilitator.sees("Blind estimate")
    for person in people { try person.sees("Type two digits") }
    for (person, digits) in zip(people, Self.digits) {
      try person.press(digits.map(String.init) + ["Enter"])
    }
    for person in people { try person.sees("Yours is in") }
    try facilitator.sees("12 of ")
    for walker in people + [facilitator] {
      let screen = try walker.sees("12 of ")
      #expect(!screen.contains(" × ") && !screen.contains("Median"))
    }
    let before = try surfaces(desk)
    #expect(before["log"]?.contains("estimate cast") == true)
    #expect(try leaks(before) == [])
    try facilitator.press("R")
    try facilitator.sees("Reveal ER-1?")
    try facilitator.press("y")
    try facilitator.sees("Median 3 × 4 = 12")
    for person in people { try person.sees("Median 3 × 4 = 12") }
    let after = try surfaces(desk)
    let silent: Set = ["state folder", "check"]
    #expect(
      try leaks(after) == Set(after.keys).subtracting(silent), "the signs must find what lies open")
    let casts = try desk.run(
      "sqlite3 room.kyokumen \"SELECT group_concat(likelihood || consequenceStep, ' ') FROM (SELECT * FROM estimate ORDER BY length(\\\"by\\\"), \\\"by\\\")\"; sqlite3 room.kyokumen 'SELECT count(*) FROM opening'"
    )
    #expect(casts.output == Self.digits.joined(separator: " ") + "\n0\n")
    #expect(try desk.run("kyokumen verify room.kyokumen").status == 0)
    for person in people {
      try person.press("q")
      let ending = try person.end()
      #expect(ending.status == 0 && ending.isTerminalRestored)
    }
  }

  @Test(
    "join says what it lacks",
    arguments: [
      ("kyokumen join room.kyokumen", 64, "--as"),
      ("kyokumen join none.kyokumen --as A", 66, "none.kyokumen"),
      ("kyokumen join room.kyokumen --as A --party nobody", 64, "nobody"),
      ("kyokumen join demo:cloud --as A", 64, "demo:cloud"),
    ])
  func refusals(_ line: String, _ status: Int32, _ word: String) throws {
    let desk = try ScratchDesk()
    #expect(try desk.run("kyokumen demo --save room.kyokumen --lang en").status == 0)
    let outcome = try desk.run(line)
    #expect(outcome.status == status && outcome.diagnostics.contains(word), "\(outcome)")
  }
}
