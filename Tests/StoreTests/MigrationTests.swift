import Domain
import Foundation
import GRDB
import Journal
import Store
import Testing

/// Workspaces written by earlier versions of the program: the number is that of the format, the rest tells which
/// tables were made of the journal. A file comes here whenever either changes. Of format 1000 only its difference is
/// kept: 1001 without what sealed estimates say.
@Suite("Files of every earlier format")
struct MigrationTests {
  private static let home = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Earlier")

  private static var names: [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: home.path)) ?? []
    return all.filter { $0.hasSuffix(".gz") }.sorted()
  }

  private let folder: Folder

  init() throws { folder = try Folder() }

  /// Lays the file on the desk as it was when its program ended.
  private func lay(_ name: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c", "gzip -dc '\(Self.home.appending(path: name).path)' > '\(folder.file())'",
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return folder.file()
  }

  @Test("there is a file of every format")
  func formats() {
    #expect(Set(Self.names.map { $0.prefix(4) }) == ["1000", "1001"])
    #expect(Self.names.count >= 4)
  }

  @Test("read without a change to it: all that the journal tells is there", arguments: names)
  func reads(_ name: String) throws {
    let path = try lay(name)
    let before = try Folder.bytes(path)
    let workspace = try Workspace.open(at: path, readOnly: true)
    let assessment = try workspace.load()
    #expect(assessment.count(.party) > 0 && assessment.count(.person) > 0)
    var replayed = Assessment()
    var unknown: [String] = []
    try workspace.eachEntry { entry in
      if entry.fact == nil { unknown.append("\(entry.seq): \(entry.kind)") }
      if case .set(let id, let slot, _, _)? = entry.change, let kind = replayed.kind(of: id),
        kind.description.field(slot.key) == nil
      {
        unknown.append("\(entry.seq): \(kind) \(slot.key.name)")
      }
      replayed.fold(entry)
    }
    #expect(unknown.isEmpty, "facts that this version does not know: \(unknown.prefix(5))")
    #expect(lines(of: replayed) == lines(of: assessment))
    #expect(try workspace.verify().isSound)
    #expect(try Folder.bytes(path) == before)
  }

  @Test("opened to write it is of today's format, its journal as it was, and goes on", arguments: names)
  func goesOn(_ name: String) throws {
    let path = try lay(name)
    let before = try journal(path)
    var desk = try Desk(Workspace.open(at: path))
    #expect(try journal(path) == before)
    let views = desk.assessment.count(.savedView)
    // What no agreed phase locks.
    var draft = Draft(.savedView, party: nil)
    draft.set(SavedView.title, "of today")
    try desk.perform(.create(draft))
    #expect(desk.assessment.count(.savedView) == views + 1)
    try desk.undo()
    try desk.redo()
    try desk.workspace.close()
    let again = try Workspace.open(at: path)
    let queue = try DatabaseQueue(path: path)
    #expect(try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 1001)
    #expect(try again.verify().isSound)
    #expect(try lines(of: again.load()) == lines(of: desk.assessment))
    let after = try journal(path)
    #expect(Array(after.prefix(before.count)) == before && after.count > before.count)
  }

  private func journal(_ path: String) throws -> [Row] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { try Row.fetchAll($0, sql: "SELECT * FROM entry ORDER BY seq") }
  }
}
