import ArgumentParser
import Domain
import Exchange
import Interface
import Journal
import Store

/// `kyokumen log`
struct LogCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: Words("Who changed what, when, from which value to which.", "誰が・いつ・何を・どの値からどの値に変えたか。").said)

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: .said("The workspace file, or a demo.", "ワークスペースのファイル、又はデモ。"),
    completion: CompletionScript.workspaceOrDemo)
  var file: String

  @Option(help: .said("One record only, by its label.", "この記録だけ（記号で指定）。", "label"), completion: .record)
  var record: String?

  @Option(help: .said("From this day or moment on.", "この日又は時刻以降。", "day"))
  var since: SinceArgument?

  @Flag(help: .said("As JSON, one object per line.", "JSON で、一行に一件。"))
  var json = false

  func carryOut(in surroundings: Surroundings) throws {
    let source = try WorkspaceFile.read(file, surroundings)
    defer { source.close() }
    let record = try self.record.map(source.record)
    let clock = surroundings.clock
    try source.workspace.eachEntry(of: record, since: since?.moment(by: clock)) { entry in
      let line =
        json
        ? JournalLines.log(entry, in: source.assessment)
        : Self.line(entry, clock.time(of: entry.at), source.assessment, surroundings.language).onOneLine
      try Output.print(line)
    }
  }

  private static func line(
    _ entry: Entry, _ time: LocalTime, _ assessment: Assessment, _ language: Language
  ) -> String {
    let party = entry.party.map { " (\(assessment.label(of: $0)))" } ?? ""
    let record = entry.kind == .phase ? "" : entry.record.map { assessment.label(of: $0) + " " } ?? ""
    return "\(time.text)  \(entry.actor)\(party)  \(record)\(what(entry, assessment, language))"
  }

  private static func what(_ entry: Entry, _ assessment: Assessment, _ language: Language) -> String {
    switch entry.fact {
    case .change(let change): Sentence.change(change, assessment, language)
    case .marker(.undone(let batch)):
      Words("took back act \(batch.text)", "操作 \(batch.text) を元に戻した")[language]
    case .marker(.redone(let batch)):
      Words("did act \(batch.text) again", "操作 \(batch.text) をやり直した")[language]
    case .restored(let party, let phase, let kept):
      Words(
        "\(assessment.label(of: party)) phase \(phase.rawValue) brought along as \(kept.state.words.en)",
        "\(assessment.label(of: party)) 局面\(phase.rawValue) を\(kept.state.words.ja)として引き継いだ")[language]
    case nil: entry.kind.rawValue
    }
  }
}

/// A day, or a moment of a day; where the person is, or in UTC where it says so.
enum SinceArgument: ExpressibleByArgument {
  case local(LocalTime)
  case utc(Moment)

  /// Reads `2026-11-24`, `2026-11-24T14:00` or `2026-11-24T05:00:00Z`.
  init?(argument: String) {
    guard let moment = Moment(text: argument) else { return nil }
    self = argument.hasSuffix("Z") ? .utc(moment) : .local(LocalTime(moment, ahead: 0))
  }

  func moment(by clock: Clock) -> Moment {
    switch self {
    case .local(let time): clock.moment(of: time)
    case .utc(let moment): moment
    }
  }
}
