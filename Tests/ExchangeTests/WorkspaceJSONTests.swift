import Domain
import Exchange
import Journal
import Store
import Testing

@Suite("The workspace as JSON")
struct WorkspaceJSONTests {
  let workspace: Workspace
  var assessment: Assessment

  init() throws {
    workspace = try Workspace.inMemory(replica: 0xAB)
    assessment = try workspace.load()
    var head = Draft(.assessment, party: nil)
    head.set(AssessmentRecord.title, "クラウド/移行 \"2026\"")
    var csc = Draft(.party, party: nil, pending: 1)
    csc.set(Party.name, "サンプル商事")
    csc.set(Party.partyKey, "csc")
    try perform([.create(head), .create(csc)])
    let party = try #require(assessment.party(key: "csc"))
    var person = Draft(.person, party: party, pending: 1)
    person.set(Person.name, "佐藤")
    var risk = Draft(.risk, party: party, pending: 2)
    risk.set(Risk.event, "復旧したバックアップが使えない\n二行目\t\\")
    risk.set(Risk.owner, person.id)
    risk.set(Risk.likelihood, 3)
    risk.set(Risk.sources, ["vendor lock-in", "独自形式"])
    risk.set(Risk.loss, [["A", "3"], ["C", "2"]])
    risk.set(Risk.treatment, ChoiceSet([.modify, .share]))
    risk.set(Risk.planDue, Day(number: 20_500))
    risk.values[Slot(Risk.acknowledged.key, party: party)] = .flag(true)
    try perform([.create(person), .create(risk)])
    let id = try #require(assessment.ids(.risk).first)
    try perform([.set(id, Slot(Risk.cause.key), .text("原因"))])
    _ = try workspace.undo(on: &assessment, in: context, at: Moment(milliseconds: 5))
  }

  private var context: Context {
    Context(today: Day(number: 20_000), actor: "佐藤", catalogues: CatalogueShelf([]))
  }

  private mutating func perform(_ commands: [Command]) throws {
    let moment = Moment(milliseconds: 1_700_000_000_123)
    _ = try workspace.perform(commands, on: &assessment, in: context, at: moment)
  }

