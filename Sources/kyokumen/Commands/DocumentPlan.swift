import Domain
import Exchange
import Interface
import Store

/// What an OSCAL document or a library brings into an assessment, whoever asks for it.
struct DocumentPlan {
  /// Whose the records become, or who assesses against the catalogue.
  let owner: RecordID?
  let commands: [Command]
  private let document: OSCALDocument
  private let plan: DocumentImport
  /// What was to be said of the file before it became a document.
  private let earlier: [ImportNote]
  private let context: Context
  private let path: String

  /// - Parameters:
  ///   - bytes: The document.
  ///   - path: Its file, as it was named, for what is wrong.
  ///   - assessment: Where it goes.
  ///   - context: Who acts, and the catalogues.
  ///   - notes: What was to be said of the file before it became a document.
  ///   - owner: Chooses whose it is, of the document and of the party that it names as its own.
  /// - Throws: `Failure` with the file, the place in it and the reason; what `owner` throws.
  init(
    _ bytes: [UInt8], path: String, into assessment: Assessment, _ context: Context,
    notes: [ImportNote] = [], owner: (OSCALDocument, RecordID?) throws -> RecordID?
  ) throws {
    let document = try Self.located(path) { try OSCALDocument(bytes, path: path) }
    let named =
      try document.isShared
      ? nil : Self.located(path) { try DocumentImport.party(of: document, in: assessment) }
    let whose = try owner(document, named)
    let plan = try Self.located(path) {
      try DocumentImport(document, for: whose, into: assessment, shelf: context.catalogues)
    }
    commands = plan.commands + Self.choice(plan, whose, assessment)
    self.owner = whose
    earlier = notes
    self.document = document
    self.plan = plan
    self.path = path
    self.context = context
  }

  /// Whether it is for all parties alike.
  var isShared: Bool { document.isShared }

  /// Faults with the file before them.
  private static func located<Result>(_ path: String, _ read: () throws -> Result) throws -> Result {
    do {
      return try read()
    } catch let fault as OSCALFault {
      throw Failure(.data, fault.words, in: path)
    } catch let fault as JSONFault {
      throw Failure(fault, in: path)
    }
  }

  /// A party that was chosen assesses against the catalogue that came for it.
  private static func choice(
    _ plan: DocumentImport, _ owner: RecordID?, _ assessment: Assessment
  ) -> [Command] {
    guard let key = plan.catalogueKey, let owner else { return [] }
    let chosen = assessment[owner, Party.catalogues]
    return chosen.contains(key) ? [] : [.set(owner, Slot(Party.catalogues.key), .list(chosen + [key]))]
  }

  /// Carries it out as one act.
  ///
  /// - Parameters:
  ///   - workspace: Where it is stored; nil only tries it on the assessment.
  ///   - assessment: What it changes.
  ///   - party: In whose name; nil in nobody's.
  ///   - clock: Tells when.
  /// - Returns: What it changed.
  /// - Throws: `Failure` with the file before what is refused.
  func perform(
    _ workspace: Workspace?, _ assessment: inout Assessment, as party: RecordID?, _ clock: Clock
  ) throws -> [Change] {
    var context = context
    context.party = party
    do {
      guard let workspace else { return try assessment.perform(commands, in: context) }
      return try workspace.perform(commands, on: &assessment, in: context, at: clock.now)
    } catch let refusal as Refusal {
      throw Failure(.found, refusal: refusal, assessment, in: path)
    }
  }

  /// How it would come in, for people to look at first.
  func preview(_ assessment: Assessment, _ clock: Clock, _ language: Language) throws -> DocumentPreview {
    var tried = assessment
    // As it will be stored: by whoever sits here.
    let changes = try perform(nil, &tried, as: context.party, clock)
    return DocumentPreview(
      title: title, summary: changes.isEmpty ? nil : counted(changes, tried),
      changes: lines(changes, tried, language), notes: notes(language), party: owner,
      assessors: assessors(assessment), isShared: isShared,
      commands: commands, revision: assessment.revision)
  }

  private func assessors(_ assessment: Assessment) -> [RecordID] {
    guard let key = plan.catalogueKey else { return [] }
    return assessment.participants.filter { assessment[$0, Party.catalogues].contains(key) }
  }

  // MARK: Words

  /// What it is and what it calls itself.
  var title: Words {
    Words("\(document.format.words.en) “\(document.title)”", "\(document.format.words.ja)「\(document.title)」")
  }

  /// What to know of it all the same.
  func notes(_ language: Language) -> [String] { ImportNote.lines(earlier + plan.notes, language) }

  /// One line for each record to be, and one for each field of a known one.
  func lines(_ changes: [Change], _ assessment: Assessment, _ language: Language) -> [String] {
    var born: Set<RecordID> = []
    let lines = changes.flatMap { change -> [String] in
      switch change {
      case .created(let id, let kind, _, _):
        born.insert(id)
        let title = assessment.title(of: id)?.split(whereSeparator: \.isNewline).first ?? ""
        return ["+ \(kind.description.words[language]): \(title.prefix(120))"]
      case .set(let id, let slot, _, _):
        let field = assessment.kind(of: id)?.description.field(slot.key)
        guard !born.contains(id) else { return [] }
        let label = assessment.label(of: id)
        if slot.key == ImportedDocument.controls.key {
          return ControlDifference(change).lines(language).map {
            "\($0.prefix(2))\(label): \($0.dropFirst(2))"
          }
        }
        guard field?.isKept == false else { return [] }
        return ["~ \(label): " + Sentence.change(change, assessment, language)]
      case .removed, .phase: return []
      }
    }
    return lines.map(\.printable)
  }

  /// What comes in, counted.
  func counted(_ changes: [Change], _ assessment: Assessment) -> Words {
    Words(counts(changes, assessment, .english), counts(changes, assessment, .japanese))
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
