import Catalogues
import Domain
import Interface
import Store

/// What FILE on the command line means: a workspace file, or `demo:cloud` and its like, built in memory.
struct WorkspaceFile {
  let workspace: Workspace
  /// As it was written on the command line.
  let name: String
  var assessment: Assessment

  /// Opens to read.
  static func read(_ name: String, _ surroundings: Surroundings) throws -> WorkspaceFile {
    guard name.hasPrefix("demo:") else {
      let workspace = try Workspace.open(at: name, readOnly: true)
      return WorkspaceFile(workspace: workspace, name: name, assessment: try workspace.load())
    }
    let demo = try demo(named: String(name.dropFirst(5)))
    let workspace = try Workspace.inMemory()
    var assessment = try workspace.load()
    try DemoBuilder(demo, surroundings).build(in: workspace, &assessment)
    return WorkspaceFile(workspace: workspace, name: name, assessment: assessment)
  }

  /// Opens to change.
  static func change(_ name: String) throws -> WorkspaceFile {
    guard !name.hasPrefix("demo:") else {
      throw Failure(
        .usage, "\(name): is built anew each time; write it to a file with `kyokumen demo --save FILE`",
        "\(name): 毎回作り直されます。`kyokumen demo --save ファイル` で書き出してください")
    }
    let workspace = try Workspace.open(at: name)
    return WorkspaceFile(workspace: workspace, name: name, assessment: try workspace.load())
  }

  /// Who acts today, with what lies at the places that evidence names.
  func context(_ surroundings: Surroundings, readOnly: Bool = false) -> Context {
    var context = surroundings.context(of: assessment, readOnly: readOnly)
    let evidence = EvidenceReader(beside: workspace.path, surroundings.folders)
    context.files.note(evidence.read(assessment.keptPlaces))
    return context
  }

  /// The assessment as it stood once, and when that was where the person is.
  ///
  /// - Throws: `Failure` when the journal holds no such moment.
  func past(_ point: PastPoint, _ clock: Clock) throws -> (state: PastState, time: LocalTime) {
    guard let state = try workspace.past(point, startOfDay: clock.start(of:)) else {
      throw Failure(
        .usage, "\(name): " + PastWords.noSuchMoment.en, "\(name): " + PastWords.noSuchMoment.ja)
    }
    return (state, clock.time(of: state.moment.at))
  }

  /// Lets go of the file; nothing depends on whether that succeeds.
  func close() { try? workspace.close() }

  private static func demo(named name: String) throws -> WorkedCase {
    if let demo = WorkedCase(rawValue: name) { return demo }
    let known = WorkedCase.allCases.map { "demo:" + $0.rawValue }.joined(separator: ", ")
    throw Failure(
      .noFile, "demo:\(name): there is no such demo; there are \(known)",
      "demo:\(name): そのデモはありません。使えるもの: \(known)")
  }

  /// The party of that key.
  ///
  /// - Throws: `Failure` naming the keys there are.
  func party(_ key: String) throws -> RecordID {
    if let party = assessment.party(key: key) { return party }
    let keys = assessment.ids(.party).map(assessment.label(of:)).joined(separator: ", ")
    throw Failure(
      .usage, "\(name): there is no party \(key); there are \(keys)", "\(name): 組織 \(key) はありません。あるのは \(keys)"
    )
  }

  /// The record of that label.
  ///
  /// - Throws: `Failure` when there is none.
  func record(_ label: String) throws -> RecordID {
    if let record = assessment.record(labelled: label) { return record }
    throw Failure(
      .usage, "\(name): there is no record \(label); labels look like R-12 or C-csp-12.3.1",
      "\(name): 記録 \(label) はありません。R-12 や C-csp-12.3.1 のように指定してください")
  }
}
