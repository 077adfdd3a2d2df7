import Foundation
import ProgramDriver
import Testing

/// The same by the real program, which has only so much memory.
@Suite("What means harm, and the program", .serialized)
struct HostileProgramTests {
  /// Of address space, in KiB: what is small or refused early needs half of it.
  private static let memory = 800_000

  private static let cases: [(input: String, format: String)] = [
    ("100 MB of one line", "json"), ("100 MB of one line", "csv"), ("100 MB of one line", "oscal"),
    ("100 MB of opening brackets", "json"), ("a quote that does not end", "csv"),
    ("a key of half a megabyte", "library"), ("controls in controls", "oscal"),
    ("a million columns", "csv"), ("a million cells in a row", "xlsx"),
    ("four gibibytes in one sheet", "xlsx"), ("eight gibibytes in two thousand sheets", "xlsx"),
    ("entities in entities", "xlsx"),
  ]

  @Test("refused with one sentence, in bounded memory; the workspace is byte for byte what it was")
  func refused() throws {
    let desk = try ScratchDesk()
    #expect(try desk.run("kyokumen demo single --save w.kyokumen --lang en").status == 0)
    let before = try Data(contentsOf: URL(filePath: desk.path("w.kyokumen")))
    for (name, format) in Self.cases {
      let input = try #require(HostileInput.all.first { $0.description == name })
      try Data(input.make()).write(to: URL(filePath: desk.path("input")))
      let target = format == "json" ? "new.kyokumen" : "w.kyokumen"
      let outcome = try desk.run(
        "ulimit -v \(Self.memory) && kyokumen import \(target) input --format \(format) --party org --lang en"
      )
      #expect(outcome.status == 65, "\(name) as \(format): \(outcome.diagnostics)")
      let lines = outcome.diagnostics.split(separator: "\n")
      #expect(lines.count == 1 && lines[0].hasPrefix("kyokumen: input:"), "\(name): \(outcome.diagnostics)")
      #expect(outcome.diagnostics.utf8.count < 1_400, "\(name) as \(format)")
      #expect(try Data(contentsOf: URL(filePath: desk.path("w.kyokumen"))) == before, "\(name)")
      #expect(try desk.run("ls new.kyokumen* *-wal *-shm *.new-*").output.isEmpty, "\(name)")
    }
  }

  @Test("texts that came in do nothing on the terminal, on a page or in a spreadsheet")
  func inert() throws {
    let desk = try ScratchDesk()
    #expect(try desk.run("kyokumen demo single --save w.kyokumen --lang en").status == 0)
    let table = """
      Event,Cause,Owner
      "=HYPERLINK(""http://x"")","a\u{1B}]52;c;eA==\u{7}\u{9B}2Jb",<script>alert(1)</script>
      "+1|cmd","<img src=x onerror=alert(1)>\u{202E}",'=plain
      <script>alert(1)</script>,,
      """
    try Data(table.utf8).write(to: URL(filePath: desk.path("risks.csv")))
    let imported = try desk.run("kyokumen import w.kyokumen risks.csv --party org --lang en")
    #expect(imported.status == 0, "\(imported.diagnostics)")
    for command in [
      "show w.kyokumen register --size 200x60", "show w.kyokumen register --size 200x60 --format svg",
      "log w.kyokumen", "check w.kyokumen --all", "report w.kyokumen register --output r.html && cat r.html",
      "export w.kyokumen --format csv --output out && cat out/*.csv",
    ] {
      let outcome = try desk.run("kyokumen \(command)")
      let said = outcome.output + outcome.diagnostics
      #expect(said.contains("alert(1)") || command.hasPrefix("check"), "\(command): \(outcome.diagnostics)")
      let obeyed = said.unicodeScalars.first {
        $0.properties.generalCategory == .control && !["\n", "\r", "\t"].contains($0)
      }
      #expect(obeyed == nil, "\(command)")
      #expect(
        !command.contains("svg") && !command.hasPrefix("report") || !said.contains("<script"), "\(command)")
    }
    for line in try desk.run("cat out/*.csv").output.split(whereSeparator: \.isNewline) {
      #expect(!line.contains(",=") && !line.contains(",+1"), "\(line)")
    }
  }
}
