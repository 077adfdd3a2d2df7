import ArgumentParser
import Domain
import Exchange
import Interface
import Store

/// Brings tables from a spreadsheet into a workspace, as one act.
struct TablesImport {
  let file: String
  let source: InputFile
  let kind: String?
  let party: String?
  let mappings: [ImportOrder.Mapping]
  /// Nothing is stored; what would change is told instead.
  let isRehearsal: Bool

  func carryOut(in surroundings: Surroundings) throws {
    let tables = try Self.tables(source)
    var target =
      try isRehearsal ? WorkspaceFile.read(file, surroundings) : WorkspaceFile.change(file)
    defer { target.close() }
    let order = ImportOrder(
      kind: try kind.map(AddCommand.kind), party: try party.map(target.party), mappings: mappings)
    var context = surroundings.context(of: target.assessment)
    context.party = order.party
    let progress = Progress(surroundings.language, words: Progress.rows)
    let read = TableImport(tables, order, target.assessment, context) { progress.tell($0, of: $1) }
    progress.end()
    if isRehearsal { try tell(read, target.assessment, surroundings.language) }
    guard read.faults.isEmpty else { throw refuse(read, surroundings.language) }
    for remark in read.remarks { Output.diagnose(remark[surroundings.language]) }
    if !isRehearsal {
      try store(read, &target, context, surroundings)
      leftOut(read, surroundings.language)
    }
    let verb =
      isRehearsal ? Words("would come in", "を取り込みます") : Words("came in", "を取り込みました")
    try Output.print(summary(read, verb)[surroundings.language].printable)
  }

  /// The tables of a file.
  ///
  /// - Throws: `Failure` with the file's name.
  static func tables(_ source: InputFile) throws -> [ImportedTable] {
    do throws(TableFault) {
      return try TableFile.tables(source.bytes, named: source.name)
    } catch {
      throw Failure(error, in: source.path)
    }
  }

  private func store(
    _ read: TableImport, _ target: inout WorkspaceFile, _ context: Context, _ surroundings: Surroundings
  ) throws {
    guard !read.commands.isEmpty else { return }
    var context = context
    let evidence = EvidenceReader(beside: target.workspace.path, surroundings.folders)
    let commands = evidence.settled(read.commands)
    context.files.note(evidence.read(commands.evidencePlaces))
    do {
      _ = try target.workspace.perform(
        commands, on: &target.assessment, in: context, at: surroundings.clock.now)
    } catch let refusal as Refusal {
      throw Failure(.found, refusal: refusal, target.assessment, in: source.path)
    }
  }

  // MARK: Words

  private func summary(_ read: TableImport, _ verb: Words) -> Words {
    let (new, changed, same) = (read.newCount, read.changedCount, read.sameCount)
    return Words(
      "\(file): \(new) new, \(changed) changed, \(same) unchanged \(verb.en)",
      "\(file): 新規 \(new) 件、変更 \(changed) 件、変更なし \(same) 件\(verb.ja)")
  }

  /// How the columns are read, then what each row would do.
  private func tell(_ read: TableImport, _ assessment: Assessment, _ language: Language) throws {
    for sheet in read.sheets {
      let kind = sheet.kind.description.words
      let head = Words(
        "\(sheet.name): \(kind.en), heads in row \(sheet.headRow)",
        "\(sheet.name): \(kind.ja)（見出し \(sheet.headRow)行目）")
      try Output.print(head[language].printable)
      for (place, column) in sheet.columns.enumerated() where !column.head.isEmpty {
        let line = "  \(ImportColumn.letters(place)) \(column.head) = \(column.words(assessment)[language])"
        try Output.print(line.printable)
      }
    }
    for name in read.unread {
      try Output.print(Words("\(name): left out", "\(name): 取り込まない")[language].printable)
    }
    for change in read.changes {
      let lines = change.lines(assessment, language, arrow: " -> ")
      try Output.print(
        (lines.prefix(1) + lines.dropFirst().map { "  " + $0 }).joined(separator: "\n").printable)
    }
  }

  private func leftOut(_ read: TableImport, _ language: Language) {
    let heads = read.sheets.flatMap { sheet in
      sheet.columns.filter { $0.meaning == .leftOut && !$0.head.isEmpty }.map(\.head)
    }
    guard !heads.isEmpty else { return }
    Output.diagnose(
      Words(
        "columns left out: \(heads.joined(separator: ", ")) (--map brings them in)",
        "取り込まなかった列: \(heads.joined(separator: "、"))（--map で指定できます）")[language])
  }

  /// The most faults that are told one by one.
  private static let most = 20

  private func refuse(_ read: TableImport, _ language: Language) -> any Error {
    for fault in read.faults.prefix(Self.most) {
      let place =
        fault.table == source.name ? fault.place[language] : "\(source.name): \(fault.place[language])"
      Output.diagnose("kyokumen: \(place): \(fault.words[language])")
    }
    let more = read.faultCount - min(read.faultCount, Self.most)
    let rest = more > 0 ? Words(" (\(more) more)", "（他 \(more) 件）") : Words("", "")
    Output.diagnose(
      Words("nothing came in\(rest.en)", "何も取り込みませんでした\(rest.ja)")[language])
    return ExitCode(ExitStatus.data.rawValue)
  }
}
