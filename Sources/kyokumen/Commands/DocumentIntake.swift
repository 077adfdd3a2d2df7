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
  /// What was to be said of the file before it became a document.
  var notes: [ImportNote] = []

  func carryOut(in surroundings: Surroundings) throws {
    var target = try isRehearsal ? WorkspaceFile.read(file, surroundings) : WorkspaceFile.change(file)
    defer { target.close() }
    let chosen = try party.map { try target.party($0) }
    let plan = try DocumentPlan(
      bytes, path: path, into: target.assessment, surroundings.context(of: target.assessment), notes: notes
    ) { document, named in
      if let chosen { return chosen }
      guard !document.isShared else { return nil }
      guard let owner = named ?? target.assessment.soleParticipant else { throw unnamed(target.assessment) }
      return owner
    }
    let changes = try plan.perform(
      isRehearsal ? nil : target.workspace, &target.assessment, as: plan.owner, surroundings.clock)
    let language = surroundings.language
    if isRehearsal { for line in plan.lines(changes, target.assessment, language) { try Output.print(line) } }
    for line in plan.notes(language) { Output.diagnose(line) }
    try Output.print("\(file): \(summary(plan, changes, target.assessment)[language])".printable)
  }

  private func unnamed(_ assessment: Assessment) -> Failure {
    let keys = assessment.participants.map(assessment.label(of:)).joined(separator: ", ")
    return Failure(
      .usage, "\(path): say whose it is with --party KEY; there are \(keys)",
      "\(path): どの組織のものか --party で指定してください（\(keys)）")
  }

  private func summary(_ plan: DocumentPlan, _ changes: [Change], _ assessment: Assessment) -> Words {
    let name = plan.title
    guard !changes.isEmpty else {
      return Words("\(name.en) is there already; nothing changes", "\(name.ja)は取り込み済みです。変更はありません")
    }
    let counted = plan.counted(changes, assessment)
    return Words(
      "\(name.en): \(counted.en) \(isRehearsal ? "would come in" : "came in")",
      "\(name.ja): \(counted.ja)を取り込み\(isRehearsal ? "ます" : "ました")")
  }
}
