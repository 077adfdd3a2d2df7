import ArgumentParser
import Domain
import Exchange
import Journal
import Store

/// `kyokumen import`
struct ImportCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring a workspace back from another form, all of it or nothing.",
    discussion: "json makes a new workspace file; with the journal in it, exactly the one that was exported.")

  @OptionGroup var options: GlobalOptions

  @Argument(help: "The workspace file to make.")
  var file: String

  @Argument(help: "What to read; - is standard input.")
  var input: String

  @Option(
    help: """
      json: the workspace itself. oscal: a catalogue, plan, results or plan of action; library: a framework or risk \
      matrix of CISO Assistant; both in JSON or YAML. Found out where it is not said.
      """)
  var format: ImportFormat?

  @Option(help: ArgumentHelp("oscal, library: whose it is.", valueName: "key"))
  var party: String?

  @Flag(help: "Only say what would come in.")
  var dryRun = false

  func carryOut(in surroundings: Surroundings) throws {
    guard let bytes = FileText.bytes(input) else { throw WorkspaceError.notFound(path: input) }
    guard (format ?? (OSCALDocument.isLikely(bytes) ? .oscal : .json)) == .json else {
      return try DocumentIntake(file: file, path: input, bytes: bytes, party: party, isRehearsal: dryRun)
        .carryOut(in: surroundings)
    }
    do {
      let document = try WorkspaceDocument(bytes)
      let signature = Signature(at: surroundings.clock.now, actor: surroundings.actor)
      let summary = try dryRun ? rehearse(document, signature) : bring(document, signature)
      try Output.print(summary[surroundings.language])
    } catch let fault as JSONFault {
      let place = "\(input):\(fault.line):\(fault.column): "
      throw Failure(.data, place + fault.words.en, place + fault.words.ja)
    }
  }

  private func rehearse(_ document: WorkspaceDocument, _ signature: Signature) throws -> Words {
    let workspace = try Workspace.inMemory(replica: document.replica)
    try Self.fill(workspace, document, signature)
    return try summary(workspace, Words("would come in", "を取り込みます"))
  }

  private func bring(_ document: WorkspaceDocument, _ signature: Signature) throws -> Words {
    let workspace = try Workspace.create(at: file, replica: document.replica) {
      try Self.fill($0, document, signature)
    }
    return try summary(workspace, Words("came in", "を取り込みました"))
  }

  private static func fill(
    _ workspace: Workspace, _ document: WorkspaceDocument, _ signature: Signature
  ) throws {
    if document.hasJournal {
      try workspace.adopt(journal: document.eachEntry)
    } else {
      try workspace.adopt(document.facts(), by: signature)
    }
  }

  private func summary(_ workspace: Workspace, _ verb: Words) throws -> Words {
    defer { try? workspace.close() }
    let assessment = try workspace.load()
    let records = RecordKind.allCases.reduce(0) { $0 + assessment.count($1) }
    let entries = try workspace.entryCount()
    return Words(
      "\(file): \(records) records, \(entries) journal entries \(verb.en)",
      "\(file): 記録 \(records) 件、履歴 \(entries) 件\(verb.ja)")
  }
}

/// A form in which a workspace comes.
enum ImportFormat: String, CaseIterable, ExpressibleByArgument {
  case json, oscal, library
}
