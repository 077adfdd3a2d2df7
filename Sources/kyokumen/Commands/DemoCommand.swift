import ArgumentParser
import Domain
import Catalogues
import Store

/// `kyokumen demo`
struct DemoCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: Words("Open a worked case in a scratch copy.", "事例のデモを一時的な写しで開く。").said,
    discussion: Words(
      """
      cloud: a customer and a data centre; cyberspace: four organisations; single: one organisation.
      """,
      """
      cloud: 顧客とデータセンター。cyberspace: 四つの組織。single: 一つの組織。
      """
    ).said)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var interface: InterfaceOptions

  @Argument(help: .said("cloud, cyberspace or single.", "cloud、cyberspace、single のいずれか。"))
  var demo: WorkedCase = .cloud

  @Option(
    help: .said("Write the case to a new file instead of opening it.", "開かずに、事例を新しいファイルに書き出す。", "file"),
    completion: .file())
  var save: String?

  var isPlain: Bool { interface.plain }

  func carryOut(in surroundings: Surroundings) throws {
    if let save {
      return try DemoBuilder(demo, surroundings).write(to: save).close()
    }
    let live = LiveSession(surroundings: surroundings)
    try live.admit()
    try live.openDemo(demo)
  }
}

extension WorkedCase: ExpressibleByArgument {}
