import Domain
import Journal
import Store

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A workspace with its assessment, and one person at it.
struct Desk {
  let workspace: Workspace
  var assessment: Assessment
  var context = Context(
    today: Day(number: 20_000), actor: "佐藤", catalogues: CatalogueShelf([]))
  var clock: Int64 = 1_700_000_000_000

  init(_ workspace: Workspace, actor: String = "佐藤") throws {
    self.workspace = workspace
    assessment = try workspace.load()
    context.actor = actor
  }

  /// At a new file that holds a risk, edits of it and one taken back.
  init(editedIn folder: Folder) throws {
    try self.init(Workspace.create(at: folder.file()))
    let csc = try party("csc")
    let risk = try risk("one", of: csc)
    try set(risk, Risk.cause, "two")
    try set(risk, Risk.likelihood, 3)
    try undo()
  }

  @discardableResult
  mutating func perform(_ commands: Command...) throws -> [Change] {
    clock += 1
    return try workspace.perform(
      commands, on: &assessment, in: context, at: Moment(milliseconds: clock))
  }

  @discardableResult
  mutating func undo() throws -> [Change] {
    clock += 1
    return try workspace.undo(on: &assessment, in: context, at: Moment(milliseconds: clock))
  }

  @discardableResult
  mutating func redo() throws -> [Change] {
    clock += 1
    return try workspace.redo(on: &assessment, in: context, at: Moment(milliseconds: clock))
  }

  @discardableResult
  mutating func party(_ key: String) throws -> RecordID {
    var draft = Draft(.party, party: nil)
    draft.set(Party.name, "Party \(key)")
    draft.set(Party.partyKey, key)
    try perform(.create(draft))
    return assessment.ids(.party).last ?? RecordID(raw: 0)
  }

  @discardableResult
  mutating func risk(_ event: String, of party: RecordID) throws -> RecordID {
    var draft = Draft(.risk, party: party)
    draft.set(Risk.event, event)
    try perform(.create(draft))
    return assessment.ids(.risk).last ?? RecordID(raw: 0)
  }

  /// Opens a round on a risk of a party under joint criteria, after its people came in; for blind estimates.
  mutating func round(on risk: RecordID, of party: RecordID) throws -> RecordID? {
    var round = Draft(.estimateRound, party: nil)
    round.set(EstimateRound.risk, risk)
    if let criteria = assessment.criteriaInForce(for: party) { round.set(EstimateRound.criteria, criteria) }
    try perform(.create(round))
    return assessment.ids(.estimateRound).last
  }

  /// People of a party who may estimate, and joint criteria to do it by.
  mutating func room(of party: RecordID) throws -> [RecordID] {
    try perform(.create(DefaultCriteria.draft(party: nil, title: "criteria")))
    for name in ["佐藤", "鈴木", "田中"] {
      var draft = Draft(.participant, party: party)
      draft.set(Participant.name, name)
      try perform(.create(draft))
    }
    return assessment.ids(.participant)
  }

  mutating func set<Content: FieldContent>(
    _ id: RecordID, _ attribute: Attribute<Content>, _ content: Content?
  ) throws {
    try perform(.set(id, Slot(attribute.key), content?.value))
  }
}

/// A folder of its own, removed with everything in it at the end of a test.
final class Folder {
  let path: String

  init() throws {
    path = NSTemporaryPath() + "kyokumen-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  func file(_ name: String = "test.kyokumen") -> String { path + "/" + name }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

private func NSTemporaryPath() -> String {
  FileManager.default.temporaryDirectory.path + "/"
}

/// The state of an assessment as lines, sorted: equal lines mean equal state.
func lines(of assessment: Assessment) -> [String] {
  var lines: [String] = []
  for kind in RecordKind.allCases {
    for id in assessment.ids(kind) {
      lines.append("\(kind) \(id.text) \(assessment.label(of: id)) \(assessment.party(of: id)?.text ?? "-")")
      for (slot, value) in assessment.values(of: id) {
        lines.append("\(id.text) \(slot.key.name) \(slot.party?.text ?? "-") \(value.written)")
      }
    }
  }
  for (key, entry) in assessment.phases.entries where entry != PhaseTable.Entry() {
    lines.append("\(key.party.text) \(key.phase.rawValue) \(entry.state) \(entry.changed.sorted())")
  }
  return lines.sorted()
}

extension Folder {
  static func bytes(_ path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// Replaces a database file and forgets its log.
  static func write(_ bytes: [UInt8], to path: String) throws {
    for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  static func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? Int) ?? 0
  }
}
