import ArgumentParser
import Domain
import Exchange
import Interface

/// `kyokumen check`
struct CheckCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: Words(
      "Run the gates and follow the trace: one line per finding or broken link.",
      "合意条件と根拠のつながりを点検し、指摘を一行ずつ出す。"
    ).said,
    discussion: Words(
      "Phases that have begun, unless asked otherwise. Exit status 1 while a blocker stands.",
      "指定がなければ着手済みの局面を調べる。合意を妨げる指摘があれば終了ステータスは 1。"
    ).said)

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: .said("The workspace file, or a demo.", "ワークスペースのファイル、又はデモ。"),
    completion: CompletionScript.workspaceOrDemo)
  var file: String

  @Flag(help: .said("All phases, begun or not.", "未着手も含む全局面。"))
  var all = false

  @Option(
    help: .said("This phase only, 1 to 6.", "この局面だけ（1〜6）。", "number"),
    completion: .list((1...6).map(String.init)))
  var phase: Phase?

  @Option(help: .said("Findings that concern this party.", "この組織に関わる指摘だけ。", "key"), completion: .party)
  var party: String?

  @Flag(help: .said("As JSON.", "JSON で出力する。"))
  var json = false

  func carryOut(in surroundings: Surroundings) throws {
    let source = try WorkspaceFile.read(file, surroundings)
    defer { source.close() }
    let parties = try party.map { [try source.party($0)] } ?? source.assessment.participants
    let findings = findings(of: parties, source.assessment, source.context(surroundings, readOnly: true))
    if json {
      try Output.print(Self.json(findings, source.assessment, surroundings.language))
    } else {
      for finding in findings {
        try Output.print(line(finding, source.assessment, surroundings.language))
      }
    }
    if findings.contains(where: { $0.severity == .blocker }) { throw ExitCode(ExitStatus.found.rawValue) }
  }

  private func findings(
    of parties: [RecordID], _ assessment: Assessment, _ context: Context
  ) -> [GateFinding] {
    let phases = Phase.allCases.filter { phase == nil || phase == $0 }
    let look = GateLook(assessment, phases: phases, context)
    return phases.flatMap { phase in
      parties.filter { all || self.phase != nil || assessment.phases[$0, phase] != .notStarted }
        .flatMap { look.findings(party: $0, phase: phase) }
    }.distinct() + brokenLinks(of: parties, assessment)
  }

  /// Where the line from commitments to evidence breaks off, in the phases looked at.
  private func brokenLinks(of parties: [RecordID], _ assessment: Assessment) -> [GateFinding] {
    var seen: Set<RecordID> = []
    return parties.flatMap { party in
      assessment.brokenLinks(of: party).compactMap { link in
        guard let begun = assessment.kind(of: link.record)?.description.phase, phase == nil || phase == begun,
          all || phase != nil || assessment.phases[party, begun] != .notStarted,
          seen.insert(link.record).inserted
        else { return nil }
        return GateFinding(
          rule: "T1", severity: .warning, phase: begun, party: assessment.party(of: link.record),
          record: link.record, words: link.words)
      }
    }
  }

  private func line(_ finding: GateFinding, _ assessment: Assessment, _ language: Language) -> String {
    let subject = (finding.record ?? finding.party).map { assessment.label(of: $0) + " " } ?? ""
    let number = finding.phase.rawValue
    let place = Words("phase \(number)", "局面\(number)")[language]
    return
      "\(file): \(place): \(finding.severity.words[language]) \(finding.rule): \(subject)\(finding.words[language])"
      .onOneLine
  }

  private static func json(
    _ findings: [GateFinding], _ assessment: Assessment, _ language: Language
  ) -> String {
    JSONWriter.text { writer in
      writer.array { writer in
        for finding in findings {
          writer.object { writer in
            writer.member("phase", finding.phase.rawValue)
            writer.member("party", finding.party.map(assessment.label(of:)))
            writer.member("severity", finding.severity.rawValue)
            writer.member("rule", finding.rule)
            writer.member("record", finding.record.map(assessment.label(of:)))
            writer.member("message", finding.words[language])
          }
        }
      }
    }
  }
}

extension Phase: ExpressibleByArgument {
  /// Reads `1` to `6`.
  package init?(argument: String) {
    guard let number = Int(argument) else { return nil }
    self.init(rawValue: number)
  }
}
