import Canvas
import Catalogues
import Domain
import Exchange
import Foundation
import Interface
import Journal
import Store
import Terminal
import Themes

/// A room that takes bytes from outside; each is tried with bytes that nobody meant.
///
/// A trap ends the process, which is what a fuzzer looks for; a broken promise is a trap of our own.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// What a terminal sends.
  case keys
  /// A quick-entry line; its first byte says of which kind.
  case entry
  /// A theme file.
  case theme
  /// CSV and workbooks.
  case tables
  /// A workspace as JSON.
  case json
  /// OSCAL and libraries, in JSON or YAML.
  case document
  /// A workspace file, byte by byte.
  case workspace

  /// Tries the bytes; whatever is wrong with them is said by an error of the room, or not at all.
  package func take(_ bytes: [UInt8]) {
    switch self {
    case .keys: takeKeys(bytes)
    case .entry: takeEntry(bytes)
    case .theme: onDisk(bytes, as: "yaml") { _ = try ThemeLibrary().load(contentsOf: $0) }
    case .tables: takeTables(bytes)
    case .json: takeJSON(bytes)
    case .document: takeDocument(bytes)
    case .workspace: takeWorkspace(bytes)
    }
  }

  // MARK: Rooms

  private func takeKeys(_ bytes: [UInt8]) {
    var decoder = KeyDecoder()
    var events: [TerminalEvent] = []
    // Cut where a byte says so, as a slow line cuts.
    for piece in bytes.split(separator: 0x2E, omittingEmptySubsequences: false) {
      events += decoder.feed(piece)
      if piece.count % 7 == 0 { events += decoder.expire() }
    }
    events += decoder.expire()
    for case .key(.character(let character)) in events {
      precondition(!character.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }
    _ = decoder.expire()
    precondition(decoder.feed([0x71]).last == .key(.character("q")), "the keys work again")
  }

  private func takeEntry(_ bytes: [UInt8]) {
    let kinds = RecordKind.allCases
    let kind = kinds[Int(bytes.first ?? 0) % kinds.count]
    let line = String(decoding: bytes.dropFirst(), as: UTF8.self)
    let place = EntryPlace(kind, party: bytes.count.isMultiple(of: 2) ? Self.desk.party : nil)
    let reading = EntryLine.read(line, at: place, Self.desk.assessment, Self.desk.context)
    _ = reading.completions(Self.desk.assessment, Self.desk.context, .japanese)
    precondition(reading.problems.isEmpty != reading.commands.isEmpty, "understood or not, never both")
    for problem in reading.problems { precondition((1...line.count + 1).contains(problem.column)) }
    var assessment = Self.desk.assessment
    _ = try? assessment.perform(reading.commands, in: Self.desk.context)
  }

  private func takeTables(_ bytes: [UInt8]) {
    guard let tables = try? TableFile.tables(bytes, named: "t") else { return }
    var assessment = Self.desk.assessment
    var context = Self.desk.context
    context.party = Self.desk.party
    let read = TableImport(tables, ImportOrder(kind: nil, party: Self.desk.party), assessment, context)
    if read.faults.isEmpty { _ = try? assessment.perform(read.commands, in: context) }
  }

  private func takeJSON(_ bytes: [UInt8]) {
    guard let document = try? WorkspaceDocument(bytes) else { return }
    var assessment = Assessment()
    if document.hasJournal { try? document.eachEntry { assessment.fold($0) } }
    guard let facts = try? document.facts() else { return }
    for fact in facts { assessment.fold(fact) }
    draw(assessment)
  }

  private func takeDocument(_ bytes: [UInt8]) {
    guard let document = try? OSCALDocument(bytes, path: "f") else { return }
    var assessment = Self.desk.assessment
    let context = Self.desk.context
    guard
      let plan = try? DocumentImport(
        document, for: Self.desk.party, into: assessment, shelf: context.catalogues)
    else { return }
    _ = try? assessment.perform(plan.commands, in: context)
  }

  private func takeWorkspace(_ bytes: [UInt8]) {
    onDisk(bytes, as: "kyokumen") { path in
      _ = try? Workspace.verify(at: path)
      if let workspace = try? Workspace.open(at: path, readOnly: true) {
        if let assessment = try? workspace.load() { draw(assessment) }
        try? workspace.eachEntry { _ in }
        try? workspace.close()
      }
      _ = try? Workspace.repair(at: path)
      _ = try? Workspace.repair(at: path, to: path + ".new")
    }
  }

  /// What stands is read through, as screens and gates do.
  private func draw(_ assessment: Assessment) {
    for id in RecordKind.allCases.flatMap(assessment.ids) {
      _ = assessment.values(of: id)
      _ = assessment.label(of: id)
    }
    _ = assessment.allGateFindings(phases: Phase.allCases, Self.desk.context)
  }

  private func onDisk(_ bytes: [UInt8], as ending: String, _ work: (String) throws -> Void) {
    let folder = FileManager.default.temporaryDirectory.path
    let path = "\(folder)/kyokumen-fuzz-\(ProcessInfo.processInfo.processIdentifier)-\(UUID()).\(ending)"
    defer {
      for suffix in ["", "-wal", "-shm", ".new", ".new-wal", ".new-shm"] {
        try? FileManager.default.removeItem(atPath: path + suffix)
      }
    }
    try? Data(bytes).write(to: URL(filePath: path))
    try? work(path)
  }
}