  private func export(journal: Bool) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try WorkspaceExport(assessment, replica: workspace.replica)
      .write(journal: journal ? { try workspace.eachEntry($0) } : nil) { bytes += $0 }
    return bytes
  }

  @Test("with its journal it comes back entry by entry, digests and all")
  func lossless() throws {
    let bytes = try export(journal: true)
    let document = try WorkspaceDocument(bytes)
    #expect(document.hasJournal && document.replica == 0xAB)
    let copy = try Workspace.inMemory(replica: document.replica)
    try copy.adopt(journal: document.eachEntry)
    #expect(try copy.verify().isSound)
    #expect(try copy.entries(limit: 100) == workspace.entries(limit: 100))
    let loaded = try copy.load()
    #expect(try WorkspaceExport(loaded, replica: copy.replica).stateBytes() == export(journal: false))
  }

  @Test("without its journal records, labels and phases come back, and the state is the same bytes")
  func stateOnly() throws {
    let bytes = try export(journal: false)
    let document = try WorkspaceDocument(bytes)
    #expect(!document.hasJournal)
    let copy = try Workspace.inMemory(replica: document.replica)
    try copy.adopt(document.facts(), by: Signature(at: Moment(milliseconds: 1), actor: "import"))
    #expect(try copy.verify().isSound)
    let loaded = try copy.load()
    #expect(try WorkspaceExport(loaded, replica: copy.replica).stateBytes() == bytes)
  }

  @Test("phases come back with who agreed and what changed since")
  func phases() throws {
    var with = Assessment()
    try workspace.eachEntry { with.fold($0) }
    let party = try #require(with.party(key: "csc"))
    let risk = try #require(with.ids(.risk).first)
    var entry = PhaseTable.Entry()
    entry.state = .stale
    entry.agreedBefore = true
    entry.agreedBy = "社長"
    entry.submittedBy = "佐藤"
    entry.changed = [risk]
    with.fold(.restored(party, .policy, entry))
    let bytes = try WorkspaceExport(with, replica: 1).stateBytes()
    let copy = try Workspace.inMemory()
    try copy.adopt(WorkspaceDocument(bytes).facts(), by: Signature(at: Moment(milliseconds: 1), actor: "x"))
    #expect(try copy.load().phases.entry(party, .policy) == entry)
    #expect(try copy.verify().isSound)
  }

  @Test("the text is as promised: sorted keys, slashes as they are")
  func shape() throws {
    let text = String(decoding: try export(journal: true), as: UTF8.self)
    #expect(
      text.hasPrefix("{\"assessment\":{\"fields\":{\"title\":\"クラウド/移行 \\\"2026\\\"\"},\"id\":\"ab-1\""))
    #expect(text.contains("\"format\":\"kyokumen\",\"journal\":["))
    #expect(text.hasSuffix("\"replica\":\"ab\",\"version\":1}\n"))
    #expect(
      text.contains(
        "\"label\":\"R-1\",\"number\":1,\"own\":{\"acknowledged\":{\"ab-2\":true}},\"party\":\"ab-2\""))
  }

  static let faults: [(String, String, JSONFault.Why, String)] = [
    ("\"version\":1", "\"version\":2", .newerVersion(2), "version"),
    ("\"format\":\"kyokumen\"", "\"format\":\"other\"", .notAWorkspace, "format"),
    ("\"likelihood\":3", "\"likelihood\":\"three\"", .wrongValue, "records.risk[0].fields.likelihood"),
    ("\"likelihood\":3", "\"likelihood\":9", .wrongValue, "records.risk[0].fields.likelihood"),
    ("\"likelihood\":3", "\"likelyhood\":3", .unknown("likelyhood"), "records.risk[0].fields.likelyhood"),
    ("\"owner\":\"ab-3\"", "\"owner\":\"ab-2\"", .danglingReference("ab-2"), "records.risk[0].fields.owner"),
    (
      "\"owner\":\"ab-3\"", "\"owner\":\"ab-99\"", .danglingReference("ab-99"), "records.risk[0].fields.owner"
    ),
    ("\"risk\":[", "\"rsk\":[", .unknown("rsk"), "records.rsk"),
    ("\"id\":\"ab-4\"", "\"id\":\"ab-3\"", .duplicate("ab-3"), "records.risk[0]"),
    ("[\"modify\",\"share\"]", "[\"modify\",\"ignore\"]", .wrongValue, "records.risk[0].fields.treatment"),
    (
      "\"planDue\":\"2026-02-16\"", "\"planDue\":\"2026-02-31\"", .wrongValue,
      "records.risk[0].fields.planDue"
    ),
    ("\"version\":1}", "\"version\":1", .syntax, ""),
  ]

  @Test("a mistake is told with its place", arguments: faults)
  func mistakeIsTold(old: String, new: String, why: JSONFault.Why, path: String) throws {
    let text = String(decoding: try export(journal: false), as: UTF8.self)
    try #require(text.contains(old))
    let broken = Array(text.replacing(old, with: new).utf8)
    let fault = #expect(throws: JSONFault.self) { _ = try WorkspaceDocument(broken).facts() }
    #expect(fault?.why == why)
    #expect(fault?.path == path)
  }

  @Test("records that hang from each other in a circle do not come in")
  mutating func circle() throws {
    let party = try #require(assessment.party(key: "csc"))
    for name in ["one", "two"] {
      var document = Draft(.policyDocument, party: party)
      document.set(PolicyDocument.title, name)
      try perform([.create(document)])
    }
    let ids = assessment.ids(.policyDocument)
    for (below, above) in zip(ids, ids.reversed()) {
      let parent = Slot(PolicyDocument.parent.key)
      assessment.apply(.set(below, parent, before: nil, after: .reference(above)))
    }
    let bytes = try export(journal: false)
    let fault = #expect(throws: JSONFault.self) { _ = try WorkspaceDocument(bytes).facts() }
    #expect(fault?.why == .circle(ids[0].text) && fault?.path == "records.policyDocument[0]")
  }

  @Test("a journal edited in the document is not taken")
  func editedJournal() throws {
    let text = String(decoding: try export(journal: true), as: UTF8.self)
    let broken = Array(text.replacing("\"after\":\"i3\"", with: "\"after\":\"i4\"").utf8)
    let document = try WorkspaceDocument(broken)
    let copy = try Workspace.inMemory()
    let fault = #expect(throws: JSONFault.self) { try copy.adopt(journal: document.eachEntry) }
    #expect(fault?.why == .digest && fault?.path.hasPrefix("journal[") == true)
    #expect(try copy.entryCount() == 0)
  }

  @Test("any damage to the text is a fault and never a crash")
  func damage() throws {
    let bytes = try export(journal: true)
    for position in stride(from: 0, to: bytes.count, by: 7) {
      var broken = bytes
      broken[position] ^= 0x15
      if let document = try? WorkspaceDocument(broken) {
        _ = try? document.facts()
        try? document.eachEntry { _ in }
      }
      _ = try? WorkspaceDocument(Array(bytes[..<position]))
    }
    let deep = Array(String(repeating: "[", count: 100_000).utf8)
    #expect(throws: JSONFault.self) { try WorkspaceDocument(Array("{\"x\":".utf8) + deep) }
  }

  @Test("a log line tells who changed what from what to what")
  func logLines() throws {
    let entries = try workspace.entries(limit: 100).reversed().map { JournalLines.log($0, in: assessment) }
    let line = try #require(entries.first { $0.contains("\"field\":\"likelihood\"") })
    #expect(
      line.hasPrefix(
        """
        {"seq":13,"at":"2023-11-14T22:13:20.123Z","actor":"佐藤","party":null,"kind":"set","record":"R-1",\
        "field":"likelihood","before":null,"after":3,"batch":"ab-6","digest":"
        """), "\(line)")
    #expect(
      entries.contains {
        $0.contains("\"kind\":\"phase\",\"record\":\"csc\",\"phase\":4,\"event\":\"beginByItself\"")
      })
    #expect(entries.contains { $0.contains("\"kind\":\"undone\",\"record\":null") })
  }
}
