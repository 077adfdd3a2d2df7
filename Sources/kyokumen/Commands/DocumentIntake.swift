import Domain
import Exchange
import Interface
import Store

/// Brings an OSCAL document or a library into a workspace, as one act.
struct DocumentIntake {
  /// The workspace.
  let file: String
  /// The document's file, as it was named.
  let path: String
  let bytes: [UInt8]
  /// Whose records they become; nil to find out.
  let party: String?
  /// Nothing is stored; what would change is told instead.
  let isRehearsal: Bool

  func carryOut(in surroundings: Surroundings) throws {
    let document = try located { try OSCALDocument(bytes, path: path) }
    var target = try isRehearsal ? WorkspaceFile.read(file, surroundings) : WorkspaceFile.change(file)
    defer { target.close() }
    let owner = try owner(of: document, in: target)
    var context = surroundings.context(of: target.assessment)
    context.party = owner
    let plan = try located {
      try DocumentImport(document, for: owner, into: target.assessment, shelf: context.catalogues)
    }
    let commands = plan.commands + choice(plan, owner, target.assessment)
    let changes = try perform(commands, &target, context, surroundings)
    if isRehearsal { try tell(changes, target.assessment, surroundings.language) }
    for line in ImportNote.lines(plan.notes, surroundings.language) { Output.diagnose(line) }
    try Output.print(summary(document, plan, changes, target.assessment)[surroundings.language].printable)
  }

  /// Faults with the file before them.
  private func located<Result>(_ read: () throws -> Result) throws -> Result {
    do {
      return try read()
    } catch let fault as OSCALFault {
      let words = fault.words
      throw Failure(.data, "\(path): \(words.en)", "\(path): \(words.ja)")
    } catch let fault as JSONFault {
      let place = "\(path):\(fault.line):\(fault.column): "
      throw Failure(.data, place + fault.words.en, place + fault.words.ja)
    }
  }

  /// Whose the records are: as said, as the document says, or of the only one there is.
  private func owner(of document: OSCALDocument, in target: WorkspaceFile) throws -> RecordID? {
    if let party { return try target.party(party) }
    if document.isShared { return nil }
    let named = try located { try DocumentImport.party(of: document, in: target.assessment) }
    if let named { return named }
    let parties = target.assessment.participants
    if parties.count == 1 { return parties[0] }
    let keys = parties.map(target.assessment.label(of:)).joined(separator: ", ")
    throw Failure(
      .usage, "\(path): say whose it is with --party KEY; there are \(keys)",
      "\(path): どの組織のものか --party で指定してください（\(keys)）")
  }

  /// A party named on the command line assesses against the catalogue that came for it.
  private func choice(_ plan: DocumentImport, _ owner: RecordID?, _ assessment: Assessment) -> [Command] {
    guard let key = plan.catalogueKey, let owner else { return [] }
    let chosen = assessment[owner, Party.catalogues]
    return chosen.contains(key) ? [] : [.set(owner, Slot(Party.catalogues.key), .list(chosen + [key]))]
  }

  private func perform(
    _ commands: [Command], _ target: inout WorkspaceFile, _ context: Context, _ surroundings: Surroundings
  ) throws -> [Change] {
    do {
      guard !isRehearsal else { return try target.assessment.perform(commands, in: context) }
      return try target.workspace.perform(
        commands, on: &target.assessment, in: context, at: surroundings.clock.now)
    } catch let refusal as Refusal {
      throw Failure(
        .found, "\(path): " + Sentence.refusal(refusal, target.assessment, .english),
        "\(path): " + Sentence.refusal(refusal, target.assessment, .japanese))
    }
  }

  // MARK: Words

  /// One line for each record to be, and one for each field of a known one.
  private func tell(_ changes: [Change], _ assessment: Assessment, _ language: Language) throws {
    var born: Set<RecordID> = []
    for change in changes {
      switch change {
      case .created(let id, let kind, _, _):
        born.insert(id)
        let title = assessment.title(of: id)?.split(whereSeparator: \.isNewline).first ?? ""
        try Output.print("+ \(kind.description.words[language]): \(title.prefix(120))".printable)
      case .set(let id, let slot, _, _):
        let field = assessment.kind(of: id)?.description.field(slot.key)
        guard !born.contains(id), field?.isKept == false else { continue }
        let line = Sentence.change(change, assessment, language)
        try Output.print("~ \(assessment.label(of: id)): \(line)".printable)
      case .removed, .phase: continue
      }
    }
  }

  private func summary(
    _ document: OSCALDocument, _ plan: DocumentImport, _ changes: [Change], _ assessment: Assessment
  ) -> Words {
    let name = "\(document.format.words.en) “\(document.title)”"
    let nameJa = "\(document.format.words.ja)「\(document.title)」"
    guard !changes.isEmpty else {
      return Words(
        "\(file): \(name) is there already; nothing changes", "\(file): \(nameJa)は取込み済みです。変更はありません")
    }
    let (parts, partsJa) = (counts(changes, assessment, .english), counts(changes, assessment, .japanese))
    return Words(
      "\(file): \(name): \(parts) \(isRehearsal ? "would come in" : "came in")",
      "\(file): \(nameJa): \(partsJa)を取り込み\(isRehearsal ? "ます" : "ました")")
  }

  private func counts(_ changes: [Change], _ assessment: Assessment, _ language: Language) -> String {
    var made: [RecordKind: Int] = [:]
    var born: Set<RecordID> = []
    var touched: Set<RecordID> = []
    for change in changes {
      switch change {
      case .created(let id, let kind, _, _):
        born.insert(id)
        made[kind, default: 0] += 1
      case .set(let id, _, _, _): if !born.contains(id) { touched.insert(id) }
      case .removed, .phase: continue
      }
    }
    var parts = RecordKind.allCases.compactMap { kind in
      made[kind].map { Sentence.count($0, kind, language) }
    }
    let controls = born.reduce(0) { $0 + assessment[$1, ImportedDocument.controls].count }
    if controls > 0 { parts.append(Words("\(controls) controls", "管理策 \(controls)件")[language]) }
    if !touched.isEmpty {
      parts.append(Words("\(touched.count) changed", "変更 \(touched.count)件")[language])
    }
    return parts.joined(separator: Words(", ", "、")[language])
  }
}
