import Catalogues
import Domain
import Exchange
import Foundation
import Interface
import Journal
import Store

extension FuzzTarget {
  /// A small assessment of two organisations, the same each time.
  struct Desk: Sendable {
    let assessment: Assessment
    let context: Context
    let party: RecordID?

    init() {
      var context = Context(today: Day(number: 20_781), actor: "fuzz", catalogues: Catalogues.shelf)
      var assessment = Assessment()
      try? WorkedCase.single.build(language: .english, today: context.today) { commands, actor, party in
        context.actor = actor
        context.party = party
        return try assessment.perform(commands, in: context)
      }
      party = assessment.ids(.party).first
      self.assessment = assessment
      self.context = context
    }
  }

  static let desk = Desk()

  /// What honest programs and people send, to begin from.
  package var seeds: [[UInt8]] {
    switch self {
    case .keys:
      texts(["\u{1B}[1;5A\u{1B}OP", "\u{1B}[200~two\nlines\u{1B}[201~q", "\u{1B}[<0;10;10M", "か\u{3099}"])
    case .entry:
      texts([
        "\u{3}Backup lost @org l3 c5 own:Sato !m +A.5.1 due:2027-03 #tag ->\"bad\" src:x why:y cia:A3",
        "\u{4}源：鍵　起3結5　担当：佐藤　！低減", "\u{7}title target:50% base:12/y measure:\"m\"",
      ])
    case .theme:
      texts([
        "name: mine\ninherits: default-dark\ncolours:\n  text: \"#ffffff\"\nroles:\n  text: {fg: text, bold: true}\n",
        "extends: [a]\nglyphs: ascii\n",
      ])
    case .tables:
      texts(["Event,Cause,Likelihood\nlost,fire,3\n", "\u{FEFF}事象\t原因\r\n\"a\nb\"\tc\r\n", "ID;Title\nR-1;x"])
        + [Self.book]
    case .json: Self.exports
    case .document:
      texts([
        #"{"catalog":{"uuid":"a","metadata":{"title":"t"},"groups":[{"id":"g","title":"G","controls":[{"id":"a"}]}]}}"#,
        #"{"plan-of-action-and-milestones":{"metadata":{"title":"t"},"risks":[{"uuid":"a","title":"r"}]}}"#,
        "urn: u\nname: n\nobjects:\n  framework:\n    requirement_nodes:\n    - {urn: a, assessable: true, name: x}\n",
      ])
    case .workspace: Self.files
    }
  }

  private func texts(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }

  private static var exports: [[UInt8]] {
    guard let plain = try? WorkspaceExport(desk.assessment, replica: 1).stateBytes() else { return [] }
    let small =
      #"{"format":"kyokumen","version":1,"replica":"1","phases":[],"records":{"risk":[{"id":"1-1","number":1}]}}"#
    return [plain, Array(small.utf8)]
  }

  private static var book: [UInt8] {
    var sheet = TableSheet(name: "Risks", heads: ["Event", "Cause"])
    sheet.append([.text("lost"), .number(3)])
    let path = FileManager.default.temporaryDirectory.path + "/kyokumen-fuzz-seed-\(UUID()).xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try? WorkbookWriter(path).write([sheet])
    return (try? Data(contentsOf: URL(filePath: path))).map(Array.init) ?? []
  }

  private static var files: [[UInt8]] {
    let path = FileManager.default.temporaryDirectory.path + "/kyokumen-fuzz-seed-\(UUID()).kyokumen"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let made = try? Workspace.create(at: path) { workspace in
      var assessment = try workspace.load()
      for key in ["csc", "csp"] {
        var draft = Draft(.party, party: nil)
        draft.set(Party.name, key)
        draft.set(Party.partyKey, key)
        _ = try workspace.perform(
          [.create(draft)], on: &assessment, in: desk.context, at: Moment(milliseconds: 1))
      }
    }
    try? made?.close()
    return (try? Data(contentsOf: URL(filePath: path))).map { [Array($0)] } ?? []
  }
}

/// Where libFuzzer comes in; `KYOKUMEN_FUZZ` names the room, and `KYOKUMEN_SEEDS` a folder that gets the seeds first.
@_cdecl("LLVMFuzzerTestOneInput")
package func takeFuzzerInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  FuzzSession.target.take(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}

@_cdecl("LLVMFuzzerInitialize")
package func beginFuzzing(_: UnsafeMutableRawPointer?, _: UnsafeMutableRawPointer?) -> CInt {
  guard let folder = ProcessInfo.processInfo.environment["KYOKUMEN_SEEDS"] else { return 0 }
  for (number, seed) in FuzzSession.target.seeds.enumerated() {
    try? Data(seed).write(to: URL(filePath: "\(folder)/seed-\(number)"))
  }
  return 0
}

private enum FuzzSession {
  static let target =
    ProcessInfo.processInfo.environment["KYOKUMEN_FUZZ"].flatMap(FuzzTarget.init(rawValue:)) ?? .keys
}
