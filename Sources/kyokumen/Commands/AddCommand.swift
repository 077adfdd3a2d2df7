import ArgumentParser
import Domain
import Foundation
import Interface
import Store

/// `kyokumen add`
struct AddCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: Words("Add records by quick-entry lines.", "簡易入力の行から記録を追加する。").said,
    discussion: Words(
      """
      kyokumen add ours.kyokumen risk 'Restored backup is unusable @csp l3 c5 own:Sato'
      Write -- before a line that begins with -. A line - reads one record per line from standard input.
      """,
      """
      kyokumen add ours.kyokumen risk 'バックアップを戻せない @csp 起3 結5 担当:佐藤'
      - で始まる行の前には -- を置く。行に - と書くと、標準入力から一行に一件ずつ読む。
      """
    ).said)

  @OptionGroup var options: GlobalOptions

  @Argument(help: .said("The workspace file.", "ワークスペースのファイル。"), completion: .workspace)
  var file: String

  @Argument(
    help: .said(
      "The kind of record, by name or letter: risk, objective, policyDocument, R, O, ….",
      "記録の種類。名前又は記号: risk、objective、policyDocument、R、O など。"), completion: .kinds)
  var kind: String

  @Argument(help: .said("The line, or -.", "入力行、又は -。"))
  var line: String

  @Option(
    help: .said("Whose the records are, where the line does not say.", "行に書かれていない場合の、記録の組織。", "key"),
    completion: .party)
  var party: String?

  func carryOut(in surroundings: Surroundings) throws {
    let kind = try Self.kind(kind)
    var source = try WorkspaceFile.change(file)
    defer { source.close() }
    let party = try party.map(source.party) ?? source.assessment.soleParticipant
    var context = surroundings.context(of: source.assessment)
    context.party = party
    guard line == "-" else {
      if let problem = try add(line, kind, &source, context, surroundings) { throw problem.failure(at: "1:") }
      return
    }
    var isClean = true
    var number = 0
    while let line = readLine() {
      number += 1
      guard line.contains(where: { !$0.isWhitespace }) else { continue }
      guard let problem = try add(line, kind, &source, context, surroundings) else { continue }
      Output.diagnose(problem.failure(at: "-:\(number):").words[surroundings.language])
      isClean = false
    }
    if !isClean { throw ExitCode(ExitStatus.data.rawValue) }
  }

  /// A line that brought nothing about.
  private struct Problem {
    let column: Int
    let words: Words

    func failure(at place: String) -> Failure {
      Failure(.data, "\(place)\(column): \(words.en)", "\(place)\(column): \(words.ja)")
    }
  }

  /// Stores one line as one act and says the new record's label.
  private func add(
    _ line: String, _ kind: RecordKind, _ source: inout WorkspaceFile, _ context: Context,
    _ surroundings: Surroundings
  ) throws -> Problem? {
    var context = context
    let reading = EntryLine.read(
      line.precomposedStringWithCanonicalMapping, at: EntryPlace(kind, party: context.party),
      source.assessment, context)
    if let first = reading.problems.first { return Problem(column: first.column, words: first.words) }
    do {
      let evidence = EvidenceReader(beside: source.workspace.path, surroundings.folders)
      let commands = evidence.settled(reading.commands)
      context.files.note(evidence.read(commands.evidencePlaces))
      let changes = try source.workspace.perform(
        commands, on: &source.assessment, in: context, at: surroundings.clock.now)
      for case .created(let id, kind, _, _) in changes { try Output.print(source.assessment.label(of: id)) }
      return nil
    } catch let refusal as Refusal {
      return Problem(
        column: 1,
        words: Sentence.words(refusal, source.assessment))
    }
  }
}

extension AddCommand {
  /// Reads a kind's name in files, its word in either language, or its letter.
  static func kind(_ text: String) throws -> RecordKind {
    let wanted = text.precomposedStringWithCompatibilityMapping.lowercased()
    let named = RecordKind.allCases.first { kind in
      [kind.rawValue, kind.description.words.en, kind.description.words.ja].contains {
        $0.lowercased() == wanted
      }
    }
    if let kind = named ?? RecordKind(letter: wanted) { return kind }
    let close = RecordKind.allCases.filter { $0.rawValue.lowercased().hasPrefix(wanted.prefix(2)) }.map(
      \.rawValue)
    let usual = ["risk", "objective", "policyDocument", "controlStatement", "commitment", "finding"]
    let offered = (close.isEmpty ? usual : close).prefix(6).joined(separator: ", ")
    throw Failure(
      .usage, "there is no kind of record “\(text)”; say for instance \(offered)",
      "「\(text)」という種類の記録はありません。例: \(offered)")
  }
}
