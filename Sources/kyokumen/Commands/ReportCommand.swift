import ArgumentParser
import Domain
import Interface
import Reports

/// `kyokumen report`
struct ReportCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write a report: the minutes of a workshop, or what an audit came to.",
    discussion: "The form follows from the name of the output: .md or .html. FILE may be a demo.")

  @OptionGroup var options: GlobalOptions

  @Argument(help: "The workspace file, or a demo.")
  var file: String

  @Argument(help: "minutes: of one day of a workshop; audit: of an auditor's walk.")
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

  func carryOut(in surroundings: Surroundings) throws {
    let form = try ReportForm(path: output)
    var source = try WorkspaceFile.read(file, surroundings)
    defer { source.close() }
    let hidden =
      try audience.map { key in
        try Audience(party: source.party(key), source.assessment).hidden(in: source.assessment)
      } ?? []
    if let audience { _ = try source.hide(from: source.party(audience)) }
    let document: Document
    switch kind {
    case .minutes:
      document = try MinutesReader(workspace: source.workspace, clock: surroundings.clock)
        .minutes(of: date, in: source.assessment, surroundings.language, hidden: Set(hidden)).document
    case .audit:
      let walk = try self.walk.map(source.record) ?? source.assessment.ids(.walk).last
      document =
        AuditReport(
          of: walk, in: source.assessment, shelf: surroundings.context(of: source.assessment).catalogues,
          language: surroundings.language, hidden: Set(hidden)
        ).document
    }
    try Destination(output).write { try $0(Array(form.text(of: document).utf8)) }
    if !hidden.isEmpty { Output.diagnose(Audience.leftOut(hidden.count)[surroundings.language]) }
  }
}

/// A kind of report.
enum ReportKind: String, CaseIterable, ExpressibleByArgument {
  case minutes
  case audit
}
