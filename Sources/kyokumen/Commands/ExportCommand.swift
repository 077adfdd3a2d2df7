import ArgumentParser
import Domain
import Exchange
import Glibc
import Store

/// `kyokumen export`
struct ExportCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a workspace in another form.")

  @OptionGroup var options: GlobalOptions

  @Argument(help: "The workspace file, or a demo.")
  var file: String

  @Option(help: "json: the workspace itself, without loss.")
  var format: ExchangeFormat

  @Option(help: ArgumentHelp("The file to write; - is standard output.", valueName: "path"))
  var output: String

  @Flag(help: "Leave out how it came to be.")
  var noJournal = false

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("Only what that party may see; without the journal.", valueName: "key"))
  var audience: String?

  func carryOut(in surroundings: Surroundings) throws {
    var source = try WorkspaceFile.read(file, surroundings)
    defer { source.close() }
    let hidden = try audience.map { try source.hide(from: source.party($0)) }
    let workspace = source.workspace
    let export = WorkspaceExport(source.assessment, replica: workspace.replica)
    // The journal tells everything, so it does not go to one party.
    let withJournal = !noJournal && hidden == nil
    try Destination(output).write { sink in
      try export.write(journal: withJournal ? { try workspace.eachEntry($0) } : nil, to: sink)
    }
    if let hidden, hidden > 0 { Output.diagnose(Audience.leftOut(hidden)[surroundings.language]) }
  }
}

/// A form in which a workspace comes and goes.
enum ExchangeFormat: String, CaseIterable, ExpressibleByArgument {
  case json
}

/// Where an export goes: a file that appears when it is whole, or standard output.
struct Destination {
  private let path: String

  init(_ path: String) { self.path = path }

  /// Writes piece by piece; a failure leaves whatever was there before.
  func write(_ pieces: (@escaping ([UInt8]) throws -> Void) throws -> Void) throws {
    guard path != "-" else { return try pieces(Output.write) }
    let draft = path + ".new-\(getpid())"
    let descriptor = open(draft, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(.cannotCreate) }
    defer { unlink(draft) }
    do {
      defer { close(descriptor) }
      try pieces { bytes in
        guard FileText.writeAll(bytes, to: descriptor) else { throw failure(.inputOutput) }
      }
      guard fsync(descriptor) == 0 else { throw failure(.inputOutput) }
    }
    guard rename(draft, path) == 0 else { throw failure(.cannotCreate) }
  }

  private func failure(_ status: ExitStatus) -> Failure {
    let reason = String(cString: strerror(errno))
    return Failure(
      status, "\(path): cannot be written (\(reason)); check folder and room",
      "\(path): 書き込めません（\(reason)）。フォルダと空き容量を確かめてください")
  }
}
