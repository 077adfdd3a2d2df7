import ArgumentParser
import Catalogues
import Domain
import Interface
import Store

/// `kyokumen phase`
struct PhaseCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "phase",
    abstract: Words("Print the phase table, or carry out one event.", "局面の表を示す、又は局面を一つ進める。").said,
    discussion: """
      kyokumen phase FILE
      kyokumen phase FILE begin|submit|agree|confirm 4 --party csp --by NAME
      kyokumen phase FILE sendBack|reopen 4 --party csp --reason TEXT
      kyokumen phase FILE amend RECORD --reason TEXT
      kyokumen phase FILE waive RULE [RECORD] --reason TEXT --until DAY
      kyokumen phase FILE closeCycle --period FROM..TO
      kyokumen phase FILE join ROLE:NAME --participation documentary --with csc
      kyokumen phase FILE leave --party csp --reason TEXT
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: .said("The workspace file, or for the table a demo.", "ワークスペースのファイル。表だけならデモも可。"),
    completion: CompletionScript.workspaceOrDemo)
  var file: String

  @Argument(help: .said("The event; without one the table is printed.", "行うこと。省略時は表を示す。"))
  var event: PhaseOrderName?

  @Argument(help: .said("What it is about: a phase, a record, a rule.", "対象: 局面、記録、規則。", "subject"))
  var subjects: [String] = []

  @OptionGroup var details: PhaseOrderDetails

  @Flag(help: .said("As JSON.", "JSON で出力する。"))
  var json = false

  func carryOut(in surroundings: Surroundings) throws {
    guard let event else {
      let source = try WorkspaceFile.read(file, surroundings)
      defer { source.close() }
      return try printTable(source.assessment, surroundings.language)
    }
    var source = try WorkspaceFile.change(file)
    defer { source.close() }
    let order = PhaseOrder(event, subjects, details, source, surroundings)
    var context = surroundings.context(of: source.assessment)
    context.party = try order.party()
    let commands = try order.commands()
    do {
      let changes = try source.workspace.perform(
        commands, on: &source.assessment, in: context, at: surroundings.clock.now)
      if json { return try printTable(source.assessment, surroundings.language) }
      try Output.print(outcome(changes, source.assessment, surroundings.language).printable)
    } catch let refusal as Refusal {
      try report(refusal, order, source.assessment, surroundings.language)
    }
  }

  private func printTable(_ assessment: Assessment, _ language: Language) throws {
    let table = PhaseTableText(assessment: assessment)
    try Output.print(json ? table.json() : table.text(language))
  }

  private func outcome(_ changes: [Change], _ assessment: Assessment, _ language: Language) -> String {
    for case .created(let id, _, _, _) in changes { return assessment.label(of: id) }
    let steps = changes.filter { if case .phase = $0 { true } else { false } }
    guard steps.isEmpty else { return Sentence.phaseMoved(steps, assessment, language) }
    return changes.isEmpty ? Words("nothing changed", "変更はありません")[language] : Words("done", "完了")[language]
  }

  /// Says which guard refused; as JSON on stdout where JSON was asked for.
  private func report(
    _ refusal: Refusal, _ order: PhaseOrder, _ assessment: Assessment, _ language: Language
  ) throws -> Never {
    guard json else { throw Failure(.found, refusal: refusal, assessment) }
    let refused = RefusedJSON(
      refusal, event: order.name.rawValue, phase: order.phase, party: try order.party(), assessment)
    try Output.print(refused.text(language))
    throw ExitCode(ExitStatus.found.rawValue)
  }
}

/// The options of an event.
struct PhaseOrderDetails: ParsableArguments {
  @Option(help: .said("The party it is for.", "対象の組織。", "key"), completion: .party)
  var party: String?

  @Option(
    help: .said(
      "In whose name: a person's name or id, or CISO; else --as.", "誰の名で行うか。氏名、ID 又は CISO。省略時は --as の人。",
      "name"))
  var by: String?

  @Option(help: .said("Why.", "理由。"))
  var reason: String?

  @Option(help: .said("The period that begins with the next cycle.", "次の期の期間。", "from..to"))
  var period: PeriodArgument?

  @Option(help: .said("How a party that joins takes part.", "参加する組織の参加形態。"))
  var participation: Participation?

  @Option(
    name: .customLong("with"),
    help: .said(
      "Who has a cloud service agreement with the party that joins.", "参加する組織とクラウドサービスの合意を結ぶ組織。", "key"),
    completion: .party)
  var partner: String?

  @Option(help: .said("How long a waiver holds.", "例外承認の期限。", "day"))
  var until: Day?
}

/// `2027-01-01..2027-12-31`
struct PeriodArgument: ExpressibleByArgument {
  let from: Day
  let to: Day

  init?(argument: String) {
    let ends = argument.split(separator: ".", omittingEmptySubsequences: true).map { Day(text: $0) }
    guard ends.count == 2, let from = ends[0], let to = ends[1] else { return nil }
    (self.from, self.to) = (from, to)
  }
}

extension Day: ExpressibleByArgument {
  /// Reads `2027-03-31`, or a month for its last day.
  package init?(argument: String) { self.init(text: argument) }
}

extension Participation: ExpressibleByArgument {}

/// The events of the command line.
enum PhaseOrderName: String, CaseIterable, ExpressibleByArgument {
  case begin, submit, sendBack, agree, reopen, confirm, amend, waive, closeCycle, join, leave
}
