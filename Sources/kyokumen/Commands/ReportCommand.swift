import ArgumentParser
import Domain
import Interface
import Reports
import Store

/// `kyokumen report`
struct ReportCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write a report for people to keep, on paper or on a screen.",
    discussion: """
      soa: the statement of applicability. risk-treatment-plan: what is done about which risk. register: every risk, \
      with criteria and matrix. minutes: of one day of a workshop. audit: what an auditor's walk came to. cycle: what \
      the cycle came to. all: everything.

      The form follows from the name of the output: .md or .html; HTML is one file that needs no other and prints on \
      A4. FILE may be a demo.
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: "The workspace file, or a demo.")
  var file: String

  @Argument(help: "Which report.")
  var kind: ReportKind

  @Option(help: ArgumentHelp("The file to write; - is standard output, as Markdown.", valueName: "path"))
  var output: String

  @Option(
    help: ArgumentHelp("The day; else today, or the latest day people met.", valueName: "day"))
  var date: Day?

  @Option(help: ArgumentHelp("The walk, by its label; else the latest.", valueName: "label"))
  var walk: String?

  @Option(name: .customLong("for"), help: ArgumentHelp("Only what that party may see.", valueName: "key"))
  var audience: String?

  @Option(
    help: ArgumentHelp(
      "As it stood: a day's end, after a journal entry, or a closed cycle.", valueName: "day|seq|cycle:N"))
  var at: PastPoint?

  func carryOut(in surroundings: Surroundings) throws {
    DraftFiles.clearOnInterrupt(surroundings.language)
    let form = try ReportForm(path: output)
    let progress = Progress(surroundings.language, words: Progress.rows)
    var source = try WorkspaceFile.read(file, surroundings)
    defer { source.close() }
    let audience = try self.audience.map { try source.party($0) }
    var wishes = ReportDesk.Wishes(day: date, walk: try walk.map { try source.record($0) })
    var today = surroundings.clock.today
    if let at { (today, wishes.moment) = try source.look(at: at, surroundings.clock) }
    var context = source.context(surroundings)
    context.today = today
    let language = surroundings.language
    let material = try ReportDesk(
      workspace: source.workspace, clock: surroundings.clock, language: language
    ).material(ReportOrder(kind, for: audience), wishes, of: source.assessment, context)
    let document = material.document
    progress.tell(0, of: document.rowCount)
    try Destination(output).write { sink in
      try form.write(document) { piece, rows in
        progress.advance(by: rows)
        try sink(Array(piece.utf8))
      }
    }
    progress.end()
    if material.hidden > 0 { Output.diagnose(Audience.leftOut(material.hidden)[language]) }
  }
}

extension ReportKind: ExpressibleByArgument {}

extension WorkspaceFile {
  /// Puts a past moment in the place of the present; the file stays as it is.
  ///
  /// - Returns: The moment's day, and the moment in words.
  /// - Throws: `Failure` when the journal holds no such moment.
  fileprivate mutating func look(at point: PastPoint, _ clock: Clock) throws -> (today: Day, words: Words?) {
    guard let state = try workspace.past(point, startOfDay: clock.start(of:)) else {
      throw Failure(
        .usage, "\(name): " + PastWords.noSuchMoment.en, "\(name): " + PastWords.noSuchMoment.ja)
    }
    assessment = state.assessment
    let day = clock.day(of: state.moment.at)
    return (day, PastWords.name(state.moment, today: day))
  }
}
